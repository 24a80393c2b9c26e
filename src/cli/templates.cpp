#include "cli/templates.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/load_stack.h"

namespace cli {

std::optional<std::vector<cfn::Template>> loadTemplates(const std::vector<std::string>& paths) {
  std::vector<cfn::Template> templates;
  bool good = true;
  for (const auto& path : paths) {
    if (auto stack = loadStack(path))
      templates.push_back(std::move(stack->document));
    else
      good = false;
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
