#pragma once

#include "cloudformation/template.h"

/// Who names whom in a template.
namespace cfn {

/// A call of an intrinsic function, in its short form (`!Ref Vpc`) or its long one (`{"Ref": "Vpc"}`).
struct Call {
  std::string_view function;  ///< without `Fn::`
  const Value* argument;      ///< of a call by its short form, `GetAtt` may have the text `Db.Endpoint.Port`
};

/// The call that the value is, if it is one. `{"Condition": ...}` is none: it is a key of policies too.
std::optional<Call> callOf(const Value&);

/// What a `GetAtt` names, in whichever form: `Db` and `Endpoint.Port`. Empty if either is no plain text.
struct AttributeName {
  std::string_view logicalId;
  std::string_view attribute;
};
std::optional<AttributeName> attributeOf(const Value& argument);

/// The pieces of the text of a `Sub`: literal text, or the name between `${` and `}`.
struct SubPiece {
  std::string text;
  bool isName = false;
};
std::vector<SubPiece> subPieces(std::string_view text);

/// A name that a value refers to by Ref, GetAtt or Sub; pseudo parameters and the keys of a Sub's own map are left out.
struct Reference {
  std::string name;
  std::string attribute;  ///< of a GetAtt
  diag::Span span;
};
std::vector<Reference> referencesIn(const Value&);

/// Reports what refers to nothing, and resources or conditions that refer to themselves through others. A template with
/// a transform may refer to what only the transform makes.
void checkReferences(const Sections&, diag::Diagnostics&);

}  // namespace cfn
