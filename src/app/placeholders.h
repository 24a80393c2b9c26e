#pragma once

#include "app/preset.h"
#include "diagnostics/diagnostics.h"

namespace app {

/// Checks every `{{value}}` and `{{value|encoder}}` of parts that belong to the preset or change it: the value is one
/// that its instances know, the encoder exists, and text that becomes a file has one.
/// `{{{{` stands for `{{`, and a secret has an encoder that takes every character.
void checkPlaceholders(const Preset&, const Parts&, const schema::Field& described, diag::Diagnostics&);
/// The same of directives for php.ini, whose encoder is `bytes`.
void checkPlaceholders(const Preset&, const schema::Dictionary<IniName, IniValue>&, const schema::Field& described,
                       diag::Diagnostics&);

}  // namespace app
