#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/reach/reach.h"
#include "cloudformation/references.h"

// Which defaults of parameters the answers may rest on.
namespace reach {
namespace {

using Names = std::set<std::string, std::less<>>;

/// Services without a place in the network, and nothing of whose resources leads to an address, a port or a rule.
constexpr std::array<std::string_view, 14> elsewhere{
    "AWS::IAM::",      "AWS::CloudWatch::",        "AWS::Logs::",   "AWS::SNS::",
    "AWS::SQS::",      "AWS::Route53::",           "AWS::S3::",     "AWS::SSM::",
    "AWS::KMS::",      "AWS::SecretsManager::",    "AWS::Backup::", "AWS::Budgets::",
    "AWS::DynamoDB::", "AWS::CertificateManager::"};

/// Properties that say nothing of who is reached, whatever resource they are of.
constexpr std::array<std::string_view, 17> harmless{"Tags",
                                                    "ImageId",
                                                    "InstanceType",
                                                    "KeyName",
                                                    "UserData",
                                                    "DBInstanceClass",
                                                    "EngineVersion",
                                                    "AllocatedStorage",
                                                    "MasterUsername",
                                                    "MasterUserPassword",
                                                    "DBName",
                                                    "MinSize",
                                                    "MaxSize",
                                                    "DesiredCapacity",
                                                    "Certificates",
                                                    "Description",
                                                    "GroupDescription"};

template <std::size_t count>
bool isIn(const std::array<std::string_view, count>& all, std::string_view word) {
  return std::ranges::find(all, word) != all.end();
}

void addNames(const cfn::Value& value, Names& names) {
  for (auto& reference : cfn::referencesIn(value)) names.insert(std::move(reference.name));
}

/// The names that occur where they may count.
Names namesIn(const cfn::Template& stack, bool isAlone) {
  Names names;
  for (const auto& resource : stack.resources()) {
    if (std::ranges::any_of(elsewhere, [&](auto service) { return resource.type.text.starts_with(service); })) continue;
    const auto* properties = resource.properties.as<cfn::Map>();
    if (!properties) {
      addNames(resource.properties, names);
      continue;
    }
    for (const auto& entry : *properties)
      if (entry.key == "LaunchTemplateData" && entry.value.as<cfn::Map>()) {
        for (const auto& inner : *entry.value.as<cfn::Map>())
          if (!isIn(harmless, inner.key)) addNames(inner.value, names);
      } else if (!isIn(harmless, entry.key)) {
        addNames(entry.value, names);
      }
  }
  addNames(cfn::Value{stack.sections().conditions}, names);
  if (!isAlone) addNames(cfn::Value{stack.sections().outputs}, names);
  return names;
}

}  // namespace

std::vector<std::string> assumedDefaults(const Worlds& worlds) {
  const auto& used = worlds.all().front().evaluated.defaults;
  std::map<const cfn::Template*, Names> names;
  if (!used.empty())
    for (const auto* one : worlds.templates()) names[one] = namesIn(*one, worlds.templates().size() == 1);
  std::vector<std::string> all;
  for (const auto& one : used) {
    if (!names[one.of].contains(one.parameter)) continue;
    auto text = fmt::format("parameter `{}` has its default {}", one.parameter, cfn::identity(one.value));
    if (std::ranges::find(all, text) == all.end()) all.push_back(std::move(text));
  }
  return all;
}

}  // namespace reach
