#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aws/ec2.h"
#include "constructs/assertion.h"
#include "constructs/draft.h"

namespace constructs {

using VpcId = cfn::Typed<"AWS::EC2::VPC.Id">;

/// A part of the stack as the network sees it: its security group, whose logical id is `NAMEAccess`, and the rules that
/// were made for it. Rules are resources of their own, so that groups can name each other without a cycle.
struct Party {
  std::string name;
  aws::ec2::SecurityGroup::Handle group;
  std::vector<cfn::Resource> rules{};  ///< what needs the connections waits for these
};

/// Adds a group that admits nobody and may reach nobody.
Party addParty(Draft&, std::string name, std::string description, const VpcId&);

/// A TCP port and what it is used for; `name` becomes part of logical ids.
struct Service {
  std::string_view name;
  int port;
  diag::Span decidedBy{};  ///< the place of what decides the port
};

/// Lets `from` open connections to `to`: both sides of it, so that no rule lacks its counterpart.
void allow(Draft&, Party& from, Party& to, Service);
/// Lets addresses of an IPv4 or IPv6 range in; `who` becomes part of the logical id.
void allowFrom(Draft&, Party&, const cfn::From<std::string>& range, std::string_view who, Service);
/// Lets `party` reach any IPv4 address.
void allowToInternet(Draft&, Party& party, Service);
/// As above, with any protocol and port.
void allowAllToInternet(Draft&, Party& party);
/// Lets addresses of a range in with any protocol and port.
void allowAllFrom(Draft&, Party& party, const cfn::From<std::string>& range, std::string_view who);

}  // namespace constructs
