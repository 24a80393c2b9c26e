#include "analysis/check/rights.h"

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/managed_policies.h"

namespace check {
namespace {

const List* partsOf(const Node& node) {
  const auto* tagged = node.isSet() ? node.value()->as<data::Tagged>() : nullptr;
  return tagged && tagged->tag == "Join" ? tagged->value->as<List>() : nullptr;
}

Truth either(Truth one, Truth other) {
  if (one == Truth::yes || other == Truth::yes) return Truth::yes;
  return one == Truth::unknown || other == Truth::unknown ? Truth::unknown : Truth::no;
}

Truth both(Truth one, Truth other) {
  if (one == Truth::no || other == Truth::no) return Truth::no;
  return one == Truth::unknown || other == Truth::unknown ? Truth::unknown : Truth::yes;
}

Truth covers(const Statement& statement, std::string_view action) {
  if (statement.node["NotAction"]) return Truth::unknown;
  auto answer = Truth::no;
  for (const auto& each : statement.actions) {
    const auto text = each.text();
    answer = either(answer, !text ? Truth::unknown : actionCovers(*text, action) ? Truth::yes : Truth::no);
  }
  return answer;
}

Truth names(const Statement& statement, std::string_view service) {
  const auto& principal = statement.principal;
  if (!principal || principal.isUnknown()) return Truth::unknown;  // NotPrincipal
  if (principal.is("*")) return Truth::yes;
  auto answer = Truth::no;
  for (const auto& [kind, value] : principal.entries()) {
    if (kind == "AWS" && value.is("*")) return Truth::yes;
    if (kind == "Service")
      for (const auto& item : value.items()) answer = either(answer, isService(item, service));
  }
  return answer;
}

/// What a policy of a principal allows.
Truth allows(const Node& document, std::string_view action, const Resource* on) {
  if (!document.isKnown() || document["Statement"].hasUnknownItems()) return Truth::unknown;
  auto answer = Truth::no;
  for (const auto& statement : statementsOf(document)) {
    if (statement.node["Effect"].isUnknown()) return Truth::unknown;
    if (!statement.allows) continue;
    auto one = covers(statement, action);
    if (on && one != Truth::no) {
      auto where = statement.resources.empty() ? Truth::unknown : Truth::no;
      for (const auto& arn : statement.resources) where = either(where, takesIn(arn, *on));
      one = both(one, where);
    }
    answer = either(answer, one);
  }
  return answer;
}

Truth allows(const ManagedPolicy& policy, std::string_view action) {
  if (policy.actions == "?") return Truth::unknown;
  for (auto rest = policy.actions; !rest.empty();) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (actionCovers(word, action)) return Truth::yes;
  }
  return Truth::no;
}

bool isPolicy(const Resource& resource) {
  return resource.is("AWS::IAM::Policy") || resource.is("AWS::IAM::ManagedPolicy") ||
         resource.is("AWS::IAM::RolePolicy");
}

Node rolesOf(const Resource& policy) {
  return policy.is("AWS::IAM::RolePolicy") ? policy["RoleName"] : policy["Roles"];
}

}  // namespace

Truth isService(const Node& principal, std::string_view service) {
  if (const auto text = principal.text()) {
    if (*text == service || *text == std::string{service} + ".cn") return Truth::yes;
    // `logs.eu-west-1.amazonaws.com`
    const auto first = service.substr(0, service.find('.') + 1);
    return text->starts_with(first) && text->find(".amazonaws.com") != text->npos ? Truth::yes : Truth::no;
  }
  const auto* parts = partsOf(principal);
  const auto* start = parts && !parts->empty() ? parts->front().as<std::string>() : nullptr;
  if (!start) return Truth::unknown;
  return service.starts_with(start->substr(0, start->find('.') + 1)) ? Truth::yes : Truth::no;
}

Truth lets(const Node& document, std::string_view service, std::string_view action) {
  if (!document.isKnown() || document["Statement"].hasUnknownItems()) return Truth::unknown;
  auto answer = Truth::no;
  for (const auto& statement : statementsOf(document)) {
    if (statement.node["Effect"].isUnknown()) return Truth::unknown;
    if (statement.allows) answer = either(answer, both(names(statement, service), covers(statement, action)));
  }
  return answer;
}

