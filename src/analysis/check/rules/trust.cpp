#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/policies.h"
#include "analysis/check/rules/rules.h"

// Who may become a principal of the stack, and whom its resources let in.
namespace check {
namespace {

bool isEverybody(const Node& principal) {
  if (principal.is("*")) return true;
  const auto accounts = principal["AWS"].items();
  return std::ranges::any_of(accounts, [](const Node& each) { return each.is("*"); });
}

void openTrust(const Model& model, const Report& report) {
  for (const auto* role : model.all("AWS::IAM::Role"))
    for (const auto& statement : statementsOf((*role)["AssumeRolePolicyDocument"]))
      if (statement.allows && !statement.condition && isEverybody(statement.principal))
        report(statement.principal, "everybody with an account of AWS can assume this role",
               "name the service or the account that is to use it");
}

/// The values of a key in a condition, under whatever operator; the operator of the first.
struct KeyValues {
  std::string condition;
  std::vector<Node> values;
  Node node;
};
std::optional<KeyValues> valuesOf(const Node& condition, std::string_view suffix) {
  for (const auto& [name, keys] : condition.entries())
    for (const auto& [key, value] : keys.entries())
      if (key.ends_with(suffix)) return KeyValues{name, value.items(), value};
  return {};
}

bool isGitHub(const Node& principal) {
  for (const auto& each : principal["Federated"].items()) {
    if (const auto text = each.text(); text && text->find("token.actions.githubusercontent.com") != text->npos)
      return true;
    if (const auto* provider = each.resource("AWS::IAM::OIDCProvider")) {
      const auto url = (*provider)["Url"].text();
      if (url && url->find("token.actions.githubusercontent.com") != url->npos) return true;
    }
    const auto* call = each.isSet() ? each.value()->as<data::Tagged>() : nullptr;
    if (call && call->tag == "Join" &&
        data::toJson(*call->value).find("token.actions.githubusercontent.com") != std::string::npos)
      return true;
  }
  return false;
}

/// Whether the subject lets in other owners than one: `*`, `repo:*`, `repo:my*`.
bool isLoose(std::string_view subject) {
  const auto star = subject.find_first_of("*?");
  if (star == subject.npos) return false;
  constexpr std::string_view start = "repo:";
  const auto owner = subject.starts_with(start) ? start.size() : 0;
  const auto end = subject.find_first_of("/:", owner);
  // `repo:me@*/mine@*` is of one owner, under whichever id; `repo:me:*` is nobody's: a repository has a slash
  return end >= star && (star == owner || subject[star - 1] != '@' || subject.find('/', star) == subject.npos);
}

void gitHubTrust(const Model& model, const Report& report) {
  for (const auto* role : model.all("AWS::IAM::Role"))
    for (const auto& statement : statementsOf((*role)["AssumeRolePolicyDocument"])) {
      if (!statement.allows || statement.condition.isUnknown() || !isGitHub(statement.principal)) continue;
      const auto subject = valuesOf(statement.condition, "githubusercontent.com:sub");
      const auto repository = valuesOf(statement.condition, "githubusercontent.com:repository_id");
      if (!subject && !repository) {
        report(statement.node, "workflows of every repository on GitHub can assume this role",
               "add a condition on `token.actions.githubusercontent.com:sub`");
        continue;
      }
      if (subject && subject->condition.starts_with("ForAllValues"))
        report(subject->node, "`ForAllValues` holds where the claim is missing", "use `StringEquals` or `StringLike`");
      if (subject)
        for (const auto& value : subject->values)
          if (const auto text = value.text();
              text && isLoose(*text) && subject->condition.find("Like") != std::string::npos)
            report(value, fmt::format("`{}` lets in repositories of others", *text),
                   "name owner and repository in full");
      if (!valuesOf(statement.condition, "githubusercontent.com:aud"))
        report(statement.condition, "tokens that were made for somebody else are taken",
               "add a condition on `token.actions.githubusercontent.com:aud`: `sts.amazonaws.com`");
    }
}

struct ResourcePolicy {
  std::string_view type;
  std::string_view member;
};
constexpr ResourcePolicy resourcePolicies[] = {
    {"AWS::S3::BucketPolicy", "PolicyDocument"},
    {"AWS::SQS::QueuePolicy", "PolicyDocument"},
    {"AWS::SNS::TopicPolicy", "PolicyDocument"},
    {"AWS::KMS::Key", "KeyPolicy"},
    {"AWS::SecretsManager::ResourcePolicy", "ResourcePolicy"},
    {"AWS::EFS::FileSystem", "FileSystemPolicy"},
    {"AWS::ECR::Repository", "RepositoryPolicyText"},
    {"AWS::Backup::BackupVault", "AccessPolicy"},
};

/// A bucket that is a web site, read by everybody: that is what it is for.
bool isReadOfWebsite(const Resource& policy, const Statement& statement) {
  const auto* bucket = policy["Bucket"].resource("AWS::S3::Bucket");
  return bucket && (*bucket)["WebsiteConfiguration"] && !statement.actions.empty() &&
         std::ranges::all_of(statement.actions, [](const Node& each) { return each.is("s3:GetObject"); });
}

void publicPolicy(const Model& model, const Report& report) {
  for (const auto& [type, member] : resourcePolicies)
    for (const auto* resource : model.all(type))
      for (const auto& statement : statementsOf((*resource)[member]))
        if (statement.allows && !statement.condition && isEverybody(statement.principal) &&
            !isReadOfWebsite(*resource, statement))
          report(statement.principal, "everybody is let in, from any account and without one",
                 "name the principals, or add a condition");
}

void publicAcl(const Model& model, const Report& report) {
  for (const auto* bucket : model.all("AWS::S3::Bucket")) {
    const auto acl = (*bucket)["AccessControl"];
    const auto words = acl.text();
    if (words && words->starts_with("Public") && !(*bucket)["OwnershipControls"])
      report(acl, fmt::format("S3 refuses `{}`: access control lists are off for new buckets", *words),
             "remove it, and let readers in by a bucket policy or CloudFront");
  }
}

constexpr Rule all[] = {
    {{"open-trust", diag::Severity::error, "identity", "everybody can assume a role",
      "A trust policy with the principal `*` and no condition lets every account of AWS in.",
      "Name the service or account.", "IAM User Guide: AWS JSON policy elements, Principal", diag::Noticed::attack},
     openTrust},
    {{"github-trust", diag::Severity::error, "identity", "workflows of other repositories can assume a role",
      "GitHub signs a token for every workflow of every repository. Which one may come is decided by the conditions on "
      "`sub` "
      "and `aud` alone.",
      "Demand the audience `sts.amazonaws.com` and the full subject of the repository.",
      "IAM User Guide: Create a role for OpenID Connect federation", diag::Noticed::attack},
     gitHubTrust},
    {{"public-policy", diag::Severity::warning, "identity", "a resource lets everybody in",
      "An `Allow` for `*` without condition is for the whole world.", "Name the principals, or add a condition.",
      "IAM User Guide: AWS JSON policy elements, Principal", diag::Noticed::attack},
     publicPolicy},
    {{"public-acl", diag::Severity::error, "identity", "a bucket asks for a public access control list",
      "Since April 2023 new buckets have access control lists turned off, and the creation is refused.", "Remove it.",
      "Amazon S3 User Guide: Controlling ownership of objects", diag::Noticed::creation},
     publicAcl},
};

}  // namespace

std::span<const Rule> trustRules() { return all; }

}  // namespace check
