#include "cloudformation/for_each.h"

#include <algorithm>
#include <cctype>

#include "cloudformation/references.h"

namespace cfn {
namespace {

constexpr std::string_view prefix = "Fn::ForEach::";
constexpr std::size_t mostItems = 20'000;  ///< written out in all: what would be more stays a loop

bool namesTransform(const Value& transform) {
  if (const auto* list = transform.as<List>()) return std::ranges::any_of(*list, namesTransform);
  const auto* map = transform.as<Map>();
  const auto* name = map ? data::find(*map, "Name") : &transform;
  const auto* text = name ? name->as<std::string>() : nullptr;
  return text && *text == "AWS::LanguageExtensions";
}

std::string alphanumeric(const std::string& text) {
  std::string kept;
  std::ranges::copy_if(text, std::back_inserter(kept), [](unsigned char c) { return std::isalnum(c) != 0; });
  return kept;
}

/// `${Name}` and `&{Name}` become the item.
std::string filledIn(std::string text, const std::string& name, const std::string& item) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  };
  replace("${" + name + "}", item);
  replace("&{" + name + "}", alphanumeric(item));
  return text;
}

class Writer {
 public:
  explicit Writer(const Map& document) {
    if (const auto* parameters = data::find(document, "Parameters"))
      if (const auto* map = parameters->as<Map>()) parameters_ = *map;
    if (const auto* mappings = data::find(document, "Mappings"))
      if (const auto* map = mappings->as<Map>()) mappings_ = *map;
  }

  std::vector<Name> left;

  Value write(const Value& value) {
    if (const auto* list = value.as<List>()) {
      List items;
      for (const auto& item : *list) items.push_back(write(item));
      return Value{std::move(items)}.readAt(value.span(), value.plain());
    }
    if (const auto* tagged = value.as<data::Tagged>())
      return Value{data::Tagged{tagged->tag, std::make_shared<const Value>(write(*tagged->value))}}.readAt(
          value.span());
    const auto* map = value.as<Map>();
    if (!map) return value;
    Map entries;
    for (const auto& entry : *map)
      if (!entry.key.starts_with(prefix))
        entries.push_back({entry.key, write(entry.value), entry.keySpan});
      else if (!writeLoop(entry, entries))
        leave(entry, entries);
    return Value{std::move(entries)}.readAt(value.span(), value.plain());
  }

 private:
  void leave(const data::Entry& entry, Map& entries) {
    left.push_back({entry.key, entry.keySpan});
    entries.push_back(entry);
  }

  bool writeLoop(const data::Entry& entry, Map& entries) {
    const auto* parts = entry.value.as<List>();
    if (!parts || parts->size() != 3) return false;
    const auto* name = (*parts)[0].as<std::string>();
    const auto* body = (*parts)[2].as<Map>();
    const auto items = name && body ? collection((*parts)[1]) : std::nullopt;
    if (!items) return false;
    written_ += items->size() * body->size();
    if (written_ > mostItems) return false;
    for (const auto& item : *items) {
      const auto written = write(put((*parts)[2], *name, item));  // loops within it see the item
      for (const auto& each : *written.as<Map>()) entries.push_back(each);
    }
    return true;
  }

  /// The value with the item in the place of the loop's name: in texts and keys, and where `Ref` names it.
  static Value put(const Value& value, const std::string& name, const std::string& item) {
    if (const auto* text = value.as<std::string>())
      return Value{filledIn(*text, name, item)}.readAt(value.span(), value.plain());
    if (const auto call = callOf(value); call && call->function == "Ref")
      if (const auto* named = call->argument->as<std::string>(); named && *named == name)
        return Value{item}.readAt(value.span());
    if (const auto* list = value.as<List>()) {
      List items;
      for (const auto& each : *list) items.push_back(put(each, name, item));
      return Value{std::move(items)}.readAt(value.span(), value.plain());
    }
    if (const auto* tagged = value.as<data::Tagged>())
      return Value{data::Tagged{tagged->tag, std::make_shared<const Value>(put(*tagged->value, name, item))}}.readAt(
          value.span());
    const auto* map = value.as<Map>();
    if (!map) return value;
    Map entries;
    for (const auto& entry : *map)
      entries.push_back({filledIn(entry.key, name, item), put(entry.value, name, item), entry.keySpan});
    return Value{std::move(entries)}.readAt(value.span(), value.plain());
  }

  /// The items of a list; nothing if the template does not tell them.
  std::optional<std::vector<std::string>> collection(const Value& value) const {
    if (const auto* list = value.as<List>()) {
      std::vector<std::string> items;
      for (const auto& each : *list) {
        const auto more = itemsOf(each);
        if (!more) return {};
        items.insert(items.end(), more->begin(), more->end());
      }
      return items;
    }
    if (callOf(value)) return itemsOf(value);
    return {};
  }

  std::optional<std::vector<std::string>> itemsOf(const Value& value) const {
    if (const auto* text = value.as<std::string>()) return std::vector{*text};
    const auto call = callOf(value);
    if (!call) return {};
    if (call->function == "Ref") return ofParameter(*call->argument);
    if (call->function == "FindInMap") return ofMapping(*call->argument);
    return {};
  }

  std::optional<std::vector<std::string>> ofParameter(const Value& name) const {
    const auto* text = name.as<std::string>();
    const auto* declared = text ? data::find(parameters_, *text) : nullptr;
    const auto* fields = declared ? declared->as<Map>() : nullptr;
    const auto* type = fields ? data::find(*fields, "Type") : nullptr;
    const auto* given = fields ? data::find(*fields, "Default") : nullptr;
    const auto* kind = type ? type->as<std::string>() : nullptr;
    const auto* items = given ? given->as<std::string>() : nullptr;
    if (!kind || !items || kind->starts_with("AWS::SSM::")) return {};
    if (*kind != "CommaDelimitedList" && !kind->starts_with("List<")) return std::vector{*items};
    std::vector<std::string> all;
    for (std::string_view rest = *items;;) {
      const auto comma = rest.find(',');
      auto item = rest.substr(0, comma);
      while (item.starts_with(' ')) item.remove_prefix(1);
      while (item.ends_with(' ')) item.remove_suffix(1);
      all.emplace_back(item);
      if (comma == rest.npos) return all;
      rest.remove_prefix(comma + 1);
    }
  }

  std::optional<std::vector<std::string>> ofMapping(const Value& argument) const {
    const auto* keys = argument.as<List>();
    const Value* found = nullptr;
    const auto* inner = &mappings_;
    for (const auto& key : keys && keys->size() == 3 ? *keys : List{}) {
      const auto* text = key.as<std::string>();
      found = text && inner ? data::find(*inner, *text) : nullptr;
      inner = found ? found->as<Map>() : nullptr;
      if (!found) return {};
    }
    const auto* list = found ? found->as<List>() : nullptr;
    return list ? collection(*found) : std::nullopt;
  }

  Map parameters_;
  Map mappings_;
  std::size_t written_ = 0;
};

}  // namespace

WrittenOut writeOutLoops(const Value& document) {
  const auto* map = document.as<Map>();
  const auto* transform = map ? data::find(*map, "Transform") : nullptr;
  if (!transform || !namesTransform(*transform)) return {document};
  Writer writer{*map};
  Map sections;
  for (const auto& entry : *map) {
    const bool looped = entry.key == "Resources" || entry.key == "Conditions" || entry.key == "Outputs";
    sections.push_back({entry.key, looped ? writer.write(entry.value) : entry.value, entry.keySpan});
  }
  return {Value{std::move(sections)}.readAt(document.span(), document.plain()), std::move(writer.left)};
}

}  // namespace cfn
