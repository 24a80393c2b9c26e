#include "cli/load_stack.h"

#include <filesystem>

#include "cli/files.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "cloudformation/read_template.h"
#include "constructs/stack.h"

namespace cli {
namespace {

std::string nameOf(const std::string& path) {
  const auto name = std::filesystem::path{path}.filename().string();
  return name.substr(0, name.find('.'));
}

}  // namespace

bool isTemplate(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first != text.npos && text[first] == '{') return true;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with('"') || line.starts_with('\'')) line.remove_prefix(1);
    for (const std::string_view section : {"Resources", "AWSTemplateFormatVersion"})
      if (line.starts_with(section) && line.substr(section.size()).find_first_of(":") <= 1) return true;
  }
  return false;
}

std::optional<Stack> loadStack(const std::string& path, diag::Sources& sources) {
  auto [text, error] = readFile(path, cfn::mostTemplateBytes + 1);
  if (!error.empty() || !isTemplate(text)) {
    const auto loaded = loadConfig(path, sources);
    if (!loaded) return {};
    const auto& config = loaded->config;
    return Stack{constructs::buildStack(*loaded, sources).document, config.stackName().text(), config.region.text()};
  }
  diag::Diagnostics diagnostics{sources};
  auto document = cfn::readTemplate(sources.add(path, std::move(text)), diagnostics);
  writeError(asText(diagnostics, errorColour()));
  if (!document) return {};
  return Stack{std::move(*document), nameOf(path), ""};
}

}  // namespace cli
