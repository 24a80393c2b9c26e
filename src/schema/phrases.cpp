#include "schema/phrases.h"

#include <fmt/format.h>

namespace schema {

std::string_view nounOf(const data::Value& value) {
  if (value.as<data::Map>()) return "a map of fields";
  if (value.as<data::List>()) return "a list";
  return value.as<data::Tagged>() ? "a value with a tag" : "a single value";
}

std::string_view nounOf(Type type) {
  switch (type) {
    case Type::group:
    case Type::map:
      return "fields belong";
    case Type::list:
      return "a list belongs";
    case Type::number:
      return "a number belongs";
    case Type::flag:
      return "`true` or `false` belongs";
    default:
      return "text belongs";
  }
}

std::string lineFor(const Field& field) {
  switch (field.type()) {
    case Type::group:
      if (!shortMember(field)) return fmt::format("{}:", field.name);
      break;
    case Type::list:
      return fmt::format("{}: [{}]", field.name, exampleOf(field));
    default:
      break;
  }
  return fmt::format("{}: {}", field.name, exampleOf(field));
}

std::vector<std::string> requiredLines(const Field& group) {
  std::vector<std::string> lines;
  for (const auto& field : group.fields)
    if (field.required && applies(group, field)) lines.push_back(fmt::format("`{}`", lineFor(field)));
  return lines;
}

}  // namespace schema
