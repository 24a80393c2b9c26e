#pragma once

#include <initializer_list>
#include <vector>

#include "cloudformation/property.h"

/// Intrinsic functions and pseudo parameters ("Intrinsic function reference").
///
/// Fn::Sub is missing on purpose: it reads `${...}` out of any text it is given. Fn::Join interprets nothing, so text of a
/// user cannot be taken for a reference.
namespace cfn {

/// A piece of joined text: literal text or an expression.
struct Part {
  Value value;
  Part(std::string_view text) : value{text} {}
  Part(const char* text) : value{text} {}
  Part(const std::string& text) : value{text} {}
  Part(const AnyExpression auto& expression) : value{expression.value} {}
};

Expression join(std::string_view delimiter, const std::vector<Part>& parts);
Expression base64(const Expression& text);
Expression select(int index, const Expression& list);
Expression availabilityZones();  ///< of the region the stack is in, in the order of their names
/// The first `count` ranges inside `range` that leave `hostBits` bits for addresses.
Expression cidr(const Expression& range, int count, int hostBits);

// Pseudo parameters ("Get AWS values using pseudo parameters").
Expression accountId();
Expression partition();
Expression region();
Expression stackId();
Expression stackName();

}  // namespace cfn
