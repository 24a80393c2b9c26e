#include "permissions/service_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "aws/handler_tables.h"
#include "permissions/boundary.h"
#include "permissions/grants.h"
#include "permissions/incomplete.h"
#include "permissions/only_for.h"
#include "permissions/owned.h"
#include "permissions/special.h"
#include "text/ascii.h"

namespace permissions {
namespace {

using aws::Handler;

std::string serviceOf(std::string_view action) { return std::string{action.substr(0, action.find(':'))}; }

class Builder {
 public:
  Builder(const cfn::Template& stack, std::string_view stackName, Purpose purpose, const cfn::Given& given)
      : template_{stack},
        stackName_{stackName},
        purpose_{purpose},
        evaluated_{cfn::evaluate({&stack}, given)},
        names_{evaluated_, stackName},
        boundary_{boundaryOf(evaluated_)} {}

  ServicePolicy build() {
    collect();
    for (const auto& [service, actions] : named_) addNamed(service, actions);
    if (purpose_ == Purpose::change) addGrants();
    if (purpose_ == Purpose::change && boundary_) keepBoundary(*boundary_, scopes_, result_.statements);
    std::map<std::string, int> names;
    for (auto& [scope, actions] : scopes_) {
      const auto number = ++names[scope.name];
      const auto sid = number == 1 ? scope.name : fmt::format("{}No{}", scope.name, number);
      result_.statements.push_back({sid, true, withoutCovered(actions), scope.resources, scope.conditions});
    }
    if (!denied_.empty()) result_.statements.push_back({"KeepData", false, {denied_.begin(), denied_.end()}, {"*"}});
    return std::move(result_);
  }

 private:
  void collect() {
    std::set<std::string> declared;
    for (const auto& resource : evaluated_.resources) {
      if (resource.present == cfn::Truth::no || needsNothing(resource.type())) continue;
      types_.emplace(resource.type());
      declare(*resource.declaration, declared);
    }
    for (const auto& action : declared) place(action);
    result_.missing = incompleteParts(template_, evaluated_);
    if (const auto ids = names_.unnamed(); !ids.empty() && purpose_ == Purpose::change)
      result_.gaps.push_back({fmt::format("{}", fmt::join(ids, ", ")),
                              "the name depends on what is not known, so any name is allowed; give its parameters"});
  }

  /// What the handlers of the resource's type call for the properties that it has.
  void declare(const cfn::Declaration& resource, std::set<std::string>& declared) const {
    const std::vector change{Handler::create, Handler::read, Handler::update, Handler::delete_};
    for (const auto handler : purpose_ == Purpose::change ? change : std::vector{Handler::read})
      for (const auto& action : aws::permissionsOf(resource.type.text, handler).value_or(std::vector<std::string>{}))
        if (!isForUnsetProperty(action, resource, template_)) declared.insert(action);
  }

  void place(const std::string& action) {
    if (action == "iam:PassRole" || action == "iam:CreateServiceLinkedRole") {
      special_.insert(action);
    } else if (destroysData(action)) {
      denied_.insert(action);
    } else if (purpose_ == Purpose::look && isSecret(action)) {
      return;
    } else if (action.starts_with("iam:Attach") || action.starts_with("iam:Detach")) {
      attaching_.insert(action);
    } else if (serviceOf(action) == "ssm" && action.ends_with('*')) {
      readsParameters_ = true;
    } else if (const auto* known = aws::findAction(action); !known) {
      return;  // no action of IAM's: a slip of the schema
    } else if (known->resources.empty()) {
      anywhere(action);
    } else if (action == "route53:ChangeResourceRecordSets") {
      scopes_[recordScope(evaluated_, names_)].insert(action);
    } else if (auto owned = ownedAction(*known, evaluated_); owned.narrowed) {
      scopes_[tagScope(serviceOf(action))].insert(action);
      if (!owned.beside.empty()) scopes_[{titled(serviceOf(action)) + "Beside", owned.beside}].insert(action);
    } else if (serviceOf(action) == "kms" && action != "kms:DescribeKey" && !ownsKeys()) {
      scopes_[{"KeysOfServices",
               {"arn:${Partition}:kms:${Region}:${Account}:key/*"},
               {{"StringLike", "kms:ViaService", {"*.${Region}.amazonaws.com"}}}}]
          .insert(action);
    } else {
      named_[serviceOf(action)].insert(action);
    }
  }

  /// Values that a role that only looks does not need. The values of the stack's own parameters are in its template.
  bool isSecret(std::string_view action) const {
    if (action == "ssm:GetParameters" && types_.contains("AWS::SSM::Parameter")) return false;
    return action == "secretsmanager:GetSecretValue" || action.starts_with("ssm:Get");
  }

  bool ownsKeys() const { return types_.contains("AWS::KMS::Key"); }

  /// Actions that IAM can narrow to no resource, or that are declared as a pattern to read with.
  void anywhere(const std::string& action) {
    if (isGlobal(serviceOf(action)))
      scopes_[{"Account", {"*"}}].insert(action);
    else
      scopes_[{"Region", {"*"}, {{"StringEquals", "aws:RequestedRegion", {"${Region}"}}}}].insert(action);
  }

