#pragma once

#include <initializer_list>
#include <vector>

#include "cloudformation/property.h"

/// Intrinsic functions and pseudo parameters ("Intrinsic function reference").
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
/// The parts as one text. Where every reference can stand in a text and no literal part holds `${`, it is a Fn::Sub,
/// which people read best; else a Fn::Join, which interprets nothing. A literal part can never become a reference.
Expression sub(const std::vector<Part>& parts);
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
