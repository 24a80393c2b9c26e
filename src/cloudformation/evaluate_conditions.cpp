#include <fmt/format.h>

#include <algorithm>

#include "cloudformation/evaluator.h"

namespace cfn {

Evaluator::Condition Evaluator::condition(std::size_t file, std::string_view name, diag::Span span) {
  auto& known = files_[file].conditions;
  if (const auto found = known.find(name); found != known.end()) return found->second;
  const auto* written = data::find(files_[file].source->sections().conditions, name);
  auto result =
      written ? truthOf(file, *written)
              : Condition{Truth::unknown, normal::unknown(fmt::format("there is no condition `{}`", name), span, span)};
  return known[std::string{name}] = std::move(result);
}

Evaluator::Condition Evaluator::truthOf(std::size_t file, const Value& value) {
  const auto named = [&](const Value& name) {
    const auto* text = name.as<std::string>();
    return text ? condition(file, *text, name.span()) : Condition{};
  };
  const auto* map = value.as<Map>();
  if (map && map->size() == 1 && map->front().key == "Condition") return named(map->front().value);
  const auto call = callOf(value);
  const auto* arguments = call ? call->argument->as<List>() : nullptr;
  if (call && call->function == "Condition") return named(*call->argument);
  if (call && call->function == "Equals" && arguments && arguments->size() == 2)
    return equals(file, arguments->front(), arguments->back(), value.span());
  if (call && call->function == "Not" && arguments && arguments->size() == 1) {
    auto inner = truthOf(file, arguments->front());
    if (inner.truth != Truth::unknown) inner.truth = inner.truth == Truth::yes ? Truth::no : Truth::yes;
    return inner;
  }
  if (call && (call->function == "And" || call->function == "Or") && arguments) {
    const auto settles = call->function == "And" ? Truth::no : Truth::yes;
    Condition result{call->function == "And" ? Truth::yes : Truth::no, {}};
    for (const auto& argument : *arguments) {
      auto one = truthOf(file, argument);
      if (one.truth == settles) return one;
      if (one.truth == Truth::unknown) result = std::move(one);
    }
    return result;
  }
  return {Truth::unknown, normal::unknownHere("a condition that is not evaluated here", file, value.span())};
}

Evaluator::Condition Evaluator::equals(std::size_t file, const Value& writtenA, const Value& writtenB,
                                       diag::Span span) {
  const auto a = paid(file, evaluate(file, writtenA), span), b = paid(file, evaluate(file, writtenB), span);
  const auto* textA = normal::textOf(a);
  const auto* textB = normal::textOf(b);
  if (textA && textB) return {*textA == *textB ? Truth::yes : Truth::no, {}};
  auto nameA = identity(a), nameB = identity(b);
  if (nameA == nameB) return {Truth::yes, {}};
  if (textA) return choose(nameB, *textA, allowedValues(file, writtenB), b, span);
  if (textB) return choose(nameA, *textB, allowedValues(file, writtenA), a, span);
  if (nameB < nameA) std::swap(nameA, nameB);
  return choose(nameA + " = " + nameB, "true", nullptr, unknownOf(a) ? a : b, span);
}

/// What the parameter that `written` refers to may be, if the template tells.
const List* Evaluator::allowedValues(std::size_t file, const Value& written) const {
  const auto call = callOf(written);
  const auto* name = call && call->function == "Ref" ? call->argument->as<std::string>() : nullptr;
  const auto* parameter = name ? data::find(files_[file].source->sections().parameters, *name) : nullptr;
  const auto* map = parameter ? parameter->as<Map>() : nullptr;
  const auto* allowed = map ? data::find(*map, "AllowedValues") : nullptr;
  return allowed ? allowed->as<List>() : nullptr;
}

Evaluator::Condition Evaluator::choose(const std::string& subject, const std::string& option, const List* allowed,
                                       const Value& why, diag::Span span) {
  const auto isOption = [](const std::string& text) {
    return [&text](const Value& value) {
      const auto scalar = normal::scalar(value);
      const auto* known = normal::textOf(scalar);
      return known && *known == text;
    };
  };
  if (allowed && std::ranges::none_of(*allowed, isOption(option))) return {Truth::no, {}};
  if (const auto chosen = given_.chosen.find(subject); chosen != given_.chosen.end())
    return {chosen->second == option ? Truth::yes : Truth::no, {}};
  auto& choices = result_.choices;
  auto choice = std::ranges::find(choices, subject, &Choice::subject);
  const auto unknown = unknownOf(why) ? why : normal::unknownFrom(why, "what a condition compares", span);
  if (choice == choices.end())
    choice = choices.insert(choices.end(), {subject, {}, true, std::string{unknownOf(unknown)->reason}, span});
  if (std::ranges::find(choice->options, option) == choice->options.end()) choice->options.push_back(option);
  if (allowed)
    choice->mayBeElse = !std::ranges::all_of(*allowed, [&](const Value& value) {
      return std::ranges::any_of(choice->options, [&](const std::string& text) { return isOption(text)(value); });
    });
  return {Truth::unknown, unknown};
}

}  // namespace cfn
