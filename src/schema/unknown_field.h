#pragma once

#include "data/value.h"
#include "schema/read_scalar.h"

namespace schema {

/// Reports a key that `group` does not have and, on request, looks for the field it was probably meant for and marks
/// it.
void refuseUnknownField(Field& root, Field& group, const Place&, const data::Entry&, bool suggest, diag::Diagnostics&);

}  // namespace schema
