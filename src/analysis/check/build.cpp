#include <algorithm>
#include <set>

#include "analysis/check/model.h"

namespace check {
namespace {

/// STAND-IN until the common evaluation is there: references, parameters' defaults, one-piece Subs.
struct Evaluator {
  const Map& document;
  const Map& given;

  const Map* section(std::string_view name) const {
    const auto* value = data::find(document, name);
    return value ? value->as<Map>() : nullptr;
  }

  const Value* parameter(std::string_view name) const {
    if (const auto* value = data::find(given, name)) return value;
    const auto* parameters = section("Parameters");
    const auto* parameter = parameters ? data::find(*parameters, name) : nullptr;
    const auto* map = parameter ? parameter->as<Map>() : nullptr;
    const auto* type = map ? data::find(*map, "Type") : nullptr;
    if (!type || !type->as<std::string>() || type->as<std::string>()->starts_with("AWS::SSM")) return nullptr;
    return data::find(*map, "Default");
  }

  Value tagged(std::string tag, Value argument, diag::Span span) const {
    Value value{data::Tagged{std::move(tag), std::make_shared<const Value>(std::move(argument))}};
    value.readAt(span);
    return value;
  }

  Value ref(const std::string& name, diag::Span span) const {
    if (const auto* value = parameter(name)) {
      Value copy = *value;
      return copy.readAt(span);
    }
    return tagged("Ref", name, span);
  }

  Value call(const std::string& function, const Value& argument, diag::Span span) const {
    const auto* text = argument.as<std::string>();
    if (function == "Ref" && text) return ref(*text, span);
    if (function == "GetAtt") {
      if (text) return tagged("GetAtt", *text, span);
      const auto* list = argument.as<List>();
      if (list && list->size() == 2 && (*list)[0].as<std::string>() && (*list)[1].as<std::string>())
        return tagged("GetAtt", *(*list)[0].as<std::string>() + "." + *(*list)[1].as<std::string>(), span);
    }
    if (function == "Sub" && text) {
      std::string out;
      for (std::size_t at = 0; at < text->size();) {
        const auto open = text->find("${", at);
        out += text->substr(at, open - at);
        if (open == text->npos) return Value{out}.readAt(span);
        const auto close = text->find('}', open);
        const auto name = text->substr(open + 2, close - open - 2);
        if (open == 0 && close + 1 == text->size())
          return name.find('.') == name.npos ? ref(name, span) : tagged("GetAtt", name, span);
        const auto* value = parameter(name);
        if (!value || !value->as<std::string>()) break;
        out += *value->as<std::string>();
        at = close + 1;
      }
      if (text->find("${") == text->npos) return Value{*text}.readAt(span);
    }
    return tagged(function, evaluate(argument), span);
  }

  Value evaluate(const Value& value) const {
    if (const auto* tagged = value.as<data::Tagged>()) return call(tagged->tag, *tagged->value, value.span());
    if (const auto* list = value.as<List>()) {
      List out;
      for (const auto& item : *list) out.push_back(evaluate(item));
      return Value{std::move(out)}.readAt(value.span());
    }
    if (const auto* map = value.as<Map>()) {
      if (map->size() == 1 && (map->front().key == "Ref" || map->front().key.starts_with("Fn::"))) {
        const auto& key = map->front().key;
        return call(key == "Ref" ? key : key.substr(4), map->front().value, value.span());
      }
      Map out;
      for (const auto& entry : *map) {
        auto inner = evaluate(entry.value);
        const auto* inside = inner.as<data::Tagged>();
        if (inside && inside->tag == "Ref" && inside->value->as<std::string>() &&
            *inside->value->as<std::string>() == "AWS::NoValue")
          continue;
        out.push_back({entry.key, std::move(inner), entry.keySpan});
      }
      return Value{std::move(out)}.readAt(value.span());
    }
    return value;
  }
};

void gatherNames(const Value& value, std::set<std::string>& names);

void gatherFromSub(const std::string& text, std::set<std::string>& names) {
  for (auto open = text.find("${"); open != text.npos; open = text.find("${", open + 2)) {
    const auto close = text.find('}', open);
    if (close == text.npos) return;
    const auto name = text.substr(open + 2, close - open - 2);
    names.insert(name.substr(0, name.find('.')));
  }
}

void gatherFromCall(std::string_view function, const Value& argument, std::set<std::string>& names) {
  const auto* text = argument.as<std::string>();
  const auto* list = argument.as<List>();
  if (function == "Ref" && text) names.insert(*text);
  if (function == "GetAtt" && text) names.insert(text->substr(0, text->find('.')));
  if (function == "GetAtt" && list && !list->empty() && list->front().as<std::string>())
    names.insert(*list->front().as<std::string>());
  if (function == "Sub" && text) gatherFromSub(*text, names);
  if (function == "Sub" && list && !list->empty() && list->front().as<std::string>())
    gatherFromSub(*list->front().as<std::string>(), names);
  gatherNames(argument, names);
}

void gatherNames(const Value& value, std::set<std::string>& names) {
  if (const auto* tagged = value.as<data::Tagged>()) gatherFromCall(tagged->tag, *tagged->value, names);
  if (const auto* list = value.as<List>())
    for (const auto& item : *list) gatherNames(item, names);
  if (const auto* map = value.as<Map>())
    for (const auto& entry : *map) {
      if (entry.key == "Ref" || entry.key.starts_with("Fn::"))
        gatherFromCall(entry.key == "Ref" ? "Ref" : std::string_view{entry.key}.substr(4), entry.value, names);
      else
        gatherNames(entry.value, names);
    }
}

}  // namespace

std::unique_ptr<Model> model(const Map& document, const Map& parameters) {
  auto result = std::make_unique<Model>();
  result->document_ = document;
  const Evaluator evaluator{document, parameters};
  const auto* resources = evaluator.section("Resources");
  if (!resources) return result;
  std::vector<std::set<std::string>> names;
  for (const auto& [id, value, keySpan] : *resources) {
    const auto* map = value.as<Map>();
    const auto* type = map ? data::find(*map, "Type") : nullptr;
    if (!type || !type->as<std::string>()) continue;
    Resource resource;
    resource.model = result.get();
    resource.id = id;
    resource.type = *type->as<std::string>();
    resource.span = keySpan;
    resource.propertiesSpan = keySpan;
    resource.properties = Map{};
    resource.certain = data::find(*map, "Condition") == nullptr;
    Map body;
    std::set<std::string> named;
    for (const auto& entry : *map) {
      if (entry.key == "Properties" && entry.value.as<Map>()) {
        resource.properties = evaluator.evaluate(entry.value);
        resource.propertiesSpan = keySpan;
      } else {
        body.push_back({entry.key, evaluator.evaluate(entry.value), entry.keySpan});
      }
      if (entry.key == "Properties" || entry.key == "Metadata") gatherNames(entry.value, named);
      if (entry.key == "DependsOn") {
        if (const auto* one = entry.value.as<std::string>()) named.insert(*one);
        if (const auto* list = entry.value.as<List>())
          for (const auto& item : *list)
            if (const auto* one = item.as<std::string>()) named.insert(*one);
      }
    }
    resource.body = std::move(body);
    result->byId_.emplace(id, result->resources_.size());
    result->resources_.push_back(std::move(resource));
    names.push_back(std::move(named));
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const auto& name : names[i])
      if (const auto* needed = result->find(name)) result->resources_[i].needs.push_back(needed);
  return result;
}

}  // namespace check
