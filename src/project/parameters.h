#pragma once

#include <string>
#include <vector>

#include "cloudformation/evaluate.h"

namespace project {

/// A value that the command line gives to a parameter of the templates, or to a pseudo parameter.
struct GivenParameter {
  std::string name;
  std::string value;
};

/// Reads `KEY=VALUE`; the message says what is wrong with it.
struct ParsedParameter {
  GivenParameter parameter;
  std::string wrong;
};
ParsedParameter parseParameter(const std::string& written);

/// Holds the values against what the templates declare: a name that none of them has, a value that a declaration or a
/// pseudo parameter does not allow and a name that is given twice are errors.
cfn::Given takeParameters(const std::vector<GivenParameter>&, const std::vector<const cfn::Template*>&,
                          diag::Diagnostics&);

}  // namespace project
