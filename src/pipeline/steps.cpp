#include "pipeline/steps.h"

#include <fmt/format.h>

namespace pipeline {
namespace {

constexpr std::string_view lettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// As a part of an address (RFC 3986).
std::string percentEncoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool unreserved = (std::string{lettersAndDigits} + "-._~").find(c) != std::string::npos;
    result += unreserved ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

/// JSON of one reviewer; the shell asks for the number that GitHub wants.
std::string reviewerJson(std::string_view reviewer) {
  const auto slash = reviewer.find('/');
  if (slash == std::string_view::npos)
    return fmt::format(R"({{"type": "User", "id": $(gh api users/{} --jq .id)}})", reviewer);
  return fmt::format(R"({{"type": "Team", "id": $(gh api orgs/{}/teams/{} --jq .id)}})", reviewer.substr(0, slash),
                     reviewer.substr(slash + 1));
}

std::string environmentCommands(const Settings& settings) {
  const auto environment =
      fmt::format("repos/{}/environments/{}", settings.repository, percentEncoded(settings.environment));
  std::string reviewers;
  for (const auto& reviewer : settings.reviewers)
    reviewers += (reviewers.empty() ? "" : ",\n  ") + reviewerJson(reviewer);
  return fmt::format(R"(  gh api --silent --method PUT {0} --input - <<END
  {{"deployment_branch_policy": {{"protected_branches": false, "custom_branch_policies": true}},
  "reviewers": [{1}]}}
END
  gh api --silent {0}/deployment-branch-policies -f name={2}
)",
                     environment, reviewers, shellWord(settings.branch));
}

}  // namespace

std::string shellWord(std::string_view word) {
  if (!word.empty() && word.find_first_not_of(std::string{lettersAndDigits} + "_./-") == std::string::npos)
    return std::string{word};
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return result + "'";
}

std::string stepsOnce(const Settings& settings) {
  std::string text = fmt::format(
      R"(
1. Create the roles, with an administrator's rights. Repeat this whenever the access template changes.

  aws cloudformation deploy --region {region} --stack-name {stack}-access \
    --template-file {access} --capabilities CAPABILITY_NAMED_IAM

2. Store the ARNs of the roles as variables of the repository, and set who approves deployments.

  output() {{ aws cloudformation describe-stacks --region {region} --stack-name {stack}-access \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text; }}
)",
      fmt::arg("region", settings.region), fmt::arg("stack", settings.stack),
      fmt::arg("access", shellWord(settings.accessTemplate)));
  for (const auto& [variable, output] : {std::pair{"PLAN_ROLE", "PlanRoleArn"},
                                         {"PREPARE_ROLE", "PrepareRoleArn"},
                                         {"DEPLOY_ROLE", "DeployRoleArn"},
                                         {"DRIFT_ROLE", "DriftRoleArn"},
                                         {"SERVICE_ROLE", "ServiceRoleArn"},
                                         {"TEMPLATE_BUCKET", "TemplateBucket"}}) {
    if (variable == std::string_view{"TEMPLATE_BUCKET"} && !settings.bucket.empty()) continue;
    text += fmt::format("  gh variable set {} --repo {} --body \"$(output {})\"\n",
                        variableFor(settings.stack, variable), settings.repository, output);
  }
  text += environmentCommands(settings);
  if (settings.reviewers.empty())
    text += "\n  `pipeline.reviewers` is empty: a merge deploys immediately.\n";
  text += fmt::format(
      R"(
3. Commit these files and the template, and open a pull request.

  cairn generate {} -o {}
)",
      shellWord(settings.config), shellWord(settings.templateFile));
  return text;
}

}  // namespace pipeline
