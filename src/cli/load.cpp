#include "cli/load.h"

#include <filesystem>

#include "cli/assertions.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "constructs/boot_data.h"
#include "data/read_yaml.h"

namespace cli {

std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path) {
  auto [text, error] = readFile(path, data::ReadLimits{}.bytes + 1);
  const diag::Source source{path, std::move(text)};
  diag::Diagnostics diagnostics{source};
  std::unique_ptr<config::LoadedConfig> loaded;
  if (error.empty())
    loaded = config::load(source, diagnostics, [&path](const std::string& named) {
      return readFile((std::filesystem::path{path}.parent_path() / named).string(), data::ReadLimits{}.bytes + 1);
    });
  else
    diagnostics.error("unreadable-file", {}, "cannot read the file: " + error);
  if (loaded) checkAssertionsOf(*loaded, diagnostics);
  if (!diagnostics.hasErrors()) constructs::checkUserData(*loaded, diagnostics);
  writeError(asText(diagnostics, errorColour()));
  return diagnostics.hasErrors() ? nullptr : std::move(loaded);
}

}  // namespace cli
