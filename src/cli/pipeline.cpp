#include <fmt/format.h>
#include <sys/utsname.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "assets/version.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/terminal.h"
#include "constructs/stack.h"
#include "data/sha256.h"
#include "diagnostics/display.h"
#include "pipeline/steps.h"
#include "project/files.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string config;
  std::string provider = "github";
  std::string directory = ".";
  std::string templateFile;
  std::string url;
  bool check = false;
};

/// The path from the top of the repository, which the workflow runs in.
std::string inRepository(const std::string& path, const Options& options) {
  std::error_code error;
  // Absolute first: of a relative path that leads to nothing yet, nothing would be resolved.
  const auto real = [&error](const std::string& some) {
    return fs::weakly_canonical(fs::absolute(some, error), error);
  };
  const auto relative = real(path).lexically_relative(real(options.directory));
  const auto text = relative.generic_string();
  if (error || text.empty() || text == ".." || text.starts_with("../"))
    throw CLI::ValidationError{
        fmt::format("{} is not in the repository {}; --out-dir says where the repository is", path, options.directory)};
  if (diag::printable(text) != text)
    throw CLI::ValidationError{
        fmt::format("{} has characters that are not printable: rename it, its name goes into the workflow", path)};
  return text;
}

/// This program as the workflow installs it: just these bytes, on a machine of this kind.
struct Program {
  std::string sha256;
  std::string processor;
};

std::optional<Program> thisProgram() {
  constexpr std::size_t largest = 1 << 30;
  const auto [bytes, error, advice] = project::readFile("/proc/self/exe", largest);
  utsname system{};
  if (!error.empty() || uname(&system) != 0) {
    tellError(fmt::format("cairn: cannot read the program itself, for its checksum: {}", error));
    return {};
  }
  return Program{data::sha256(bytes), system.machine};
}

std::vector<std::string> texts(const std::vector<config::Reviewer>& reviewers) {
  std::vector<std::string> all;
  for (const auto& reviewer : reviewers) all.push_back(reviewer.text());
  return all;
}

pipeline::Settings settingsOf(const config::Config& config, const Options& options, const Program& program) {
  const auto beside = fs::path{options.config}.parent_path();
  const auto stem = fs::path{options.config}.stem().string();
  const auto domain = config.domain.text();
  return {
      .stack = config.stackName().text(),
      .region = config.region.text(),
      .repository = config.pipeline.repository.text(),
      .branch = config.pipeline.branch.text(),
      .environment = config.pipeline.environment.text(),
      .reviewers = texts(config.pipeline.reviewers),
      .config = inRepository(options.config, options),
      .templateFile = inRepository(
          options.templateFile.empty() ? (beside / (stem + ".template.yaml")).string() : options.templateFile, options),
      .accessTemplate = inRepository((beside / (stem + ".access.template.yaml")).string(), options),
      .url = fmt::format("https://{}/", domain),
      .healthUrl = fmt::format("https://{}{}", domain, config.loadBalancer.healthPath.text()),
      .bucket = config.pipeline.bucket ? config.pipeline.bucket->text() : "",
      .cairnUrl = options.url.empty() ? fmt::format("{}/v{}/cairn-{}-linux-{}", assets::releases, assets::version,
                                                    assets::version, program.processor)
                                      : options.url,
      .cairnSha256 = program.sha256,
      .runner = program.processor == "aarch64" ? "ubuntu-24.04-arm" : "ubuntu-24.04",
  };
}

/// Everything that goes into the repository.
std::vector<Output> outputsOf(const config::LoadedConfig& config, diag::Sources& sources,
                              const pipeline::Settings& settings, const Options& options) {
  auto files = pipeline::githubFiles(settings);
  const auto stacks = constructs::buildStacks(config, sources, constructs::Access::included);
  files.push_back(
      {settings.accessTemplate, data::toYaml(stacks.back().document.document(), headerOf(settings.config))});
  std::vector<Output> outputs;
  for (auto& [path, text] : files)
    outputs.push_back({(fs::path{options.directory} / path).lexically_normal().string(), std::move(text)});
  return outputs;
}

/// What was written, a folder of several files in one line.
std::string reportOf(const std::vector<std::string>& written) {
  std::map<fs::path, int> filesIn;
  for (const auto& path : written) ++filesIn[fs::path{path}.parent_path()];
  std::string text;
  std::set<fs::path> told;
  for (const auto& path : written) {
    const auto folder = fs::path{path}.parent_path();
    if (!told.insert(folder).second) continue;
    text += text.empty() ? "Wrote " : "      ";
    text += filesIn[folder] == 1 ? diag::printable(path) + "\n"
                                 : fmt::format("{}: {} files\n", diag::printable(folder.string()), filesIn[folder]);
  }
  return text.empty() ? "Everything is there already.\n" : text;
}

