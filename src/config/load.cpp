#include "config/load.h"

#include "schema/read.h"

namespace config {

std::unique_ptr<LoadedConfig> load(const diag::Source& source, diag::Diagnostics& diagnostics) {
  auto loaded = std::make_unique<LoadedConfig>();
  schema::read(loaded->schema, source, diagnostics);
  checkRules(loaded->config, loaded->schema, diagnostics);
  return loaded;
}

}  // namespace config
