#include <fmt/format.h>

#include <algorithm>

#include "schema/documents.h"
#include "text/ascii.h"

namespace schema {
namespace {

void put(data::Map& map, std::string_view key, data::Value value) {
  map.push_back({std::string{key}, std::move(value), {}});
}

data::List listOf(const std::vector<std::string_view>& texts) { return {texts.begin(), texts.end()}; }

/// What editors show above the description: `backup_days` as "Backup days".
std::string titleOf(const Field& field) {
  auto title = text::capitalized(field.name);
  std::ranges::replace(title, '_', ' ');
  return title;
}

data::Value typeOf(const Field& field) {
  switch (field.type()) {
    case Type::group:
    case Type::map:
      return "object";
    case Type::list:
      return "array";
    case Type::number:
      return "integer";
    case Type::flag:
      return "boolean";
    case Type::choice:
      return "string";
    case Type::raw:
      return {};
    case Type::text:
      break;
  }
  // Editors take `8.4` without quotes for a number; Cairn takes it for the text it is.
  return field.kind->plainNumber ? data::Value{data::List{"string", "number"}} : data::Value{"string"};
}

void putText(data::Map& schema, const Field& field) {
  if (field.kind->pattern.empty())
    put(schema, "minLength", 1);
  else
    put(schema, "pattern", field.kind->pattern);
  if (!field.examples.empty())
    put(schema, "examples", listOf(field.examples));
  else if (!field.kind->example.empty())
    put(schema, "examples", data::List{field.kind->example});
}

void putNumber(data::Map& schema, const Field& field) {
  if (field.least) put(schema, "minimum", *field.least);
  if (field.most) put(schema, "maximum", *field.most);
}

/// Plain `enum` for validators, the docs of its words as VS Code and its relatives show them.
void putChoices(data::Map& schema, const Field& field) {
  std::vector<std::string_view> words;
  std::vector<std::string_view> docs;
  for (const auto& choice : field.kind->choices) {
    words.push_back(choice.word);
    docs.push_back(choice.doc);
  }
  put(schema, "enum", listOf(words));
  put(schema, "markdownEnumDescriptions", listOf(docs));
}

data::Map schemaOf(const Field& field);

/// Whether several alternatives have a field of that name.
bool isShared(const Field& group, const Field& member) {
  return std::ranges::count(group.fields, member.name, &Field::name) > 1;
}

bool has(const data::Map& map, std::string_view key) { return data::find(map, key) != nullptr; }

/// What holds with one word of the selector: the fields of other alternatives are not allowed, and those that are
/// required in this one are.
data::Map alternativeOf(const Field& group, const Field& selector, std::string_view word) {
  const auto isOf = [&](const Field& member) {
    return std::ranges::find(member.onlyWith, word) != member.onlyWith.end();
  };
  data::Map properties;
  data::List required;
  for (const auto& member : group.fields) {
    if (!isOf(member)) continue;
    if (isShared(group, member)) put(properties, member.name, schemaOf(member));
    if (mustBeGiven(member)) required.emplace_back(member.name);
  }
  for (const auto& member : group.fields)
    if (!member.onlyWith.empty() && !isOf(member) && !has(properties, member.name)) put(properties, member.name, false);
  data::Map then;
  if (!properties.empty()) put(then, "properties", std::move(properties));
  if (!required.empty()) put(then, "required", std::move(required));

  const auto shown = show(selector);
  const auto* usual = shown.as<std::string>();
  data::Map condition{{"properties", data::Map{{std::string{selector.name}, data::Map{{"const", word, {}}}, {}}}, {}}};
  if (selector.required || !usual || *usual != word) put(condition, "required", data::List{selector.name});
  return {{"if", std::move(condition), {}}, {"then", std::move(then), {}}};
}

/// Every field is named here, so that editors offer it and others are refused; the alternatives say which may be given.
void putGroup(data::Map& schema, const Field& group) {
  data::Map properties;
  data::List required;
  for (const auto& member : group.fields) {
    const bool always = member.onlyWith.empty();
    if (!has(properties, member.name))
      put(properties, member.name, isShared(group, member) ? data::Map{} : schemaOf(member));
    if (always && mustBeGiven(member)) required.emplace_back(member.name);
  }
  put(schema, "properties", std::move(properties));
  if (!required.empty()) put(schema, "required", std::move(required));
  put(schema, "additionalProperties", false);
  const auto* selector = selectorOf(group);
  if (!selector) return;
  data::List alternatives;
  for (const auto& choice : selector->kind->choices)
    alternatives.emplace_back(alternativeOf(group, *selector, choice.word));
  put(schema, "allOf", std::move(alternatives));
}

/// Without what is said above it already.
data::Map bare(data::Map schema) {
  std::erase_if(schema, [](const data::Entry& entry) {
    return entry.key == "title" || entry.key == "description" || entry.key == "default";
  });
  return schema;
}

void putList(data::Map& schema, const Field& list) {
  const auto item = list.kind->prototype(list);
  put(schema, "items", bare(schemaOf(*item.field)));
  if (list.required) put(schema, "minItems", 1);
  if (list.mostItems) put(schema, "maxItems", static_cast<std::int64_t>(*list.mostItems));
  if (list.uniqueItems) put(schema, "uniqueItems", true);
}

void putMap(data::Map& schema, const Field& map) {
  const auto value = map.kind->prototype(map);
  const Field key{"", "", map.kind->key, nullptr};
  put(schema, "propertyNames", bare(schemaOf(key)));
  put(schema, "additionalProperties", bare(schemaOf(*value.field)));
}

/// Either of two forms, under one title and description.
void putShort(data::Map& schema, const Field& group, const Field& member) {
  data::Map fields{{"type", "object", {}}};
  putGroup(fields, group);
  put(schema, "anyOf", data::List{bare(schemaOf(member)), std::move(fields)});
}

data::Map schemaOf(const Field& field) {
  auto description = std::string{field.doc};
  if (!field.unit.empty()) description += fmt::format(" In {}.", field.unit);
  data::Map schema;
  if (!field.name.empty()) put(schema, "title", titleOf(field));
  if (!description.empty()) put(schema, "description", std::move(description));
  if (const auto* member = shortMember(field)) {
    putShort(schema, field, *member);
    return schema;
  }
  if (auto type = typeOf(field); type.isSet()) put(schema, "type", std::move(type));
  switch (field.type()) {
    case Type::map:
      putMap(schema, field);
      return schema;
    case Type::group:
      putGroup(schema, field);
      return schema;
    case Type::list:
      putList(schema, field);
      break;
    case Type::text:
      putText(schema, field);
      break;
    case Type::number:
      putNumber(schema, field);
      break;
    case Type::choice:
      putChoices(schema, field);
      break;
    case Type::flag:
    case Type::raw:
      break;
  }
  auto value = field.variable ? show(field) : data::Value{};  // keys of maps have none
  if (!field.required && value.isSet()) put(schema, "default", std::move(value));
  return schema;
}

}  // namespace

data::Value jsonSchema(const Field& root) {
  data::Map schema{
      {"$schema", "https://json-schema.org/draft/2020-12/schema", {}},
      {"$id", fmt::format("urn:cairn:{}", root.noun), {}},
      {"title", fmt::format("Cairn's {}", root.noun), {}},
  };
  auto rest = schemaOf(root);
  schema.insert(schema.end(), rest.begin(), rest.end());
  return schema;
}

}  // namespace schema
