#include "cloudformation/template.h"

#include <algorithm>
#include <stdexcept>

namespace cfn {
namespace {

void put(Map& map, std::string_view key, Value value) {
  if (value.isSet()) map.push_back({std::string{key}, std::move(value), {}});
}

Value unlessEmpty(auto value) { return value.empty() ? Value{} : Value{std::move(value)}; }

std::string_view word(DeletionPolicy policy) {
  switch (policy) {
    case DeletionPolicy::Delete:
      return "Delete";
    case DeletionPolicy::Retain:
      return "Retain";
    case DeletionPolicy::RetainExceptOnCreate:
      return "RetainExceptOnCreate";
    case DeletionPolicy::Snapshot:
      return "Snapshot";
  }
  throw std::logic_error{"no such deletion policy"};
}

/// "Resources section": alphanumeric and unique, at most 255 characters.
bool isLogicalId(std::string_view id) {
  const auto alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !id.empty() && id.size() <= 255 && std::ranges::all_of(id, alphanumeric);
}

void add(Map& section, const std::string& name, Value value) {
  if (!isLogicalId(name)) throw std::logic_error{"no logical id: " + name};
  if (data::find(section, name)) throw std::logic_error{"name used twice: " + name};
  section.push_back({name, std::move(value), {}});
}

Map written(const Declaration& resource) {
  List dependsOn;
  for (const auto& name : resource.dependsOn) dependsOn.push_back(name.text);
  Map out;
  put(out, "Type", resource.type.text);
  put(out, "Condition", unlessEmpty(resource.condition.text));
  put(out, "DependsOn", unlessEmpty(std::move(dependsOn)));
  put(out, "DeletionPolicy", resource.deletionPolicy);
  put(out, "UpdateReplacePolicy", resource.updateReplacePolicy);
  put(out, "CreationPolicy", resource.creationPolicy);
  put(out, "UpdatePolicy", resource.updatePolicy);
  put(out, "Metadata", resource.metadata);
  if (const auto* properties = resource.properties.as<Map>(); !properties || !properties->empty())
    put(out, "Properties", resource.properties);
  return out;
}

}  // namespace

Value toValue(const Tag& tag) { return fields({{"Key", tag.Key}, {"Value", tag.Value}}); }

Value toValue(const CreationPolicy& v) {
  return Map{{"ResourceSignal", fields({{"Count", v.Count}, {"Timeout", v.Timeout}})}};
}

Value toValue(const AutoScalingRollingUpdate& v) {
  return Map{{"AutoScalingRollingUpdate", fields({
                                              {"MaxBatchSize", v.MaxBatchSize},
                                              {"MinInstancesInService", v.MinInstancesInService},
                                              {"PauseTime", v.PauseTime},
                                              {"SuspendProcesses", v.SuspendProcesses},
                                              {"WaitOnResourceSignals", v.WaitOnResourceSignals},
                                          })}};
}

Value toValue(const AutoScalingReplacingUpdate& v) {
  return Map{{"AutoScalingReplacingUpdate", fields({{"WillReplace", v.WillReplace}})}};
}

Value toValue(const Parameter& v) {
  return fields({
      {"Type", v.Type},
      {"Description", v.Description},
      {"Default", v.Default},
      {"AllowedPattern", v.AllowedPattern},
      {"AllowedValues", v.AllowedValues},
      {"ConstraintDescription", v.ConstraintDescription},
      {"NoEcho", v.NoEcho},
  });
}

Value Resource::ref() const { return tagged("Ref", logicalId_).value; }
Value Resource::getAtt(std::string_view attribute) const {
  return tagged("GetAtt", logicalId_ + "." + std::string{attribute}).value;
}

void Template::insert(const std::string& logicalId, std::string_view type, Map properties) {
  if (!isLogicalId(logicalId)) throw std::logic_error{"no logical id: " + logicalId};
  if (find(logicalId) || data::find(sections_.parameters, logicalId))
    throw std::logic_error{"logical id used twice: " + logicalId};
  sections_.resources.push_back(
      {.logicalId = logicalId, .span = madeFor_, .type = {std::string{type}}, .properties = std::move(properties)});
}

Declaration& Template::declaration(const Resource& resource) {
  const auto found = std::ranges::find(sections_.resources, resource.logicalId(), &Declaration::logicalId);
  if (found == sections_.resources.end()) throw std::logic_error{"no such resource: " + resource.logicalId()};
  return *found;
}

const Declaration* Template::find(std::string_view logicalId) const {
  const auto found = std::ranges::find(sections_.resources, logicalId, &Declaration::logicalId);
  return found == sections_.resources.end() ? nullptr : &*found;
}

void Template::dependsOn(const Resource& resource, const Resource& other) {
  declaration(other);  // it must be there
  if (resource.logicalId() == other.logicalId()) throw std::logic_error{"depends on itself: " + other.logicalId()};
  auto& all = declaration(resource).dependsOn;
  if (std::ranges::find(all, other.logicalId(), &Name::text) == all.end()) all.push_back({other.logicalId()});
}

void Template::dependsOn(const Resource& resource, const std::vector<Resource>& others) {
  for (const auto& other : others) dependsOn(resource, other);
}

void Template::onDeletion(const Resource& resource, DeletionPolicy policy) {
  const bool onCreate = policy == DeletionPolicy::RetainExceptOnCreate;
  auto& written = declaration(resource);
  written.deletionPolicy = word(policy);
  written.updateReplacePolicy = word(onCreate ? DeletionPolicy::Retain : policy);
}

void Template::creationPolicy(const Resource& resource, const CreationPolicy& policy) {
  declaration(resource).creationPolicy = toValue(policy);
}

void Template::updatePolicy(const Resource& resource, const AutoScalingRollingUpdate& policy) {
  declaration(resource).updatePolicy = toValue(policy);
}

void Template::updatePolicy(const Resource& resource, const AutoScalingReplacingUpdate& policy) {
  declaration(resource).updatePolicy = toValue(policy);
}

void Template::metadata(const Resource& resource, Map metadata) {
  declaration(resource).metadata = std::move(metadata);
}

void Template::onlyIf(const Condition& condition, const Resource& resource) {
  declaration(resource).condition.text = condition.name();
}

void Template::metadata(std::string key, Value value) {
  sections_.metadata.push_back({std::move(key), std::move(value), {}});
}

Expression Template::parameter(const std::string& name, const Parameter& parameter) {
  if (find(name)) throw std::logic_error{"logical id used twice: " + name};
  add(sections_.parameters, name, toValue(parameter));
  return tagged("Ref", name);
}

Mapping Template::mapping(const std::string& name, Map topLevelKeys) {
  add(sections_.mappings, name, std::move(topLevelKeys));
  return Mapping{name};
}

Condition Template::condition(const std::string& name, const ConditionExpression& condition) {
  add(sections_.conditions, name, condition.value);
  return Condition{name};
}

void Template::output(const std::string& name, const Expression& value, std::string description,
                      const Property<std::string>& exportName) {
  Map output{{"Description", std::move(description)}, {"Value", value.value}};
  if (exportName.value().isSet()) put(output, "Export", fields({{"Name", exportName}}));
  add(sections_.outputs, name, std::move(output));
}

const Map* Template::propertiesOf(std::string_view logicalId) const {
  const auto* found = find(logicalId);
  return found ? found->properties.as<Map>() : nullptr;
}

std::string_view Template::typeOf(std::string_view logicalId) const {
  const auto* found = find(logicalId);
  return found ? std::string_view{found->type.text} : std::string_view{};
}

Map Template::document() const {
  Map resources;
  for (const auto& resource : sections_.resources) resources.push_back({resource.logicalId, written(resource), {}});
  Map document;
  put(document, "AWSTemplateFormatVersion", "2010-09-09");
  put(document, "Description", sections_.description);
  put(document, "Metadata", unlessEmpty(sections_.metadata));
  put(document, "Parameters", unlessEmpty(sections_.parameters));
  put(document, "Rules", unlessEmpty(sections_.rules));
  put(document, "Mappings", unlessEmpty(sections_.mappings));
  put(document, "Conditions", unlessEmpty(sections_.conditions));
  put(document, "Transform", sections_.transform);
  put(document, "Resources", std::move(resources));
  put(document, "Outputs", unlessEmpty(sections_.outputs));
  return document;
}

}  // namespace cfn
