#pragma once

#include "schema/field.h"

/// How a field is told of, in the reference page and by `explain`.
namespace schema {

/// What its value may be, in a few words: "list, at most 3, of: text".
std::string valueOf(const Field&);

/// Its default, as one would write it: "`2`", "not set", "**required**".
std::string defaultOf(const Field&);

/// The words it takes, those of its items if it is a list; none if it takes anything else.
std::span<const Choice> choicesOf(const Field&);

/// The group whose fields stand below it: itself, or what each item of the list is; nullptr if it has none.
std::shared_ptr<const Field> groupOf(const Field&);

}  // namespace schema
