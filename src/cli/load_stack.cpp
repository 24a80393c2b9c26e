#include "cli/load_stack.h"

#include <filesystem>

#include "cli/files.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "cloudformation/read_template.h"
#include "constructs/stack.h"

namespace cli {
namespace {

bool isTemplate(std::string_view text) {
  return text.starts_with("Resources:") || text.find("\nResources:") != text.npos ||
         text.find("\"Resources\"") != text.npos;
}

std::string nameOf(const std::string& path) {
  const auto name = std::filesystem::path{path}.filename().string();
  return name.substr(0, name.find('.'));
}

}  // namespace

std::optional<Stack> loadStack(const std::string& path) {
  auto [text, error] = readFile(path, cfn::mostTemplateBytes + 1);
  if (!error.empty() || !isTemplate(text)) {
    const auto loaded = loadConfig(path);
    if (!loaded) return {};
    const auto& config = loaded->config;
    return Stack{constructs::buildStack(config), config.stackName().text(), config.region.text()};
  }
  const diag::Source source{path, std::move(text)};
  diag::Diagnostics diagnostics{source};
  auto document = cfn::readTemplate(source, diagnostics);
  writeError(asText(diagnostics, errorColour()));
  if (!document) return {};
  return Stack{std::move(*document), nameOf(path), ""};
}

}  // namespace cli
