#include "catch.h"
#include "config/load.h"

namespace {

/// Without the `#` in the first column that turns a setting off; explanations have an odd indent behind theirs.
std::string allOn(const std::string& annotated) {
  std::string text;
  for (std::size_t i = 0; i < annotated.size(); ++i) {
    const bool setting = annotated[i] == '#' && (i == 0 || annotated[i - 1] == '\n') &&
                         (annotated.find_first_not_of(' ', i + 1) - i - 1) % 2 == 0;
    if (!setting) text += annotated[i];
  }
  return text;
}

}  // namespace

TEST_CASE("what `init` writes is a config, as it is and with every setting on") {
  const auto annotated = schema::annotatedExample(config::LoadedConfig{}.schema);
  diag::Sources sources{"cairn.yaml", annotated};
  diag::Diagnostics diagnostics{sources};
  config::load(sources.first(), diagnostics);
  INFO(asText(diagnostics));
  CHECK_FALSE(diagnostics.hasErrors());

  diag::Sources onSources{"cairn.yaml", allOn(annotated)};
  diag::Diagnostics mistakes{onSources};
  config::LoadedConfig read;  // its fields alone: not every one goes with every other
  schema::read(read.schema, onSources.first(), mistakes);
  INFO(asText(mistakes));
  CHECK_FALSE(mistakes.hasErrors());
}
