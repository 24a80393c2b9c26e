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
    return paid(file, getAtt(file, argument, span), span);
  } else if (name == "Sub") {
    return sub(file, argument, span);
  } else if (name == "FindInMap") {
    return findInMap(file, argument, span);
  } else if (name == "If") {
    return if_(file, argument, span);
  } else if (name == "ImportValue") {
    return paid(file, importValue(file, evaluate(file, argument), span), span);
  } else if (name == "Base64") {
    return normal::symbol("Base64", evaluate(file, argument), span);
  } else if (name == "GetAZs") {
    auto region = evaluate(file, argument);
    if (const auto* text = normal::textOf(region); text && text->empty()) region = ref(file, "AWS::Region", span);
    return normal::symbol("GetAZs", std::move(region), span);
  } else if (name == "Join" && pair) {
    return join(file, *arguments, span);
  } else if (name == "Split" && pair) {
    return split(file, *arguments, span);
  } else if (name == "Select" && pair) {
    const auto list = at(1);
    const auto* items = list.as<List>();
    if (items && !budget_.spend(items->size() * Budget::valueCost)) return tooLarge(file, span);
    return normal::select(at(0), list, span);
  } else if (name == "Cidr" && arguments) {
    const auto values = evaluate(file, argument);
    const auto* list = values.as<List>();
    return list ? paid(file, normal::cidr(*list, span), span) : values;
  } else if (name == "Length") {
    return normal::length(paid(file, evaluate(file, argument), span), span);
  } else if (name == "ToJsonString") {
    const auto value = evaluate(file, argument);
    if (!budget_.spend(value)) return tooLarge(file, span);
    return paid(file, normal::toJsonString(value, span), span);
  }
  return normal::unknown(fmt::format("`Fn::{}` is not evaluated here ({}:{})", name, span.line, span.column), span,
                         span);
}

Value Evaluator::join(std::size_t file, const List& arguments, diag::Span span) {
  const auto delimiter = evaluate(file, arguments.front());
  const auto list = evaluate(file, arguments.back());
  const auto* items = list.as<List>();
  if (!budget_.spend(list)) return tooLarge(file, span);
  for (std::size_t i = 1; items && i < items->size(); ++i)  // the delimiter is there again and again
    if (!budget_.spend(delimiter)) return tooLarge(file, span);
  return normal::join(delimiter, list, span);
}

Value Evaluator::split(std::size_t file, const List& arguments, diag::Span span) {
  const auto delimiter = evaluate(file, arguments.front());
  const auto text = evaluate(file, arguments.back());
  const auto* by = normal::textOf(delimiter);
  if (!budget_.spend(text)) return tooLarge(file, span);
  if (by && !by->empty() && !budget_.spend(normal::occurrences(*by, text) * 2 * Budget::valueCost))
    return tooLarge(file, span);
  return normal::split(delimiter, text, span);
}

Value Evaluator::sub(std::size_t file, const Value& argument, diag::Span span) {
  const auto* list = argument.as<List>();
  const auto& text = list && !list->empty() ? list->front() : argument;
  const auto* variables = list && list->size() > 1 ? (*list)[1].as<Map>() : nullptr;
  const auto* literal = text.as<std::string>();
  if (!literal) return normal::unknownHere("a Sub of what is no text", file, span);
  if (!budget_.spend(literal->size())) return tooLarge(file, span);
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
    if (!budget_.spend(parts.back())) return tooLarge(file, span);
  }
  if (literal->find("{{resolve:") != literal->npos)  // with a name within it
    return normal::unknown(fmt::format("`{}` is looked up when the stack is deployed", *literal), span, span);
  return normal::concatenated(parts, span);
}

Value Evaluator::findInMap(std::size_t file, const Value& argument, diag::Span span) {
  const auto* arguments = argument.as<List>();
  if (!arguments || arguments->size() < 3) return normal::unknownHere("a mapping without its two keys", file, span);
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
  if (firstCallIn(*at)) return normal::unknownHere("a mapping that holds a function", file, span);
  auto value = paid(file, evaluate(file, *at), span);
  return value.readAt(span, value.plain());
}

Value Evaluator::if_(std::size_t file, const Value& argument, diag::Span span) {
  const auto* arguments = argument.as<List>();
  const auto* name = arguments && arguments->size() == 3 ? (*arguments)[0].as<std::string>() : nullptr;
  if (!name) return normal::unknownHere("an If without a condition and two values", file, span);
  const auto truth = condition(file, *name, span).truth;
  if (truth != Truth::unknown) return evaluate(file, (*arguments)[truth == Truth::yes ? 1 : 2]);
  auto then = evaluate(file, (*arguments)[1]);
  auto otherwise = evaluate(file, (*arguments)[2]);
  if (!budget_.spend(then) || !budget_.spend(otherwise)) return tooLarge(file, span);
  if (identity(then) == identity(otherwise)) return then;
  for (auto* value : {&then, &otherwise})
    if (!value->isSet()) *value = normal::symbol("Ref", Value{"AWS::NoValue"}, span);
  return normal::symbol("If", List{Value{*name}, std::move(then), std::move(otherwise)}, span);
}

}  // namespace cfn
