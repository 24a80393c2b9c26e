#include "project/parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/nginx.h"
#include "text/ascii.h"

namespace project {
namespace {

/// Those that a stack has without declaring them ("Pseudo parameters reference") and that a command line can give.
constexpr std::string_view pseudoParameters[] = {"AWS::AccountId", "AWS::NotificationARNs", "AWS::Partition",
                                                 "AWS::Region",    "AWS::StackId",          "AWS::StackName",
                                                 "AWS::URLSuffix"};

/// A value that does not fit, and what to write instead.
struct Misfit {
  std::string message;
  std::string hint;
  diag::Span span{};
};
using Judged = std::optional<Misfit>;

std::vector<std::string> itemsOf(std::string_view list) {
  std::vector<std::string> items;
  for (;;) {
    const auto comma = std::min(list.find(','), list.size());
    items.emplace_back(text::trimmed(list.substr(0, comma)));
    if (comma == list.size()) return items;
    list.remove_prefix(comma + 1);
  }
}

std::optional<double> numberIn(std::string_view text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

/// How many characters, as CloudFormation counts them.
std::size_t lengthOf(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

/// What a template says of a parameter ("Parameters syntax").
class Declared {
 public:
  Declared(const GivenParameter& given, const data::Map& map) : given_{given}, map_{map} {}

  Judged judge() const {
    const auto type = text("Type");
    if (type.starts_with("AWS::SSM::Parameter::Value<")) return {};  // what is given names a value that is elsewhere
    const bool isList = type == "CommaDelimitedList" || type.starts_with("List<");
    const bool isNumber = type == "Number" || type == "List<Number>";
    for (const auto& item : isList ? itemsOf(given_.value) : std::vector{given_.value})
      if (auto misfit = judgeItem(item, type, isNumber)) return misfit;
    return {};
  }

 private:
  Judged judgeItem(const std::string& item, std::string_view type, bool isNumber) const {
    if (isNumber && !numberIn(item))
      return Misfit{fmt::format("{} is not a number", quoted(item)), "write a number", spanOf("Type")};
    if (auto misfit = judgeWord(item, isNumber)) return misfit;
    if (auto misfit = judgePattern(item)) return misfit;
    if (isNumber) {
      const auto value = *numberIn(item);
      if (const auto least = bound("MinValue"); least && value < *least) return outside("MinValue", "at least", item);
      if (const auto most = bound("MaxValue"); most && value > *most) return outside("MaxValue", "at most", item);
    }
    if (type == "String") {
      const auto length = static_cast<double>(lengthOf(item));
      if (const auto least = bound("MinLength"); least && length < *least)
        return tooLong("MinLength", "at least", length);
      if (const auto most = bound("MaxLength"); most && length > *most) return tooLong("MaxLength", "at most", length);
    }
    return {};
  }

  Judged judgeWord(const std::string& item, bool isNumber) const {
    const auto* allowed = data::find(map_, "AllowedValues");
    const auto* list = allowed ? allowed->as<data::List>() : nullptr;
    if (!list) return {};
    std::vector<std::string_view> words;
    for (const auto& one : *list) {
      const auto* word = one.as<std::string>();
      if (!word) return {};  // a transform may make a word of it
      if (*word == item || (isNumber && numberIn(*word) == numberIn(item))) return {};
      words.push_back(*word);
    }
    return Misfit{fmt::format("{} is not one of its AllowedValues", quoted(item)),
                  diag::didYouMean(item, words, fmt::format("one of `{}`", fmt::join(words, "`, `"))), allowed->span()};
  }

  Judged judgePattern(const std::string& item) const {
    const auto pattern = text("AllowedPattern");
    // A pattern that only Java understands says nothing here.
    if (pattern.empty() || !app::isRegularExpression(pattern) || app::fitsExpression(pattern, item)) return {};
    const auto description = text("ConstraintDescription");
    return Misfit{fmt::format("{} does not match its AllowedPattern `{}`", quoted(item), pattern),
                  description.empty() ? std::string{} : description, spanOf("AllowedPattern")};
  }

  Misfit outside(std::string_view key, std::string_view word, std::string_view item) const {
    return {fmt::format("{} is outside its {}", quoted(item), key), fmt::format("{} {}", word, text(key)), spanOf(key)};
  }

  Misfit tooLong(std::string_view key, std::string_view word, double length) const {
    return {fmt::format("the value has {} characters, outside its {}", length, key),
            fmt::format("{} {} characters", word, text(key)), spanOf(key)};
  }

  /// A secret is not repeated in a log.
  std::string quoted(std::string_view item) const {
    return text("NoEcho") == "true" ? std::string{"the value"} : fmt::format("`{}`", item);
  }

  std::string text(std::string_view key) const {
    const auto* value = data::find(map_, key);
    if (!value) return {};
    if (const auto* flag = value->as<bool>()) return *flag ? "true" : "false";
    const auto* held = value->as<std::string>();
    return held ? *held : std::string{};
  }
  std::optional<double> bound(std::string_view key) const { return numberIn(text(key)); }
  diag::Span spanOf(std::string_view key) const {
    const auto* value = data::find(map_, key);
    return value ? value->span() : diag::Span{};
  }

  const GivenParameter& given_;
  const data::Map& map_;
};

Judged judgePseudo(const GivenParameter& given) {
  const auto& [name, value] = given;
  if (std::ranges::find(pseudoParameters, name) == std::end(pseudoParameters)) {
    return Misfit{fmt::format("there is no pseudo parameter `{}`", name),
                  diag::didYouMean(name, {std::begin(pseudoParameters), std::end(pseudoParameters)},
                                   fmt::format("one of `{}`", fmt::join(pseudoParameters, "`, `")))};
  }
  if (name == "AWS::AccountId" && (value.size() != 12 || !text::consistsOf(value, 12, text::isDigit)))
    return Misfit{fmt::format("`{}` is not an account", value), "write the 12 digits of an account"};
  if (name == "AWS::Partition" && value != "aws" && !value.starts_with("aws-"))
    return Misfit{fmt::format("`{}` is not a partition", value), "write one such as `aws` or `aws-us-gov`"};
  if (name == "AWS::Region" && !app::fitsExpression("[a-z]{2,4}(-[a-z]+){1,3}-[0-9]+", value))
    return Misfit{fmt::format("`{}` is not a region", value), "write one such as `eu-west-1`"};
  return {};
}

/// What to write for a name that no template declares.
std::string hintFor(std::string_view name, const std::vector<std::string_view>& declared) {
  if (auto similar = diag::didYouMean(name, declared); !similar.empty()) return similar;
  if (name == "ParameterKey") return "write `--parameter KEY=VALUE`, the name and the value alone";
  if (declared.empty()) return "there are no parameters to give";
  return fmt::format("one of `{}`", fmt::join(declared, "`, `"));
}

}  // namespace

ParsedParameter parseParameter(const std::string& written) {
  const auto equals = written.find('=');
  if (equals == written.npos || equals == 0)
    return {{}, fmt::format("--parameter {}: write KEY=VALUE, such as Environment=production", written)};
  return {{written.substr(0, equals), written.substr(equals + 1)}, {}};
}

cfn::Given takeParameters(const std::vector<GivenParameter>& all, const std::vector<const cfn::Template*>& templates,
                          diag::Diagnostics& diagnostics) {
  cfn::Given given;
  std::vector<std::string_view> declared;
  for (const auto* one : templates)
    for (const auto& parameter : one->sections().parameters) declared.push_back(parameter.key);
  const auto refuse = [&](const GivenParameter& parameter, Misfit misfit) {
    diagnostics.error("wrong-parameter", misfit.span,
                      fmt::format("`--parameter {}`: {}", parameter.name, misfit.message), std::move(misfit.hint));
  };
  for (const auto& parameter : all) {
    const auto& [name, value] = parameter;
    if (!given.parameters.try_emplace(name, value).second) refuse(parameter, {"it is given twice", "give it once"});
    if (name.starts_with("AWS::")) {
      if (auto misfit = judgePseudo(parameter)) refuse(parameter, *std::move(misfit));
    } else if (std::ranges::find(declared, name) == declared.end()) {
      diagnostics.error(
          "unknown-parameter", {},
          fmt::format("{} no parameter `{}`", templates.size() > 1 ? "the templates have" : "the template has", name),
          hintFor(name, declared));
    }
    for (const auto* one : templates)
      if (const auto* declaration = data::find(one->sections().parameters, name))
        if (const auto* map = declaration->as<data::Map>())
          if (auto misfit = Declared{parameter, *map}.judge()) refuse(parameter, *std::move(misfit));
  }
  return given;
}

}  // namespace project
