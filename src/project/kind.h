#pragma once

#include <string>
#include <string_view>

#include "data/value.h"

namespace project {

/// What a file is, by what it contains: its name, its format (YAML or JSON) and its layout do not matter.
enum class Kind {
  config,
  cloudFormation,
  preset,
  empty,    ///< nothing, or nothing but comments
  list,     ///< a list where the keys of a document belong
  text,     ///< a single value there
  unknown,  ///< a mapping with keys of none of the above
};

/// The noun of a message: "a CloudFormation template".
std::string_view nounOf(Kind);

/// The kinds of files that a command takes.
struct Kinds {
  bool config = false;
  bool cloudFormation = false;
  bool preset = false;

  bool has(Kind) const;
  /// "a config or a CloudFormation template".
  std::string text() const;
};

/// What was found in a file.
struct Content {
  Kind kind = Kind::unknown;
  data::Value document{};      ///< not set if it is no document at all
  diag::Diagnostics problems;  ///< why it is none, as the reader of templates says it
  diag::Span decisive{};       ///< of the key that tells the kind

  bool isDocument() const { return document.isSet(); }
};

/// Reads a file and finds out what it is. One that is no YAML and no JSON is judged by the keys that its lines begin
/// with. Where the keys fit two kinds alike, it is the one that is wanted.
Content contentOf(const diag::Source&, diag::Sources&, const Kinds& wanted);

}  // namespace project
