#pragma once

#include "schema/field.h"

/// Parts of the messages about a file.
namespace schema {

/// What is written: "a list".
std::string_view nounOf(const data::Value&);
/// What a field wants: "a list belongs".
std::string_view nounOf(Type);

/// A line to write for the field: `zones: 2`.
std::string lineFor(const Field&);

/// A line for each member that the group must have.
std::vector<std::string> requiredLines(const Field& group);

}  // namespace schema
