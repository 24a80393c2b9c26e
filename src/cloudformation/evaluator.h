#pragma once

#include "cloudformation/budget.h"
#include "cloudformation/normal_form.h"
#include "cloudformation/references.h"

namespace cfn {

/// Evaluates values in the place of one of several templates; notes defaults and choices in the result.
class Evaluator {
 public:
  Evaluator(const std::vector<const Template*>& templates, const Given&, Evaluated& result);

  Value evaluate(std::size_t file, const Value&);  ///< unset for `AWS::NoValue`
  struct Condition {
    Truth truth = Truth::unknown;
    Value why{};  ///< Tagged{"Unknown", reason} if it is
  };
  Condition condition(std::size_t file, std::string_view name, diag::Span span);
  Value output(std::size_t file, std::string_view name);
  std::string idOf(std::size_t file, std::string_view logicalId) const;
  std::size_t spent() const { return budget_.spent(); }  ///< of the budget

 private:
  struct Parent {
    std::size_t file;
    const Declaration* stack;
  };
  struct File {
    const Template* source;
    std::string prefix;  ///< of the ids that other templates have too
    std::map<std::string_view, const Declaration*> resources{};
    std::map<std::string, Value, std::less<>> parameters{};  ///< evaluated before
    std::map<std::string, Condition, std::less<>> conditions{};
    std::optional<Parent> parent{};
  };
  /// An output under the name by which other stacks import it.
  struct Export {
    std::size_t file;
    std::string_view output;
    Value name;
    std::string identity;
  };
  class Deeper;

  Value call(std::size_t file, const Call&, diag::Span);
  Value join(std::size_t file, const List& arguments, diag::Span);
  Value split(std::size_t file, const List& arguments, diag::Span);
  /// The value, if the budget allows for one more of its kind.
  Value paid(std::size_t file, Value, diag::Span);
  Value tooLarge(std::size_t file, diag::Span) const;
  /// The value, if it is another one than what is written; most are not, and stay shared with the template.
  std::optional<Value> changed(std::size_t file, const Value&);
  std::optional<Value> changed(std::size_t file, const List&, diag::Span);
  std::optional<Value> changed(std::size_t file, const Map&, diag::Span);
  Value ref(std::size_t file, const std::string& name, diag::Span);
  Value parameter(std::size_t file, const std::string& name, const Map& declared, diag::Span);
  Value getAtt(std::size_t file, const Value& argument, diag::Span);
  Value attribute(std::size_t file, const Declaration&, std::string_view name, diag::Span);
  Value port(std::size_t file, const Declaration&, diag::Span);
  Value sub(std::size_t file, const Value& argument, diag::Span);
  Value findInMap(std::size_t file, const Value& argument, diag::Span);
  Value if_(std::size_t file, const Value& argument, diag::Span);
  Value importValue(std::size_t file, const Value& name, diag::Span);
  const std::vector<Export>& exports();
  Value property(std::size_t file, const Declaration&, std::string_view name);

  Condition truthOf(std::size_t file, const Value&);
  Condition equals(std::size_t file, const Value& a, const Value& b, diag::Span);
  const List* allowedValues(std::size_t file, const Value& written) const;
  Condition choose(const std::string& subject, const std::string& option, const List* allowed, const Value& why,
                   diag::Span);

  void findParents();

  const Given& given_;
  Evaluated& result_;
  std::vector<File> files_;
  std::map<std::string_view, int> uses_;  ///< how many templates have a logical id
  int depth_ = 0;
  Budget budget_;
  std::optional<std::vector<Export>> exports_{};
};

}  // namespace cfn
