#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "config/types.h"
#include "permissions/service_policy.h"
#include "project/files.h"

namespace cli {
namespace {

struct Options {
  std::string file;
  std::string stackName;
  std::vector<project::GivenParameter> parameters;
  permissions::Place place;
  std::string outDir;
  bool allowIncomplete = false;
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

using Documents = std::vector<std::vector<permissions::Statement>>;

/// JSON has no comments: what the policy cannot say goes to standard error.
void tellGaps(const std::string& file, const Options& options, const permissions::ServicePolicy& policy,
              const Documents& documents) {
  for (const auto& [subject, reason] : policy.gaps) tellError(fmt::format("{}: info: {}: {}", file, subject, reason));
  for (const auto& [subject, reason] : policy.missing)
    tellError(fmt::format("{}: {}: not in the policy: {}: {}", file, options.allowIncomplete ? "info" : "error",
                          subject, reason));
  if (documents.size() > 1 && options.outDir.empty())
    tellError(fmt::format("{}: info: too long for one managed policy of IAM ({} characters); --out-dir DIR writes {}",
                          file, permissions::mostInManagedPolicy, documents.size()));
  if (documents.size() > permissions::mostManagedPolicies)
    tellError(fmt::format("{}: info: a role can have {} managed policies, unless the account's quota is raised", file,
                          permissions::mostManagedPolicies));
}

/// `DIR/STACK-1.json`, ...: each short enough for a managed policy.
bool writeParts(const Options& options, const std::string& stackName, const Documents& documents,
                const permissions::Place& place) {
  int number = 0;
  for (const auto& document : documents) {
    const auto path = (std::filesystem::path{options.outDir} / fmt::format("{}-{}.json", stackName, ++number)).string();
    if (const auto wrong = project::replaceFile(path, data::toJson(permissions::document(document, place)))) {
      tellError(fmt::format("{}: error: {}", path, *wrong));
      return false;
    }
  }
  return true;
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
  const auto documents = permissions::split(policy.statements);
  tellGaps(file->source->name, options, policy, documents);
  if (!policy.missing.empty() && !options.allowIncomplete) {
    tellError(fmt::format("{}: error: the policy would be incomplete; --allow-incomplete prints it despite that",
                          file->source->name));
    return findings;
  }
  const bool written = options.outDir.empty()
                           ? writeOutput(data::toJson(permissions::document(policy.statements, place)))
                           : writeParts(options, name, documents, place);
  return written ? ok : badInput;
}

constexpr const char* examples = R"(The policy is what CloudFormation needs to make, change and delete the stack, so
it is one for the role given by --role-arn: the permissions that the handlers of
its resource types declare, narrowed to names that begin with the stack's, to its
tags and to its region where IAM can. Deleting a database, a file system or a
backup vault is denied.

If nobody knows what a part of the stack takes, such as a type that declares no
permissions, a module, a macro or a nested stack, the command lists these parts,
prints no policy and exits with 3; with --allow-incomplete it prints the rest.
A policy too long for IAM is written as several by --out-dir.

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
  command->add_option("--out-dir", options->outDir, "Write the policy in parts that IAM takes, DIR/STACK-1.json, ...")
      ->type_name("DIR");
  command->add_flag("--allow-incomplete", options->allowIncomplete,
                    "Print the policy even if parts of the stack are not in it");
  command->footer(examples);
  command->callback([options, &status] {
    checkUsage(*options);
    status = permissionsOf(*options);
  });
}

}  // namespace cli
