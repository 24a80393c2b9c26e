#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What other readers of YAML make of a scalar without quotes (YAML 1.1 and 1.2 together: PyYAML, Ruby, Go, editors).
namespace schema {

/// "a flag", "nothing", "a number", "a date" ...; empty if all of them take it for text.
std::string_view otherMeaning(std::string_view plain);

/// The whole number that some reader takes it for: `0x1F`, `0123` (octal), `1_000`, `1e3`, `8.0`, `+5`, `12:30`.
struct OtherNumber {
  std::string_view notation;  ///< "hexadecimal"
  std::optional<std::int64_t> value;
};
std::optional<OtherNumber> otherNumber(std::string_view plain);

/// `true` for yes, on, y, True ..., `false` for their opposites.
std::optional<bool> otherFlag(std::string_view plain);

/// Text as one writes it in YAML, also in a list or map on one line: in quotes where it would be taken for something
/// else without.
std::string writtenInYaml(std::string_view text);

}  // namespace schema
