#pragma once

#include "schema/field.h"

namespace schema {

/// A field on the way down from the root; for messages, which name it in full.
struct Place {
  const Place* outer = nullptr;
  std::string_view name = {};
  bool item = false;  ///< of a list: it goes by the list's name

  std::string path() const;  ///< `network.zones`
};

/// Text of the user's, in backticks and not too long to read.
std::string quote(std::string_view text);

/// Stores a scalar, or reports why it is none of the field's.
void readScalar(Field&, const data::Value&, const Place&, diag::Diagnostics&);

}  // namespace schema