/// The keys of GitHub's ids that the config lacks.
std::string missingIds(const config::Pipeline& pipeline) {
  std::string missing;
  if (!pipeline.ownerId) missing = "`owner_id`";
  if (!pipeline.repositoryId) missing += missing.empty() ? "`repository_id`" : " and `repository_id`";
  return missing;
}

/// What only this command needs of a config.
void checkPipeline(const config::LoadedConfig& loaded, diag::Diagnostics& diagnostics) {
  const auto& pipeline = loaded.config.pipeline;
  if (!pipeline.wanted()) {
    diagnostics.error("missing-pipeline", {}, "the config does not define the repository that deploys the stack",
                      "add `pipeline: {repository: OWNER/NAME}`");
    return;
  }
  const auto missing = missingIds(pipeline);
  if (missing.empty() || pipeline.subject == config::TokenSubject::names) return;
  // Without them the roles would fit no repository that was created, renamed or transferred since 2026-07-15.
  diagnostics.error(
      "missing-github-ids", schema::originOf(loaded.schema, pipeline.repository),
      fmt::format("without {}, the roles trust no repository whose OIDC tokens contain GitHub's ids", missing),
      "add the two lines that the command below prints to `pipeline`; if the repository is older than 2026-07-15 "
      "and its tokens contain no ids, add `subject: names` instead");
}

/// The command that prints the keys and the values of the ids.
std::string idsCommand(const config::Pipeline& pipeline) {
  return fmt::format(R"~(gh api repos/{} --jq '"owner_id: \(.owner.id)\nrepository_id: \(.id)"')~",
                     pipeline.repository.text());
}

int writePipeline(const Options& options) {
  if (!project::isNamed(options.config))
    throw CLI::ValidationError{
        "the workflow runs `cairn generate` on the config: give the config's path in the repository, not a pipe"};
  project::Project project{{"pipeline", {.config = true}}};
  const auto* file = openOnly(project, options.config);
  if (!file) return badInput;
  const auto* loaded = file->config.get();
  diag::Diagnostics diagnostics{project.sources};
  checkPipeline(*loaded, diagnostics);
  if (diagnostics.hasErrors()) {
    writeError(asText(diagnostics, errorColour()));
    const auto& pipeline = loaded->config.pipeline;
    if (pipeline.wanted()) writeError(fmt::format("\n  {}\n", idsCommand(pipeline)));
    return badInput;
  }
  const auto program = thisProgram();
  if (!program) return badInput;
  const auto settings = settingsOf(loaded->config, options, *program);
  bool good = true;
  std::vector<std::string> written;
  const auto outputs = outputsOf(*loaded, project.sources, settings, options);
  auto all = outputs;  // with the template, which the workflow's `cairn generate` writes
  all.push_back({(fs::path{options.directory} / settings.templateFile).string(), {}});
  if (!options.check) refuseWrong(all);
  for (const auto& output : outputs) {
    const auto outcome = deliver(output, options.config, options.check);
    good &= outcome != Outcome::failed;
    if (outcome == Outcome::written) written.push_back(output.path);
  }
  if (!good) return badInput;
  if (options.check) return ok;
  return writeOutput(reportOf(written) + pipeline::stepsOnce(settings)) ? ok : badInput;
}

constexpr const char* examples = R"(Examples:
  cairn pipeline config/matomo.yaml              into the repository that one stands in
  cairn pipeline config/matomo.yaml --check      in CI: are the files what the config gives?)";

}  // namespace

void addPipeline(CLI::App& app, int& status) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("pipeline", "Write the workflow that deploys the stack, and the roles it needs");
  command->add_option("config", options->config, "The config file")->required()->type_name("CONFIG");
  command->add_option("--provider", options->provider, "Host of the repository: github (default)")
      ->check(CLI::IsMember({"github"}).description(""))
      ->type_name("HOST");
  command->add_option("--out-dir", options->directory, "Root folder of the repository (default: current directory)")
      ->type_name("DIR");
  command
      ->add_option("--template", options->templateFile,
                   "Path of the stack's template in the repository (default: NAME.template.yaml beside NAME.yaml)")
      ->type_name("FILE");
  command->add_option("--cairn-url", options->url, "URL of the cairn binary (default: its GitHub release)")
      ->type_name("URL");
  command->add_flag("--check", options->check, "Write nothing; fail if a file on disk differs");
  command->footer(examples);
  command->callback([options, &status] { status = writePipeline(*options); });
}

}  // namespace cli
