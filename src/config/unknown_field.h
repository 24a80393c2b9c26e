#pragma once

#include "config/read_scalar.h"
#include "data/value.h"

namespace config {

/// Reports a key that `group` does not have, and marks the field it was probably meant for.
void refuseUnknownField(Field& root, Field& group, const Place&, const data::Entry&, diag::Diagnostics&);

}  // namespace config
