#pragma once

#include "analysis/check/model.h"

namespace check {

constexpr std::string_view instanceType = "AWS::RDS::DBInstance";
constexpr std::string_view clusterType = "AWS::RDS::DBCluster";

/// The instances of RDS, then the clusters.
std::vector<const Resource*> databases(const Model&);

}  // namespace check
