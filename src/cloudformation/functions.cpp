#include "cloudformation/functions.h"

#include <fmt/format.h>

namespace cfn {
namespace {

/// `!Base64 !Ref x` is not YAML that CloudFormation reads, so a function around another one is written out.
Expression call(std::string_view function, Value argument) {
  if (argument.as<data::Tagged>()) return {Map{{fmt::format("Fn::{}", function), std::move(argument)}}};
  return {data::Tagged{std::string{function}, std::make_shared<const Value>(std::move(argument))}};
}

/// How a Fn::Sub writes the expression: `Vpc` for `!Ref Vpc`, `Vpc.CidrBlock` for `!GetAtt`; empty for all others.
std::string_view nameInSub(const Value& value) {
  const auto* tagged = value.as<data::Tagged>();
  if (!tagged || (tagged->tag != "Ref" && tagged->tag != "GetAtt")) return {};
  const auto* name = tagged->value->as<std::string>();
  return name ? std::string_view{*name} : std::string_view{};
}

}  // namespace

Expression join(std::string_view delimiter, const std::vector<Part>& parts) {
  List values;
  values.reserve(parts.size());
  for (const auto& part : parts) values.push_back(part.value);
  return call("Join", List{delimiter, std::move(values)});
}

Expression sub(const std::vector<Part>& parts) {
  std::string text;
  for (const auto& part : parts) {
    if (const auto* literal = part.value.as<std::string>()) {
      if (literal->find("${") != literal->npos || literal->ends_with('$')) return join("", parts);
      text += *literal;
    } else {
      const auto name = nameInSub(part.value);
      if (name.empty()) return join("", parts);
      text.append("${").append(name).append("}");
    }
  }
  return call("Sub", std::move(text));
}

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

}  // namespace cfn
