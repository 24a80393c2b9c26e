#include "cloudformation/functions.h"

#include <fmt/format.h>

#include <stdexcept>

namespace cfn {
namespace {

/// `!Base64 !Ref x` is not YAML that CloudFormation reads, so a function around another one is written out.
Expression call(std::string_view function, Value argument) {
  if (argument.as<data::Tagged>()) return {Map{{fmt::format("Fn::{}", function), std::move(argument)}}};
  return tagged(std::string{function}, std::move(argument));
}

List twoToTen(const std::vector<ConditionExpression>& conditions) {
  if (conditions.size() < 2 || conditions.size() > 10) throw std::logic_error{"And and Or take two to ten conditions"};
  List values;
  for (const auto& condition : conditions) values.push_back(condition.value);
  return values;
}

/// How a Fn::Sub writes the expression: `Vpc` for `!Ref Vpc`, `Vpc.CidrBlock` for `!GetAtt`; empty for all others.
std::string_view nameInSub(const Value& value) {
  const auto* tagged = value.as<data::Tagged>();
  if (!tagged || (tagged->tag != "Ref" && tagged->tag != "GetAtt")) return {};
  const auto* name = tagged->value->as<std::string>();
  return name ? std::string_view{*name} : std::string_view{};
}

}  // namespace

Expression tagged(std::string tag, Value argument) {
  return {data::Tagged{std::move(tag), std::make_shared<const Value>(std::move(argument))}};
}

Expression join(std::string_view delimiter, const std::vector<Part>& parts) {
  List values;
  values.reserve(parts.size());
  for (const auto& part : parts) values.push_back(part.value);
  return call("Join", List{delimiter, std::move(values)});
}

Expression sub(const std::vector<Part>& parts) {
  std::string text;
  bool refers = false;
  for (const auto& part : parts) {
    if (const auto* literal = part.value.as<std::string>()) {
      if (literal->find("${") != literal->npos || literal->ends_with('$')) return join("", parts);
      text += *literal;
    } else {
      const auto name = nameInSub(part.value);
      if (name.empty()) return join("", parts);
      text.append("${").append(name).append("}");
      refers = true;
    }
  }
  if (!refers) return {std::move(text)};
  return call("Sub", std::move(text));
}

Expression split(std::string_view delimiter, const Part& text) { return call("Split", List{delimiter, text.value}); }
Expression importValue(const Part& exportName) { return call("ImportValue", exportName.value); }
Expression base64(const Expression& text) { return call("Base64", text.value); }
Expression select(int index, const Expression& list) { return call("Select", List{index, list.value}); }
Expression availabilityZones() { return call("GetAZs", ""); }
Expression cidr(const Expression& range, int count, int hostBits) {
  return call("Cidr", List{range.value, count, hostBits});
}

Expression accountId() { return call("Ref", "AWS::AccountId"); }
Expression partition() { return call("Ref", "AWS::Partition"); }
Expression region() { return call("Ref", "AWS::Region"); }
Expression stackId() { return call("Ref", "AWS::StackId"); }
Expression stackName() { return call("Ref", "AWS::StackName"); }
Expression urlSuffix() { return call("Ref", "AWS::URLSuffix"); }
Expression noValue() { return call("Ref", "AWS::NoValue"); }

ConditionExpression equals(const Part& a, const Part& b) { return {call("Equals", List{a.value, b.value}).value}; }
ConditionExpression not_(const ConditionExpression& condition) { return {call("Not", List{condition.value}).value}; }
ConditionExpression and_(const std::vector<ConditionExpression>& all) { return {call("And", twoToTen(all)).value}; }
ConditionExpression or_(const std::vector<ConditionExpression>& any) { return {call("Or", twoToTen(any)).value}; }

Expression if_(const Condition& condition, const Part& then, const Part& otherwise) {
  return call("If", List{condition.name(), then.value, otherwise.value});
}
Expression findInMap(const Mapping& mapping, const Part& topLevelKey, const Part& secondLevelKey) {
  return call("FindInMap", List{mapping.name(), topLevelKey.value, secondLevelKey.value});
}

}  // namespace cfn
