#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// What rules have in common, and network ACLs.
namespace reach {
namespace {

std::optional<int> protocolOf(std::string_view text) {
  std::string lower{text};
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  constexpr std::pair<std::string_view, int> names[]{{"-1", anyProtocol}, {"all", anyProtocol}, {"tcp", tcp},
                                                     {"udp", udp},        {"icmp", icmp},       {"icmpv6", icmpv6}};
  for (const auto& [name, number] : names)
    if (lower == name) return number;
  int number = 0;
  for (const char c : lower) {
    if (c < '0' || c > '9' || number > 255) return {};
    number = number * 10 + (c - '0');
  }
  return lower.empty() || number > 255 ? std::nullopt : std::optional{number};
}

/// -1 stands for all types, or all codes, of ICMP.
bool isPortOrType(int number, bool isIcmp) {
  return isIcmp ? number >= -1 && number <= 255 : number >= 0 && number <= highestPort;
}

}  // namespace

/// An entry of an ACL has its ports in maps of their own.
void Builder::ports(const Reader& reader, const Map& map, Rule& rule) {
  const auto written = reader.at(map, map.size() && data::find(map, "IpProtocol") ? "IpProtocol" : "Protocol");
  const auto* text = textOf(written);
  if (const auto number = text ? protocolOf(*text) : std::nullopt)
    rule.protocol = *number;
  else
    rule.protocolWhy =
        written.isSet() ? reader.reasonFor(written) : network_.because("the rule names no protocol", rule.place);
  if (rule.protocol == anyProtocol && !rule.protocolWhy) return;
  const bool isIcmp = rule.protocol == icmp || rule.protocol == icmpv6;
  const bool isAclEntry = data::find(map, "RuleNumber") != nullptr;
  const auto from = isAclEntry ? reader.deep(map, isIcmp ? "Icmp.Type" : "PortRange.From") : reader.at(map, "FromPort");
  const auto to = isAclEntry ? reader.deep(map, isIcmp ? "Icmp.Code" : "PortRange.To") : reader.at(map, "ToPort");
  for (const auto& [value, number, otherwise] : {std::tuple{&from, &rule.from, -1}, {&to, &rule.to, -1}}) {
    if (const auto read = reader.number(*value)) {
      if (isPortOrType(*read, isIcmp))
        *number = *read;
      else
        rule.portsWhy = network_.because(
            fmt::format("`{}` in the rule is not {}", *read, isIcmp ? "a type or code of ICMP" : "a port"), rule.place);
    } else if (value->isSet())
      rule.portsWhy = reader.reasonFor(*value);
    else if (rule.protocol == icmpv6)
      *number = otherwise;
    else if (rule.protocol == tcp || rule.protocol == udp || isIcmp)
      rule.portsWhy = network_.because("the rule names no ports", rule.place);
  }
}

void Builder::aclEntry(const Reader& reader, const std::vector<std::pair<Index<NetworkAcl>, const Reason*>>& acls) {
  AclEntry entry;
  entry.rule.place = reader.place();
  ports(reader, reader.properties(), entry.rule);
  if (const auto number = reader.number(reader.at("RuleNumber")))
    entry.number = *number;
  else
    entry.numberWhy = reader.reasonFor(reader.at("RuleNumber"));
  entry.allows = reader.is(reader.at("RuleAction"), "allow", false);
  entry.rule.peer.why = network_.because("the entry names no range", reader.place());
  for (const auto& [key, family] : {std::pair{"CidrBlock", Family::ipv4}, {"Ipv6CidrBlock", Family::ipv6}}) {
    const auto value = reader.at(key);
    if (!value.isSet()) continue;
    const auto* text = textOf(value);
    const auto range = text ? cfn::parseRange(*text) : std::nullopt;
    if (range) {
      entry.rule.peer.is = *range;
    } else {
      entry.rule.peer.why = reader.reasonFor(value);
      entry.rule.peer.family = family;
    }
  }
  const auto egress = reader.flag(reader.at("Egress"), false);
  for (const auto& [index, maybe] : acls) {
    entry.rule.maybe = maybe ? maybe : reader.maybe() ? reader.maybe() : egress.why();
    auto& acl = network_.acls[index];
    if (!egress.isYes()) acl.ingress.push_back(entry);
    if (!egress.isNo()) acl.egress.push_back(entry);
  }
}

void Builder::acls() {
  for (const auto& reader : readers("AWS::EC2::NetworkAcl")) {
    network_.aclOf.set(reader.resource().id, network_.acls.add({reader.resource().id, reader.place(), {}, {}}));
  }
  for (const auto& reader : readers("AWS::EC2::NetworkAclEntry")) {
    const auto id = reader.at("NetworkAclId");
    const auto named = resourceIn(id);
    std::vector<std::pair<Index<NetworkAcl>, const Reason*>> in;
    if (const auto known = network_.aclOf.find(named)) {
      in.push_back({*known, nullptr});
    } else if (const auto vpc = network_.vpcOf.find(named)) {
      in.push_back({network_.vpcs[*vpc].defaultAcl, nullptr});
    } else {
      const auto* why = network_.because(
          fmt::format("which ACL has the entry `{}`: {}", reader.resource().id, reader.reasonFor(id)->text),
          reader.placeOf(id));
      for (const auto acl : network_.acls.indices()) in.push_back({acl, why});
    }
    aclEntry(reader, in);
  }
  const auto order = [](const AclEntry& a, const AclEntry& b) {
    return std::pair{a.numberWhy == nullptr, a.number} < std::pair{b.numberWhy == nullptr, b.number};
  };
  for (auto& acl : network_.acls) {
    std::ranges::stable_sort(acl.ingress, order);
    std::ranges::stable_sort(acl.egress, order);
  }
}

}  // namespace reach
