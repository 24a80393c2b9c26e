#pragma once

#include "schema/field.h"

/// What is derived from the description of a file; stable from run to run.
namespace schema {

/// A page of Markdown with every field.
std::string reference(const Field& schema);

/// JSON Schema 2020-12, for editors.
data::Value jsonSchema(const Field& schema);

/// The shortest file: what must be given, with examples.
std::string shortestExample(const Field& schema);

/// A file to start from: what must be given, and every other field as a comment with its default.
std::string annotatedExample(const Field& schema);

}  // namespace schema
