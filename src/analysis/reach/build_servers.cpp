#include <fmt/format.h>

#include "analysis/reach/server.h"

// What instances and launch templates say of their network interfaces.
namespace reach {

Builder::Server Builder::server(const Reader& reader, const Map& map) {
  Server out;
  const auto all = reader.at(map, "NetworkInterfaces");
  const auto first = reader.deep(map, "NetworkInterfaces.0");
  if (const auto* list = all.as<List>(); list && list->size() > 1)
    out.more =
        network_.because(fmt::format("`{}` has other network interfaces", reader.resource().id), reader.placeOf(all));
  if (first.isSet() && !first.as<Map>()) {
    out.unknown = reader.reasonFor(first);
    return out;
  }
  const auto& interface = mapOf(first);
  const auto either = [&](std::string_view key) {
    auto value = reader.at(interface, key);
    return value.isSet() ? value : reader.at(map, key);
  };
  out.interface = reader.at(interface, "NetworkInterfaceId");
  out.subnet = either("SubnetId");
  out.publicIp = reader.at(interface, "AssociatePublicIpAddress");
  if (!out.publicIp.isSet()) out.publicIp = reader.at(map, "AssociatePublicIpAddress");  // a launch configuration
  out.ipv6Count = either("Ipv6AddressCount");
  out.ipv6Addresses = either("Ipv6Addresses");
  out.privateIp = either("PrivateIpAddress");
  out.privateIps = reader.at(interface, "PrivateIpAddresses");
  if (!out.privateIps.isSet()) out.privateIps = reader.at(interface, "SecondaryPrivateIpAddressCount");
  out.sourceDestCheck = reader.at(map, "SourceDestCheck");
  out.groups = reader.at(interface, "GroupSet");
  if (!out.groups.isSet()) out.groups = reader.at(interface, "Groups");
  if (!out.groups.isSet()) out.groups = reader.at(map, "SecurityGroupIds");
  out.groupNames = reader.at(map, "SecurityGroups");
  return out;
}

/// What the launch template (or configuration) that `reference` names says.
Builder::Server Builder::launched(const Reader& reader, const Value& reference, const Reason** maybe) {
  Server out;
  const auto template_ = readerOf(resourceIn(reference));
  if (!template_) {
    out.unknown = network_.because(fmt::format("the launch template of `{}` is not in the template: {}",
                                               reader.resource().id, reader.reasonFor(reference)->text),
                                   reader.placeOf(reference));
    return out;
  }
  *maybe = template_->maybe();
  if (template_->resource().type() == "AWS::AutoScaling::LaunchConfiguration")
    return server(*template_, template_->properties());
  const auto data = template_->at("LaunchTemplateData");
  if (!data.as<Map>()) {
    out.unknown = data.isSet() ? template_->reasonFor(data)
                               : network_.because(fmt::format("what `{}` launches", template_->resource().id),
                                                  template_->place());
    return out;
  }
  return server(*template_, mapOf(data));
}

}  // namespace reach
