#pragma once

#include "config/field.h"

namespace config {

/// Fills the variables `schema` is bound to; reports every mistake instead of stopping at the first. What was read in
/// error keeps its default, and its field is not `sound`.
void read(Field& schema, const diag::Source&, diag::Diagnostics&);

}  // namespace config
