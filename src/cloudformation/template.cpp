#include "cloudformation/template.h"

#include <algorithm>
#include <stdexcept>

namespace cfn {
namespace {

Value tagged(std::string tag, Value value) {
  return data::Tagged{std::move(tag), std::make_shared<const Value>(std::move(value))};
}

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

Value Resource::ref() const { return tagged("Ref", logicalId_); }
Value Resource::getAtt(std::string_view attribute) const {
  return tagged("GetAtt", logicalId_ + "." + std::string{attribute});
}

void Template::insert(const std::string& logicalId, std::string_view type, Map properties) {
  if (!isLogicalId(logicalId)) throw std::logic_error{"no logical id: " + logicalId};
  if (propertiesOf(logicalId)) throw std::logic_error{"logical id used twice: " + logicalId};
  resources_.push_back({logicalId, type, std::move(properties)});
}

Template::Entry& Template::entry(const Resource& resource) {
  const auto found = std::ranges::find(resources_, resource.logicalId(), &Entry::logicalId);
  if (found == resources_.end()) throw std::logic_error{"no such resource: " + resource.logicalId()};
  return *found;
}

void Template::dependsOn(const Resource& resource, const Resource& other) {
  entry(other);  // it must be there
  auto& all = entry(resource).dependsOn;
  if (std::ranges::find(all, other.logicalId()) == all.end()) all.push_back(other.logicalId());
}

void Template::dependsOn(const Resource& resource, const std::vector<Resource>& others) {
  for (const auto& other : others) dependsOn(resource, other);
}

void Template::onDeletion(const Resource& resource, DeletionPolicy policy) {
  entry(resource).deletionPolicy = word(policy);
}

void Template::creationPolicy(const Resource& resource, const CreationPolicy& policy) {
  entry(resource).creationPolicy = toValue(policy);
}

void Template::updatePolicy(const Resource& resource, const AutoScalingRollingUpdate& policy) {
  entry(resource).updatePolicy = toValue(policy);
}

void Template::metadata(const Resource& resource, Map metadata) { entry(resource).metadata = std::move(metadata); }

void Template::output(std::string name, const Expression& value, std::string description) {
  outputs_.push_back({std::move(name), Map{{"Description", std::move(description)}, {"Value", value.value}}, {}});
}

const Map* Template::propertiesOf(std::string_view logicalId) const {
  const auto found = std::ranges::find(resources_, logicalId, &Entry::logicalId);
  return found == resources_.end() ? nullptr : &found->properties;
}

Map Template::document() const {
  Map resources;
  for (const auto& entry : resources_) {
    Map resource;
    put(resource, "Type", entry.type);
    put(resource, "DependsOn", unlessEmpty(List(entry.dependsOn.begin(), entry.dependsOn.end())));
    put(resource, "DeletionPolicy", unlessEmpty(entry.deletionPolicy));
    put(resource, "UpdateReplacePolicy", unlessEmpty(entry.deletionPolicy));
    put(resource, "CreationPolicy", entry.creationPolicy);
    put(resource, "UpdatePolicy", entry.updatePolicy);
    put(resource, "Metadata", unlessEmpty(entry.metadata));
    put(resource, "Properties", unlessEmpty(entry.properties));
    resources.push_back({entry.logicalId, std::move(resource), {}});
  }
  Map document;
  put(document, "AWSTemplateFormatVersion", "2010-09-09");
  put(document, "Description", description_);
  put(document, "Resources", std::move(resources));
  put(document, "Outputs", unlessEmpty(outputs_));
  return document;
}

}  // namespace cfn
