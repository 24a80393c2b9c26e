#include "permissions/service_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "aws/handler_tables.h"
#include "aws/schema_tables.h"
#include "permissions/names.h"
#include "permissions/special.h"

namespace permissions {
namespace {

using aws::Handler;

std::string serviceOf(std::string_view action) { return std::string{action.substr(0, action.find(':'))}; }

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    all.emplace_back(word);
  }
  return all;
}

bool declaresAny(std::string_view type) {
  for (const auto handler : {Handler::create, Handler::read, Handler::update, Handler::delete_})
    if (const auto permissions = aws::permissionsOf(type, handler); permissions && !permissions->empty()) return true;
  return false;
}

/// What makes two actions go into one statement.
struct Scope {
  std::string name;  ///< of the statement
  std::vector<std::string> resources;
  std::vector<Condition> conditions{};
  auto operator<=>(const Scope&) const = default;
};

class Builder {
 public:
  Builder(const cfn::Template& stack, std::string_view stackName, Purpose purpose)
      : template_{stack},
        stackName_{stackName},
        purpose_{purpose},
        evaluated_{cfn::evaluate({&stack}, {.parameters = {{"AWS::StackName", std::string{stackName}}}})},
        names_{evaluated_, stackName} {}

  ServicePolicy build() {
    collect();
    for (const auto& [service, actions] : named_) addNamed(service, actions);
    if (purpose_ == Purpose::change) addSpecial();
    for (auto& [scope, actions] : scopes_)
      result_.statements.push_back({scope.name, true, withoutCovered(actions), scope.resources, scope.conditions});
    if (!denied_.empty()) result_.statements.push_back({"KeepData", false, {denied_.begin(), denied_.end()}, {"*"}});
    return std::move(result_);
  }

