#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "config/load.h"
#include "data/read_yaml.h"

namespace config {
namespace {

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto near = diag::closest(word, candidates);
  return near.empty() ? fmt::format("one of {}", fmt::join(candidates, ", ")) : fmt::format("did you mean `{}`?", near);
}

std::string_view noun(Type type) {
  switch (type) {
    case Type::group:
      return "a map";
    case Type::list:
      return "a list";
    case Type::text:
      return "text";
    case Type::number:
      return "a whole number";
    case Type::flag:
      return "`true` or `false`";
    case Type::choice:
      return "a word";
  }
  return "";
}

class Reader {
 public:
  explicit Reader(diag::Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

  void read(Field& field, const data::Value& value) {
    field.origin = value.span();
    if (field.type == Type::group) return readGroup(field, value);
    if (field.type == Type::list) return readList(field, value);
    const auto* text = value.as<std::string>();
    if (!text) return mustBe(field, noun(field.type));
    if (!field.parse(*text)) return wrongText(field, *text);
    for (const auto& check : field.checks)
      if (!check.holds()) mustBe(field, check.meaning);
  }

 private:
  void readGroup(Field& group, const data::Value& value) {
    const auto* map = value.as<data::Map>();
    if (!map) return mustBe(group, noun(group.type));
    for (const auto& entry : *map) {
      const auto field = std::ranges::find(group.fields, entry.key, &Field::name);
      if (field == group.fields.end())
        unknownField(group, entry);
      else
        read(*field, entry.value);
    }
    for (const auto& field : group.fields)
      if (field.required && !data::find(*map, field.name))
        diagnostics_.error("missing-field", group.origin, fmt::format("`{}` is missing", field.name),
                           std::string{field.doc});
  }

  void readList(Field& list, const data::Value& value) {
    const auto* items = value.as<data::List>();
    if (!items) return mustBe(list, noun(list.type));
    list.resize(items->size());
    for (std::size_t i = 0; i < items->size(); ++i) read(list.fields[i], (*items)[i]);
  }

  void mustBe(const Field& field, std::string_view what) {
    diagnostics_.error("wrong-value", field.origin, fmt::format("`{}` must be {}", field.name, what));
  }

  void wrongText(const Field& field, std::string_view text) {
    if (field.type != Type::choice)
      return mustBe(field, field.type == Type::text ? field.checks.front().meaning : noun(field.type));
    std::vector<std::string_view> words;
    for (const auto& choice : field.choices) words.push_back(choice.word);
    diagnostics_.error("unknown-word", field.origin, fmt::format("`{}` is not a value of `{}`", text, field.name),
                       suggestion(text, words));
  }

  void unknownField(const Field& group, const data::Entry& entry) {
    std::vector<std::string_view> names;
    for (const auto& field : group.fields) names.push_back(field.name);
    diagnostics_.error("unknown-field", entry.keySpan, fmt::format("unknown field `{}`", entry.key),
                       suggestion(entry.key, names));
  }

  diag::Diagnostics& diagnostics_;
};

}  // namespace

void read(Field& schema, const diag::Source& source, diag::Diagnostics& diagnostics) {
  const auto document = data::readYaml(source, diagnostics);
  if (document.isSet()) Reader{diagnostics}.read(schema, document);
}

}  // namespace config
