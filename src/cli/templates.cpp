#include "cli/templates.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/files.h"
#include "cli/load_stack.h"
#include "cli/terminal.h"
#include "cloudformation/read_template.h"

namespace cli {

std::optional<std::vector<cfn::Template>> loadTemplates(const std::vector<std::string>& paths, diag::Sources& sources) {
  std::vector<cfn::Template> templates;
  bool good = true;
  for (const auto& path : paths) {
    auto [text, error] = readFile(path, cfn::mostTemplateBytes + 1);
    const auto& source = sources.add(path, std::move(text));
    if (error.empty() && kindOf(source) == Kind::config) {
      auto stack = loadStack(source, error, sources);
      if (stack) templates.push_back(std::move(stack->document));
      good &= stack.has_value();
      continue;
    }
    diag::Diagnostics diagnostics{sources};
    if (!error.empty())
      diagnostics.error("unreadable-file", source.whole(), "cannot read the file: " + error);
    else if (auto read = cfn::readTemplate(source, diagnostics))
      templates.push_back(std::move(*read));
    writeError(asText(diagnostics, errorColour()));
    good &= !diagnostics.hasErrors();
  }
  if (!good) return {};
  return templates;
}

std::vector<const cfn::Template*> pointersTo(const std::vector<cfn::Template>& templates) {
  std::vector<const cfn::Template*> all;
  for (const auto& one : templates) all.push_back(&one);
  return all;
}

cfn::Given givenParameters(const std::vector<std::string>& written) {
  cfn::Given given;
  for (const auto& one : written) {
    const auto equals = one.find('=');
    if (equals == one.npos || equals == 0)
      throw CLI::ValidationError{fmt::format("--parameter {}: write NAME=VALUE", one)};
    given.parameters[one.substr(0, equals)] = one.substr(equals + 1);
  }
  return given;
}

}  // namespace cli
