#pragma once

#include "schema/field.h"

namespace schema {

/// Fills the variables `schema` is bound to; reports every mistake instead of stopping at the first. What was read in
/// error keeps its default, and its field is not `sound`.
void read(Field& schema, const diag::Source&, diag::Diagnostics&);
/// The same from what was read of the source already.
void read(Field& schema, const data::Value& document, diag::Diagnostics&);

}  // namespace schema
