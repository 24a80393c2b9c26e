#include "analysis/check/machines.h"

#include <algorithm>

namespace check {
namespace {

void append(std::string& out, const Value& value);

/// A text for Fn::Sub, with `${!Name}` undone.
void appendSub(std::string& out, std::string_view text) {
  while (true) {
    const auto at = text.find("${!");
    out += text.substr(0, at);
    if (at == text.npos) return;
    out += "${";
    text.remove_prefix(at + 3);
  }
}

void appendCall(std::string& out, const data::Tagged& call) {
  const auto& argument = *call.value;
  const auto* list = argument.as<List>();
  const auto* text = argument.as<std::string>();
  if (call.tag == "Base64") return append(out, argument);
  if (call.tag == "Sub" && text) return appendSub(out, *text);
  if (call.tag == "Sub" && list && !list->empty() && (*list)[0].as<std::string>())
    return appendSub(out, *(*list)[0].as<std::string>());
  if (call.tag == "Join" && list && list->size() == 2 && (*list)[0].as<std::string>() && (*list)[1].as<List>()) {
    bool first = true;
    for (const auto& item : *(*list)[1].as<List>()) {
      if (!std::exchange(first, false)) out += *(*list)[0].as<std::string>();
      append(out, item);
    }
    return;
  }
  out += text ? "${" + *text + "}" : "${}";
}

void append(std::string& out, const Value& value) {
  if (const auto* text = value.as<std::string>()) out += *text;
  if (const auto* call = value.as<data::Tagged>()) appendCall(out, *call);
}

void gather(const Value& value, const Model& model, std::vector<const Resource*>& found) {
  const auto add = [&](std::string_view name) {
    const auto* resource = model.find(name.substr(0, name.find('.')));
    if (resource && std::ranges::find(found, resource) == found.end()) found.push_back(resource);
  };
  if (const auto* call = value.as<data::Tagged>()) {
    if (const auto* text = call->value->as<std::string>(); text && call->tag != "Sub") add(*text);
    return gather(*call->value, model, found);
  }
  if (const auto* text = value.as<std::string>())
    for (auto open = text->find("${"); open != text->npos; open = text->find("${", open + 2))
      add(std::string_view{*text}.substr(open + 2, text->find('}', open) - open - 2));
  if (const auto* list = value.as<List>())
    for (const auto& item : *list) gather(item, model, found);
  if (const auto* map = value.as<Map>())
    for (const auto& entry : *map) gather(entry.value, model, found);
}

/// The launch template data that a specification names.
Node dataOf(const Node& specification) {
  for (const auto member : {"LaunchTemplateId", "LaunchTemplateName"})
    if (const auto* launchTemplate = specification[member].resource("AWS::EC2::LaunchTemplate"))
      return (*launchTemplate)["LaunchTemplateData"];
  return {};
}

Node firstInterface(const Node& data) {
  const auto interfaces = data["NetworkInterfaces"].items();
  return interfaces.empty() ? Node{} : interfaces.front();
}

Machine machineOf(const Resource& owner, Node data) {
  Machine machine{&owner, std::move(data), {}, {}, {}, {}};
  machine.userData = machine.data["UserData"];
  machine.subnetList = owner.is("AWS::EC2::Instance") ? owner["SubnetId"] : owner["VPCZoneIdentifier"];
  const auto first = firstInterface(machine.data);
  if (!machine.subnetList && first) machine.subnetList = first["SubnetId"];
  machine.subnets = machine.subnetList.resources("AWS::EC2::Subnet");
  auto groups = machine.data["SecurityGroupIds"];
  if (!groups) groups = machine.data["SecurityGroups"];
  if (!groups && first) groups = first["Groups"];
  if (!groups && first)
    if (const auto* interface = first["NetworkInterfaceId"].resource()) groups = (*interface)["GroupSet"];
  machine.groups = groupsOf(groups);
  return machine;
}

}  // namespace

std::vector<Machine> machines(const Model& model) {
  std::vector<Machine> all;
  for (const auto& resource : model.resources()) {
    if (resource.is("AWS::AutoScaling::AutoScalingGroup")) {
      auto data = dataOf(resource["LaunchTemplate"]);
      if (!data) data = dataOf(resource["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"]);
      if (const auto* configuration = resource["LaunchConfigurationName"].resource()) data = configuration->all();
      all.push_back(machineOf(resource, std::move(data)));
    } else if (resource.is("AWS::EC2::Instance")) {
      auto machine = machineOf(resource, resource.all());
      if (const auto data = dataOf(resource["LaunchTemplate"])) {
        const auto below = machineOf(resource, data);
        if (!machine.userData) machine.userData = below.userData;
        if (!resource["ImageId"]) machine.data = data;
        if (!resource["SecurityGroupIds"] && !resource["NetworkInterfaces"]) machine.groups = below.groups;
      }
      all.push_back(std::move(machine));
    }
  }
  return all;
}

std::string scriptOf(const Node& userData) {
  std::string script;
  if (userData) append(script, *userData.value());
  return script;
}

std::vector<const Resource*> namedByBoot(const Machine& machine) {
  std::vector<const Resource*> found;
  const auto& model = *machine.owner->model;
  if (machine.userData) gather(*machine.userData.value(), model, found);
  for (const auto* resource : {machine.owner, machine.data.owner()})
    if (resource)
      if (const auto init = resource->attribute("Metadata")["AWS::CloudFormation::Init"])
        gather(*init.value(), model, found);
  return found;
}

std::vector<Node> typesOf(const Machine& machine) {
  std::vector<Node> types;
  if (const auto type = machine.data["InstanceType"]) types.push_back(type);
  const auto policy = (*machine.owner)["MixedInstancesPolicy"]["LaunchTemplate"]["Overrides"];
  for (const auto& override : policy.items())
    if (const auto type = override["InstanceType"]) types.push_back(type);
  return types;
}

}  // namespace check
