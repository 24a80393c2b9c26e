#include "schema/read_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "schema/plain.h"
#include "text/ascii.h"

namespace schema {
namespace {

std::string trimmed(std::string_view text) { return std::string{text::trimmed(text)}; }

std::string asOneWord(std::string text) {
  std::ranges::replace(text, '_', '-');
  return text::lowerCase(text);
}

/// `0` or digits that do not begin with one, with or without a minus sign: the one notation that nobody misreads.
bool isCanonical(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return false;
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The first control character that is no blank, as `U+0000`; empty if there is none.
std::string controlCharacter(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 ? byte != '\t' && byte != '\n' && byte != '\r' : byte == 0x7f) return fmt::format("U+{:04X}", byte);
    if (byte != 0xc2 || at + 1 == text.size()) continue;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next >= 0x80 && next < 0xa0) return fmt::format("U+{:04X}", next);
  }
  return "";
}

class Scalar {
 public:
  Scalar(Field& field, const std::string& text, bool plain, const Place& place, diag::Diagnostics& diagnostics)
      : field_{field}, text_{text}, plain_{plain}, place_{place}, diagnostics_{diagnostics} {}

  void read() {
    switch (field_.type()) {
      case Type::number:
        return readNumber();
      case Type::flag:
        return readFlag();
      case Type::choice:
        return readChoice();
      default:
        return readText();
    }
  }

 private:
  void readNumber() {
    if (!isCanonical(text_)) return refuseNumber();
    if (!plain_)
      return refuse("wrong-number", fmt::format("{} is text in quotes, not a number", quote(text_)),
                    fmt::format("write {} without quotes", quote(text_)));
    const auto* const end = text_.data() + text_.size();
    std::int64_t value = 0;
    const bool fits = std::from_chars(text_.data(), end, value).ec == std::errc{};
    if (!fits || value < field_.least.value_or(value) || value > field_.most.value_or(value))
      return cannotBe("out-of-range", writeExpected());
    field_.kind->parse(field_.variable, text_);
  }

  void refuseNumber() {
    if (const auto number = otherNumber(text_)) {
      if (const auto decimal = withoutLeadingZeros(); !decimal.empty())
        return cannotBe("wrong-number", fmt::format("write `{}`", decimal),
                        ": with a leading zero, some YAML parsers read it as octal");
      const auto hint = number->value ? fmt::format("write `{}`", *number->value) : writeExpected();
      if (number->notation == "sixties")
        return cannotBe("wrong-number", hint, ": some YAML parsers read it as a base-60 number");
      const auto why = number->notation != "a number"  ? fmt::format(", which is {}", number->notation)
                       : text_.find('_') == text_.npos ? ""
                                                       : ": with underscores, some YAML parsers read it as text";
      return cannotBe("wrong-number", hint, why);
    }
    const auto digits = text_.substr(0, text_.find_first_not_of("0123456789"));
    const auto rest = trimmed(text_.substr(digits.size()));
    if (isCanonical(digits) && !rest.empty() && rest.size() <= 8 && rest.find_first_of("0123456789.,:") == rest.npos)
      return cannotBe("wrong-number", fmt::format("write `{}`, the number{}{} alone", digits,
                                                  field_.unit.empty() ? "" : " of ", field_.unit));
    cannotBe("wrong-number", writeExpected());
  }

  /// `12` for `012`; empty if that is not what is wrong with it.
  std::string withoutLeadingZeros() const {
    const bool negative = text_.starts_with('-');
    auto digits = text_.substr(negative || text_.starts_with('+'));
    if (digits.size() < 2 || digits.front() != '0') return "";
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return isCanonical(digits) ? (negative ? "-" : "") + digits : "";
  }

  void readFlag() {
    if (plain_ && field_.kind->parse(field_.variable, text_)) return;
    const auto meant = text_ == "1" || text_ == "0" ? std::optional{text_ == "1"} : otherFlag(text_);
    if (!meant) return cannotBe("wrong-flag", "write `true` or `false`");
    if (!plain_)
      return refuse("wrong-flag", fmt::format("{} is text in quotes, not a flag", quote(text_)),
                    fmt::format("write `{}` without quotes", *meant));
    cannotBe("wrong-flag", fmt::format("write `{}`", *meant));
  }

