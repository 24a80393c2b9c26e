#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/rules/rules.h"
#include "cloudformation/references.h"

// What instances are told to do first.
namespace check {
namespace {

constexpr std::size_t mostBytes = 16'384;  // "Run commands at launch": before it is encoded

/// The user data of each machine once, however many share a launch template.
template <class Visit>
void forEachUserData(const Model& model, Visit visit) {
  std::vector<const Value*> seen;
  for (const auto& machine : machines(model)) {
    const auto* value = machine.userData.value();
    if (!value || std::ranges::find(seen, value) != seen.end()) continue;
    seen.push_back(value);
    visit(machine);
  }
}

bool isEncoded(const Node& userData) {
  const auto* call = userData.isSet() ? userData.value()->as<data::Tagged>() : nullptr;
  return call && call->tag == "Base64";
}

/// How long it is without what the deployment puts in.
std::size_t knownBytes(const std::string& script) {
  auto bytes = script.size();
  for (auto at = script.find("${"); at != script.npos; at = script.find("${", at + 2)) {
    const auto end = script.find('}', at);
    if (end != script.npos) bytes -= end - at + 1;
  }
  return bytes;
}

void tooLong(const Model& model, const Report& report) {
  forEachUserData(model, [&](const Machine& machine) {
    if (!isEncoded(machine.userData)) return;
    const auto bytes = knownBytes(scriptOf(machine.userData));
    if (bytes > mostBytes)
      report(machine.userData, fmt::format("the user data has {} bytes, EC2 takes {}", bytes, mostBytes),
             "fetch the larger part from S3 when the instance boots");
  });
}

void notEncoded(const Model& model, const Report& report) {
  forEachUserData(model, [&](const Machine& machine) {
    const auto text = machine.userData.text();
    if (text && (text->starts_with("#") || text->find(' ') != text->npos || text->find('\n') != text->npos))
      report(machine.userData, "the user data are plain text, EC2 wants base64", "put `Fn::Base64` around it");
  });
}

void notAScript(const Model& model, const Report& report) {
  constexpr std::string_view starts[] = {"#!",
                                         "#cloud-config",
                                         "#cloud-boothook",
                                         "#include",
                                         "#part-handler",
                                         "#upstart-job",
                                         "## template",
                                         "Content-Type:",
                                         "MIME-Version:",
                                         "<powershell>",
                                         "<script>",
                                         "<persist>",
                                         "version:",
                                         "[settings",
                                         "{",
                                         "${"};
  forEachUserData(model, [&](const Machine& machine) {
    if (!isEncoded(machine.userData)) return;
    const auto script = scriptOf(machine.userData);
    const bool known = std::ranges::any_of(starts, [&](std::string_view start) { return script.starts_with(start); });
    const bool toml = script.starts_with("[");  // Bottlerocket
    if (!script.empty() && !known && !toml)
      report(machine.userData, "cloud-init runs only what begins with `#!` or another mark that it knows",
             "begin with `#!/bin/bash`, without a line or blanks before it");
  });
}

/// Parameters that are secret.
bool isSecretParameter(const Model& model, std::string_view name) {
  const auto* parameter = data::find(model.source().sections().parameters, name);
  const auto* fields = parameter ? parameter->as<Map>() : nullptr;
  const auto* flag = fields ? data::find(*fields, "NoEcho") : nullptr;
  if (!flag) return false;
  const auto* text = flag->as<std::string>();
  const auto* on = flag->as<bool>();
  return (text && (*text == "true" || *text == "True")) || (on && *on);
}

void secretInUserData(const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    const auto* declaration = model.source().find(resource.id);
    const auto* all = declaration->properties.as<Map>();
    const auto* inner = all ? data::find(*all, "LaunchTemplateData") : nullptr;
    if (inner) all = inner->as<Map>();
    const auto* userData = all ? data::find(*all, "UserData") : nullptr;
    if (!userData) continue;
    const auto node = inner ? resource["LaunchTemplateData"]["UserData"] : resource["UserData"];
    for (const auto& named : cfn::referencesIn(*userData))
      if (isSecretParameter(model, named.name))
        report(
            node,
            fmt::format("`{}` is secret, and whoever may read the launch template or is on the instance reads it here",
                        named.name),
            "let the instance fetch it from Secrets Manager", {diag::Related{named.span, "named here"}});
    const auto written = data::toJson(*userData);
    if (written.find("{{resolve:secretsmanager") != written.npos ||
        written.find("{{resolve:ssm-secure") != written.npos)
      report(node, "a secret is put into the user data, where whoever may read the launch template reads it",
             "let the instance fetch it from Secrets Manager");
  }
}

constexpr Rule all[] = {
    {{"user-data-too-long", diag::Severity::error, "limits", "user data are too long",
      "EC2 takes 16,384 bytes before they are encoded.", "Fetch the larger part from S3.",
      "Amazon EC2 User Guide: Run commands when you launch an instance", diag::Noticed::creation},
     tooLong},
    {{"user-data-not-encoded", diag::Severity::error, "boot", "user data are not encoded",
      "EC2 takes user data in base64 only.", "Put `Fn::Base64` around the text.",
      "AWS CloudFormation: AWS::EC2::LaunchTemplate LaunchTemplateData", diag::Noticed::refused},
     notEncoded},
    {{"user-data-ignored", diag::Severity::warning, "boot", "user data are not run",
      "cloud-init looks at the first bytes: `#!`, `#cloud-config` or a MIME header. Anything else, blanks before them "
      "too, "
      "is ignored without an error.",
      "Begin with `#!/bin/bash`.", "Amazon EC2 User Guide: Run commands when you launch an instance",
      diag::Noticed::boot},
     notAScript},
    {{"secret-in-user-data", diag::Severity::warning, "identity", "a secret is in the user data",
      "User data can be read by every process of the instance and by everybody who may describe launch templates.",
      "Give the instance's role the right to read the secret, and fetch it at boot.",
      "Amazon EC2 User Guide: Access instance metadata", diag::Noticed::attack},
     secretInUserData},
};

}  // namespace

std::span<const Rule> userDataRules() { return all; }

}  // namespace check
