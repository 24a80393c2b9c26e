#include "cli/load_stack.h"

#include <filesystem>

#include "cli/files.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "cloudformation/read_template.h"
#include "constructs/stack.h"
#include "data/read_json.h"

namespace cli {
namespace {

std::string nameOf(const std::string& path) {
  const auto name = std::filesystem::path{path}.filename().string();
  return name.substr(0, name.find('.'));
}

/// As most templates are: with this, they need not be read to tell what they are.
bool hasSectionLine(std::string_view text) {
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    for (const std::string_view section : {"Resources:", "AWSTemplateFormatVersion:"})
      if (line.starts_with(section)) return true;
  }
  return false;
}

/// Also in a config that is no YAML yet, whose mistakes are to be those of a config.
bool hasDomainLine(std::string_view text) { return text.starts_with("domain:") || text.find("\ndomain:") != text.npos; }

}  // namespace

Kind kindOf(const diag::Source& source) {
  if (hasSectionLine(source.text)) return Kind::cloudFormation;
  diag::Sources unused;
  diag::Diagnostics ignored{unused};  // who reads the file in earnest reports them
  const data::ReadLimits limits{.bytes = cfn::mostTemplateBytes, .depth = 64, .tags = true, .aliased = 1000};
  const auto document = data::looksLikeJson(source.text) ? data::readJson(source, ignored, limits)
                                                         : data::readYaml(source, ignored, limits);
  const auto* map = document.as<data::Map>();
  const auto has = [map](std::string_view key) { return map && data::find(*map, key); };
  if (has("Resources") || has("AWSTemplateFormatVersion")) return Kind::cloudFormation;
  if (has("domain") || hasDomainLine(source.text)) return Kind::config;
  return data::looksLikeJson(source.text) ? Kind::cloudFormation : Kind::unknown;
}

std::optional<Stack> loadStack(const std::string& path, diag::Sources& sources) {
  auto [text, error] = readFile(path, cfn::mostTemplateBytes + 1);
  return loadStack(sources.add(path, std::move(text)), error, sources);
}

std::optional<Stack> loadStack(const diag::Source& source, const std::string& error, diag::Sources& sources) {
  if (!error.empty() || kindOf(source) != Kind::cloudFormation) {
    const auto loaded = loadConfig(source, error, sources);
    if (!loaded) return {};
    const auto& config = loaded->config;
    return Stack{constructs::buildStack(*loaded, sources).document, config.stackName().text(), config.region.text()};
  }
  diag::Diagnostics diagnostics{sources};
  auto document = cfn::readTemplate(source, diagnostics);
  writeError(asText(diagnostics, errorColour()));
  if (!document) return {};
  return Stack{std::move(*document), nameOf(source.name), ""};
}

}  // namespace cli
