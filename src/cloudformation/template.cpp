#include "cloudformation/template.h"

#include <algorithm>
#include <stdexcept>

namespace cfn {
namespace {

Value tagged(std::string tag, Value value) {
  return data::Tagged{std::move(tag), std::make_shared<const Value>(std::move(value))};
}

/// `!Base64 !Sub x` is not YAML that CloudFormation reads, so an outer function is written out.
Expression call(std::string function, Value argument) {
  if (argument.as<data::Tagged>()) return {Map{{"Fn::" + function, std::move(argument)}}};
  return {tagged(std::move(function), std::move(argument))};
}

void put(Map& map, std::string_view key, Value value) {
  if (value.isSet()) map.push_back({std::string{key}, std::move(value), {}});
}

Value unlessEmpty(auto value) { return value.empty() ? Value{} : Value{std::move(value)}; }

}  // namespace

Map fields(std::initializer_list<Field> all) {
  Map set;
  for (const auto& [name, value] : all) put(set, name, value);
  return set;
}

data::Value toValue(const Tag& tag) { return fields({{"Key", tag.Key}, {"Value", tag.Value}}); }

Value Resource::ref() const { return tagged("Ref", logicalId_); }
Value Resource::getAtt(std::string_view attribute) const {
  return tagged("GetAtt", logicalId_ + "." + std::string{attribute});
}

void Template::insert(const std::string& logicalId, std::string_view type, Map properties) {
  if (std::ranges::find(resources_, logicalId, &Entry::logicalId) != resources_.end())
    throw std::logic_error{"logical id used twice: " + logicalId};
  resources_.push_back({logicalId, type, std::move(properties)});
}

Template::Entry& Template::entry(const Resource& resource) {
  return *std::ranges::find(resources_, resource.logicalId(), &Entry::logicalId);
}

void Template::dependsOn(const Resource& resource, const Resource& other) {
  entry(resource).dependsOn.emplace_back(other.logicalId());
}

void Template::onDeletion(const Resource& resource, std::string_view policy) {
  entry(resource).deletionPolicy = policy;
}

void Template::output(std::string name, Expression value, std::string description) {
  outputs_.push_back({std::move(name), Map{{"Description", std::move(description)}, {"Value", std::move(value.value)}}, {}});
}

Map Template::document() const {
  Map resources;
  for (const auto& [logicalId, type, properties, dependsOn, deletionPolicy] : resources_) {
    Map resource;
    put(resource, "Type", type);
    put(resource, "DependsOn", unlessEmpty(dependsOn));
    put(resource, "DeletionPolicy", unlessEmpty(deletionPolicy));
    put(resource, "UpdateReplacePolicy", unlessEmpty(deletionPolicy));
    put(resource, "Properties", unlessEmpty(properties));
    resources.push_back({logicalId, std::move(resource), {}});
  }
  Map document;
  put(document, "AWSTemplateFormatVersion", "2010-09-09");
  put(document, "Description", description_);
  put(document, "Resources", std::move(resources));
  put(document, "Outputs", unlessEmpty(outputs_));
  return document;
}

Expression sub(std::string text) { return call("Sub", std::move(text)); }
Expression base64(Expression text) { return call("Base64", std::move(text.value)); }
Expression join(std::string_view delimiter, List parts) { return call("Join", List{delimiter, std::move(parts)}); }
Expression select(int index, Expression list) { return call("Select", List{index, std::move(list.value)}); }
Expression availabilityZones() { return call("GetAZs", ""); }

}  // namespace cfn
