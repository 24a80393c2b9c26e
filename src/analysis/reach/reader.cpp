#include "analysis/reach/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cloudformation/normal_form.h"

namespace reach {
namespace {

using cfn::normal::isNoValue;
using cfn::normal::taggedAs;

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

const std::string* textOf(const Value& value) { return value.as<std::string>(); }

const Map& mapOf(const Value& value) {
  static const Map empty;
  const auto* map = value.as<Map>();
  return map ? *map : empty;
}

std::string_view resourceIn(const Value& value) {
  const auto* named = taggedAs(value, "Ref");
  if (!named) named = taggedAs(value, "GetAtt");
  const auto* text = named ? textOf(*named) : nullptr;
  if (!text || text->starts_with("AWS::")) return {};
  return std::string_view{*text}.substr(0, taggedAs(value, "GetAtt") ? text->find('.') : text->npos);
}

Place Reader::placeOf(const Value& value) const {
  if (!value.span().isSet()) return place();
  return {value.span(), resource_->id};
}

const Reason* Reader::maybe() const {
  if (resource_->present != Truth::unknown) return nullptr;
  const auto unknown = cfn::unknownOf(resource_->condition);
  return network_->because(fmt::format("whether `{}` is made{}", resource_->id,
                                       unknown ? fmt::format(" ({})", unknown->reason) : std::string{}),
                           place());
}

Value Reader::at(const Map& map, std::string_view key) const {
  if (const auto* found = data::find(map, key)) return *found;
  for (const auto& entry : map)
    if (entry.key.starts_with("Fn::")) return entry.value;
  return {};
}

Value Reader::deep(const Map& map, std::string_view path) const {
  const auto dot = path.find('.');
  auto value = at(map, path.substr(0, dot));
  while (true) {
    if (dot == path.npos || !value.isSet()) return value;
    const auto rest = path.substr(dot + 1);
    if (rest.starts_with('0')) {
      const auto* list = value.as<List>();
      if (!list) return value;  // unknown, and so is what is in it
      if (list->empty()) return {};
      if (rest.size() == 1) return list->front();
      const auto* inner = list->front().as<Map>();
      return inner ? deep(*inner, rest.substr(2)) : list->front();
    }
    const auto* inner = value.as<Map>();
    return inner ? deep(*inner, rest) : value;
  }
}

const Reason* Reader::reasonFor(const Value& value) const {
  if (const auto unknown = cfn::unknownOf(value))
    return network_->because(std::string{unknown->reason},
                             unknown->cause.isSet() ? Place{unknown->cause, resource_->id} : placeOf(value));
  if (const auto* alternatives = taggedAs(value, "If"))
    return network_->because(
        fmt::format("it depends on the condition `{}`", *textOf(alternatives->as<List>()->front())), placeOf(value));
  if (const auto* text = textOf(value))
    return network_->because(fmt::format("`{}` is nothing of the template", *text), placeOf(value));
  if (const auto named = resourceIn(value); network_->notMade.contains(named))
    return network_->because(fmt::format("`{}` is not created, because its condition is false", named), placeOf(value));
  return network_->because(fmt::format("{} is known once the stack is deployed", cfn::identity(value)), placeOf(value));
}

Tri Reader::flag(const Value& value, bool otherwise) const { return is(value, "true", otherwise); }

Tri Reader::is(const Value& value, std::string_view word, bool otherwise) const {
  if (!value.isSet()) return otherwise;
  if (const auto* text = textOf(value)) return equalsIgnoringCase(*text, word);
  return reasonFor(value);
}

std::optional<int> Reader::number(const Value& value) const {
  const auto* text = textOf(value);
  int number = 0;
  if (!text || text->empty()) return {};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{}) return {};
  const std::string_view rest{end, static_cast<std::size_t>(text->data() + text->size() - end)};
  if (!rest.empty() && rest.find_first_not_of(".0") != rest.npos) return {};
  return number;
}

std::optional<int> Reader::port(const Value& value) const {
  const auto read = number(value);
  return read && *read >= 0 && *read <= highestPort ? read : std::nullopt;
}

const Reason* Reader::reasonForPort(const Value& value) const {
  const auto* text = textOf(value);
  return text ? network_->because(fmt::format("`{}` is not a port", *text), placeOf(value)) : reasonFor(value);
}

std::vector<Reader::Item> Reader::alternatives(const Value& value) const {
  const auto* both = taggedAs(value, "If");
  if (!both) return {{value, nullptr}};
  const auto* why = reasonFor(value);
  std::vector<Item> all;
  for (std::size_t i = 1; i < 3; ++i)
    for (auto& one : alternatives((*both->as<List>())[i]))
      if (!isNoValue(one.value)) all.push_back({std::move(one.value), why});
  return all;
}

void Reader::addItems(const Value& value, const Reason* maybe, Items& out) const {
  if (!value.isSet()) return;
  if (taggedAs(value, "If")) {
    const auto all = alternatives(value);
    for (const auto& one : all) addItems(one.value, one.maybe, out);
    if (all.empty()) out.others = reasonFor(value);
    return;
  }
  if (const auto* list = value.as<List>()) {
    for (const auto& item : *list) {
      if (taggedAs(item, "If"))
        addItems(item, maybe, out);
      else
        out.items.push_back({item, maybe});
    }
    return;
  }
  if (const auto* joined = taggedAs(value, "Join")) {  // `Join(",", [Ref A, Ref B])` where a list of ids is wanted
    for (const auto& part : *joined->as<List>())
      if (!textOf(part)) out.items.push_back({part, maybe});
    return;
  }
  out.items.push_back({value, maybe});
}

Reader::Items Reader::items(const Value& value) const {
  Items out;
  addItems(value, nullptr, out);
  return out;
}

}  // namespace reach
