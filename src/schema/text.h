#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/problem.h"

namespace schema {

/// Text of one grammar. `Kind` gives `meaning`, `pattern`, `example` and `matches`, and may give `plainNumber`,
/// `placeholders` and `problem`.
template <class Kind>
class Text {
 public:
  static constexpr std::string_view meaning = Kind::meaning;
  static constexpr std::string_view pattern = Kind::pattern;
  static constexpr std::string_view example = Kind::example;
  static constexpr bool plainNumber = requires { Kind::plainNumber; };
  static constexpr bool placeholders = requires { Kind::placeholders; };

  static std::optional<Text> parse(const std::string& text) {
    return Kind::matches(text) ? std::optional{Text{text}} : std::nullopt;
  }
  static Problem problem(const std::string& text) requires requires { Kind::problem(text); }
  { return Kind::problem(text); }
  const std::string& text() const { return text_; }

  Text() = default;
  /// For text known to be right, such as a default.
  explicit Text(std::string_view text) : text_{text} {}
  bool operator==(const Text&) const = default;

 private:
  std::string text_;
};

}  // namespace schema