  Scope tagScope(const std::string& service) const {
    return {titled(service) + "Owned",
            {fmt::format("arn:${{Partition}}:{}:${{Region}}:${{Account}}:*", service)},
            {{"StringEquals", "aws:ResourceTag/aws:cloudformation:stack-name", {stackName_}}}};
  }

  static std::string titled(std::string_view service) {
    std::string title;
    bool up = true;
    for (const char c : service) {
      if (c != '-') title += up ? text::raised(c) : c;
      up = c == '-';
    }
    return title;
  }

  /// All actions of one service, on the kinds of resources that they act on: no action can use the ARN of a kind that
  /// is not its own, so that one list serves them all.
  void addNamed(const std::string& service, const std::set<std::string>& actions) {
    std::set<std::string> resources;
    std::set<std::string> rest;  // of the actions on kinds whose names cannot be told
    std::set<std::string> useful;
    for (const auto& action : actions) {
      std::set<std::string> known;
      std::set<std::string> unknown;
      for (const auto& word : words(aws::findAction(action)->resources)) {
        const auto kind = fmt::format("{}:{}", service, word);
        if (names_.hasNone(kind)) continue;
        useful.insert(action);
        const auto arns = names_.arnsOf(kind);
        known.insert(arns.begin(), arns.end());
        if (arns.empty())
          for (const auto& format : words(aws::findArn(kind)->formats)) unknown.insert(format);
      }
      if (known.empty() && !unknown.empty()) rest.merge(onlyUsed(service, unknown));
      resources.merge(known);
    }
    const bool named = !resources.empty();
    for (const auto& format : rest) resources.insert(named ? format : widened(format));
    if (useful.empty()) return;
    scopes_[{titled(service), withoutPrefixed(resources)}].insert(useful.begin(), useful.end());
  }

  /// Without resources of other services and address pools of IPAM, which only some uses of an action take, where there
  /// are others.
  std::set<std::string> onlyUsed(const std::string& service, std::set<std::string> formats) const {
    const bool ipam = std::ranges::any_of(types_, [](const auto& type) { return type.find("::IPAM") != type.npos; });
    std::set<std::string> used;
    for (const auto& format : formats)
      if (format.starts_with(fmt::format("arn:${{Partition}}:{}:", service)) &&
          (ipam || format.find(":ipam") == format.npos))
        used.insert(format);
    return used.empty() ? formats : used;
  }

  /// Everything of the service in the account: whatever kind it is, an action takes its own only.
  static std::string widened(std::string_view format) {
    std::size_t end = 0;
    for (int colons = 0; colons < 5; ++end) colons += format[end] == ':';
    return std::string{format.substr(0, end)} + "*";
  }

  static std::vector<std::string> withoutPrefixed(const std::set<std::string>& arns) {
    std::vector<std::string> kept;
    for (const auto& arn : arns) {
      const bool covered = std::ranges::any_of(arns, [&](const std::string& other) {
        return other != arn && other.ends_with('*') && arn.starts_with(other.substr(0, other.size() - 1));
      });
      if (!covered) kept.push_back(arn);
    }
    return kept;
  }

  /// Without those that a pattern among them allows already.
  static std::vector<std::string> withoutCovered(const std::set<std::string>& actions) {
    return withoutPrefixed(actions);
  }

  /// What the handlers' permissions alone do not say.
  void addGrants() {
    const Subject subject{template_, evaluated_, names_};
    grantLinkedRoles(subject, scopes_);
    if (special_.contains("iam:PassRole")) grantPassingRoles(subject, scopes_, result_.gaps);
    if (!attaching_.empty()) grantAttaching(subject, attaching_, scopes_);
    grantReading(subject, readsParameters_, scopes_);
    grantRollingUpdates(subject, scopes_);
    grantCustomResources(subject, scopes_);
  }

  const cfn::Template& template_;
  std::string stackName_;
  Purpose purpose_;
  cfn::Evaluated evaluated_;
  Names names_;
  std::optional<std::string> boundary_;  ///< of all roles and users of the stack
  std::set<std::string, std::less<>> types_;
  Scopes scopes_;
  std::map<std::string, std::set<std::string>> named_;  ///< by service
  std::set<std::string> special_;
  std::set<std::string> denied_;
  std::set<std::string> attaching_;
  bool readsParameters_ = false;
  ServicePolicy result_;
};

}  // namespace

ServicePolicy servicePolicy(const cfn::Template& stack, std::string_view stackName, Purpose purpose,
                            const std::map<std::string, std::string, std::less<>>& parameters) {
  cfn::Given given{.parameters = parameters};
  given.parameters["AWS::StackName"] = stackName;
  given.parameters["AWS::URLSuffix"] = "amazonaws.com";
  return Builder{stack, stackName, purpose, given}.build();
}

}  // namespace permissions
