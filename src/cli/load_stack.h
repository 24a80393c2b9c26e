#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cloudformation/template.h"

namespace cli {

/// A stack as its template says, with what the config tells beside.
struct Stack {
  cfn::Template document;
  std::string name;    ///< of the config, or the file's name without its endings
  std::string region;  ///< empty if not known
};

/// Whether a text is a template and no config: by the sections that only a template has.
bool isTemplate(std::string_view text);

/// Reads a config, or any CloudFormation template: a file with `Resources` is one. Reports what is wrong with it on
/// standard error; nothing if it has errors.
std::optional<Stack> loadStack(const std::string& path, diag::Sources&);

}  // namespace cli
