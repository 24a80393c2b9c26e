#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/rules/rules.h"
#include "aws/schema_tables.h"

// Names of types and properties, by the schemas that CloudFormation publishes.
namespace check {
namespace {

bool isOfAws(std::string_view type) {
  return type.starts_with("AWS::") && !type.starts_with("AWS::CloudFormation::") &&
         !type.starts_with("AWS::Serverless::");
}

/// Whether a macro of the account may rewrite any part of the template before it is looked at.
bool hasMacro(const Value& transform) {
  if (const auto* list = transform.as<List>()) return std::ranges::any_of(*list, hasMacro);
  const auto* map = transform.as<Map>();
  const auto* name = map ? data::find(*map, "Name") : &transform;
  const auto* text = name ? name->as<std::string>() : nullptr;
  return transform.isSet() && (!text || !text->starts_with("AWS::"));
}

void unknownProperty(const Model& model, const Report& report) {
  if (hasMacro(model.source().sections().transform)) return;
  for (const auto& resource : model.resources()) {
    const auto* type = isOfAws(resource.type) ? aws::find(resource.type) : nullptr;
    const auto* map = resource.properties.as<Map>();
    if (!type || !map || type->isOpen()) continue;
    const auto known = type->properties();
    for (const auto& entry : *map) {
      if (entry.key.starts_with("Fn::")) continue;
      const auto found = std::ranges::find(known, entry.key, &aws::PropertyInfo::name);
      if (found != known.end() && !found->readOnly) continue;
      const Node at{resource, &entry.value, entry.keySpan, entry.key};
      if (found != known.end()) {
        report(at, fmt::format("`{}` is given by AWS, a template cannot set it", entry.key), "remove it");
        continue;
      }
      std::vector<std::string_view> names;
      for (const auto& each : known)
        if (!each.readOnly) names.push_back(each.name);
      const auto near = diag::closest(entry.key, names);
      report(at, fmt::format("`{}` has no property `{}`", resource.type, entry.key),
             near.empty() ? "remove it, or look the name up" : fmt::format("write `{}`", near));
    }
  }
}

void missingProperty(const Model& model, const Report& report) {
  if (hasMacro(model.source().sections().transform)) return;
  for (const auto& resource : model.resources()) {
    const auto* type = isOfAws(resource.type) ? aws::find(resource.type) : nullptr;
    const auto* map = resource.properties.as<Map>();
    if (!type || !map || (!map->empty() && map->front().key.starts_with("Fn::"))) continue;
    for (const auto& each : type->properties())
      if (each.required && !each.readOnly && !data::find(*map, each.name))
        report(resource, fmt::format("`{}` needs the property `{}`", resource.type, each.name),
               fmt::format("write `{}`", each.name));
  }
}

void unknownType(const Model& model, const Report& report) {
  if (hasMacro(model.source().sections().transform)) return;
  for (const auto& resource : model.resources()) {
    if (!isOfAws(resource.type) || aws::find(resource.type)) continue;
    std::vector<std::string_view> types;
    for (const auto& each : aws::allTypes()) types.push_back(each.type());
    const auto near = diag::closest(resource.type, types);
    const auto longer = std::max(near.size(), resource.type.size()) - std::min(near.size(), resource.type.size());
    if (near.empty() || longer > 1) continue;  // perhaps newer than our tables
    const Node at{resource, nullptr, model.source().find(resource.id)->type.span, ""};
    report(at, fmt::format("there is no type `{}`", resource.type), fmt::format("write `{}`", near));
  }
}

constexpr Rule all[] = {
    {{"unknown-property", diag::Severity::error, "properties", "a resource has a property that its type does not have",
      "CloudFormation refuses a template with a property that it does not know. Usually it is a slip of the pen.",
      "Write the name as the schema has it.", "AWS CloudFormation: Resource type schemas", diag::Noticed::refused},
     unknownProperty},
    {{"missing-property", diag::Severity::error, "properties", "a resource lacks a property that its type needs",
      "CloudFormation refuses a resource without a property that is required.", "Write it.",
      "AWS CloudFormation: Resource type schemas", diag::Noticed::refused},
     missingProperty},
    {{"unknown-type", diag::Severity::error, "properties", "there is no such resource type",
      "Types that the tables do not know at all are left alone: they may be newer.",
      "Write the name as the schema has it.", "AWS CloudFormation: Resource type schemas", diag::Noticed::refused},
     unknownType},
};

}  // namespace

std::span<const Rule> propertyRules() { return all; }

}  // namespace check
