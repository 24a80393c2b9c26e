#include "schema/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "data/read_yaml.h"
#include "schema/phrases.h"
#include "schema/plain.h"
#include "schema/read_scalar.h"
#include "schema/unknown_field.h"

namespace schema {
namespace {

/// `key:` with nothing behind it, or the words for that.
bool isNothing(const data::Value& value) {
  const auto* text = value.as<std::string>();
  if (!text) return !value.isSet();
  return value.plain() && (text->empty() || *text == "~" || *text == "null" || *text == "Null" || *text == "NULL");
}

class Reader {
 public:
  Reader(Field& root, diag::Diagnostics& diagnostics) : root_{root}, diagnostics_{diagnostics} {}

  /// `key` is where the field's name stands; the root and the items of a list have none.
  void read(Field& field, const data::Value& value, diag::Span key, const Place& place) {
    field.key = key;
    const bool single = value.as<std::string>() && !isNothing(value);
    field.origin = key.line && !single ? key : value.span();
    if (field.type() == Type::raw && isWritten(value)) return void(valueOf(field) = value);
    if (isNothing(value)) return refuseNothing(field, place);
    if (field.type() == Type::group && value.as<data::Map>()) return readGroup(field, *value.as<data::Map>(), place);
    if (field.type() == Type::list && value.as<data::List>()) return readList(field, *value.as<data::List>(), place);
    if (field.type() == Type::map && value.as<data::Map>()) return readMap(field, *value.as<data::Map>(), place);
    if (isScalar(field.type()) && value.as<std::string>()) return readScalar(field, value, place, diagnostics_);
    if (auto* member = value.as<std::string>() ? const_cast<Field*>(shortMember(field)) : nullptr)
      return readShort(field, *member, value, place);
    refuseType(field, value, place);
  }

  /// After everything was read, so that a field under a wrong name or in a wrong place is known.
  void refuseMissing(Field& group, diag::Span nearest, const Place& place) {
    if (group.given()) nearest = group.origin;
    for (auto& field : group.fields) {
      const Place inner{&place, field.name, group.type() == Type::list};
      if (!isChosen(group, field)) continue;
      if (field.misspelt || (field.given() && !field.sound)) continue;
      if (field.optional && !field.given()) continue;
      if (field.required && !field.given()) missing(field, nearest, inner, lineFor(field));
      if (isScalar(field.type())) continue;
      const auto lines = requiredLines(field);
      if (field.type() != Type::group || field.given() || lines.empty()) {
        refuseMissing(field, nearest, inner);
      } else {
        missing(field, nearest, inner, fmt::format("{}:", field.name), lines);
      }
    }
  }

 private:
  static bool isScalar(Type type) { return type != Type::group && type != Type::list && type != Type::map; }

  static data::Value& valueOf(Field& raw) { return *static_cast<data::Value*>(raw.variable); }
  /// Any value but that of `key:`, which was probably not meant; `null` is one.
  static bool isWritten(const data::Value& value) {
    const auto* text = value.as<std::string>();
    return value.isSet() && !(text && text->empty() && value.plain());
  }

  /// Whether the group certainly has the member: not if the word that decides about it is wrong or missing.
  static bool isChosen(const Field& group, const Field& member) {
    const auto* selector = member.onlyWith.empty() ? nullptr : selectorOf(group);
    return !selector || (selector->sound && applies(group, member));
  }

  /// One value in place of a group; messages name the group, which is all that the user wrote.
  void readShort(Field& group, Field& member, const data::Value& value, const Place& place) {
    member.key = group.key;
    member.origin = group.origin;
    readScalar(member, value, place, diagnostics_);
  }

  void readMap(Field& map, const data::Map& entries, const Place& place) {
    std::vector<std::string> keys;
    std::vector<const data::Entry*> good;
    for (const auto& entry : entries) {
      if (!map.kind->key->parse(nullptr, entry.key)) {
        refuseKey(map, entry, place);
      } else {
        keys.push_back(entry.key);
        good.push_back(&entry);
      }
    }
    map.kind->setKeys(map, keys);
    for (std::size_t i = 0; i < good.size(); ++i)
      read(map.fields[i], good[i]->value, good[i]->keySpan, {&place, map.fields[i].name});
  }

