#include <fmt/format.h>

#include "cloudformation/evaluator.h"

// The intrinsic functions.
namespace cfn {

Value Evaluator::call(std::size_t file, const Call& call, diag::Span span) {
  const auto name = call.function;
  const auto& argument = *call.argument;
  const auto* arguments = argument.as<List>();
  const auto at = [&](std::size_t i) { return evaluate(file, (*arguments)[i]); };
  const bool pair = arguments && arguments->size() == 2;
  if (name == "Ref") {
    if (const auto* text = argument.as<std::string>()) return ref(file, *text, span);
  } else if (name == "GetAtt") {
    return getAtt(file, argument, span);
  } else if (name == "Sub") {
    return sub(file, argument, span);
  } else if (name == "FindInMap") {
    return findInMap(file, argument, span);
  } else if (name == "If") {
    return if_(file, argument, span);
  } else if (name == "ImportValue") {
    return importValue(file, evaluate(file, argument), span);
  } else if (name == "Base64") {
    return normal::symbol("Base64", evaluate(file, argument), span);
  } else if (name == "GetAZs") {
    auto region = evaluate(file, argument);
    if (const auto* text = normal::textOf(region); text && text->empty()) region = ref(file, "AWS::Region", span);
    return normal::symbol("GetAZs", std::move(region), span);
  } else if (name == "Join" && pair) {
    return normal::join(at(0), at(1), span);
  } else if (name == "Split" && pair) {
    return normal::split(at(0), at(1), span);
  } else if (name == "Select" && pair) {
    return normal::select(at(0), at(1), span);
  } else if (name == "Cidr" && arguments) {
    const auto values = evaluate(file, argument);
    return normal::cidr(*values.as<List>(), span);
  } else if (name == "Length") {
    return normal::length(evaluate(file, argument), span);
  } else if (name == "ToJsonString") {
    return normal::toJsonString(evaluate(file, argument), span);
  }
  return normal::unknown(fmt::format("`Fn::{}` is not evaluated here ({}:{})", name, span.line, span.column), span,
                         span);
}

Value Evaluator::sub(std::size_t file, const Value& argument, diag::Span span) {
  const auto* list = argument.as<List>();
  const auto& text = list && !list->empty() ? list->front() : argument;
  const auto* variables = list && list->size() > 1 ? (*list)[1].as<Map>() : nullptr;
  const auto* literal = text.as<std::string>();
  if (!literal) return normal::unknown("a Sub of what is no text", span, span);
  List parts;
  for (const auto& piece : subPieces(*literal)) {
    const auto* variable = piece.isName && variables ? data::find(*variables, piece.text) : nullptr;
    if (variable)
      parts.push_back(evaluate(file, *variable));
    else if (!piece.isName)
      parts.push_back(evaluate(file, Value{piece.text}.readAt(span)));
    else if (piece.text.find('.') != piece.text.npos)
      parts.push_back(getAtt(file, Value{piece.text}, span));
    else
      parts.push_back(ref(file, piece.text, span));
    if (const auto* part = normal::textOf(parts.back())) bytes_ += part->size();
    if (bytes_ > mostBytes) return normal::unknown("it leads through too many other values", span, span);
  }
  if (literal->find("{{resolve:") != literal->npos)  // with a name within it
    return normal::unknown(fmt::format("`{}` is looked up when the stack is deployed", *literal), span, span);
  return normal::concatenated(parts, span);
}

Value Evaluator::findInMap(std::size_t file, const Value& argument, diag::Span span) {
  const auto* arguments = argument.as<List>();
  if (!arguments || arguments->size() < 3) return normal::unknown("a mapping without its two keys", span, span);
  const auto* options = arguments->size() > 3 ? (*arguments)[3].as<Map>() : nullptr;
  const auto* otherwise = options ? data::find(*options, "DefaultValue") : nullptr;
  const Value* at = nullptr;
  const auto* map = &files_[file].source->sections().mappings;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto key = evaluate(file, (*arguments)[i]);
    const auto* text = normal::textOf(key);
    if (!text) return normal::unknownFrom(key, "what a mapping gives for it", span);
    at = map ? data::find(*map, *text) : nullptr;
    if (!at && otherwise) return evaluate(file, *otherwise);
    if (!at) return normal::unknown(fmt::format("no mapping has the key `{}`", *text), key.span(), span);
    map = at->as<Map>();
  }
  auto value = evaluate(file, *at);
  if (const auto* text = normal::textOf(value)) bytes_ += text->size();
  return value.readAt(span, value.plain());
}

Value Evaluator::if_(std::size_t file, const Value& argument, diag::Span span) {
  const auto* arguments = argument.as<List>();
  const auto* name = arguments && arguments->size() == 3 ? (*arguments)[0].as<std::string>() : nullptr;
  if (!name) return normal::unknown("an If without a condition and two values", span, span);
  const auto truth = condition(file, *name, span).truth;
  if (truth != Truth::unknown) return evaluate(file, (*arguments)[truth == Truth::yes ? 1 : 2]);
  auto then = evaluate(file, (*arguments)[1]);
  auto otherwise = evaluate(file, (*arguments)[2]);
  if (identity(then) == identity(otherwise)) return then;
  for (auto* value : {&then, &otherwise})
    if (!value->isSet()) *value = normal::symbol("Ref", Value{"AWS::NoValue"}, span);
  return normal::symbol("If", List{Value{*name}, std::move(then), std::move(otherwise)}, span);
}

}  // namespace cfn
