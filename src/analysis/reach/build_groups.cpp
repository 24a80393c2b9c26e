#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// Security groups.
namespace reach {

std::vector<Peer> Builder::prefixList(const Reader& reader, const Value& id) {
  Peer unknown;
  const auto listReader = readerOf(resourceIn(id));
  if (!listReader || listReader->resource().type() != "AWS::EC2::PrefixList") {
    unknown.why = reader.reasonFor(id);
    return {unknown};
  }
  std::vector<Peer> all;
  const auto entries = listReader->items(listReader->at("Entries"));
  for (const auto& entry : entries.items) {
    const auto cidr = listReader->at(mapOf(entry.value), "Cidr");
    const auto* text = textOf(cidr);
    const auto range = text ? cfn::parseRange(*text) : std::nullopt;
    Peer peer;
    if (range && !entry.maybe) {
      peer.is = *range;
    } else {
      peer.why = entry.maybe ? entry.maybe : listReader->reasonFor(cidr.isSet() ? cidr : entry.value);
    }
    all.push_back(peer);
  }
  if (const auto changed = changedLists_.find(listReader->resource().id); changed != changedLists_.end())
    all.push_back({.why = changed->second});
  return all;
}

std::vector<Peer> Builder::peers(const Reader& reader, const Map& rule, bool ingress) {
  std::vector<Peer> all;
  for (const auto& [key, family] : {std::pair{"CidrIp", Family::ipv4}, {"CidrIpv6", Family::ipv6}}) {
    const auto* value = data::find(rule, key);
    if (!value) continue;
    for (const auto& one : reader.alternatives(*value)) {
      Peer peer;
      const auto* text = textOf(one.value);
      const auto range = text ? cfn::parseRange(*text) : std::nullopt;
      if (range && !one.maybe) {
        peer.is = *range;
      } else if (const auto* select = one.value.as<data::Tagged>();
                 select && select->tag == "Select" && family == Family::ipv6) {
        // `Select(0, GetAtt Vpc.Ipv6CidrBlocks)` is the VPC's own range
        const auto* arguments = select->value->as<List>();
        const auto vpc =
            arguments && !arguments->empty() ? network_.vpcOf.find(resourceIn(arguments->back())) : std::nullopt;
        if (vpc) peer.is = Peer::Ipv6Of{*vpc};
      }
      if (std::holds_alternative<Peer::Unknown>(peer.is)) {
        peer.why = one.maybe ? one.maybe : reader.reasonFor(one.value);
        peer.family = family;
      }
      all.push_back(peer);
    }
  }
  for (const auto* key :
       {ingress ? "SourceSecurityGroupId" : "DestinationSecurityGroupId", ingress ? "SourceSecurityGroupName" : ""}) {
    const auto* value = *key ? data::find(rule, key) : nullptr;
    if (!value) continue;
    for (const auto& one : reader.alternatives(*value)) {
      Peer peer;
      peer.is = group(reader, one.value);
      peer.why = one.maybe;
      all.push_back(peer);
    }
  }
  if (const auto* list = data::find(rule, ingress ? "SourcePrefixListId" : "DestinationPrefixListId"))
    for (const auto& peer : prefixList(reader, *list)) all.push_back(peer);
  for (const auto& entry : rule)
    if (entry.key.starts_with("Fn::")) all.push_back({.why = reader.reasonFor(entry.value)});
  return all;
}

void Builder::addRules(const Reader& reader, const Map& written, bool ingress, Index<SecurityGroup> index,
                       const Reason* maybe, Place place) {
  Rule rule{.maybe = maybe, .place = place};
  ports(reader, written, rule);
  for (const auto& peer : peers(reader, written, ingress)) {
    rule.peer = peer;
    auto& group = network_.groups[index];
    (ingress ? group.ingress : group.egress).push_back(rule);
  }
}

void Builder::groupRules(const Reader& reader, const Value& list, bool ingress, Index<SecurityGroup> index) {
  const auto items = reader.items(list);
  for (const auto& item : items.items) {
    if (item.value.as<Map>()) {
      addRules(reader, mapOf(item.value), ingress, index, item.maybe, reader.placeOf(item.value));
      continue;
    }
    Rule rule{.maybe = reader.reasonFor(item.value), .place = reader.placeOf(item.value)};
    rule.peer.why = rule.maybe;
    auto& group = network_.groups[index];
    (ingress ? group.ingress : group.egress).push_back(rule);
  }
}

/// The index of the group that the value names; one outside of the template may do anything.
Index<SecurityGroup> Builder::group(const Reader& reader, const Value& value) {
  const auto named = resourceIn(value);
  if (const auto known = network_.groupOf.find(named)) return *known;
  if (const auto vpc = network_.vpcOf.find(named)) return network_.vpcs[*vpc].defaultGroup;
  const auto key = cfn::identity(value);
  if (const auto known = network_.groupOf.find(key)) return *known;
  SecurityGroup outside{.id = "a group outside", .place = reader.placeOf(value)};
  const auto* why = network_.because(
      fmt::format("the rules of a group that is not in the template: {}", reader.reasonFor(value)->text),
      reader.reasonFor(value)->place);
  outside.why = why;
  Rule rule{.maybe = why, .place = outside.place};
  rule.peer.why = why;
  outside.ingress.push_back(rule);
  outside.egress.push_back(rule);
  const auto index = network_.groups.add(std::move(outside));
  network_.groupOf.set(key, index);
  return index;
}

Groups Builder::groupsOf(const Reader& reader, const Value& list, const Value& otherList, Index<Vpc> vpc) {
  Groups groups;
  for (const auto* value : {&list, &otherList}) {
    const auto items = reader.items(*value);
    if (items.others) groups.others = items.others;
    for (const auto& item : items.items) {
      const auto index = group(reader, item.value);
      if (item.maybe || network_.groups[index].why)
        groups.others = item.maybe ? item.maybe : network_.groups[index].why;
      if (!item.maybe) groups.indices.push_back(index);
    }
  }
  if (groups.indices.empty() && !groups.others) groups.indices.push_back(network_.vpcs[vpc].defaultGroup);
  for (const auto index : groups.indices)
    if (const auto* why = network_.groups[index].why; why && !groups.others) groups.others = why;
  return groups;
}

/// Rules that are resources of their own; of egress rules, what they leave open of the group is noted in `apart`.
void Builder::rulesApart(std::string_view type, bool ingress, std::map<Index<SecurityGroup>, const Reason*>& apart) {
  for (const auto& reader : readers(type)) {
    auto id = reader.at("GroupId");
    if (!id.isSet()) id = reader.at("GroupName");
    const auto of = group(reader, id);
    addRules(reader, reader.properties(), ingress, of, reader.maybe(), reader.place());
    if (const auto known = apart.find(of); !ingress && known != apart.end())
      known->second = network_.because("whether the rule that allows everything out stays when rules are written apart",
                                       reader.place());
    if (!resourceIn(id).empty()) continue;
    const auto* why = network_.because(
        fmt::format("which group has the rule `{}`: {}", reader.resource().id, reader.reasonFor(id)->text),
        reader.placeOf(id));
    for (auto& [any, left] : apart) {
      addRules(reader, reader.properties(), ingress, any, why, reader.place());
      if (!ingress && !left) left = why;
    }
  }
}

/// The rule that allows everything out, which a group has that names no egress rules.
void Builder::allowOut(const Reader& reader, Index<SecurityGroup> of, const Reason* apart) {
  const auto egress = reader.at("SecurityGroupEgress");
  const auto items = reader.items(egress);
  if (std::ranges::any_of(items.items, [](const auto& item) { return !item.maybe; })) return;
  const auto* why = items.items.empty() ? apart : items.items.front().maybe;
  if (egress.as<List>() && items.items.empty())
    why = network_.because("whether an empty list of rules takes away the rule that allows everything out",
                           reader.placeOf(egress));
  for (const auto family : {Family::ipv4, Family::ipv6}) {
    Rule rule{.maybe = why, .place = reader.place()};
    rule.peer.is = IpRange{family, 0, 0};
    network_.groups[of].egress.push_back(rule);
  }
}

void Builder::groups() {
  for (const auto& reader : readers("AWS::EC2::SecurityGroup"))
    network_.groupOf.set(reader.resource().id, network_.groups.add({reader.resource().id, reader.place(), {}, {}}));
  std::map<Index<SecurityGroup>, const Reason*> apart;
  for (const auto index : network_.groups.indices()) apart.emplace(index, nullptr);
  rulesApart("AWS::EC2::SecurityGroupIngress", true, apart);
  rulesApart("AWS::EC2::SecurityGroupEgress", false, apart);
  for (const auto& reader : readers("AWS::EC2::SecurityGroup")) {
    const auto index = network_.groupOf.find(reader.resource().id).value();
    groupRules(reader, reader.at("SecurityGroupIngress"), true, index);
    groupRules(reader, reader.at("SecurityGroupEgress"), false, index);
    allowOut(reader, index, apart.at(index));
  }
}

}  // namespace reach
