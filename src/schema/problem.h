#pragma once

#include <string>

namespace schema {

/// What a type of text has to say about a text it refuses, where `meaning` alone would leave the user guessing. Both
/// are empty if it has nothing to say.
struct Problem {
  std::string what{};     ///< completes "`10.0.1.0/16` ...": "has host bits set"
  std::string instead{};  ///< the hint: "write `10.0.0.0/16`"; if empty, it is what the type takes
};

}  // namespace schema
