// For libFuzzer (CONTRIBUTING.md tells how to run it). What is read must be written and read again without a change.
#include "data/read_yaml.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const data::ReadLimits limits{.bytes = 20'000, .tags = true};
  diag::Sources sources{"fuzz", {reinterpret_cast<const char*>(bytes), size}};
  diag::Diagnostics diagnostics{sources};
  const auto value = data::readYaml(sources.first(), diagnostics, limits);
  asText(diagnostics);
  if (value.isSet() == diagnostics.hasErrors()) std::abort();
  const auto* map = value.as<data::Map>();
  if (!map) return 0;
  for (const auto& entry : *map)
    if (entry.key.size() > 100) return 0;  // the longest keys are refused by the writer
  std::string written;
  try {
    written = toYaml(*map);
  } catch (const std::logic_error&) {
    return 0;
  }
  diag::Sources againSources{"again", std::move(written)};
  diag::Diagnostics none{againSources};
  const auto second = data::readYaml(againSources.first(), none, {.depth = 200, .tags = true});
  if (toJson(second) != toJson(value)) std::abort();
  return 0;
}
