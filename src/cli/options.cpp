#include "cli/options.h"

#include <CLI/CLI.hpp>

#include "cli/terminal.h"

namespace cli {

void addParameterOption(CLI::App& command, std::vector<project::GivenParameter>& into) {
  command
      .add_option_function<std::vector<std::string>>(
          "--parameter",
          [&into](const std::vector<std::string>& written) {
            for (const auto& one : written) {
              auto [parameter, wrong] = project::parseParameter(one);
              if (!wrong.empty()) throw CLI::ValidationError{wrong};
              into.push_back(std::move(parameter));
            }
          },
          "Value of a parameter, or of a pseudo parameter such as AWS::Region; may be repeated")
      ->type_name("KEY=VALUE")
      ->type_size(1)
      ->allow_extra_args(false);
}

void report(const project::Project& project) { writeError(asText(project.diagnostics, errorColour())); }

project::File* openOnly(project::Project& project, const std::string& path) {
  auto* file = project.open(path);
  report(project);
  return file;
}

}  // namespace cli