  void readChoice() {
    if (field_.kind->parse(field_.variable, text_)) return;
    std::vector<std::string_view> words;
    for (const auto& choice : field_.kind->choices) words.push_back(choice.word);
    const auto same = std::ranges::find_if(
        words, [&](std::string_view word) { return asOneWord(std::string{word}) == asOneWord(trimmed(text_)); });
    if (same != words.end()) return cannotBe("unknown-word", fmt::format("write `{}`", *same));
    cannotBe("unknown-word", diag::didYouMean(text_, words, writeExpected()));
  }

  void readText() {
    if (refuseDangerous()) return;
    const auto meaning = plain_ ? otherMeaning(text_) : std::string_view{};
    const bool fits = field_.kind->meaning.empty() ? isWritten(text_) : fitsGrammar(text_);
    if (!fits) return refuseText();
    if (!meaning.empty() && !(field_.kind->plainNumber && meaning == "a number"))
      return refuse("ambiguous-text",
                    fmt::format("{} without quotes is {} to some YAML parsers", quote(text_), meaning),
                    fmt::format("write `{}`", writtenInYaml(text_)));
    field_.kind->parse(field_.variable, text_);
  }

  /// No text has characters that end or garble it elsewhere, or that CloudFormation takes for an order.
  bool refuseDangerous() {
    if (const auto control = controlCharacter(text_); !control.empty())
      refuse("control-character", fmt::format("{} contains the control character {}", subject(), control),
             "remove the character");
    else if (!field_.kind->placeholders && text_.find("{{resolve:") != text_.npos)
      refuse("dynamic-reference",
             fmt::format("{} has `{{{{resolve:`, which CloudFormation replaces by a parameter or a secret", subject()),
             "write the text itself");
    else if (field_.kind->meaning.empty() && trimmed(text_).find_first_of("\n\r\t") != text_.npos)
      refuse("wrong-text", fmt::format("{} contains a line break or a tab", subject()), "write it on one line");
    return !field_.sound;
  }

  static bool isWritten(const std::string& text) { return !text.empty() && trimmed(text) == text; }

  bool fitsGrammar(const std::string& text) const { return field_.kind->parse(nullptr, text); }

  void refuseText() {
    if (trimmed(text_).empty()) return refuse("wrong-text", fmt::format("{} is empty", subject()), writeExpected());
    if (field_.kind->meaning.empty())
      return refuse("wrong-text", fmt::format("{} begins or ends with a space", quote(text_)),
                    fmt::format("write `{}`", writtenInYaml(trimmed(text_))));
    if (const auto better = correction(); !better.empty())
      return cannotBe("wrong-text", fmt::format("write `{}`", writtenInYaml(better)));
    if (field_.kind->problem) {
      auto problem = field_.kind->problem(text_);
      if (!problem.what.empty())
        return refuse("wrong-text", fmt::format("{} {}", quote(text_), problem.what),
                      problem.instead.empty() ? writeExpected() : std::move(problem.instead));
    }
    cannotBe("wrong-text", writeExpected());
  }

  /// The text without blanks around it or in the other case, if that would do.
  std::string correction() const {
    const auto bare = trimmed(text_);
    for (const auto& candidate : {bare, text::lowerCase(bare), text::upperCase(bare)})
      if (fitsGrammar(candidate)) return candidate;
    return "";
  }

  std::string subject() const { return fmt::format("{}`{}`", place_.item ? "an item of " : "", place_.path()); }
  std::string writeExpected() const { return "write " + expected(field_); }

  void cannotBe(std::string_view rule, std::string hint, std::string_view why = {}) {
    refuse(rule, fmt::format("`{}` cannot {} {}{}", place_.path(), place_.item ? "hold" : "be", quote(text_), why),
           std::move(hint));
  }

  void refuse(std::string_view rule, std::string message, std::string hint) {
    field_.sound = false;
    diagnostics_.error(rule, field_.origin, std::move(message), std::move(hint));
  }

  Field& field_;
  const std::string& text_;
  bool plain_;
  const Place& place_;
  diag::Diagnostics& diagnostics_;
};

}  // namespace

std::string Place::path() const {
  if (!outer) return std::string{name};
  const auto before = outer->path();
  if (item) return before;
  return before.empty() ? std::string{name} : fmt::format("{}.{}", before, name);
}

std::string quote(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return fmt::format("`{}`", text);
  auto end = longest;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;  // not inside a character of UTF-8
  return fmt::format("`{}…`", text.substr(0, end));
}

void readScalar(Field& field, const data::Value& value, const Place& place, diag::Diagnostics& diagnostics) {
  Scalar{field, *value.as<std::string>(), value.plain(), place, diagnostics}.read();
}

}  // namespace schema