 private:
  void collect() {
    std::map<std::string, std::vector<std::string>> unknownTypes;
    std::set<std::string> declared;
    for (const auto& resource : evaluated_.resources) {
      if (resource.present == cfn::Truth::no || needsNothing(resource.type())) continue;
      types_.emplace(resource.type());
      if (!declaresAny(resource.type())) unknownTypes[std::string{resource.type()}].push_back(resource.id);
      if (data::find(resource.properties, "ServiceToken")) addCustom(resource);
    }
    for (const auto& type : types_)
      for (const auto handler : purpose_ == Purpose::change
                                    ? std::vector{Handler::create, Handler::read, Handler::update, Handler::delete_}
                                    : std::vector{Handler::read})
        if (const auto permissions = aws::permissionsOf(type, handler))
          declared.insert(permissions->begin(), permissions->end());
    for (const auto& action : declared) place(action);
    if (!unknownActions_.empty())
      result_.gaps.push_back(
          {fmt::format("{}", fmt::join(unknownActions_, ", ")), "handlers declare it, IAM knows no such action"});
    for (const auto& [type, ids] : unknownTypes) {
      const bool custom = !type.starts_with("AWS::") || type == "AWS::CloudFormation::CustomResource";
      if (!custom)
        result_.gaps.push_back(
            {type,
             fmt::format("{}, so what {} is not in the policy",
                         aws::permissionsOf(type, Handler::create) ? "its schema declares no permissions"
                                                                   : "the permissions of its handlers are not known",
                         ids.size() == 1 ? ids.front() + " takes" : fmt::format("{} take", fmt::join(ids, ", ")))});
    }
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
      unknownActions_.push_back(action);
    } else if (known->resources.empty()) {
      anywhere(action);
    } else if (const auto tagged = ownedBy(*known); !tagged.empty()) {
      scopes_[tagScope(serviceOf(action))].insert(action);
    } else if (serviceOf(action) == "kms" && action != "kms:DescribeKey" && !ownsKeys()) {
      scopes_[{"KeysOfServices",
               {"arn:${Partition}:kms:${Region}:${Account}:key/*"},
               {{"StringLike", "kms:ViaService", {"*.${Region}.amazonaws.com"}}}}]
          .insert(action);
    } else {
      named_[serviceOf(action)].insert(action);
    }
  }

  /// Values that whoever only looks has no need of.
  static bool isSecret(std::string_view action) {
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

  /// The kind of what an action changes or deletes, if all of that kind bear the stack's tags since they were made by
  /// it.
  std::string ownedBy(const aws::ActionInfo& action) const {
    const auto verb = action.action.substr(action.action.find(':') + 1);
    if (!verb.starts_with("Delete") && !verb.starts_with("Modify") && !verb.starts_with("Release")) return {};
    if (action.resources.find(' ') != action.resources.npos) return {};
    const auto kind = fmt::format("{}:{}", serviceOf(action.action), action.resources);
    const auto type = typeOfKind(kind);
    const auto* arn = aws::findArn(kind);
    const auto* info = aws::find(type);
    return arn && arn->tagged && info && info->hasStackTags() && types_.contains(type) ? kind : std::string{};
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
      if (c != '-') title += up && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      up = c == '-';
    }
    return title;
  }

  /// All actions of one service, on the kinds of resources that they act on: no action can use the ARN of a kind that
  /// is not its own, so that one list serves them all.
  void addNamed(const std::string& service, const std::set<std::string>& actions) {
    std::set<std::string> resources;
    std::set<std::string> rest;  // of the actions on kinds whose names cannot be told
    for (const auto& action : actions) {
      std::set<std::string> known;
      std::set<std::string> unknown;
      for (const auto& word : words(aws::findAction(action)->resources)) {
        const auto kind = fmt::format("{}:{}", service, word);
        const auto arns = names_.arnsOf(kind);
        known.insert(arns.begin(), arns.end());
        if (arns.empty())
          for (const auto& format : words(aws::findArn(kind)->formats)) unknown.insert(format);
      }
      if (known.empty()) rest.merge(onlyUsed(service, unknown));
      resources.merge(known);
    }
    const bool named = !resources.empty();
    for (const auto& format : rest) resources.insert(named ? format : widened(format));
    scopes_[{titled(service), withoutPrefixed(resources)}].insert(actions.begin(), actions.end());
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

  void addSpecial() {
    addLinkedRoles();
    addPassRole();
    addAttaching();
    addReading();
    for (const auto& resource : template_.resources())
      if (const auto* policy = resource.updatePolicy.as<data::Map>();
          policy && data::find(*policy, "AutoScalingRollingUpdate"))
        // "UpdatePolicy attribute": CloudFormation replaces the instances itself.
        scopes_[{"RollingUpdate", names_.arnsOf("autoscaling:autoscalinggroup")}].insert(
            "autoscaling:TerminateInstanceInAutoScalingGroup");
  }

  void addLinkedRoles() {
    const auto services = linkedServices(evaluated_);
    if (services.empty()) return;
    scopes_[{"ServiceLinkedRoles",
             {"arn:${Partition}:iam::${Account}:role/aws-service-role/*"},
             {{"StringEquals", "iam:AWSServiceName", {services.begin(), services.end()}}}}]
        .insert("iam:CreateServiceLinkedRole");
  }

  void addPassRole() {
    if (!special_.contains("iam:PassRole")) return;
    const auto services = trustedServices(evaluated_);
    auto roles = foreignRoles(evaluated_);
    if (types_.contains("AWS::IAM::Role"))
      for (const auto& arn : names_.arnsOf("iam:role")) roles.insert(arn);
    if (roles.empty()) {
      result_.gaps.push_back({"iam:PassRole", "a handler declares it, the template names no role to pass"});
      return;
    }
    Scope scope{"PassRoles", {roles.begin(), roles.end()}};
    if (!services.empty() && foreignRoles(evaluated_).empty())
      scope.conditions = {{"StringEquals", "iam:PassedToService", {services.begin(), services.end()}}};
    scopes_[scope].insert("iam:PassRole");
  }

  /// Which policies may be attached: those that the template names, and its own.
  void addAttaching() {
    if (attaching_.empty()) return;
    auto policies = namedPolicies(evaluated_);
    for (const auto& arn : names_.arnsOf("iam:policy")) policies.insert(arn);
    std::set<std::string> resources;
    for (const auto& action : attaching_)
      for (const auto& kind : words(aws::findAction(action)->resources))
        for (const auto& arn : names_.arnsOf("iam:" + kind)) resources.insert(arn);
    scopes_[{"AttachPolicies",
             {resources.begin(), resources.end()},
             {{"ArnLike", "iam:PolicyARN", {policies.begin(), policies.end()}}}}] = attaching_;
  }

  void addReading() {
    auto parameters = readParameters(template_);
    if (!parameters.empty() || readsParameters_) {
      std::set<std::string> arns;
      for (const auto& name : parameters) {
        const bool open = name.starts_with("/aws/service/");  // public: they belong to no account
        arns.insert(fmt::format("arn:${{Partition}}:ssm:${{Region}}:{}:parameter{}{}", open ? "" : "${Account}",
                                name.starts_with('/') ? "" : "/", name));
      }
      if (arns.empty()) arns.insert("arn:${Partition}:ssm:${Region}::parameter/aws/service/*");
      Scope scope{"ReadParameters", {arns.begin(), arns.end()}};
      scopes_[scope].insert({"ssm:GetParameter", "ssm:GetParameters"});
      if (readsParameters_) scopes_[scope] = {"ssm:Get*"};
    }
    std::set<std::string> secrets;
    for (const auto& name : readSecrets(template_))
      secrets.insert(name.starts_with("arn:")
                         ? name
                         : fmt::format("arn:${{Partition}}:secretsmanager:${{Region}}:${{Account}}:secret:{}*", name));
    if (!secrets.empty())
      scopes_[{"ReadSecrets", {secrets.begin(), secrets.end()}}].insert("secretsmanager:GetSecretValue");
  }

  /// CloudFormation calls what stands behind a custom resource.
  void addCustom(const cfn::EvaluatedResource& resource) {
    if (purpose_ == Purpose::look) return;
    const auto token = patternOf(*data::find(resource.properties, "ServiceToken"));
    if (token.starts_with("arn:")) {
      const bool topic = token.find(":sns:") != token.npos;
      scopes_[{"CustomResources", {token}}].insert(topic ? "sns:Publish" : "lambda:InvokeFunction");
      return;
    }
    const auto functions = names_.arnsOf("lambda:function");
    scopes_[{"CustomResources", functions}].insert("lambda:InvokeFunction");
  }

  const cfn::Template& template_;
  std::string stackName_;
  Purpose purpose_;
  cfn::Evaluated evaluated_;
  Names names_;
  std::set<std::string, std::less<>> types_;
  std::map<Scope, std::set<std::string>> scopes_;
  std::map<std::string, std::set<std::string>> named_;  ///< by service
  std::set<std::string> special_;
  std::set<std::string> denied_;
  std::set<std::string> attaching_;
  std::vector<std::string> unknownActions_;
  bool readsParameters_ = false;
  ServicePolicy result_;
};

}  // namespace

ServicePolicy servicePolicy(const cfn::Template& stack, std::string_view stackName, Purpose purpose) {
  return Builder{stack, stackName, purpose}.build();
}

}  // namespace permissions
