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
  if (find(logicalId) || data::find(parameters_, logicalId))
    throw std::logic_error{"logical id used twice: " + logicalId};
  resources_.push_back({logicalId, type, std::move(properties)});
}

Template::Entry& Template::entry(const Resource& resource) {
  const auto found = std::ranges::find(resources_, resource.logicalId(), &Entry::logicalId);
  if (found == resources_.end()) throw std::logic_error{"no such resource: " + resource.logicalId()};
  return *found;
}

const Template::Entry* Template::find(std::string_view logicalId) const {
  const auto found = std::ranges::find(resources_, logicalId, &Entry::logicalId);
  return found == resources_.end() ? nullptr : &*found;
}

void Template::dependsOn(const Resource& resource, const Resource& other) {
  entry(other);  // it must be there
  if (resource.logicalId() == other.logicalId()) throw std::logic_error{"depends on itself: " + other.logicalId()};
  auto& all = entry(resource).dependsOn;
  if (std::ranges::find(all, other.logicalId()) == all.end()) all.push_back(other.logicalId());
}

void Template::dependsOn(const Resource& resource, const std::vector<Resource>& others) {
  for (const auto& other : others) dependsOn(resource, other);
}

void Template::onDeletion(const Resource& resource, DeletionPolicy policy) { entry(resource).deletionPolicy = policy; }

void Template::creationPolicy(const Resource& resource, const CreationPolicy& policy) {
  entry(resource).creationPolicy = toValue(policy);
}

void Template::updatePolicy(const Resource& resource, const AutoScalingRollingUpdate& policy) {
  entry(resource).updatePolicy = toValue(policy);
}

void Template::updatePolicy(const Resource& resource, const AutoScalingReplacingUpdate& policy) {
  entry(resource).updatePolicy = toValue(policy);
}

void Template::metadata(const Resource& resource, Map metadata) { entry(resource).metadata = std::move(metadata); }

void Template::onlyIf(const Condition& condition, const Resource& resource) {
  entry(resource).condition = condition.name();
}

void Template::metadata(std::string key, Value value) { metadata_.push_back({std::move(key), std::move(value), {}}); }

Expression Template::parameter(const std::string& name, const Parameter& parameter) {
  if (find(name)) throw std::logic_error{"logical id used twice: " + name};
  add(parameters_, name, toValue(parameter));
  return tagged("Ref", name);
}

Mapping Template::mapping(const std::string& name, Map topLevelKeys) {
  add(mappings_, name, std::move(topLevelKeys));
  return Mapping{name};
}

Condition Template::condition(const std::string& name, const ConditionExpression& condition) {
  add(conditions_, name, condition.value);
  return Condition{name};
}

void Template::output(const std::string& name, const Expression& value, std::string description,
                      const Property<std::string>& exportName) {
  Map output{{"Description", std::move(description)}, {"Value", value.value}};
  if (exportName.value().isSet()) put(output, "Export", fields({{"Name", exportName}}));
  add(outputs_, name, std::move(output));
}

const Map* Template::propertiesOf(std::string_view logicalId) const {
  const auto* found = find(logicalId);
  return found ? found->properties.as<Map>() : nullptr;
}

std::string_view Template::typeOf(std::string_view logicalId) const {
  const auto* found = find(logicalId);
  return found ? found->type : std::string_view{};
}

Map Template::written(const Entry& entry) {
  Map resource;
  put(resource, "Type", entry.type);
  put(resource, "Condition", unlessEmpty(entry.condition));
  put(resource, "DependsOn", unlessEmpty(List(entry.dependsOn.begin(), entry.dependsOn.end())));
  if (entry.deletionPolicy) {
    const bool onCreate = *entry.deletionPolicy == DeletionPolicy::RetainExceptOnCreate;
    put(resource, "DeletionPolicy", word(*entry.deletionPolicy));
    put(resource, "UpdateReplacePolicy", word(onCreate ? DeletionPolicy::Retain : *entry.deletionPolicy));
  }
  put(resource, "CreationPolicy", entry.creationPolicy);
  put(resource, "UpdatePolicy", entry.updatePolicy);
  put(resource, "Metadata", unlessEmpty(entry.metadata));
  if (!entry.properties.as<Map>()->empty()) put(resource, "Properties", entry.properties);
  return resource;
}

Map Template::document() const {
  Map resources;
  for (const auto& entry : resources_) resources.push_back({entry.logicalId, written(entry), {}});
  Map document;
  put(document, "AWSTemplateFormatVersion", "2010-09-09");
  put(document, "Description", description_);
  put(document, "Metadata", unlessEmpty(metadata_));
  put(document, "Parameters", unlessEmpty(parameters_));
  put(document, "Mappings", unlessEmpty(mappings_));
  put(document, "Conditions", unlessEmpty(conditions_));
  put(document, "Resources", std::move(resources));
  put(document, "Outputs", unlessEmpty(outputs_));
  return document;
}

}  // namespace cfn
