#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "constructs/boot_data.h"
#include "constructs/stack.h"
#include "pipeline/steps.h"
#include "project/files.h"
#include "project/judge.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

enum class Format { yaml, json };

struct Options {
  std::vector<std::string> configs;
  std::string output;
  std::string directory;
  Format format = Format::yaml;
  bool check = false;
  bool force = false;
  bool showUserData = false;
};

std::string render(const cfn::Template& stack, const std::string& path, Format format) {
  const auto document = stack.document();
  if (format == Format::json) return data::toJson(document);
  return data::toYaml(document, headerOf(path));
}

constexpr project::Command command{"generate", {.config = true}};

/// What the template's file in --out-dir is called: as the config's, or as the config says if that came by a pipe.
std::string outputFor(const std::string& path, const config::Config* config, const Options& options) {
  if (options.directory.empty()) return options.output == "-" ? "" : options.output;
  const auto stem = config && !project::isNamed(path) ? config->name.text() : fs::path{path}.stem().string();
  const auto* const ending = options.format == Format::json ? ".template.json" : ".template.yaml";
  return (fs::path{options.directory} / (stem + ending)).string();
}

/// Whether the stack may be written; reports what is wrong with it.
bool isSound(const constructs::Stack& stack, const std::string& text, project::Project& project,
             const project::File& file, const Options& options) {
  diag::Diagnostics found{project.sources};
  check::Options asked{check::today(), {}, text.size()};
  project::checkStack(stack, *file.config, asked, {}, found);
  diag::Diagnostics shown{project.sources};
  for (const auto& finding : found.inFileOrder())
    if (finding.severity != diag::Severity::info) shown.add(finding);
  writeError(asText(shown, errorColour()));
  if (!shown.hasErrors()) return true;
  const auto& name = file.source->name;
  tellError(options.force ? fmt::format("{}: written despite these errors (--force)", name)
                          : fmt::format("{}: not written; --force writes it despite these errors", name));
  return options.force;
}

/// Instead of templates: what stands packed in them.
int showUserData(const Options& options) {
  bool good = true;
  for (const auto& path : options.configs) {
    project::Project project{command};
    const auto* file = openOnly(project, path);
    good &= file && writeOutput(constructs::shownUserData(file->config->config));
  }
  return good ? ok : badInput;
}

/// Says how to deploy a template that the API does not take by itself.
void tellIfLarge(const Output& output, const config::Config& config) {
  constexpr std::size_t mostInline = 51'200;  // "AWS CloudFormation quotas"
  if (output.text.size() <= mostInline) return;
  const auto file = output.path.empty() ? std::string{"FILE"} : output.path;
  tellError(fmt::format(
      "{}: info: the template has {} bytes; CloudFormation accepts {} directly, and larger ones through an S3 bucket:",
      output.path.empty() ? "standard output" : file, output.text.size(), mostInline));
  tellError(
      fmt::format("  aws cloudformation deploy --stack-name {} --region {} --template-file {} --s3-bucket BUCKET "
                  "--capabilities CAPABILITY_IAM",
                  config.stackName().text(), config.region.text(), pipeline::shellWord(file)));
}

int generate(const Options& options) {
  std::vector<Output> all;
  std::vector<std::unique_ptr<config::LoadedConfig>> configs;
  int status = ok;
  for (const auto& path : options.configs) {
    project::Project project{command};  // of its own: a finding's file is told from others by name alone
    auto* file = openOnly(project, path);
    if (!file) {
      status = badInput;
      continue;
    }
    const auto& stack = file->stacks.front();
    auto text = render(stack.document, file->source->name, options.format);
    if (!isSound(stack, text, project, *file, options) && status == ok) status = findings;
    all.push_back({outputFor(path, &file->config->config, options), std::move(text)});
    configs.push_back(std::move(file->config));
  }
  if (status != ok) return status;  // before anything is written
  if (!options.check) refuseWrong(all);
  bool good = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool written = all[i].path.empty() ? writeOutput(all[i].text)
                                             : deliver(all[i], options.configs[i], options.check) != Outcome::failed;
    if (written && !options.check) tellIfLarge(all[i], configs[i]->config);
    good &= written;
  }
  return good ? ok : badInput;
}

/// What CLI11 cannot say of options that depend on each other.
void checkUsage(const Options& options) {
  if (options.showUserData) {
    if (options.check || !options.output.empty() || !options.directory.empty())
      throw CLI::ValidationError{"--show-user-data only writes to standard output"};
    return;
  }
  if (options.configs.size() > 1 && options.directory.empty())
    throw CLI::ValidationError{"several configs need --out-dir"};
  if (options.check && options.directory.empty() && (options.output.empty() || options.output == "-"))
    throw CLI::ValidationError{"--check needs -o FILE or --out-dir, to say which file to compare"};
  std::vector<std::string> outputs;
  for (const auto& config : options.configs)
    if (auto output = outputFor(config, nullptr, options); !output.empty() && project::isNamed(config))
      outputs.push_back(std::move(output));
  if (const auto wrong = project::wrongOutputs(outputs); !wrong.empty()) throw CLI::ValidationError{wrong};
}

constexpr const char* examples = R"(Examples:
  cairn generate config/matomo.yaml                          to standard output
  cairn generate config/matomo.yaml -o build/matomo.template.yaml
  cairn generate config/*.yaml --out-dir build               build/NAME.template.yaml for each
  cairn generate config/matomo.yaml --show-user-data         what instances are told, to review
  cairn generate config/matomo.yaml -o build/matomo.template.yaml --check
                                                             in CI: is the file on disk up to date?)";

}  // namespace

void addGenerate(CLI::App& app, int& status) {
  const auto options = std::make_shared<Options>();
  auto* generateCommand = app.add_subcommand("generate", "Write the CloudFormation template of a config");
  generateCommand
      ->add_option("config", options->configs, "The config file, - for standard input; several with --out-dir")
      ->required()
      ->type_name("CONFIG");
  auto* output =
      generateCommand->add_option("-o,--output", options->output, "File to write (default, or -: standard output)")
          ->type_name("FILE");
  generateCommand
      ->add_option("--out-dir", options->directory, "Folder to write NAME.template.yaml to, for each config NAME.yaml")
      ->type_name("DIR")
      ->excludes(output);
  generateCommand->add_option("--format", options->format, "yaml (default) or json")
      ->transform(words<Format>({{"yaml", Format::yaml}, {"json", Format::json}}))
      ->type_name("FORMAT");
  generateCommand->add_flag("--check", options->check, "Write nothing; fail if the file on disk differs");
  generateCommand->add_flag("--force", options->force, "Write the template even if `cairn check` finds errors in it");
  generateCommand->add_flag("--show-user-data", options->showUserData,
                            "Print the decoded user data of the instances instead of the template");
  generateCommand->footer(examples);
  generateCommand->callback([options, &status] {
    checkUsage(*options);
    status = options->showUserData ? showUserData(*options) : generate(*options);
  });
}

}  // namespace cli
