#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cloudformation/evaluate.h"

namespace cli {

/// Reads templates, or configs for those of their stacks, and reports what is wrong with them on standard error;
/// nothing if one of them has errors.
std::optional<std::vector<cfn::Template>> loadTemplates(const std::vector<std::string>& paths, diag::Sources&);

std::vector<const cfn::Template*> pointersTo(const std::vector<cfn::Template>&);

/// What `--parameter K=V` gives; throws CLI::ValidationError for what is none.
cfn::Given givenParameters(const std::vector<std::string>& written);

}  // namespace cli
