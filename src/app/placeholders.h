#pragma once

#include "app/preset.h"
#include "diagnostics/diagnostics.h"

namespace app {

/// Checks every `{{value}}` and `{{value|encoder}}` of parts that belong to the preset or change it: the value is one
/// that its instances know, the encoder exists, and text that becomes a file has one.
void checkPlaceholders(const Preset&, const Parts&, const schema::Field& described, diag::Diagnostics&);

}  // namespace app