  void refuseKey(Field& map, const data::Entry& entry, const Place& place) {
    map.sound = false;
    const Field key{"", "", map.kind->key, nullptr};
    std::vector<std::string_view> words;
    for (const auto& choice : map.kind->key->choices) words.push_back(choice.word);
    if (++unknownFields_ > mostSuggestions) words.clear();
    diagnostics_.error("wrong-name", entry.keySpan, fmt::format("`{}` cannot hold {}", place.path(), quote(entry.key)),
                       diag::didYouMean(entry.key, words, "write " + expected(key)));
  }

  void readGroup(Field& group, const data::Map& map, const Place& place) {
    auto* selector = group.selector.empty() ? nullptr : memberNamed(group, group.selector);
    for (const auto& entry : map)  // first, since it decides about the others
      if (selector && entry.key == selector->name)
        read(*selector, entry.value, entry.keySpan, {&place, selector->name});
    for (const auto& entry : map) {
      auto* field = memberNamed(group, entry.key);
      if (selector && field == selector) continue;
      if (!field)
        refuseUnknownField(root_, group, place, entry, ++unknownFields_ <= mostSuggestions, diagnostics_);
      else if (selector && selector->sound && !applies(group, *field))
        refuseAlternative(group, *selector, *field, entry, place);
      else if (!selector || selector->sound || isOnlyOfItsName(group, *field))
        read(*field, entry.value, entry.keySpan, {&place, field->name});
      else
        field->sound = false;  // which of them is meant is not known
    }
  }

  static bool isOnlyOfItsName(const Field& group, const Field& member) {
    return std::ranges::count(group.fields, member.name, &Field::name) == 1;
  }

  /// A field that the group has with other words of its selector.
  void refuseAlternative(const Field& group, const Field& selector, const Field& member, const data::Entry& entry,
                         const Place& place) {
    const Place inner{&place, member.name};
    const auto word = shownText(selector);
    diagnostics_.error("wrong-alternative", entry.keySpan,
                       fmt::format("`{}` does not go with `{}: {}`{}", inner.path(), selector.name, word,
                                   selector.given() ? "" : ", the default"),
                       fmt::format("remove it, or write {}", alternativesOf(group, member)));
  }

  void readList(Field& list, const data::List& items, const Place& place) {
    auto size = items.size();
    if (size > list.mostItems.value_or(size)) {
      list.sound = false;
      size = *list.mostItems;
      diagnostics_.error("too-many-items", items[size].span(),
                         fmt::format("`{}` holds {} items", place.path(), items.size()),
                         fmt::format("at most {}", size));
    }
    if (list.required && size == 0)
      refuse(list, "missing-value", fmt::format("`{}` is empty", place.path()),
             fmt::format("write `{}`", lineFor(list)));
    list.kind->resize(list, size);
    for (std::size_t i = 0; i < size; ++i) read(list.fields[i], items[i], {}, {&place, list.name, true});
    if (list.uniqueItems) refuseRepeated(list, place);
  }

  void refuseRepeated(Field& list, const Place& place) {
    std::map<std::string, int> lines;
    for (auto& item : list.fields) {
      if (!item.sound) continue;
      const auto [first, isNew] = lines.try_emplace(shownText(item), item.origin.line);
      if (isNew) continue;
      item.sound = false;
      diagnostics_.error("repeated-item", item.origin,
                         fmt::format("`{}` holds {} twice", place.path(), quote(first->first)),
                         fmt::format("it is already on line {}", first->second));
    }
  }

  static std::string shownText(const Field& item) {
    const auto shown = show(item);
    const auto* text = shown.as<std::string>();
    if (text) return *text;
    auto json = data::toJson(shown);
    json.pop_back();  // its final line break
    return json;
  }

