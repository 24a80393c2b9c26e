#include "schema/wording.h"

#include <fmt/format.h>

namespace schema {
namespace {

std::string code(const data::Value& value) {
  if (const auto* text = value.as<std::string>()) return fmt::format("`{}`", *text);
  auto json = data::toJson(value);
  if (json.ends_with('\n')) json.pop_back();
  return fmt::format("`{}`", json);
}

}  // namespace

std::string defaultOf(const Field& field) {
  if (field.required) return "**required**";
  const auto value = show(field);
  if (!value.isSet()) return "not set";
  const auto* list = value.as<data::List>();
  const auto* map = value.as<data::Map>();
  return (list && list->empty()) || (map && map->empty()) ? "none" : code(value);
}

std::string valueOf(const Field& field) {
  if (field.type() == Type::list) {
    const auto item = field.kind->prototype(field);
    return fmt::format("list{}{} of: {}", field.mostItems ? fmt::format(", at most {}", *field.mostItems) : "",
                       field.uniqueItems ? ", without repetition," : "", valueOf(*item.field));
  }
  if (field.type() == Type::map) {
    const auto value = field.kind->prototype(field);
    const Field key{"", "", field.kind->key, nullptr};
    return fmt::format("fields; names: {}; values: {}", expected(key), valueOf(*value.field));
  }
  return field.type() == Type::choice ? "one of the words below" : expected(field);
}

std::span<const Choice> choicesOf(const Field& field) {
  return field.type() == Type::list ? field.kind->prototype(field).field->kind->choices : field.kind->choices;
}

std::shared_ptr<const Field> groupOf(const Field& field) {
  if (field.type() == Type::group) return {std::shared_ptr<void>{}, &field};
  if (field.type() != Type::list) return nullptr;
  const auto item = field.kind->prototype(field);
  if (item.field->type() != Type::group) return nullptr;
  auto* group = item.field.get();
  return {std::make_shared<Prototype>(item), group};
}

}  // namespace schema
