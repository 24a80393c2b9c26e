#include <fmt/format.h>

#include "config/load.h"

namespace config {
namespace {

std::string textOf(const data::Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  auto json = data::toJson(value);
  json.pop_back();
  return json;
}

void referenceOf(const Field& group, const std::string& prefix, std::string& out) {
  for (const auto& field : group.fields) {
    const auto path = prefix + std::string{field.name};
    if (field.type == Type::group) {
      out += fmt::format("\n## {}\n\n{}\n\n", path, field.doc);
      referenceOf(field, path + ".", out);
      continue;
    }
    out += fmt::format("- `{}`: {}", path, field.doc);
    const auto& checks = field.type == Type::list ? field.fields.front().checks : field.checks;
    for (const auto& check : checks)
      out += fmt::format(" {} be {}.", field.type == Type::list ? "Each must" : "Must", check.meaning);
    out += field.required ? " Required.\n" : fmt::format(" Default: `{}`.\n", textOf(field.show()));
    for (const auto& [word, doc] : field.choices) out += fmt::format("  - `{}`: {}\n", word, doc);
  }
}

void exampleOf(const Field& group, int indent, std::string& out) {
  for (const auto& field : group.fields) {
    out += fmt::format("{:{}}# {}\n", "", indent, field.doc);
    for (const auto& [word, doc] : field.choices) out += fmt::format("{:{}}#   {}: {}\n", "", indent, word, doc);
    if (field.type == Type::group) {
      out += fmt::format("{:{}}{}:\n", "", indent, field.name);
      exampleOf(field, indent + 2, out);
      out += '\n';
    } else {
      out += fmt::format("{:{}}{}: {}\n", "", indent, field.name, textOf(field.show()));
    }
  }
}

}  // namespace

std::string reference(const Field& schema) {
  auto out = fmt::format("# Configuration\n\n{}\n\n", schema.doc);
  referenceOf(schema, "", out);
  return out;
}

data::Value jsonSchema(const Field& field) {
  constexpr std::string_view types[] = {"object", "array", "string", "integer", "boolean", "string"};
  data::Map schema{{"description", field.doc}, {"type", types[static_cast<int>(field.type)]}};
  for (const auto& check : field.checks) schema.insert(schema.end(), check.jsonSchema.begin(), check.jsonSchema.end());
  if (!field.choices.empty()) {
    data::List words;
    for (const auto& choice : field.choices) words.emplace_back(choice.word);
    schema.push_back({"enum", std::move(words), {}});
  }
  if (field.type == Type::list) schema.push_back({"items", jsonSchema(field.fields.front()), {}});
  if (field.type != Type::group) return schema;
  data::Map properties;
  data::List required;
  for (const auto& member : field.fields) {
    properties.push_back({std::string{member.name}, jsonSchema(member), {}});
    if (member.required) required.emplace_back(member.name);
  }
  schema.push_back({"properties", std::move(properties), {}});
  schema.push_back({"required", std::move(required), {}});
  schema.push_back({"additionalProperties", false, {}});
  return schema;
}

std::string annotatedExample(const Field& schema) {
  std::string out;
  exampleOf(schema, 0, out);
  return out;
}

}  // namespace config
