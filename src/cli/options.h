#pragma once

#include <string>
#include <vector>

#include "project/parameters.h"
#include "project/project.h"

namespace CLI {
class App;
}

namespace cli {

/// `--parameter KEY=VALUE`, the same for each command that takes it. What is written is added to the list.
void addParameterOption(CLI::App& command, std::vector<project::GivenParameter>& into);

/// What is wrong with the files of a project, on standard error.
void report(const project::Project&);

/// Opens the only file of a command and reports what is wrong with it; nullptr if it has errors.
project::File* openOnly(project::Project&, const std::string& path);

}  // namespace cli
