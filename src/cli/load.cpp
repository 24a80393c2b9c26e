#include "cli/load.h"

#include "cli/files.h"
#include "cli/terminal.h"
#include "data/read_yaml.h"

namespace cli {

std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path, diag::Source& source) {
  auto [text, error] = readFile(path, data::ReadLimits{}.bytes + 1);
  source = {path, std::move(text)};
  diag::Diagnostics diagnostics{source};
  std::unique_ptr<config::LoadedConfig> loaded;
  if (error.empty())
    loaded = config::load(source, diagnostics);
  else
    diagnostics.error("unreadable-file", {}, "cannot read the file: " + error);
  writeError(asText(diagnostics, errorColour()));
  return diagnostics.hasErrors() ? nullptr : std::move(loaded);
}

std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path) {
  diag::Source source;
  return loadConfig(path, source);
}

}  // namespace cli
