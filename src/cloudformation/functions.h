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
Expression split(std::string_view delimiter, const Part& text);
/// The parts as one text. Literal parts alone are that text; where every reference can stand in a text and no literal
/// part holds `${`, it is a Fn::Sub, which people read best; else a Fn::Join, which interprets nothing. A literal part
/// can never become a reference.
Expression sub(const std::vector<Part>& parts);
Expression base64(const Expression& text);
Expression select(int index, const Expression& list);
Expression availabilityZones();  ///< of the region the stack is in, in the order of their names
/// The first `count` ranges inside `range` that leave `hostBits` bits for addresses.
Expression cidr(const Expression& range, int count, int hostBits);
Expression importValue(const Part& exportName);

// Pseudo parameters ("Get AWS values using pseudo parameters").
Expression accountId();
Expression partition();
Expression region();
Expression stackId();
Expression stackName();
Expression urlSuffix();
Expression noValue();  ///< in `if_`: leaves the property out

/// True or false when the stack is deployed ("Condition functions").
struct ConditionExpression {
  Value value;
};
ConditionExpression equals(const Part& a, const Part& b);
ConditionExpression not_(const ConditionExpression&);
ConditionExpression and_(const std::vector<ConditionExpression>& all);  ///< two to ten; else std::logic_error
ConditionExpression or_(const std::vector<ConditionExpression>& any);   ///< two to ten; else std::logic_error

/// A named condition of a template, which makes it.
class Condition : public ConditionExpression {
 public:
  const std::string& name() const { return name_; }

 private:
  friend class Template;
  explicit Condition(std::string name) : ConditionExpression{tagged("Condition", name).value}, name_{std::move(name)} {}
  std::string name_;
};
Expression if_(const Condition& condition, const Part& then, const Part& otherwise);

/// A mapping of a template, which makes it.
class Mapping {
 public:
  const std::string& name() const { return name_; }

 private:
  friend class Template;
  explicit Mapping(std::string name) : name_{std::move(name)} {}
  std::string name_;
};
Expression findInMap(const Mapping& mapping, const Part& topLevelKey, const Part& secondLevelKey);

}  // namespace cfn
