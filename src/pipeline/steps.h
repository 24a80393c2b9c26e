#pragma once

#include <string>

#include "pipeline/workflow.h"

namespace pipeline {

/// What to do once so that the workflow may deploy: commands for a shell, for people to read and to copy.
std::string stepsOnce(const Settings&);

/// The word as a shell takes it for one argument.
std::string shellWord(std::string_view word);

}  // namespace pipeline
