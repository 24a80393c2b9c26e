#include "cloudformation/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

#include "cloudformation/evaluator.h"

namespace cfn {

const EvaluatedResource* Evaluated::find(std::string_view id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &resources[found->second];
}

Evaluated evaluate(const std::vector<const Template*>& templates, const Given& given) {
  Evaluated result;
  Evaluator evaluator{templates, given, result};
  for (std::size_t file = 0; file < templates.size(); ++file) {
    for (const auto& declaration : templates[file]->resources()) {
      EvaluatedResource resource{evaluator.idOf(file, declaration.logicalId), &declaration, file, Truth::yes, {}, {}};
      if (!declaration.condition.text.empty()) {
        const auto [truth, why] = evaluator.condition(file, declaration.condition.text, declaration.condition.span);
        resource.present = truth;
        resource.condition = why;
      }
      auto properties = evaluator.evaluate(file, declaration.properties);
      if (const auto* map = properties.as<Map>())
        resource.properties = *map;
      else
        resource.properties = {{"Fn::Transform", properties, declaration.span}};
      result.index_[resource.id] = result.resources.size();
      result.resources.push_back(std::move(resource));
    }
    Map outputs;
    for (const auto& output : templates[file]->sections().outputs)
      outputs.push_back({output.key, evaluator.output(file, output.key), output.keySpan});
    result.outputs.push_back(std::move(outputs));
  }
  return result;
}

}  // namespace cfn
