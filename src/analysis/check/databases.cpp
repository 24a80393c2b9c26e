#include "analysis/check/databases.h"

namespace check {

std::vector<const Resource*> databases(const Model& model) {
  auto all = model.all(instanceType);
  for (const auto* cluster : model.all(clusterType)) all.push_back(cluster);
  return all;
}

}  // namespace check
