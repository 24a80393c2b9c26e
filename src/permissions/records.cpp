#include <algorithm>

#include "permissions/grants.h"

namespace permissions {
namespace {

/// A name as the condition key has it: in lower case, without the last dot, other characters as octal numbers
/// ("Using IAM policy conditions for fine-grained access control", Route 53). A `*` that stands for what is not known
/// stays.
std::string normalized(std::string name) {
  if (name.ends_with('.')) name.pop_back();
  if (name.starts_with("*.")) name.replace(0, 1, "\\052");
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

void addNames(const data::Value* name, std::string_view before, std::set<std::string>& names) {
  if (!name) return void(names.insert("*"));
  for (const auto& pattern : patternsOf(*name)) names.insert(std::string{before} + normalized(pattern));
}

/// A certificate that ACM validates by DNS has a record made below each of its names, where its zone is given.
void addValidation(const data::Map& properties, std::set<std::string>& names) {
  const auto* options = data::find(properties, "DomainValidationOptions");
  if (!options) return;
  const auto* list = options->as<data::List>();
  if (!list) return void(names.insert("*"));
  for (const auto& item : *list) {
    const auto* option = item.as<data::Map>();
    if (!option) return void(names.insert("*"));
    const auto* name = data::find(*option, "DomainName");
    if (!name) return void(names.insert("*"));
    for (auto pattern : patternsOf(*name)) {
      if (pattern.starts_with("*.")) pattern.erase(0, 2);
      names.insert("_*." + normalized(pattern));
    }
  }
}

std::set<std::string> recordNames(const cfn::Evaluated& stack) {
  std::set<std::string> names;
  for (const auto& resource : stack.resources) {
    if (resource.present == cfn::Truth::no) continue;
    if (resource.type() == "AWS::Route53::RecordSet") addNames(data::find(resource.properties, "Name"), "", names);
    if (resource.type() == "AWS::CertificateManager::Certificate") addValidation(resource.properties, names);
    if (resource.type() == "AWS::Route53::RecordSetGroup") {
      const auto* sets = data::find(resource.properties, "RecordSets");
      const auto* list = sets ? sets->as<data::List>() : nullptr;
      if (!list) names.insert("*");
      for (const auto& item : list ? *list : data::List{}) {
        const auto* record = item.as<data::Map>();
        addNames(record ? data::find(*record, "Name") : nullptr, "", names);
      }
    }
    // Others, as namespaces of Cloud Map, make records whose names nobody can tell.
    if (resource.type().starts_with("AWS::ServiceDiscovery::")) names.insert("*");
  }
  return names;
}

}  // namespace

std::vector<std::string> zonesOf(const cfn::Evaluated& stack) {
  std::set<std::string> zones;
  const auto add = [&](const data::Value* id) {
    for (const auto& pattern : id ? patternsOf(*id) : std::vector<std::string>{"*"}) zones.insert(pattern);
  };
  const auto addOfItems = [&](const data::Map& properties, std::string_view list, bool all) {
    const auto* items = data::find(properties, list);
    if (!items) return;
    if (!items->as<data::List>()) return add(nullptr);
    for (const auto& item : *items->as<data::List>()) {
      const auto* fields = item.as<data::Map>();
      const auto* id = fields ? data::find(*fields, "HostedZoneId") : nullptr;
      if (id || all || !fields) add(id);
    }
  };
  for (const auto& resource : stack.resources) {
    if (resource.present == cfn::Truth::no) continue;
    const auto* id = data::find(resource.properties, "HostedZoneId");
    if (resource.type() == "AWS::Route53::RecordSet") add(id);
    if (resource.type() == "AWS::Route53::RecordSetGroup" && id) add(id);
    if (resource.type() == "AWS::Route53::RecordSetGroup" && !id) addOfItems(resource.properties, "RecordSets", true);
    if (resource.type() == "AWS::CertificateManager::Certificate")
      addOfItems(resource.properties, "DomainValidationOptions", false);
    // Those have a zone whose id is not known yet.
    if (resource.type() == "AWS::Route53::HostedZone" || resource.type().starts_with("AWS::ServiceDiscovery::"))
      add(nullptr);
  }
  if (zones.contains("*")) return {"*"};
  return {zones.begin(), zones.end()};
}

Scope recordScope(const cfn::Evaluated& stack, const Names& known) {
  auto zones = known.arnsOf("route53:hostedzone");
  if (zones.empty()) zones = {"arn:${Partition}:route53:::hostedzone/*"};
  Scope scope{"Records", zones};
  auto names = recordNames(stack);
  if (!names.empty() && !names.contains("*"))
    scope.conditions = {{"ForAllValues:StringLike",
                         "route53:ChangeResourceRecordSetsNormalizedRecordNames",
                         {names.begin(), names.end()}}};
  return scope;
}

}  // namespace permissions
