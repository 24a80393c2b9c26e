#pragma once

#include "schema/field.h"

/// What is derived from the description of a file; stable from run to run.
namespace schema {

/// A page of Markdown with every field.
std::string reference(const Field& schema);

/// What a field is, for a terminal: its meaning, value and default, and the fields below it. The path is written
/// `network.zones`, fields of a list's items as those of a group; an empty one means the file. Nothing if there is no
/// such field.
std::optional<std::string> explain(const Field& schema, std::string_view path);

/// The path of every field, outer before inner.
std::vector<std::string> paths(const Field& schema);

/// JSON Schema 2020-12, for editors.
data::Value jsonSchema(const Field& schema);

/// The shortest file: what must be given, with examples.
std::string shortestExample(const Field& schema);

/// A file to start from: what must be given, and as comments the other fields with their defaults, as far as groups in
/// groups.
std::string annotatedExample(const Field& schema);

}  // namespace schema
