#pragma once

#include <functional>
#include <map>

#include "cloudformation/template.h"

/// What the values of a template are before it is deployed, as far as that can be told.
///
/// The normal form of a value: every scalar is text (`443`, `true`); lists and maps hold normal forms; what is
/// `AWS::NoValue` is gone. What is known only once the stack is deployed is one of
///
///   Tagged{"Ref", "Vpc"}                  what a resource's Ref gives; its id is that of an EvaluatedResource
///   Tagged{"GetAtt", "Db.Endpoint.Port"}  likewise; unless the template tells the attribute (a subnet's CidrBlock)
///   Tagged{"Ref", "AWS::Region"}          a pseudo parameter
///   Tagged{"GetAZs", region}, Tagged{"Cidr", [range, count, bits]}, Tagged{"Select", [index, list]} of such lists
///   Tagged{"Join", [part, part, ...]}     a text, of which some parts are not known; delimiters are parts as well
///   Tagged{"If", [condition, a, b]}       under a condition that is not known; a or b may be Ref AWS::NoValue
///   Tagged{"Base64", text}
///   Tagged{"Unknown", reason}             anything: the reason, `parameter "X" has no default`, has the place of its
///   cause
///
/// Equal normal forms are equal values, unknown ones too: a reason names what it is that is not known.
/// A value has the place where it is written in the resource, not that of the parameter or mapping it comes from.
namespace cfn {

enum class Truth { no, yes, unknown };

/// What is known beside the templates.
struct Given {
  std::map<std::string, std::string, std::less<>> parameters{};  ///< pseudo parameters too: `AWS::Region`
  /// What the subjects of conditions are taken to be; see Choice.
  std::map<std::string, std::string, std::less<>> chosen{};
};

/// A value that is not known and that conditions compare with texts. To see what follows from each of its values, put
/// one of `options` (or `somethingElse`) into Given::chosen and evaluate again.
struct Choice {
  std::string subject;  ///< identifies the value
  std::vector<std::string> options;
  bool mayBeElse = true;
  std::string reason;  ///< why it is not known
  diag::Span span;     ///< of the condition
};
constexpr std::string_view somethingElse = "\x01";

struct EvaluatedResource {
  std::string id;  ///< the logical id; `file/LogicalId` where several templates have that one
  const Declaration* declaration;
  std::size_t file;  ///< which of the templates it stands in
  Truth present;     ///< whether it is made: unknown under a condition that is not known
  Value condition;   ///< why that is unknown: Tagged{"Unknown", reason}
  Map properties;

  std::string_view type() const { return declaration->type.text; }
};

/// A parameter whose default was used.
struct UsedDefault {
  std::string parameter;
  Value value;
  const Template* of;  ///< the template that declares it
  diag::Span span;
};

struct Evaluated {
  std::vector<EvaluatedResource> resources{};
  std::vector<Map> outputs{};  ///< of each template: name to value
  std::vector<UsedDefault> defaults{};
  std::vector<Choice> choices{};

  const EvaluatedResource* find(std::string_view id) const;  ///< nullptr if there is none

 private:
  friend Evaluated evaluate(const std::vector<const Template*>&, const Given&);
  std::map<std::string, std::size_t, std::less<>> index_{};
};

/// Several templates tell each other's exports, and a nested stack its parameters and outputs: a template belongs to
/// the nested stack whose TemplateURL ends in its file's name. The result refers to the templates.
Evaluated evaluate(const std::vector<const Template*>& templates, const Given& = {});

/// The reason and its place, if the value is not known at all.
struct Unknown {
  std::string_view reason;
  diag::Span cause;
};
std::optional<Unknown> unknownOf(const Value&);

/// A text that is the same for equal normal forms only.
std::string identity(const Value&);

}  // namespace cfn
