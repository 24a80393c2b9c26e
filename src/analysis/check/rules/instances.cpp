#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "analysis/check/machines.h"
#include "analysis/check/rules/rules.h"

// Instances, their images and their sizes.
namespace check {
namespace {

enum class Processor { arm64, x86 };

std::string_view shown(Processor processor) { return processor == Processor::arm64 ? "arm64" : "x86_64"; }

/// The processor of an instance type: `t4g.micro` has a `g` behind its generation, as Graviton types have ("Amazon EC2
/// instance type naming conventions").
std::optional<Processor> processorOf(std::string_view type) {
  const auto family = type.substr(0, type.find('.'));
  if (family == type || family.empty()) return {};
  if (family == "a1") return Processor::arm64;
  if (family.starts_with("mac")) return {};
  std::size_t at = 0;
  while (at < family.size() && std::islower(static_cast<unsigned char>(family[at]))) ++at;
  if (at == 0 || at == family.size() || !std::isdigit(static_cast<unsigned char>(family[at]))) return {};
  while (at < family.size() && std::isdigit(static_cast<unsigned char>(family[at]))) ++at;
  return family.find('g', at) != family.npos ? Processor::arm64 : Processor::x86;
}

/// The processor that an image is for, by the name of its parameter.
std::optional<Processor> processorOfImage(std::string_view image) {
  const auto has = [&](std::string_view word) { return image.find(word) != image.npos; };
  if (!has("/")) return {};
  if (has("arm64") || has("aarch64")) return Processor::arm64;
  if (has("x86_64") || has("amd64") || has("x86-64")) return Processor::x86;
  return {};
}

void wrongProcessor(const Model& model, const Report& report) {
  for (const auto& machine : machines(model)) {
    const auto image = machine["ImageId"];
    const auto words = imageText(image);
    const auto wanted = words ? processorOfImage(*words) : std::nullopt;
    std::optional<Processor> first;
    for (const auto& type : typesOf(machine)) {
      const auto text = type.text();
      const auto processor = text ? processorOf(*text) : std::nullopt;
      if (!processor) continue;
      if (wanted && processor != wanted)
        report(type, fmt::format("`{}` is {}, the image is for {}", *text, shown(*processor), shown(*wanted)),
               fmt::format("choose a type for {}, or the image for {}", shown(*wanted), shown(*processor)),
               {at(image, "the image")});
      else if (first && first != processor && words)
        report(type,
               fmt::format("`{}` is {}, the other types are {}: one image cannot serve both", *text, shown(*processor),
                           shown(*first)),
               "keep to types of one processor");
      if (!first) first = processor;
    }
  }
}

/// Whether the image itself asks for IMDSv2, as Amazon Linux 2023 does.
bool imageWantsTokens(const Machine& machine) {
  const auto words = imageText(machine["ImageId"]);
  return words && words->find("al2023") != words->npos;
}

void oldMetadata(const Model& model, const Report& report) {
  for (const auto& machine : machines(model)) {
    if (!machine.data) continue;
    const auto options = machine["MetadataOptions"];
    const auto tokens = options["HttpTokens"];
    if (options["HttpEndpoint"].is("disabled") || tokens.isUnknown() || tokens.is("required")) continue;
    if (tokens.is("optional"))
      report(tokens, "the metadata service answers requests without a token (IMDSv1)", "write `HttpTokens: required`");
    else if (!imageWantsTokens(machine))
      report(options ? options : machine.data, "nothing makes the metadata service ask for tokens (IMDSv2)",
             "set `MetadataOptions` with `HttpTokens: required`");
  }
}

void metadataByImage(const Model& model, const Report& report) {
  for (const auto& machine : machines(model))
    if (machine.data && imageWantsTokens(machine) && !machine["MetadataOptions"]["HttpTokens"])
      report(machine.data, "only the image decides that the metadata service asks for tokens (IMDSv2)",
             "set `MetadataOptions` with `HttpTokens: required`");
}

void launchConfiguration(const Model& model, const Report& report) {
  for (const auto* configuration : model.all("AWS::AutoScaling::LaunchConfiguration"))
    report(*configuration, "accounts made since October 2024 cannot create launch configurations",
           "write an `AWS::EC2::LaunchTemplate`");
}

bool isOneOf(std::string_view family, auto const& families) {
  return std::ranges::find(families, family) != std::end(families);
}

void oldGeneration(const Model& model, const Report& report) {
  constexpr std::array<std::string_view, 17> old{"t1",  "t2", "m1", "m2", "m3", "m4", "c1", "c3", "c4",
                                                 "cc2", "r3", "r4", "i2", "i3", "d2", "x1", "g2"};
  const auto judge = [&](const Node& node, std::string_view prefix, std::string_view better) {
    const auto text = node.text();
    if (!text || !text->starts_with(prefix)) return;
    const auto family = std::string_view{*text}.substr(prefix.size(), text->find('.', prefix.size()) - prefix.size());
    if (isOneOf(family, old))
      report(node, fmt::format("`{}` is of a previous generation: it costs more and does less", *text),
             fmt::format("choose a type such as `{}`", better));
  };
  for (const auto& machine : machines(model))
    for (const auto& type : typesOf(machine)) judge(type, "", "t4g.small");
  for (const auto* database : model.all("AWS::RDS::DBInstance"))
    judge((*database)["DBInstanceClass"], "db.", "db.t4g.small");
  for (const auto* cache : model.all("AWS::ElastiCache::CacheCluster"))
    judge((*cache)["CacheNodeType"], "cache.", "cache.t4g.small");
}

/// Roles of instance profiles, Lambda functions and others must trust the service that takes them.
void roleNotAssumable(const Model& model, const Report& report) {
  const auto judge = [&](const Node& at, const Resource* role, std::string_view service) {
    if (!role || !role->is("AWS::IAM::Role")) return;
    const auto statements = (*role)["AssumeRolePolicyDocument"]["Statement"];
    if (!statements || statements.hasUnknownItems()) return;
    for (const auto& statement : statements.items()) {
      const auto principal = statement["Principal"];
      if (principal.isUnknown() || principal["Service"].hasUnknownItems() || principal.is("*")) return;
      for (const auto& each : principal["Service"].items()) {
        const auto text = each.text();
        if (!text || text->starts_with(service)) return;
      }
    }
    report(at, fmt::format("`{}` does not trust `{}.amazonaws.com`, so it cannot be used here", role->id, service),
           "add the service to the role's `AssumeRolePolicyDocument`", {diag::Related{role->span, "the role"}});
  };
  for (const auto* profile : model.all("AWS::IAM::InstanceProfile"))
    if (!model.usersOf(*profile).empty() || model.isOutput(*profile))
      for (const auto& role : (*profile)["Roles"].items()) judge(role, role.resource(), "ec2");
  for (const auto* function : model.all("AWS::Lambda::Function"))
    judge((*function)["Role"], (*function)["Role"].resource(), "lambda");
  for (const auto* task : model.all("AWS::ECS::TaskDefinition"))
    for (const auto member : {"TaskRoleArn", "ExecutionRoleArn"})
      judge((*task)[member], (*task)[member].resource(), "ecs-tasks");
  for (const auto* selection : model.all("AWS::Backup::BackupSelection")) {
    const auto role = (*selection)["BackupSelection"]["IamRoleArn"];
    judge(role, role.resource(), "backup");
  }
  for (const auto* log : model.all("AWS::EC2::FlowLog"))
    judge((*log)["DeliverLogsPermissionArn"], (*log)["DeliverLogsPermissionArn"].resource(), "vpc-flow-logs");
}

constexpr Rule all[] = {
    {{"image-and-type", diag::Severity::error, "instances", "an image is for another processor than the instance type",
      "EC2 refuses to start it: an image for x86_64 does not run on Graviton, and the other way round.",
      "Choose image and types for one processor.",
      "Amazon EC2 User Guide: Instance type naming conventions; Find an AMI", diag::Noticed::creation},
     wrongProcessor},
    {{"imds-v1", diag::Severity::warning, "instances", "the metadata service answers without a token",
      "A page of the application that can be made to fetch an address gives away the credentials of the instance's "
      "role. "
      "With IMDSv2 that takes a token.",
      "Set `HttpTokens: required`.", "Amazon EC2 User Guide: Use the Instance Metadata Service", diag::Noticed::attack},
     oldMetadata},
    {{"imds-by-image", diag::Severity::info, "instances", "only the image asks for IMDSv2",
      "Images of Amazon Linux 2023 turn IMDSv1 off. Another image would turn it on again without a word.",
      "Set `HttpTokens: required` in the template.", "Amazon EC2 User Guide: Configure IMDS options for new instances",
      diag::Noticed::attack},
     metadataByImage},
    {{"launch-configuration", diag::Severity::warning, "instances", "launch configurations are a thing of the past",
      "They are in maintenance since October 2024; new accounts cannot create them, and new instance types do not "
      "work.",
      "Write a launch template.", "Amazon EC2 Auto Scaling User Guide: Launch configurations", diag::Noticed::creation},
     launchConfiguration},
    {{"old-generation", diag::Severity::info, "cost", "a type is of a previous generation",
      "Newer types cost less for more.", "Choose a current type; `t4g` is the cheapest.",
      "Amazon EC2 Instance Types: Previous generation instances", diag::Noticed::bill},
     oldGeneration},
    {{"role-not-assumable", diag::Severity::error, "identity", "a role does not trust the service that is to use it",
      "Whoever uses a role must be a principal of its trust policy; without, the instance has no credentials and the "
      "function "
      "cannot be created.",
      "Add the service's principal.", "IAM User Guide: Create a role to delegate permissions to an AWS service",
      diag::Noticed::creation},
     roleNotAssumable},
};

}  // namespace

std::span<const Rule> instanceRules() { return all; }

}  // namespace check
