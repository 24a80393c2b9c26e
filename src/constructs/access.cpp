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

void setPort(auto& rule, const Service& service) {
  rule.FromPort = cfn::From<int>{service.port, service.decidedBy};
  rule.ToPort = cfn::From<int>{service.port, service.decidedBy};
}

void setSource(ec2::SecurityGroupIngress& rule, const cfn::From<std::string>& range) {
  if (isIpv6(range.value))
    rule.CidrIpv6 = range;
  else
    rule.CidrIp = range;
}

}  // namespace

Party addParty(Draft& stack, std::string name, std::string description, const VpcId& vpc) {
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

void allow(Draft& stack, Party& from, Party& to, Service service) {
  auto out = egress(from, fmt::format("{} to {}", service.name, to.name));
  setPort(out, service);
  out.DestinationSecurityGroupId = to.group.groupId();
  from.rules.push_back(stack[fmt::format("{}To{}{}", from.name, to.name, service.name)] = out);

  auto in = ingress(to, fmt::format("{} from {}", service.name, from.name));
  setPort(in, service);
  in.SourceSecurityGroupId = from.group.groupId();
  to.rules.push_back(stack[fmt::format("{}From{}{}", to.name, from.name, service.name)] = in);
}

void allowFrom(Draft& stack, Party& party, const cfn::From<std::string>& range, std::string_view who, Service service) {
  auto rule = ingress(party, fmt::format("{} from {}", service.name, range.value));
  rule.Description.decidedBy(range.span);
  setPort(rule, service);
  setSource(rule, range);
  party.rules.push_back(stack[fmt::format("{}From{}{}", party.name, who, service.name)] = rule);
}

void allowToInternet(Draft& stack, Party& party, Service service) {
  auto rule = egress(party, fmt::format("{} to anywhere", service.name));
  setPort(rule, service);
  rule.CidrIp = allIpv4;
  party.rules.push_back(stack[fmt::format("{}ToInternet{}", party.name, service.name)] = rule);
}

void allowAllToInternet(Draft& stack, Party& party) {
  auto rule = egress(party, "Anything to anywhere");
  rule.IpProtocol = anyProtocol;
  rule.CidrIp = allIpv4;
  party.rules.push_back(stack[fmt::format("{}ToInternet", party.name)] = rule);
}

void allowAllFrom(Draft& stack, Party& party, const cfn::From<std::string>& range, std::string_view who) {
  auto rule = ingress(party, fmt::format("Anything from {}", who));
  rule.IpProtocol = anyProtocol;
  setSource(rule, range);
  party.rules.push_back(stack[fmt::format("{}From{}", party.name, who)] = rule);
}

}  // namespace constructs