  void refuseNothing(Field& field, const Place& place) {
    const auto orRemove = field.required ? "" : ", or remove the line";
    auto hint = isStructured(field)          ? fmt::format("write its fields below{}", orRemove)
                : field.type() == Type::list ? fmt::format("write `- {}` below{}", exampleOf(field), orRemove)
                : place.item                 ? fmt::format("write `- {}`{}", exampleOf(field), orRemove)
                                             : fmt::format("write `{}`{}", lineFor(field), orRemove);
    if (!place.outer) hint.clear();
    refuse(field, "missing-value",
           place.item ? fmt::format("an item of `{}` is empty", place.path())
                      : fmt::format("`{}` has no value", place.path()),
           std::move(hint));
  }

  void refuseType(Field& field, const data::Value& value, const Place& place) {
    const auto what = !place.outer ? fmt::format("the {}", root_.noun)
                                   : fmt::format("{}`{}`", place.item ? "an item of " : "", place.path());
    refuse(field, "wrong-type", fmt::format("{} is {} where {}", what, nounOf(value), nounOf(field.type())),
           rightForm(field, value, place));
  }

  /// Whether only fields below it can give it a value.
  static bool isStructured(const Field& field) {
    return field.type() == Type::map || (field.type() == Type::group && !shortMember(field));
  }

  static std::string rightForm(const Field& field, const data::Value& value, const Place& place) {
    if (field.type() == Type::list) {
      const auto* text = value.as<std::string>();
      const bool isShort = text && text->size() <= 40;
      return fmt::format("write `- {}` on a line below", !isShort        ? exampleOf(field)
                                                         : value.plain() ? *text
                                                                         : writtenInYaml(*text));
    }
    if (field.type() == Type::map)
      return fmt::format("write fields such as `{}` on lines below", withoutBraces(exampleOf(field)));
    if (field.type() != Type::group)
      return place.item ? fmt::format("write `- {}`", exampleOf(field)) : fmt::format("write `{}`", lineFor(field));
    const auto& member = field.fields.front();
    return value.as<data::List>() ? fmt::format("write fields such as `{}` without `- `", lineFor(member))
                                  : fmt::format("write fields such as `{}` on lines below", lineFor(member));
  }

  static std::string withoutBraces(const std::string& map) { return map.substr(1, map.size() - 2); }

  void missing(Field& field, diag::Span nearest, const Place& place, const std::string& line,
               const std::vector<std::string>& members = {}) {
    auto hint = fmt::format("write `{}`", line);
    for (std::size_t i = 0; i < members.size(); ++i)
      hint += fmt::format("{}{}", i == 0 ? " and below it " : ", ", members[i]);
    field.sound = false;
    diagnostics_.error("missing-field", nearest, fmt::format("`{}` is missing", place.path()), std::move(hint));
  }

  void refuse(Field& field, std::string_view rule, std::string message, std::string hint) {
    field.sound = false;
    diagnostics_.error(rule, field.origin, std::move(message), std::move(hint));
  }

  static constexpr int mostSuggestions = 100;  // nobody misspells more, but somebody may feed us another program's file

  Field& root_;
  diag::Diagnostics& diagnostics_;
  int unknownFields_ = 0;
};

}  // namespace

void read(Field& schema, const diag::Source& source, diag::Diagnostics& diagnostics) {
  const auto document = data::readYaml(source, diagnostics);
  if (diagnostics.hasErrors() && !document.isSet()) {
    schema.sound = false;  // and with it everything below
    return;
  }
  read(schema, document, diagnostics);
}

void read(Field& schema, const data::Value& document, diag::Diagnostics& diagnostics) {
  Reader reader{schema, diagnostics};
  if (!isNothing(document)) reader.read(schema, document, {}, {});
  if (schema.sound) reader.refuseMissing(schema, {}, {});
}

}  // namespace schema
