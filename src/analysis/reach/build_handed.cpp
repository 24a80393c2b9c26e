#include "analysis/reach/handed.h"

// What resources are handed of the network.
namespace reach {
namespace {

/// Types that say where something is, or with which groups: who is handed one of them is handed what it says.
bool saysWhere(std::string_view type) {
  return type == "AWS::EC2::LaunchTemplate" || type == "AWS::AutoScaling::LaunchConfiguration" ||
         type == "AWS::EC2::ClientVpnEndpoint" || type == "AWS::EC2::VerifiedAccessEndpoint" ||
         type.ends_with("SubnetGroup") || type.starts_with("AWS::DirectoryService::") ||
         type == "AWS::Batch::ComputeEnvironment" || type == "AWS::OpsWorks::Stack" || type == "AWS::OpsWorks::Layer" ||
         type == "AWS::EKS::Cluster" || type == "AWS::ElasticBeanstalk::ConfigurationTemplate" ||
         type == "AWS::DMS::InstanceProfile";
}

/// Attributes of hosts that give an address, but do not identify the host to the API of AWS.
bool isAddress(std::string_view attribute) {
  return attribute.find("Address") != attribute.npos || attribute.find("Ip") != attribute.npos ||
         attribute.find("IP") != attribute.npos || attribute.find("Dns") != attribute.npos ||
         attribute.find("DNS") != attribute.npos || attribute.find("Endpoint") != attribute.npos ||
         attribute.find("Port") != attribute.npos || attribute.find("HostedZone") != attribute.npos;
}

bool isOf(std::string_view attribute, std::string_view word) { return attribute.find(word) != attribute.npos; }

}  // namespace

void Builder::addHanded(const Reader&, const cfn::Reference& reference, Handed& out) {
  const auto& name = reference.name;
  const std::string_view attribute = reference.attribute;
  if (const auto vpc = network_.vpcOf.find(name)) {
    if (attribute == "DefaultSecurityGroup")
      out.groups.insert(network_.vpcs[*vpc].defaultGroup);
    else if (attribute == "DefaultNetworkAcl")
      out.acls.insert(network_.vpcs[*vpc].defaultAcl);
    else if (!isOf(attribute, "Cidr"))
      out.vpcs.insert(*vpc);
  }
  if (const auto subnet = network_.subnetOf.find(name); subnet && network_.subnets[*subnet].declared) {
    if (isOf(attribute, "VpcId"))
      out.vpcs.insert(network_.subnets[*subnet].vpc);
    else if (!isOf(attribute, "Cidr") && !isOf(attribute, "AvailabilityZone"))
      out.subnets.insert(*subnet);
  }
  if (const auto group = network_.groupOf.find(name); group && !isOf(attribute, "VpcId")) out.groups.insert(*group);
  if (const auto table = network_.tableOf.find(name)) out.tables.insert(*table);
  if (const auto acl = network_.aclOf.find(name)) out.acls.insert(*acl);
  if (const auto targets = network_.targetGroupOf.find(name)) out.targetGroups.insert(*targets);
  if (const auto host = network_.hostOf.find(name)) (isAddress(attribute) ? out.addressed : out.hosts).insert(*host);
  if (const auto listener = listenerOf_.find(name); listener != listenerOf_.end())
    out.listeners.insert(listener->second);
  if (const auto type = network_.typeOf.find(name);
      type != network_.typeOf.end() && type->second == "AWS::EC2::PrefixList")
    out.lists.insert(name);
}

/// What is outside of the template is known by what names it: the same parameter, or the same literal id.
void Builder::addHandedOutside(const Value& value, Handed& out) const {
  if (const auto* list = value.as<List>())
    for (const auto& item : *list) addHandedOutside(item, out);
  if (const auto* map = value.as<Map>())
    for (const auto& entry : *map) addHandedOutside(entry.value, out);
  if (!cfn::unknownOf(value) && !textOf(value)) return;
  const auto key = cfn::identity(value);
  if (const auto vpc = network_.vpcOf.find(key)) out.vpcs.insert(*vpc);
  if (const auto subnet = network_.subnetOf.find(key)) out.subnets.insert(*subnet);
  if (const auto group = network_.groupOf.find(key)) out.groups.insert(*group);
}

void Builder::addHanded(const Reader& reader, bool looksThrough, Handed& out,
                        std::set<std::string, std::less<>>& seen) {
  if (!seen.insert(reader.resource().id).second) return;
  const bool isCustom = reader.resource().type() == "AWS::CloudFormation::CustomResource" ||
                        reader.resource().type().starts_with("Custom::");
  for (const auto& property : reader.properties()) {
    const bool isProvider = isCustom && property.key == "ServiceToken";
    addHandedOutside(property.value, out);
    for (const auto& reference : cfn::referencesIn(property.value)) {
      const auto named = readerOf(reference.name);
      if (isProvider) {  // the function that acts is told by its environment what to act on
        const auto environment = named ? named->at("Environment") : Value{};
        for (const auto& told : cfn::referencesIn(environment)) addHanded(*named, told, out);
        continue;
      }
      addHanded(reader, reference, out);
      if (named && looksThrough && saysWhere(named->resource().type())) addHanded(*named, true, out, seen);
    }
  }
}

Builder::Handed Builder::handedTo(const Reader& reader, bool looksThrough) {
  Handed out;
  std::set<std::string, std::less<>> seen;
  addHanded(reader, looksThrough, out, seen);
  return out;
}

/// Rules are made of the entries of prefix lists, so who may change those is to be known before.
void Builder::handedLists() {
  for (const auto& resource : evaluated_.resources) {
    if (resource.present == Truth::no || !influenceOf(resource.type()).changes) continue;
    const Reader reader{network_, resource};
    for (const auto& name : handedTo(reader, false).lists)
      changedLists_.emplace(name,
                            network_.because("what `" + resource.id + "` makes of what it is handed", reader.place()));
  }
}

}  // namespace reach
