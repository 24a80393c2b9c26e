#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cloudformation/functions.h"

namespace constructs {

/// A value for an instance: known now, or known to CloudFormation at deploy time.
struct BootValue {
  std::string_view name;  ///< [A-Z_]+, becomes a file name on the instance
  std::variant<std::string, cfn::Expression> value;
};

/// The user data of an instance: the constant head, its values, and a constant script. Values travel as base64, one a
/// line, and the parts are put together by Fn::Join, which interprets nothing: no value can become script text, close
/// the here-document, or be taken for a reference.
cfn::Expression userData(const std::vector<BootValue>&, std::string_view script);

}  // namespace constructs
