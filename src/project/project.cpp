#include "project/project.h"

#include <fmt/format.h>

#include <filesystem>

#include "cloudformation/read_template.h"
#include "constructs/boot_data.h"
#include "data/read_yaml.h"
#include "project/files.h"
#include "project/judge.h"

namespace project {
namespace {

constexpr std::string_view unreadable = "unreadable-file";

/// The name that a stack has if nobody gives it another: the file's, up to its first dot. A pipe has none.
std::string stackNameOf(const std::string& path) {
  if (!isNamed(path)) return "";
  const auto name = std::filesystem::path{path}.filename().string();
  return name.substr(0, name.find('.'));
}

std::string messageFor(Kind kind, const Command& command) {
  const auto wanted = fmt::format("`{}` takes {}", command.name, command.takes.text());
  if (kind == Kind::unknown) return fmt::format("{}, and this is neither", wanted);
  return kind == Kind::empty ? fmt::format("the file is empty; {}", wanted)
                             : fmt::format("this is {}; {}", nounOf(kind), wanted);
}

/// Which command takes the file, or how to come to one that this command takes.
std::string adviceFor(Kind kind, const Kinds& wanted, const std::string& path) {
  switch (kind) {
    case Kind::cloudFormation:
      return fmt::format("`cairn check {}` looks at templates", path);
    case Kind::config:
      return fmt::format("`cairn check {0}` looks at configs, `cairn generate {0}` writes their templates", path);
    case Kind::preset:
      return fmt::format("`cairn app check {0}` looks at presets; a config takes one by `application: ./{0}`", path);
    default:
      break;
  }
  if (wanted.preset) return "`cairn app show php` prints a preset to start from";
  if (!wanted.cloudFormation) return "`cairn init` writes a config to start from";
  return "a config has keys such as `domain`, a template has `Resources`; `cairn init` writes a config to start from";
}

}  // namespace

std::unique_ptr<config::LoadedConfig> readConfig(const diag::Source& source, diag::Diagnostics& diagnostics) {
  const auto folder = std::filesystem::path{source.name}.parent_path();
  auto loaded = config::load(source, diagnostics, [&](const std::string& named) {
    auto file = readFile((folder / named).string(), data::ReadLimits{}.bytes + 1);
    if (!file.error.empty()) return file;
    diag::Sources sources{named, file.text};
    const auto content = contentOf(sources.first(), sources, {.preset = true});
    if (content.kind == Kind::config || content.kind == Kind::cloudFormation) {
      file.error = fmt::format("it is {}, not a preset", nounOf(content.kind));
      file.advice = "`cairn app show php` prints a preset to start from";
    }
    return file;
  });
  if (loaded) checkAssertionsOf(*loaded, diagnostics);
  if (!diagnostics.hasErrors()) constructs::checkUserData(*loaded, diagnostics);
  return diagnostics.hasErrors() ? nullptr : std::move(loaded);
}

File* Project::open(const std::string& path) {
  auto [text, error, advice] = readFile(path, cfn::mostTemplateBytes + 1);
  const auto& source = sources.add(shownName(path), std::move(text));
  if (error.empty()) return openText(source);
  diagnostics.error(unreadable, source.whole(), "cannot read the file: " + error,
                    command_.takes.preset ? "`cairn app list` prints the names of Cairn's presets" : "");
  return nullptr;
}

File* Project::openPreset(const std::string& nameOrPath) {
  if (const auto* own = app::findPreset(nameOrPath)) return openText(sources.add(nameOrPath, std::string{own->text}));
  if (nameOrPath.find_first_of("./") != nameOrPath.npos || nameOrPath == "-" || fileExists(nameOrPath))
    return open(nameOrPath);
  app::refuseUnknown(nameOrPath, sources.add(nameOrPath, {}).whole(), diagnostics);
  return nullptr;
}

File* Project::openText(const diag::Source& source) {
  auto content = contentOf(source, sources, command_.takes);
  return isRight(source, content) ? read(source, std::move(content)) : nullptr;
}

/// A file of no known kind is read as the only one that is wanted, whose reader says best what is wrong.
bool Project::isRight(const diag::Source& source, const Content& content) {
  const auto& wanted = command_.takes;
  if (wanted.has(content.kind)) return true;
  const bool several = wanted.config + wanted.cloudFormation + wanted.preset > 1;
  if (content.kind == Kind::unknown && (!several || !content.isDocument())) return true;
  auto span = content.decisive;
  if (span.line == 0) span = source.whole();
  diagnostics.error("wrong-kind", span, messageFor(content.kind, command_),
                    adviceFor(content.kind, wanted, isNamed(source.name) ? source.name : "-"));
  return false;
}

File* Project::read(const diag::Source& source, Content content) {
  File file{.source = &source, .kind = content.kind};
  const auto& wanted = command_.takes;
  diag::Diagnostics found{sources};
  if (file.kind == Kind::unknown) {
    file.kind = wanted.cloudFormation ? Kind::cloudFormation : wanted.config ? Kind::config : Kind::preset;
  }
  if (file.kind == Kind::config) {
    file.config = readConfig(source, found);
    if (file.config) file.stacks = constructs::buildStacks(*file.config, sources);
  } else if (file.kind == Kind::preset) {
    file.preset = app::loadPreset(source, found);
  } else if (!content.isDocument()) {
    found.add(content.problems);
  } else if (auto document = cfn::readTemplate(content.document, source, found)) {
    file.stacks.push_back({std::move(*document), {}, stackNameOf(source.name)});
  }
  diagnostics.add(found);
  return found.hasErrors() ? nullptr : &files.emplace_back(std::move(file));
}

std::vector<const cfn::Template*> Project::templates() const {
  std::vector<const cfn::Template*> all;
  for (const auto& file : files)
    for (const auto& stack : file.stacks) all.push_back(&stack.document);
  return all;
}

}  // namespace project
