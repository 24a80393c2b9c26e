#include "analysis/check/network.h"

#include <fmt/format.h>

#include "analysis/check/access.h"
#include "analysis/check/rules/rules.h"

namespace check {
namespace {

std::optional<Range> rangeOf(const Resource& subnet) {
  const auto text = subnet["CidrBlock"].text();
  return text ? parseRange(*text) : std::nullopt;
}

void subnetsOverlap(const Model& model, const Report& report) {
  const auto subnets = model.all("AWS::EC2::Subnet");
  for (std::size_t i = 0; i < subnets.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const auto& subnet = *subnets[i];
      const auto& other = *subnets[j];
      const auto one = rangeOf(subnet);
      const auto two = rangeOf(other);
      const auto* vpc = vpcOf(subnet);
      if (!one || !two || !vpc || vpc != vpcOf(other) || !one->overlaps(*two)) continue;
      if (!subnet.certain && !other.certain) continue;  // perhaps one or the other
      report(
          subnet["CidrBlock"],
          fmt::format("`{}` overlaps `{}` of `{}`", *subnet["CidrBlock"].text(), *other["CidrBlock"].text(), other.id),
          "give each subnet a range of its own", {at(other["CidrBlock"], "the other range")});
    }
}

void subnetOutsideVpc(const Model& model, const Report& report) {
  for (const auto* subnet : model.all("AWS::EC2::Subnet")) {
    const auto range = rangeOf(*subnet);
    const auto* vpc = vpcOf(*subnet);
    if (!range || !vpc) continue;
    const auto ranges = rangesOf(model, *vpc);
    bool inside = !ranges.complete;
    for (const auto& each : ranges.all) inside |= each.contains(*range);
    if (!inside)
      report((*subnet)["CidrBlock"],
             fmt::format("`{}` is outside `{}`", *(*subnet)["CidrBlock"].text(),
                         (*vpc)["CidrBlock"].text().value_or(vpc->id)),
             "write a range inside the VPC's", {at((*vpc)["CidrBlock"], "the VPC's range")});
  }
}

void rangeSize(const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    if (!resource.is("AWS::EC2::VPC") && !resource.is("AWS::EC2::Subnet")) continue;
    const auto text = resource["CidrBlock"].text();
    if (!text) continue;
    const auto range = parseRange(*text);
    const bool isIpv4 = range && range->family == Family::ipv4 && text->find('/') != text->npos;
    const auto length = isIpv4 ? std::optional{range->prefixLength} : std::nullopt;
    if (!length)
      report(resource["CidrBlock"], fmt::format("`{}` is not a range of IPv4 addresses", *text),
             "write one such as `10.0.0.0/16`");
    else if (*length < 16 || *length > 28)
      report(resource["CidrBlock"], fmt::format("a range may have a prefix from /16 to /28, this has /{}", *length),
             "write a range of that size");
  }
}

void duplicateRoute(const Model& model, const Report& report) {
  const Routing routing{model};
  for (const auto* table : model.all("AWS::EC2::RouteTable")) {
    const auto& routes = routing.routesOf(*table);
    for (std::size_t i = 0; i < routes.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        for (const auto member : {"DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"}) {
          const auto one = (*routes[i])[member].text();
          if (!one || one != (*routes[j])[member].text() || !routes[i]->certain || !routes[j]->certain) continue;
          report((*routes[i])[member], fmt::format("`{}` has a route to `{}` already", table->id, *one),
                 "keep one of the two", {at(*routes[j], "the other route")});
        }
  }
}

void subnetAssociatedTwice(const Model& model, const Report& report) {
  std::map<const Resource*, const Resource*> seen;
  for (const auto* association : model.all("AWS::EC2::SubnetRouteTableAssociation")) {
    const auto* subnet = (*association)["SubnetId"].resource();
    if (!subnet || !association->certain) continue;
    const auto [first, isNew] = seen.try_emplace(subnet, association);
    if (!isNew)
      report((*association)["SubnetId"], fmt::format("`{}` has a route table already", subnet->id),
             "associate each subnet once", {at(*first->second, "the other association")});
  }
}

void dnsDisabled(const Model& model, const Report& report) {
  for (const auto* vpc : model.all("AWS::EC2::VPC")) {
    const bool support = (*vpc)["EnableDnsSupport"].truth(true) == Truth::no;
    const bool names = (*vpc)["EnableDnsHostnames"].truth() == Truth::no;
    for (const auto* endpoint : model.all("AWS::EC2::VPCEndpoint")) {
      if (!(*endpoint)["VpcEndpointType"].is("Interface") || vpcOf(*endpoint) != vpc) continue;
      if ((*endpoint)["PrivateDnsEnabled"].truth() != Truth::yes || (!support && !names)) continue;
      report(
          (*vpc)[support ? "EnableDnsSupport" : "EnableDnsHostnames"],
          fmt::format("`{}` has a private DNS name, which needs DNS support and host names in the VPC", endpoint->id),
          "set `EnableDnsSupport` and `EnableDnsHostnames` to true", {at(*endpoint, "the endpoint")});
    }
    for (const auto* target : model.all("AWS::EFS::MountTarget")) {
      const auto* subnet = (*target)["SubnetId"].resource();
      if (!subnet || vpcOf(*subnet) != vpc || !support) continue;
      report((*vpc)["EnableDnsSupport"], "the names of file systems are resolved by the VPC's DNS, which is off",
             "set `EnableDnsSupport` to true", {at(*target, "the mount target")});
      break;
    }
  }
}

void gatewayEndpointUnused(const Model& model, const Report& report) {
  for (const auto* endpoint : model.all("AWS::EC2::VPCEndpoint")) {
    const auto type = (*endpoint)["VpcEndpointType"];
    if (type && !type.is("Gateway")) continue;
    const auto tables = (*endpoint)["RouteTableIds"];
    if (!tables.isUnknown() && tables.items().empty())
      report(*endpoint, "a gateway endpoint without route tables is used by nobody",
             "name the tables of the subnets in `RouteTableIds`");
  }
}

void endpointAdmitsNobody(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto* endpoint : model.all("AWS::EC2::VPCEndpoint")) {
    const auto groups = (*endpoint)["SecurityGroupIds"];
    if (!(*endpoint)["VpcEndpointType"].is("Interface") || !groups) continue;
    if (access.admits(groupsOf(groups), 443) == Truth::no)
      report(groups, "no security group of the endpoint lets anybody in on 443", "add an ingress rule for its clients");
  }
}

void aclDeniesAll(const Model& model, const Report& report) {
  for (const auto* acl : model.all("AWS::EC2::NetworkAcl")) {
    bool used = false;
    for (const auto* association : model.all("AWS::EC2::SubnetNetworkAclAssociation"))
      used |= (*association)["NetworkAclId"].resource() == acl;
    if (!used || model.isHandedOut(*acl)) continue;
    for (const bool egress : {false, true}) {
      bool open = false;
      for (const auto* entry : model.all("AWS::EC2::NetworkAclEntry")) {
        const auto* owner = (*entry)["NetworkAclId"].resource();
        if (owner && owner != acl) continue;
        const auto direction = (*entry)["Egress"].truth();
        open |=
            (direction == Truth::unknown || (direction == Truth::yes) == egress) && !(*entry)["RuleAction"].is("deny");
      }
      if (!open)
        report(*acl, fmt::format("the network ACL lets nothing {}", egress ? "out" : "in"),
               fmt::format("add an `allow` entry with `Egress: {}`", egress));
    }
  }
}

constexpr Rule all[] = {
    {{"subnets-overlap", diag::Severity::error, "network", "two subnets of a VPC share addresses",
      "EC2 refuses the second subnet, and the stack rolls back.", "Give each subnet a range of its own.",
      "Amazon VPC User Guide: Subnet CIDR blocks", diag::Noticed::creation},
     subnetsOverlap},
    {{"subnet-outside-vpc", diag::Severity::error, "network", "a subnet lies outside its VPC",
      "EC2 refuses a subnet whose range is not part of one of the VPC's ranges.",
      "Write a range inside the VPC's, or give the VPC another range with `AWS::EC2::VPCCidrBlock`.",
      "Amazon VPC User Guide: Subnet CIDR blocks", diag::Noticed::creation},
     subnetOutsideVpc},
    {{"range-size", diag::Severity::error, "network", "a range of a VPC or subnet has a size that EC2 refuses",
      "The ranges of VPCs and subnets have prefixes from /16 to /28.", "Write a range of such a size.",
      "Amazon VPC User Guide: VPC CIDR blocks", diag::Noticed::creation},
     rangeSize},
    {{"duplicate-route", diag::Severity::error, "network", "a route table has two routes to one destination",
      "EC2 refuses the second one: `RouteAlreadyExists`.", "Keep the route that you mean.",
      "Amazon VPC User Guide: Configure route tables", diag::Noticed::creation},
     duplicateRoute},
    {{"subnet-associated-twice", diag::Severity::error, "network", "a subnet is associated with two route tables",
      "A subnet has one route table; EC2 refuses the second association.", "Associate each subnet once.",
      "Amazon VPC User Guide: Subnet route tables", diag::Noticed::creation},
     subnetAssociatedTwice},
    {{"dns-disabled", diag::Severity::error, "network", "the VPC's DNS is off, and something needs it",
      "Private DNS names of interface endpoints and the names of EFS mount targets are answered by the VPC's own "
      "resolver.",
      "Set `EnableDnsSupport` and `EnableDnsHostnames` of the VPC to true.",
      "Amazon VPC User Guide: DNS attributes for your VPC", diag::Noticed::use},
     dnsDisabled},
    {{"gateway-endpoint-unused", diag::Severity::warning, "network", "a gateway endpoint is in no route table",
      "A gateway endpoint works through routes: without route tables traffic keeps taking the NAT, by the gigabyte.",
      "Name the route tables of the subnets in `RouteTableIds`.", "AWS PrivateLink Guide: Gateway endpoints",
      diag::Noticed::bill},
     gatewayEndpointUnused},
    {{"endpoint-admits-nobody", diag::Severity::error, "network", "an interface endpoint lets nobody in",
      "Clients talk to an interface endpoint by HTTPS; its security groups must let them in on 443.",
      "Add an ingress rule for 443 from the clients' group or range.",
      "AWS PrivateLink Guide: Access an AWS service using an interface VPC endpoint", diag::Noticed::use},
     endpointAdmitsNobody},
    {{"acl-denies-all", diag::Severity::error, "network", "a network ACL lets nothing in or nothing out",
      "A network ACL has no state: without an `allow` entry in both directions no connection gets through the subnet.",
      "Add `allow` entries in both directions, or use the VPC's default ACL.",
      "Amazon VPC User Guide: Control subnet traffic with network access control lists", diag::Noticed::use},
     aclDeniesAll},
};

}  // namespace

std::span<const Rule> networkRules() { return all; }

}  // namespace check
