#include "cli/load.h"

#include <filesystem>

#include "cli/assertions.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "constructs/boot_data.h"
#include "data/read_yaml.h"

namespace cli {

std::unique_ptr<config::LoadedConfig> readConfig(const diag::Source& source, diag::Diagnostics& diagnostics) {
  auto loaded = config::load(source, diagnostics, [&source](const std::string& named) {
    return readFile((std::filesystem::path{source.name}.parent_path() / named).string(), data::ReadLimits{}.bytes + 1);
  });
  if (loaded) checkAssertionsOf(*loaded, diagnostics);
  if (!diagnostics.hasErrors()) constructs::checkUserData(*loaded, diagnostics);
  return diagnostics.hasErrors() ? nullptr : std::move(loaded);
}

std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path, diag::Sources& sources) {
  auto [text, error] = readFile(path, data::ReadLimits{}.bytes + 1);
  return loadConfig(sources.add(path, std::move(text)), error, sources);
}

std::unique_ptr<config::LoadedConfig> loadConfig(const diag::Source& source, const std::string& error,
                                                 diag::Sources& sources) {
  diag::Diagnostics diagnostics{sources};
  std::unique_ptr<config::LoadedConfig> loaded;
  if (error.empty())
    loaded = readConfig(source, diagnostics);
  else
    diagnostics.error("unreadable-file", source.whole(), "cannot read the file: " + error);
  writeError(asText(diagnostics, errorColour()));
  return loaded;
}

}  // namespace cli
