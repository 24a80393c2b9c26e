// For libFuzzer (CONTRIBUTING.md tells how to run it). Any text is read as a template or refused with a reason, and
// what is read can be evaluated.
#include "cloudformation/read_template.h"

#include <cstdlib>

#include "cloudformation/evaluate.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  diag::Sources sources{"fuzz.yaml", {reinterpret_cast<const char*>(bytes), size}};
  diag::Diagnostics diagnostics{sources};
  const auto read = cfn::readTemplate(sources.first(), diagnostics);
  asText(diagnostics);
  if (read.has_value() == diagnostics.hasErrors()) std::abort();
  if (!read) return 0;
  const auto evaluated = cfn::evaluate({&*read});
  if (evaluated.resources.size() != read->resources().size()) std::abort();
  for (const auto& resource : evaluated.resources)
    for (const auto& property : resource.properties) cfn::identity(property.value);
  return 0;
}
