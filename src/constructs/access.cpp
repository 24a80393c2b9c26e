#include "constructs/access.h"

#include <fmt/format.h>

#include "constructs/names.h"

namespace constructs {
namespace {

namespace ec2 = aws::ec2;

constexpr std::string_view anyProtocol = "-1";
constexpr std::string_view allIpv4 = "0.0.0.0/0";

bool isIpv6(std::string_view range) { return range.find(':') != range.npos; }

ec2::SecurityGroupIngress ingress(const Party& to, std::string description) {
  return {
      .Description = std::move(description),
      .GroupId = to.group.groupId(),
      .IpProtocol = "tcp",
  };
}

ec2::SecurityGroupEgress egress(const Party& from, std::string description) {
  return {
      .Description = std::move(description),
      .GroupId = from.group.groupId(),
      .IpProtocol = "tcp",
  };
}

void setPort(auto& rule, int port) {
  rule.FromPort = port;
  rule.ToPort = port;
}

void setSource(ec2::SecurityGroupIngress& rule, std::string_view range) {
  if (isIpv6(range))
    rule.CidrIpv6 = range;
  else
    rule.CidrIp = range;
}

}  // namespace

Party addParty(cfn::Template& stack, std::string name, std::string description, const ec2::VPC::Handle& vpc) {
  const auto group = stack[name + "Access"] = ec2::SecurityGroup{
      .GroupDescription = std::move(description),
      // A group without an egress list may reach everything; this one rule matches nothing and takes that away.
      .SecurityGroupEgress = {{
          .CidrIp = "255.255.255.255/32",
          .Description = "Nothing but what separate rules allow",
          .FromPort = 252,
          .IpProtocol = "icmp",
          .ToPort = 86,
      }},
      .Tags = nameTag(name),
      .VpcId = vpc,
  };
  return {std::move(name), group};
}

void allow(cfn::Template& stack, Party& from, Party& to, Service service) {
  auto out = egress(from, fmt::format("{} to {}", service.name, to.name));
  setPort(out, service.port);
  out.DestinationSecurityGroupId = to.group.groupId();
  from.rules.push_back(stack[fmt::format("{}To{}{}", from.name, to.name, service.name)] = out);

  auto in = ingress(to, fmt::format("{} from {}", service.name, from.name));
  setPort(in, service.port);
  in.SourceSecurityGroupId = from.group.groupId();
  to.rules.push_back(stack[fmt::format("{}From{}{}", to.name, from.name, service.name)] = in);
}

void allowFrom(cfn::Template& stack, Party& party, std::string_view range, std::string_view who, Service service) {
  auto rule = ingress(party, fmt::format("{} from {}", service.name, range));
  setPort(rule, service.port);
  setSource(rule, range);
  party.rules.push_back(stack[fmt::format("{}From{}{}", party.name, who, service.name)] = rule);
}

void allowToInternet(cfn::Template& stack, Party& party, Service service) {
  auto rule = egress(party, fmt::format("{} to anywhere", service.name));
  setPort(rule, service.port);
  rule.CidrIp = allIpv4;
  party.rules.push_back(stack[fmt::format("{}ToInternet{}", party.name, service.name)] = rule);
}

void allowAllToInternet(cfn::Template& stack, Party& party) {
  auto rule = egress(party, "Anything to anywhere");
  rule.IpProtocol = anyProtocol;
  rule.CidrIp = allIpv4;
  party.rules.push_back(stack[fmt::format("{}ToInternet", party.name)] = rule);
}

void allowAllFrom(cfn::Template& stack, Party& party, std::string_view range, std::string_view who) {
  auto rule = ingress(party, fmt::format("Anything from {}", who));
  rule.IpProtocol = anyProtocol;
  setSource(rule, range);
  party.rules.push_back(stack[fmt::format("{}From{}", party.name, who)] = rule);
}

}  // namespace constructs
