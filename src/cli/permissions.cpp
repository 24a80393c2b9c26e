#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "config/types.h"
#include "permissions/service_policy.h"

namespace cli {
namespace {

struct Options {
  std::string file;
  std::string stackName;
  std::vector<project::GivenParameter> parameters;
  permissions::Place place;
};

/// What CLI11 cannot say: these end up in ARNs, where a slip would widen the policy or make it void.
void checkUsage(const Options& options) {
  const auto check = [](bool good, std::string_view option, std::string_view wanted) {
    if (!good) throw CLI::ValidationError{fmt::format("{} takes {}", option, wanted)};
  };
  const auto& [partition, region, account] = options.place;
  check(options.stackName.empty() || config::StackName::parse(options.stackName), "--stack-name",
        config::StackName::meaning);
  check(region == "*" || config::Region::parse(region), "--region", config::Region::meaning);
  check(account == "*" || (account.size() == 12 && account.find_first_not_of("0123456789") == account.npos),
        "--account", "the 12 digits of an account");
}

/// JSON has no comments: what the policy cannot say goes to standard error.
void tellGaps(const std::string& file, const permissions::ServicePolicy& policy) {
  for (const auto& [subject, reason] : policy.gaps) tellError(fmt::format("{}: note: {}: {}", file, subject, reason));
  const auto documents = permissions::split(policy.statements).size();
  if (documents > 1)
    tellError(fmt::format("{}: info: too long for one managed policy of IAM ({} characters); it needs {}", file,
                          permissions::mostInManagedPolicy, documents));
}

int permissionsOf(const Options& options) {
  project::Project project{{"permissions", {.config = true, .cloudFormation = true}}};
  const auto* file = project.open(options.file);
  cfn::Given given;
  if (file) given = project::takeParameters(options.parameters, project.templates(), project.diagnostics);
  report(project);
  if (project.diagnostics.hasErrors()) return badInput;
  const auto& stack = file->stacks.front();
  const auto& name = options.stackName.empty() ? stack.name : options.stackName;
  if (!config::StackName::parse(name)) {
    tellError(
        fmt::format("{}: error: the file's name is not a stack name; write --stack-name NAME", file->source->name));
    return badInput;
  }
  const auto policy = permissions::servicePolicy(stack.document, name, permissions::Purpose::change, given.parameters);
  auto place = options.place;
  if (place.region == "*" && file->config) place.region = file->region();
  tellGaps(file->source->name, policy);
  return writeOutput(data::toJson(permissions::document(policy.statements, place))) ? ok : badInput;
}

constexpr const char* examples = R"(The policy is what CloudFormation needs to make, change and delete the stack, so
it is one for the role given by --role-arn: the permissions that the handlers of
its resource types declare, narrowed to names that begin with the stack's, to its
tags and to its region where IAM can. Deleting a database, a file system or a
backup vault is denied. What the policy cannot tell, such as types that declare
no permissions, is noted on standard error.

Examples:
  cairn permissions config/matomo.yaml
  cairn permissions any.template.yaml --stack-name shop --region eu-west-1 --account 123456789012)";

}  // namespace

void addPermissions(CLI::App& app, int& status) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("permissions", "Print the IAM policy needed to deploy a stack");
  command->add_option("file", options->file, "A config, or any CloudFormation template; - for standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("--stack-name", options->stackName, "Name of the stack; default: the config's, or the file's")
      ->type_name("NAME");
  addParameterOption(*command, options->parameters);
  command->add_option("--region", options->place.region, "Region of the stack; default: the config's, or any")
      ->type_name("REGION");
  command->add_option("--account", options->place.account, "Account of the stack; default: any")->type_name("ACCOUNT");
  command->add_option("--partition", options->place.partition, "aws (default), aws-us-gov or aws-cn")
      ->check(CLI::IsMember({"aws", "aws-us-gov", "aws-cn"}).description(""))
      ->type_name("PARTITION");
  command->footer(examples);
  command->callback([options, &status] {
    checkUsage(*options);
    status = permissionsOf(*options);
  });
}

}  // namespace cli
