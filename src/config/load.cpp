#include "config/load.h"

#include "assets/assets.h"
#include "config/boot.h"
#include "data/deflate.h"
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
    config.application.resolved.packed = data::deflated(data::toCompactJson(told(config)), assets::programs_text);
  return loaded;
}

}  // namespace config
