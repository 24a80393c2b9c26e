// For libFuzzer (CONTRIBUTING.md tells how to run it). What is read must be written and read again without a change, on
// many lines and on one; and JSON is YAML: whatever readYaml reads of it is the same.
#include "data/read_json.h"

#include <cstdlib>

namespace {

/// What `read` makes of the text, as JSON; empty if it refuses it.
std::string through(data::Value (*read)(const diag::Source&, diag::Diagnostics&, data::ReadLimits), std::string text) {
  diag::Sources sources{"fuzz", std::move(text)};
  diag::Diagnostics diagnostics{sources};
  const auto value = read(sources.first(), diagnostics, {.bytes = 200'000, .depth = 200});
  asText(diagnostics);
  if (value.isSet() == diagnostics.hasErrors()) std::abort();
  return value.isSet() ? toJson(value) : std::string{};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size > 20'000) return 0;
  const std::string text{reinterpret_cast<const char*>(bytes), size};
  const auto first = through(data::readJson, text);
  if (first.empty()) return 0;
  if (through(data::readJson, first) != first) std::abort();
  diag::Sources sources{"again", first};
  diag::Diagnostics none{sources};
  if (through(data::readJson, toCompactJson(data::readJson(sources.first(), none))) != first) std::abort();
  for (const auto& written : {text, first})
    if (const auto asYaml = through(data::readYaml, written); !asYaml.empty() && asYaml != first) std::abort();
  return 0;
}
