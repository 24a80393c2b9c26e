#pragma once

#include <string_view>

#include "data/read_yaml.h"
#include "data/stop.h"

namespace data {

/// Reads YAML as CloudFormation, the AWS CLI and cfn-lint do, with tags, anchors and aliases. `text` has passed
/// checkText. Throws a Stop at what is no YAML, or beyond the limits.
Value readTaggedYaml(std::string_view text, int source, diag::Diagnostics&, const ReadLimits&);

/// What an alias to the value adds: its values, a long text as several of them, and how deep they are in each other.
/// Stops above `most`.
struct Size {
  std::size_t values = 1;
  std::size_t depth = 0;
};
Size sizeOf(const Value&, std::size_t most);

/// What libyaml says about a text that is no YAML.
struct YamlProblem {
  std::string_view context;  ///< such as "while scanning a quoted scalar"; may be empty
  std::string_view problem;
  diag::Span contextSpan;
  diag::Span span;
  std::string_view line;  ///< the text of the line of `span`
};

/// The same in words that say what to write.
Stop explain(const YamlProblem&);

}  // namespace data
