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

/// What a file is, by the keys that it has at its top, however it is written.
enum class Kind { config, cloudFormation, unknown };
Kind kindOf(const diag::Source&);

/// Reads a config, or any CloudFormation template: a file with `Resources` is one. Reports what is wrong with it on
/// standard error; nothing if it has errors.
std::optional<Stack> loadStack(const std::string& path, diag::Sources&);
/// The same of what was read already, since a pipe can be read once; `error` says why it could not be, if so.
std::optional<Stack> loadStack(const diag::Source&, const std::string& error, diag::Sources&);

}  // namespace cli
