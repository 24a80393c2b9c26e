#include <algorithm>

#include "analysis/check/model.h"
#include "cloudformation/evaluator.h"

namespace check {
namespace {

using cfn::Declaration;

void addNeed(Resource& resource, const Resource* needed) {
  if (needed && needed != &resource && std::ranges::find(resource.needs, needed) == resource.needs.end())
    resource.needs.push_back(needed);
}

Value attributesOf(const Declaration& declaration, cfn::Evaluator& evaluator) {
  const std::pair<std::string_view, const Value*> written[] = {
      {"CreationPolicy", &declaration.creationPolicy},
      {"DeletionPolicy", &declaration.deletionPolicy},
      {"Metadata", &declaration.metadata},
      {"UpdatePolicy", &declaration.updatePolicy},
      {"UpdateReplacePolicy", &declaration.updateReplacePolicy},
  };
  Map attributes;
  for (const auto& [name, value] : written)
    if (value->isSet())
      attributes.push_back(
          {std::string{name}, evaluator.evaluate(0, *value), value->span().isSet() ? value->span() : declaration.span});
  return attributes;
}

}  // namespace

std::unique_ptr<Model> modelOf(const cfn::Template& source, const cfn::Given& given) {
  std::unique_ptr<Model> model{new Model{source}};
  cfn::Evaluated unused;
  cfn::Evaluator evaluator{{&source}, given, unused};
  const auto& declarations = source.resources();
  model->resources_.reserve(declarations.size());  // they point at each other
  std::vector<const Declaration*> made;
  for (const auto& declaration : declarations) {
    Resource resource;
    resource.model = model.get();
    resource.id = declaration.logicalId;
    resource.type = declaration.type.text;
    resource.span = declaration.span;
    if (!declaration.condition.text.empty()) {
      const auto present = evaluator.condition(0, declaration.condition.text, declaration.condition.span).truth;
      if (present == Truth::no) continue;
      resource.certain = present == Truth::yes;
    }
    resource.properties = evaluator.evaluate(0, declaration.properties);
    resource.attributes = attributesOf(declaration, evaluator);
    resource.metadata = &declaration.metadata;
    model->resources_.push_back(std::move(resource));
    made.push_back(&declaration);
  }
  for (std::size_t i = 0; i < model->resources_.size(); ++i) model->byId_.emplace(model->resources_[i].id, i);
  for (std::size_t i = 0; i < made.size(); ++i) {
    auto& resource = model->resources_[i];
    for (const auto* value : {&made[i]->properties, &made[i]->metadata})
      for (const auto& named : cfn::referencesIn(*value)) addNeed(resource, model->find(named.name));
    for (const auto& named : made[i]->dependsOn) addNeed(resource, model->find(named.text));
  }
  for (const auto& output : source.sections().outputs)
    for (const auto& named : cfn::referencesIn(output.value))
      if (const auto* resource = model->find(named.name)) model->resources_[model->indexOf(*resource)].output = true;
  for (auto& resource : model->resources_)
    for (const auto* needed : resource.needs) model->resources_[model->indexOf(*needed)].users.push_back(&resource);
  return model;
}

}  // namespace check
