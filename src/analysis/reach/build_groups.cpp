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
      peer.kind = Peer::Kind::range;
      peer.range = *range;
    } else {
      peer.why = entry.maybe ? entry.maybe : listReader->reasonFor(cidr.isSet() ? cidr : entry.value);
    }
    all.push_back(peer);
  }
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
        peer.kind = Peer::Kind::range;
        peer.range = *range;
      } else if (const auto* select = one.value.as<data::Tagged>();
                 select && select->tag == "Select" && family == Family::ipv6) {
        // `Select(0, GetAtt Vpc.Ipv6CidrBlocks)` is the VPC's own range
        const auto* arguments = select->value->as<List>();
        const auto vpc = network_.vpcOf.find(resourceIn(arguments->back()));
        if (vpc != network_.vpcOf.end()) {
          peer.kind = Peer::Kind::vpcIpv6;
          peer.index = vpc->second;
        }
      }
      if (peer.kind == Peer::Kind::unknown) {
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
      peer.kind = Peer::Kind::group;
      peer.index = group(reader, one.value);
      peer.why = one.maybe;
      all.push_back(peer);
    }
  }
  if (const auto* list = data::find(rule, ingress ? "SourcePrefixListId" : "DestinationPrefixListId"))
    for (const auto& peer : prefixList(reader, *list)) all.push_back(peer);
  for (const auto& entry : rule)
    if (entry.key.starts_with("Fn::"))
      all.push_back({Peer::Kind::unknown, {}, none, reader.reasonFor(entry.value), {}});
  return all;
}

void Builder::addRules(const Reader& reader, const Map& written, bool ingress, int index, const Reason* maybe,
                       Place place) {
  Rule rule{.maybe = maybe, .place = place};
  ports(reader, written, rule);
  for (const auto& peer : peers(reader, written, ingress)) {
    rule.peer = peer;
    auto& group = network_.groups[static_cast<std::size_t>(index)];
    (ingress ? group.ingress : group.egress).push_back(rule);
  }
}

void Builder::groupRules(const Reader& reader, const Value& list, bool ingress, int index) {
  const auto items = reader.items(list);
  for (const auto& item : items.items) {
    if (item.value.as<Map>()) {
      addRules(reader, mapOf(item.value), ingress, index, item.maybe, reader.placeOf(item.value));
      continue;
    }
    Rule rule{.maybe = reader.reasonFor(item.value), .place = reader.placeOf(item.value)};
    rule.peer.why = rule.maybe;
    auto& group = network_.groups[static_cast<std::size_t>(index)];
    (ingress ? group.ingress : group.egress).push_back(rule);
  }
}

/// The index of the group that the value names; one outside of the template may do anything.
int Builder::group(const Reader& reader, const Value& value) {
  const auto named = resourceIn(value);
  if (const auto known = network_.groupOf.find(named); known != network_.groupOf.end()) return known->second;
  if (const auto vpc = network_.vpcOf.find(named); vpc != network_.vpcOf.end())
    return network_.vpcs[static_cast<std::size_t>(vpc->second)].defaultGroup;
  const auto key = cfn::identity(value);
  if (const auto known = network_.groupOf.find(key); known != network_.groupOf.end()) return known->second;
  SecurityGroup outside{.id = "a group outside", .place = reader.placeOf(value)};
  const auto* why = network_.because(
      fmt::format("the rules of a group that is not in the template: {}", reader.reasonFor(value)->text),
      reader.reasonFor(value)->place);
  outside.why = why;
  Rule rule{.maybe = why, .place = outside.place};
  rule.peer.why = why;
  outside.ingress.push_back(rule);
  outside.egress.push_back(rule);
  const int index = static_cast<int>(network_.groups.size());
  network_.groups.push_back(std::move(outside));
  network_.groupOf[key] = index;
  return index;
}

Groups Builder::groupsOf(const Reader& reader, const Value& list, const Value& otherList, int defaultVpc) {
  Groups groups;
  for (const auto* value : {&list, &otherList}) {
    const auto items = reader.items(*value);
    if (items.others) groups.others = items.others;
    for (const auto& item : items.items) {
      const int index = group(reader, item.value);
      if (item.maybe || network_.groups[static_cast<std::size_t>(index)].why)
        groups.others = item.maybe ? item.maybe : network_.groups[static_cast<std::size_t>(index)].why;
      if (!item.maybe) groups.indices.push_back(index);
    }
  }
  if (groups.indices.empty() && !groups.others && defaultVpc != none)
    groups.indices.push_back(network_.vpcs[static_cast<std::size_t>(defaultVpc)].defaultGroup);
  for (const int index : groups.indices)
    if (const auto* why = network_.groups[static_cast<std::size_t>(index)].why; why && !groups.others)
      groups.others = why;
  return groups;
}

void Builder::groups() {
  for (const auto& reader : readers("AWS::EC2::SecurityGroup")) {
    network_.groupOf[reader.resource().id] = static_cast<int>(network_.groups.size());
    network_.groups.push_back({reader.resource().id, reader.place(), {}, {}});
  }
  std::vector<const Reason*> separate(network_.groups.size());  // egress rules written apart
  const auto standalone = [&](std::string_view type, bool ingress) {
    for (const auto& reader : readers(type)) {
      auto id = reader.at("GroupId");
      if (!id.isSet()) id = reader.at("GroupName");
      const auto named = resourceIn(id);
      const int index = group(reader, id);
      addRules(reader, reader.properties(), ingress, index, reader.maybe(), reader.place());
      if (!ingress && static_cast<std::size_t>(index) < separate.size())
        separate[static_cast<std::size_t>(index)] = network_.because(
            "whether the rule that allows everything out stays when rules are written apart", reader.place());
      if (!named.empty()) continue;
      const auto* why = network_.because(
          fmt::format("which group has the rule `{}`: {}", reader.resource().id, reader.reasonFor(id)->text),
          reader.placeOf(id));
      for (std::size_t i = 0; i < separate.size(); ++i)
        addRules(reader, reader.properties(), ingress, static_cast<int>(i), why, reader.place());
      if (!ingress)
        for (auto& one : separate)
          if (!one) one = why;
    }
  };
  standalone("AWS::EC2::SecurityGroupIngress", true);
  standalone("AWS::EC2::SecurityGroupEgress", false);
  for (const auto& reader : readers("AWS::EC2::SecurityGroup")) {
    const int index = network_.groupOf.find(reader.resource().id)->second;
    groupRules(reader, reader.at("SecurityGroupIngress"), true, index);
    const auto egress = reader.at("SecurityGroupEgress");
    groupRules(reader, egress, false, index);
    const auto items = reader.items(egress);
    const bool some = std::ranges::any_of(items.items, [](const auto& item) { return !item.maybe; });
    if (some) continue;
    auto* why = separate[static_cast<std::size_t>(index)];
    if (!items.items.empty()) why = items.items.front().maybe;
    if (egress.as<List>() && items.items.empty())
      why = network_.because("whether an empty list of rules takes away the rule that allows everything out",
                             reader.placeOf(egress));
    for (const auto family : {Family::ipv4, Family::ipv6}) {
      Rule rule{.maybe = why, .place = reader.place()};
      rule.peer.kind = Peer::Kind::range;
      rule.peer.range = {family, 0, 0};
      network_.groups[static_cast<std::size_t>(index)].egress.push_back(rule);
    }
  }
}

}  // namespace reach