Truth takesIn(const Node& arn, const Resource& resource) {
  if (const auto text = arn.text()) return *text == "*" ? Truth::yes : Truth::unknown;
  if (const auto* named = arn.resource()) return named == &resource ? Truth::yes : Truth::no;
  const auto* parts = partsOf(arn);
  if (!parts) return Truth::unknown;
  auto answer = Truth::unknown;
  for (const auto& part : *parts)
    if (const auto* named = Node{*arn.owner(), &part, arn.span(), arn.path()}.resource()) {
      if (named == &resource) return Truth::yes;
      answer = Truth::no;
    }
  return answer;
}

std::vector<const Resource*> policiesOf(const Model& model, const Resource& role) {
  std::vector<const Resource*> found;
  for (const auto* user : model.usersOf(role))
    if (const auto roles = isPolicy(*user) ? rolesOf(*user).resources() : std::vector<const Resource*>{};
        std::ranges::count(roles, &role) > 0)
      found.push_back(user);
  return found;
}

Truth mayDo(const Model& model, const Resource& role, std::string_view action, const Resource* on) {
  if (role["Policies"].isUnknown() || role["ManagedPolicyArns"].isUnknown() || model.isHandedOut(role))
    return Truth::unknown;
  auto answer = Truth::no;
  for (const auto& policy : role["Policies"].items())
    answer = either(answer, allows(policy["PolicyDocument"], action, on));
  for (const auto* policy : policiesOf(model, role))
    answer = either(answer, allows((*policy)["PolicyDocument"], action, on));
  for (const auto& arn : role["ManagedPolicyArns"].items()) {
    if (const auto* own = arn.resource("AWS::IAM::ManagedPolicy")) {
      answer = either(answer, allows((*own)["PolicyDocument"], action, on));
      continue;
    }
    const auto name = managedPolicyOf(arn);
    const auto* known = name ? findManagedPolicy(*name) : nullptr;
    answer = either(answer, known ? allows(*known, action) : Truth::unknown);
  }
  // A policy that names roles by text may be this one's.
  for (const auto& resource : model.resources())
    if (isPolicy(resource) &&
        (rolesOf(resource).isUnknown() ||
         std::ranges::any_of(rolesOf(resource).items(), [](const Node& each) { return !each.resource(); })))
      answer = either(answer, Truth::unknown);
  return answer;
}

Attached attachedTo(const Model& model, const Resource& target, std::string_view type, std::string_view property) {
  Attached attached;
  for (const auto* each : model.all(type)) {
    bool belongs = false;
    for (const auto& item : (*each)[property].items()) {
      if (namedIn(item, target.type) == &target) belongs = true;
      if (!namedIn(item, {})) attached.complete = false;
    }
    if (belongs) attached.found.push_back(each);
  }
  if (model.isHandedOut(target)) attached.complete = false;
  return attached;
}

const Resource* namedIn(const Node& node, std::string_view type) {
  if (const auto* resource = node.resource(type)) return resource;
  const auto* parts = partsOf(node);
  for (const auto& part : parts ? *parts : List{})
    if (const auto* resource = Node{*node.owner(), &part, node.span(), node.path()}.resource(type)) return resource;
  return nullptr;
}

const Resource* roleOfMachine(const Model& model, const Resource& owner) {
  for (const auto& machine : machines(model)) {
    if (machine.owner != &owner) continue;
    const auto given = machine["IamInstanceProfile"];
    const auto* profile = given.resource("AWS::IAM::InstanceProfile");
    if (!profile) profile = given["Arn"].resource("AWS::IAM::InstanceProfile");
    if (!profile) profile = given["Name"].resource("AWS::IAM::InstanceProfile");
    const auto roles = profile ? (*profile)["Roles"].resources("AWS::IAM::Role") : std::vector<const Resource*>{};
    return roles.size() == 1 ? roles.front() : nullptr;
  }
  return nullptr;
}

std::vector<Node> nodesAt(const Node& start, std::string_view path) {
  std::vector<Node> nodes{start};
  while (!path.empty()) {
    auto step = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(step.size() + 1, path.size()));
    const bool items = step.ends_with("[]");
    if (items) step.remove_suffix(2);
    std::vector<Node> next;
    for (const auto& node : nodes) {
      const auto below = node[step];
      if (!items)
        next.push_back(below);
      else
        for (const auto& item : below.items()) next.push_back(item);
    }
    nodes = std::move(next);
  }
  return nodes;
}

}  // namespace check
