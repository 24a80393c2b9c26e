#include "config/load.h"

#include "schema/read.h"

namespace config {

std::unique_ptr<LoadedConfig> load(const diag::Source& source, diag::Diagnostics& diagnostics,
                                   const app::ReadFile& readFile) {
  auto loaded = std::make_unique<LoadedConfig>();
  auto& [config, schema] = *loaded;
  schema::read(schema, source, diagnostics);
  if (isSound(schema, config.instances.system))
    app::resolve(config.application, config.instances.system, schema, readFile, diagnostics);
  checkRules(config, schema, diagnostics);
  return loaded;
}

}  // namespace config
