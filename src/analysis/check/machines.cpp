#include "analysis/check/machines.h"

#include <algorithm>

#include "cloudformation/references.h"

namespace check {
namespace {

void append(std::string& out, const Value& value);

/// A call in its normal form: a text of parts, an encoded text, or the name of what will be put in.
void appendCall(std::string& out, const data::Tagged& call) {
  if (call.tag == "Base64") return append(out, *call.value);
  if (call.tag == "Join" && call.value->as<List>()) {
    for (const auto& part : *call.value->as<List>()) append(out, part);
    return;
  }
  const auto* name = call.value->as<std::string>();
  const bool names = name && (call.tag == "Ref" || call.tag == "GetAtt");
  out += names ? "${" + *name + "}" : "${}";
}

void append(std::string& out, const Value& value) {
  if (const auto* text = value.as<std::string>()) out += *text;
  if (const auto* call = value.as<data::Tagged>()) appendCall(out, *call);
}

void gather(const Value& value, const Model& model, std::vector<const Resource*>& found) {
  if (const auto* call = value.as<data::Tagged>()) {
    const auto* name = call->value->as<std::string>();
    if (name && (call->tag == "Ref" || call->tag == "GetAtt")) {
      const auto* resource = model.find(std::string_view{*name}.substr(0, name->find('.')));
      if (resource && std::ranges::find(found, resource) == found.end()) found.push_back(resource);
    }
    return gather(*call->value, model, found);
  }
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

Machine machineOf(const Resource& owner, const Node& data, const Node& fallback) {
  Machine machine{{&owner}, data, fallback};
  machine.userData = machine["UserData"];
  machine.subnetList = owner.is("AWS::EC2::Instance") ? owner["SubnetId"] : owner["VPCZoneIdentifier"];
  const auto interfaces = machine["NetworkInterfaces"].items();
  const auto first = interfaces.empty() ? Node{} : interfaces.front();
  if (!machine.subnetList && first) machine.subnetList = first["SubnetId"];
  machine.subnets = machine.subnetList.resources("AWS::EC2::Subnet");
  auto groups = machine["SecurityGroupIds"];
  if (!groups) groups = machine["SecurityGroups"];
  if (!groups && first) groups = first["Groups"];
  if (!groups && first)
    if (const auto* interface = first["NetworkInterfaceId"].resource()) groups = (*interface)["GroupSet"];
  machine.groups = groupsOf(groups);
  return machine;
}

Workload workloadOf(const Resource& owner, const Node& subnets, const Node& groups) {
  return {&owner, subnets, subnets.resources("AWS::EC2::Subnet"), groupsOf(groups)};
}

}  // namespace

std::vector<Machine> machines(const Model& model) {
  std::vector<Machine> all;
  for (const auto& resource : model.resources()) {
    if (resource.is("AWS::AutoScaling::AutoScalingGroup")) {
      auto data = dataOf(resource["LaunchTemplate"]);
      if (!data) data = dataOf(resource["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"]);
      if (const auto* configuration = resource["LaunchConfigurationName"].resource()) data = configuration->all();
      all.push_back(machineOf(resource, data, {}));
    } else if (resource.is("AWS::EC2::Instance")) {
      all.push_back(machineOf(resource, resource.all(), dataOf(resource["LaunchTemplate"])));
    }
  }
  return all;
}

std::vector<Workload> workloads(const Model& model) {
  std::vector<Workload> all;
  for (auto& machine : machines(model)) all.push_back(std::move(machine));
  for (const auto* service : model.all("AWS::ECS::Service"))
    if (const auto network = (*service)["NetworkConfiguration"]["AwsvpcConfiguration"])
      all.push_back(workloadOf(*service, network["Subnets"], network["SecurityGroups"]));
  for (const auto* function : model.all("AWS::Lambda::Function"))
    if (const auto network = (*function)["VpcConfig"])
      all.push_back(workloadOf(*function, network["SubnetIds"], network["SecurityGroupIds"]));
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
  for (const auto* resource : {machine.owner, machine.data.owner(), machine.fallback.owner()})
    if (resource)
      if (const auto init = resource->attribute("Metadata")["AWS::CloudFormation::Init"])
        gather(*init.value(), model, found);
  return found;
}

std::vector<Node> typesOf(const Machine& machine) {
  std::vector<Node> types;
  if (const auto type = machine["InstanceType"]) types.push_back(type);
  const auto policy = (*machine.owner)["MixedInstancesPolicy"]["LaunchTemplate"]["Overrides"];
  for (const auto& override : policy.items())
    if (const auto type = override["InstanceType"]) types.push_back(type);
  return types;
}

std::optional<std::string> imageText(const Node& imageId) {
  if (!imageId) return {};
  if (const auto text = imageId.text()) return text;
  // What SSM parameters and dynamic references give is not known, but the path in them says enough.
  const auto& source = imageId.owner()->model->source();
  const auto* written = imageId.written();
  if (!written) return {};
  if (const auto* text = written->as<std::string>()) return *text;
  const auto call = cfn::callOf(*written);
  const auto* name = call && call->function == "Ref" ? call->argument->as<std::string>() : nullptr;
  const auto* parameter = name ? data::find(source.sections().parameters, *name) : nullptr;
  const auto* fields = parameter ? parameter->as<Map>() : nullptr;
  const auto* path = fields ? data::find(*fields, "Default") : nullptr;
  return path && path->as<std::string>() ? std::optional{*path->as<std::string>()} : std::nullopt;
}

}  // namespace check
