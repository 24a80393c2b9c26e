#pragma once

#include "cloudformation/template.h"

namespace cfn {

/// A template with its loops written out, as the transform AWS::LanguageExtensions does it ("Fn::ForEach").
struct WrittenOut {
  Value document;
  std::vector<Name> left{};  ///< loops over what the template does not tell
};

/// Writes out every `Fn::ForEach` of a document that names the transform; others are left as they are.
WrittenOut writeOutLoops(const Value& document);

}  // namespace cfn
