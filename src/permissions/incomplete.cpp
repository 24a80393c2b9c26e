#include "permissions/incomplete.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "aws/handler_tables.h"
#include "permissions/names.h"
#include "permissions/special.h"

namespace permissions {
namespace {

using aws::Handler;

bool declaresAny(std::string_view type) {
  for (const auto handler : {Handler::create, Handler::read, Handler::update, Handler::delete_})
    if (const auto permissions = aws::permissionsOf(type, handler); permissions && !permissions->empty()) return true;
  return false;
}

bool isCustom(std::string_view type) {
  return type.starts_with("Custom::") || type == "AWS::CloudFormation::CustomResource";
}

/// Whether it can be told whom a custom resource calls.
bool callsKnown(const cfn::EvaluatedResource& resource) {
  const auto* token = data::find(resource.properties, "ServiceToken");
  const auto* tagged = token ? token->as<data::Tagged>() : nullptr;
  if (tagged && (tagged->tag == "GetAtt" || tagged->tag == "Ref")) return true;
  return token && std::ranges::none_of(patternsOf(*token), [](const auto& text) { return text == "*"; });
}

/// Why what the resource takes is not known; empty where it is.
std::string_view reasonOf(const cfn::EvaluatedResource& resource) {
  const auto type = resource.type();
  if (needsNothing(type)) return {};
  if (isCustom(type)) return callsKnown(resource) ? "" : "whom it calls (ServiceToken) is not known";
  if (type == "AWS::CloudFormation::Stack") return "the template of a nested stack is not looked at";
  if (type.ends_with("::MODULE")) return "a module's template is in the registry";
  if (type.starts_with("AWS::Serverless::")) return "the transform makes other types of it";
  if (!type.starts_with("AWS::")) return "the permissions of a type of the registry are not known";
  if (declaresAny(type)) return {};
  return aws::permissionsOf(type, Handler::create) ? "AWS's schema of the type declares no permissions"
                                                   : "the permissions of the type's handlers are not known";
}

void addTransform(const data::Value& transform, std::vector<Gap>& gaps) {
  if (const auto* list = transform.as<data::List>()) {
    for (const auto& item : *list) addTransform(item, gaps);
    return;
  }
  const auto* map = transform.as<data::Map>();
  const auto* name = map ? data::find(*map, "Name") : &transform;
  const auto* text = name ? name->as<std::string>() : nullptr;
  if (text && (text->empty() || *text == "AWS::LanguageExtensions")) return;
  if (transform.as<std::string>() || map || transform.as<data::Tagged>())
    gaps.push_back({text ? fmt::format("Transform {}", *text) : "Transform", "what the macro writes is not looked at"});
}

/// Whether a function in the value has another file or a macro write there.
bool hasTransform(const data::Value& value) {
  if (const auto* list = value.as<data::List>()) return std::ranges::any_of(*list, hasTransform);
  if (const auto* map = value.as<data::Map>())
    return std::ranges::any_of(
        *map, [](const auto& entry) { return entry.key == "Fn::Transform" || hasTransform(entry.value); });
  const auto* tagged = value.as<data::Tagged>();
  return tagged && (tagged->tag == "Transform" || hasTransform(*tagged->value));
}

}  // namespace

std::vector<Gap> incompleteParts(const cfn::Template& document, const cfn::Evaluated& stack) {
  std::vector<Gap> gaps;
  addTransform(document.sections().transform, gaps);
  for (const auto& resource : document.resources())
    if (hasTransform(resource.properties))
      gaps.push_back(
          {fmt::format("Fn::Transform in {}", resource.logicalId), "what the macro writes is not looked at"});
  std::map<std::pair<std::string, std::string_view>, std::vector<std::string>> ids;
  for (const auto& resource : stack.resources)
    if (const auto reason = reasonOf(resource); resource.present != cfn::Truth::no && !reason.empty())
      ids[{std::string{resource.type()}, reason}].push_back(resource.id);
  for (const auto& [key, those] : ids)
    gaps.push_back({fmt::format("{} ({})", key.first, fmt::join(those, ", ")), std::string{key.second}});
  return gaps;
}

}  // namespace permissions
