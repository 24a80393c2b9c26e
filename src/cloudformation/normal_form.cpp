#include "cloudformation/normal_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cloudformation/ip.h"
#include "data/write.h"
#include "diagnostics/display.h"

namespace cfn {

/// Behind it in a reason stands what nobody needs to read: it makes reasons differ whose values do.
constexpr char tellsApart = '\x01';

std::optional<Unknown> unknownOf(const Value& value) {
  const auto* reason = normal::taggedAs(value, "Unknown");
  if (!reason) return {};
  const std::string_view text{*normal::textOf(*reason)};
  return Unknown{text.substr(0, text.find(tellsApart)), reason->span()};
}

std::string identity(const Value& value) {
  if (const auto* text = value.as<std::string>()) return fmt::format("\"{}\"", *text);
  if (const auto* tagged = value.as<data::Tagged>()) return tagged->tag + "(" + identity(*tagged->value) + ")";
  std::string out;
  if (const auto* list = value.as<List>()) {
    for (const auto& item : *list) out += identity(item) + ",";
    return "[" + out + "]";
  }
  if (const auto* map = value.as<Map>()) {
    auto sorted = *map;
    std::ranges::sort(sorted, {}, &data::Entry::key);
    for (const auto& entry : sorted) out += entry.key + ":" + identity(entry.value) + ",";
    return "{" + out + "}";
  }
  return value.isSet() ? identity(normal::scalar(value)) : "none";
}

namespace normal {
namespace {

std::optional<std::size_t> numberIn(const Value& value) {
  const auto* text = textOf(value);
  std::size_t number = 0;
  if (!text || text->empty()) return {};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size()) return {};
  return number;
}

/// A list that the deployment makes, such as that of availability zones.
bool isSymbolicList(const Value& value) {
  const auto* tagged = value.as<data::Tagged>();
  return tagged && tagged->tag != "Unknown" && tagged->tag != "If" && tagged->tag != "Join" && tagged->tag != "Base64";
}

}  // namespace

Value symbol(std::string_view tag, Value argument, diag::Span span) {
  return Value{data::Tagged{std::string{tag}, std::make_shared<const Value>(std::move(argument))}}.readAt(span);
}

Value unknown(std::string reason, diag::Span cause, diag::Span span) {
  constexpr std::size_t longest = 400;
  if (reason.size() > longest)
    reason = fmt::format("{}{}{:x}", diag::shortened(std::string_view{reason}.substr(0, reason.find(tellsApart))),
                         tellsApart, std::hash<std::string>{}(reason));
  return symbol("Unknown", Value{std::move(reason)}.readAt(cause), span);
}

Value unknownHere(std::string_view reason, std::size_t file, diag::Span span) {
  return unknown(fmt::format("{}{}{}:{}:{}", reason, tellsApart, file, span.line, span.column), span, span);
}

Value unknownFrom(const Value& cause, std::string_view made, diag::Span span) {
  if (const auto* known = taggedAs(cause, "Unknown"))
    return unknown(made.empty() ? *textOf(*known) : fmt::format("{}: {}", made, *textOf(*known)), known->span(), span);
  if (const auto* alternatives = taggedAs(cause, "If")) {
    const auto& condition = alternatives->as<List>()->front();
    return unknown(fmt::format("{}: it depends on the condition `{}`{}{}", made, *textOf(condition), tellsApart,
                               std::hash<std::string>{}(identity(cause))),
                   cause.span(), span);
  }
  return unknown(fmt::format("{}: {} is known once deployed", made, identity(cause)), cause.span(), span);
}

Value scalar(const Value& value) {
  std::string text;
  if (const auto* flag = value.as<bool>())
    text = *flag ? "true" : "false";
  else if (const auto* whole = value.as<std::int64_t>())
    text = std::to_string(*whole);
  else if (const auto* number = value.as<double>())
    text = data::numberText(*number);
  else
    return value;
  return Value{std::move(text)}.readAt(value.span(), true);
}

const std::string* textOf(const Value& value) { return value.as<std::string>(); }

const Value* taggedAs(const Value& value, std::string_view tag) {
  const auto* tagged = value.as<data::Tagged>();
  return tagged && tagged->tag == tag ? tagged->value.get() : nullptr;
}

bool isNoValue(const Value& value) {
  const auto* name = taggedAs(value, "Ref");
  const auto* text = name ? textOf(*name) : nullptr;
  return text && *text == "AWS::NoValue";
}

bool mayLoseItems(const List& list) {
  return std::ranges::any_of(list, [](const Value& item) {
    const auto* alternatives = taggedAs(item, "If");
    return alternatives && std::ranges::any_of(*alternatives->as<List>(), isNoValue);
  });
}

Value concatenated(const List& parts, diag::Span span) {
  List flat;
  std::string literal;  // of several texts, not yet in `flat`
  Value only;           // instead, where it is one
  const auto endLiteral = [&] {
    if (only.isSet()) flat.push_back(std::exchange(only, {}));
    if (!literal.empty()) flat.push_back(Value{std::exchange(literal, {})});
  };
  const auto add = [&](const Value& part) {
    const auto* text = textOf(part);
    if (text && text->empty()) return;
    if (!text) {
      endLiteral();
      flat.push_back(part);
    } else if (literal.empty() && !only.isSet()) {
      only = part;
    } else {
      if (only.isSet()) literal = *textOf(only);
      only = {};
      literal += *text;
    }
  };
  for (const auto& part : parts) {
    if (!part.isSet() || part.as<List>() || part.as<Map>())
      return unknown("a text made of what is no text", part.span().line ? part.span() : span, span);
    if (const auto* inner = taggedAs(part, "Join"))
      for (const auto& piece : *inner->as<List>()) add(piece);
    else
      add(part);
  }
  endLiteral();
  if (flat.empty()) return Value{""}.readAt(span);
  if (flat.size() == 1) return flat.front().readAt(span);
  return symbol("Join", std::move(flat), span);
}

Value join(const Value& delimiter, const Value& list, diag::Span span) {
  const auto* items = list.as<List>();
  if (!items) return unknownFrom(list, "a text joined of a list", span);
  if (mayLoseItems(*items))
    return unknownFrom(*std::ranges::find_if(*items, [](const Value& item) { return taggedAs(item, "If") != nullptr; }),
                       "a text joined of a list", span);
  List parts;
  for (const auto& item : *items) {
    if (!parts.empty()) parts.push_back(delimiter);
    parts.push_back(item);
  }
  return concatenated(parts, span);
}

Value split(const Value& delimiter, const Value& text, diag::Span span) {
  const auto* by = textOf(delimiter);
  if (!by || by->empty()) return unknownFrom(delimiter, "a list split by it", span);
  const auto* joined = taggedAs(text, "Join");
  const List parts = joined ? *joined->as<List>() : List{text};
  List items;
  List item;
  for (const auto& part : parts) {
    if (const auto* literal = textOf(part)) {
      std::string_view rest{*literal};
      for (auto at = rest.find(*by); at != rest.npos; at = rest.find(*by)) {
        item.push_back(rest.substr(0, at));
        items.push_back(concatenated(item, span));
        item.clear();
        rest.remove_prefix(at + by->size());
      }
      item.push_back(rest);
    } else if (*by == "," && (taggedAs(part, "Ref") || taggedAs(part, "GetAtt"))) {
      item.push_back(part);  // ids, names and addresses hold no comma
    } else {
      return unknownFrom(part, "a list split of a text", span);
    }
  }
  items.push_back(concatenated(item, span));
  return Value{std::move(items)}.readAt(span);
}

std::size_t occurrences(std::string_view part, const Value& text) {
  std::size_t number = 0;
  if (const auto* literal = textOf(text)) {
    for (auto at = literal->find(part); at != literal->npos; at = literal->find(part, at + part.size())) ++number;
  } else if (const auto* joined = taggedAs(text, "Join")) {
    for (const auto& piece : *joined->as<List>()) number += occurrences(part, piece);
  }
  return number;
}

Value select(const Value& index, const Value& list, diag::Span span) {
  const auto number = numberIn(index);
  if (!number) return unknownFrom(index, "an item of a list, the number of which is not known", span);
  const auto what = fmt::format("item {} of a list", *number);
  if (const auto* items = list.as<List>()) {
    if (*number >= items->size()) return unknown(fmt::format("the list has no item {}", *number), span, span);
    if (mayLoseItems({items->begin(), items->begin() + static_cast<std::ptrdiff_t>(*number) + 1}))
      return unknownFrom(*std::ranges::find_if(*items, [](const Value& item) { return taggedAs(item, "If"); }), what,
                         span);
    return (*items)[*number];
  }
  if (isSymbolicList(list)) return symbol("Select", List{Value{std::to_string(*number)}, list}, span);
  return unknownFrom(list, what, span);
}

Value cidr(const List& arguments, diag::Span span) {
  if (arguments.size() < 2 || !textOf(arguments[0])) {
    if (!arguments.empty() && !unknownOf(arguments[0])) return symbol("Cidr", arguments, span);
    return unknownFrom(arguments.empty() ? Value{List{}} : arguments[0], "a range within a range", span);
  }
  const auto range = parseRange(*textOf(arguments[0]));
  const auto count = numberIn(arguments[1]);
  if (!range || !count || *count > 256) return unknown("ranges within what is no range", arguments[0].span(), span);
  const auto bits = arguments.size() > 2 ? numberIn(arguments[2])
                                         : std::optional<std::size_t>{range->family == Family::ipv4 ? 5 : 64};
  const auto hostBits = bits ? static_cast<int>(std::min<std::size_t>(*bits, 200)) : 200;
  const int prefixLength = bitsOf(range->family) - hostBits;
  if (prefixLength < range->prefixLength || hostBits > 127)
    return unknown("ranges that do not fit into the range", arguments[0].span(), span);
  List ranges;
  for (std::size_t i = 0; i < *count; ++i) {
    const IpRange part{range->family, range->first + (static_cast<Bits128>(i) << hostBits), prefixLength};
    if (!range->contains(part)) return unknown("ranges that do not fit into the range", arguments[0].span(), span);
    ranges.push_back(Value{part.text()}.readAt(span));
  }
  return Value{std::move(ranges)}.readAt(span);
}

Value length(const Value& list, diag::Span span) {
  const auto* items = list.as<List>();
  if (!items || mayLoseItems(*items)) return unknownFrom(items ? Value{"a list"} : list, "the length of a list", span);
  return Value{std::to_string(items->size())}.readAt(span);
}

Value toJsonString(const Value& value, diag::Span span) {
  const auto text = identity(value);
  for (const std::string_view open : {"Ref(", "GetAtt(", "Unknown(", "Join(", "If(", "Select("})
    if (text.find(open) != text.npos) return unknown("JSON of what is known once deployed", value.span(), span);
  return Value{data::toJson(value)}.readAt(span);
}

}  // namespace normal
}  // namespace cfn
