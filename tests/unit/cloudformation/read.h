#pragma once

#include <stdexcept>

#include "cloudformation/evaluate.h"
#include "cloudformation/read_template.h"

/// A template read from text that is known to be good.
inline cfn::Template readGood(const std::string& text, diag::Sources& sources,
                              const std::string& file = "template.yaml") {
  const auto& source = sources.add(file, text);
  diag::Diagnostics diagnostics{sources};
  auto read = cfn::readTemplate(source, diagnostics);
  if (!read) throw std::runtime_error{asText(diagnostics)};
  return *read;
}
inline cfn::Template readGood(const std::string& text, const std::string& file = "template.yaml") {
  diag::Sources sources;
  return readGood(text, sources, file);
}
