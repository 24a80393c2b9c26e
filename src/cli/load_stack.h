#pragma once

#include <optional>
#include <string>

#include "cloudformation/template.h"

namespace cli {

/// A stack as its template says, with what the config tells beside.
struct Stack {
  cfn::Template document;
  std::string name;    ///< of the config, or the file's name without its endings
  std::string region;  ///< empty if not known
};

/// Reads a config, or any CloudFormation template: a file with `Resources` is one. Reports what is wrong with it on
/// standard error; nothing if it has errors.
std::optional<Stack> loadStack(const std::string& path);

}  // namespace cli
