#include "config/load.h"

#include "config/boot.h"
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
  if (!diagnostics.hasErrors())
    config.application.resolved.packed = packed(config);
  return loaded;
}

}  // namespace config
