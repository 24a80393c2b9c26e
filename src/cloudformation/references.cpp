#include "cloudformation/references.h"

#include "cloudformation/normal_form.h"

namespace cfn {
namespace {

constexpr std::string_view prefix = "Fn::";

class References {
 public:
  std::vector<Reference> found;

  void walk(const Value& value) {
    if (const auto call = callOf(value)) return walk(*call, value.span());
    if (const auto* list = value.as<List>())
      for (const auto& item : *list) walk(item);
    else if (const auto* map = value.as<Map>())
      for (const auto& entry : *map) walk(entry.value);
    else if (const auto* tagged = value.as<data::Tagged>())
      walk(*tagged->value);
  }

 private:
  void walk(const Call& call, diag::Span span) {
    if (call.function == "Ref") {
      if (const auto* name = call.argument->as<std::string>()) add(*name, {}, placeOf(*call.argument, span));
      return;
    }
    if (call.function == "GetAtt") {
      if (const auto name = attributeOf(*call.argument))
        return add(name->logicalId, name->attribute, placeOf(*call.argument, span));
      if (const auto* list = call.argument->as<List>(); list && !list->empty())  // the attribute is a call itself
        if (const auto* name = list->front().as<std::string>()) add(*name, "?", placeOf(list->front(), span));
    }
    if (call.function == "Sub") return walkSub(*call.argument, span);
    walk(*call.argument);
  }

  void walkSub(const Value& argument, diag::Span span) {
    const auto* list = argument.as<List>();
    const auto& text = list && !list->empty() ? list->front() : argument;
    const auto* variables = list && list->size() > 1 ? (*list)[1].as<Map>() : nullptr;
    if (const auto* literal = text.as<std::string>())
      for (const auto& piece : subPieces(*literal))
        if (piece.isName && !(variables && data::find(*variables, piece.text))) {
          const auto dot = piece.text.find('.');
          const std::string_view name{piece.text};
          add(name.substr(0, dot), dot == name.npos ? std::string_view{} : name.substr(dot + 1), placeOf(text, span));
        }
    if (variables)
      for (const auto& entry : *variables) walk(entry.value);
  }

  static diag::Span placeOf(const Value& value, diag::Span otherwise) {
    return value.span().line ? value.span() : otherwise;
  }

  void add(std::string_view name, std::string_view attribute, diag::Span span) {
    if (!name.starts_with("AWS::")) found.push_back({std::string{name}, std::string{attribute}, span});
  }
};

}  // namespace

std::optional<Call> callOf(const Value& value) {
  if (const auto* tagged = value.as<data::Tagged>()) return Call{tagged->tag, tagged->value.get()};
  const auto* map = value.as<Map>();
  if (!map || map->size() != 1) return {};
  const std::string_view key = map->front().key;
  if (key == "Ref") return Call{key, &map->front().value};
  if (key.starts_with(prefix)) return Call{key.substr(prefix.size()), &map->front().value};
  return {};
}

const Value* firstCallIn(const Value& value) {
  if (callOf(value)) return &value;
  const Value* found = nullptr;
  if (const auto* list = value.as<List>())
    for (auto item = list->begin(); !found && item != list->end(); ++item) found = firstCallIn(*item);
  else if (const auto* map = value.as<Map>())
    for (auto entry = map->begin(); !found && entry != map->end(); ++entry) found = firstCallIn(entry->value);
  return found;
}

std::optional<AttributeName> attributeOf(const Value& argument) {
  if (const auto* text = argument.as<std::string>()) {
    const auto dot = text->find('.');
    if (dot == text->npos) return AttributeName{*text, {}};
    return AttributeName{std::string_view{*text}.substr(0, dot), std::string_view{*text}.substr(dot + 1)};
  }
  const auto* list = argument.as<List>();
  if (!list || list->size() != 2) return {};
  const auto* name = list->front().as<std::string>();
  const auto* attribute = list->back().as<std::string>();
  if (!name || !attribute) return {};
  return AttributeName{*name, *attribute};
}

std::vector<SubPiece> subPieces(std::string_view text) {
  std::vector<SubPiece> pieces;
  std::string literal;
  const auto endLiteral = [&] {
    if (!literal.empty()) pieces.push_back({std::move(literal), false});
    literal.clear();
  };
  while (!text.empty()) {
    const auto start = text.find("${");
    literal += text.substr(0, start);
    if (start == text.npos) break;
    text.remove_prefix(start);
    const auto end = text.find('}');
    if (end == text.npos) {
      literal += text;
      break;
    }
    auto name = text.substr(2, end - 2);
    if (name.starts_with('!')) {  // `${!Literal}` stands for `${Literal}`
      literal.append("${").append(name.substr(1)).append("}");
    } else {
      while (name.starts_with(' ')) name.remove_prefix(1);
      while (name.ends_with(' ')) name.remove_suffix(1);
      endLiteral();
      pieces.push_back({std::string{name}, true});
    }
    text.remove_prefix(end + 1);
  }
  endLiteral();
  return pieces;
}

std::vector<Reference> referencesIn(const Value& value) {
  References references;
  references.walk(value);
  return std::move(references.found);
}

}  // namespace cfn
