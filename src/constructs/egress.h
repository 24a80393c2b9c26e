#pragma once

#include "constructs/access.h"
#include "constructs/network.h"

namespace constructs {

/// What instances fetch packages and call AWS by.
constexpr Service https{"Https", 443};
constexpr Service http{"Http", 80};

/// How the private tier gets out. What needs it waits for `ready`.
struct Egress {
  std::vector<cfn::Resource> ready;
  std::vector<aws::ec2::EIP::Handle>
      addresses;  ///< where the private tier's packets seem to come from; none by endpoints
  std::vector<Assertion> assertions{};
};

/// Adds what `network.egress` asks for and the routes to it; `instances` are let in to the endpoints where there are
/// any.
Egress addEgress(Draft&, const config::Config&, const Network&, Party& instances);

}  // namespace constructs
