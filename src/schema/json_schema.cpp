#include <fmt/format.h>

#include <algorithm>

#include "schema/documents.h"

namespace schema {
namespace {

void put(data::Map& map, std::string_view key, data::Value value) {
  map.push_back({std::string{key}, std::move(value), {}});
}

data::List listOf(const std::vector<std::string_view>& texts) { return {texts.begin(), texts.end()}; }

/// What editors show above the description: `backup_days` as "Backup days".
std::string titleOf(const Field& field) {
  std::string title{field.name};
  std::ranges::replace(title, '_', ' ');
  if (title.front() >= 'a' && title.front() <= 'z') title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

data::Value typeOf(const Field& field) {
  switch (field.type()) {
    case Type::group:
      return "object";
    case Type::list:
      return "array";
    case Type::number:
      return "integer";
    case Type::flag:
      return "boolean";
    case Type::choice:
      return "string";
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

/// A group must be given if anything in it must.
bool mustBeGiven(const Field& field) {
  if (field.type() != Type::group || field.optional) return field.required;
  for (const auto& member : field.fields)
    if (mustBeGiven(member)) return true;
  return false;
}

void putGroup(data::Map& schema, const Field& group) {
  data::Map properties;
  data::List required;
  for (const auto& member : group.fields) {
    put(properties, member.name, schemaOf(member));
    if (mustBeGiven(member)) required.emplace_back(member.name);
  }
  put(schema, "properties", std::move(properties));
  if (!required.empty()) put(schema, "required", std::move(required));
  put(schema, "additionalProperties", false);
}

void putList(data::Map& schema, const Field& list) {
  const auto item = list.kind->prototype(list);
  auto items = schemaOf(*item.field);
  std::erase_if(items, [](const data::Entry& entry) {
    return entry.key == "title" || entry.key == "description" || entry.key == "default";
  });
  put(schema, "items", std::move(items));
  if (list.mostItems) put(schema, "maxItems", static_cast<std::int64_t>(*list.mostItems));
  if (list.uniqueItems) put(schema, "uniqueItems", true);
}

data::Map schemaOf(const Field& field) {
  auto description = std::string{field.doc};
  if (!field.unit.empty()) description += fmt::format(" In {}.", field.unit);
  data::Map schema;
  if (!field.name.empty()) put(schema, "title", titleOf(field));
  if (!description.empty()) put(schema, "description", std::move(description));
  put(schema, "type", typeOf(field));
  switch (field.type()) {
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
      break;
  }
  auto value = show(field);
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
