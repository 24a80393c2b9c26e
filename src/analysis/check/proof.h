#pragma once

#include <memory>
#include <string_view>

#include "analysis/check/rule.h"
#include "analysis/reach/reach.h"

namespace check {

/// What `reach` proves of the template: rules ask it before they say that something is open, or is not admitted. The
/// network is built with the first question.
class Proof {
 public:
  Proof(const Model& model, const Report& report) : model_{model}, given_{report.options().given} {}

  /// The answer to `FROM TO PROTOCOL PORT`; unknown of what has no place in the network.
  reach::Word ask(std::string_view from, std::string_view to, std::string_view protocol, std::int64_t port);
  /// Whether the resource is a host or a subnet of the network.
  bool hasPlace(std::string_view id);

 private:
  const reach::Worlds& worlds();

  const Model& model_;
  const cfn::Given& given_;
  std::unique_ptr<reach::Worlds> worlds_;
};

}  // namespace check
