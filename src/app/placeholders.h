#pragma once

#include "app/preset.h"
#include "diagnostics/diagnostics.h"

namespace app {

/// Checks every `{{value}}` and `{{value|encoder}}` of a preset: the value is one that instances know, the encoder
/// exists, and text that becomes a file has one.
void checkPlaceholders(const Preset&, const schema::Field& described, diag::Diagnostics&);

}  // namespace app
