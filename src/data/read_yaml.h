#pragma once

#include "data/value.h"

namespace data {

struct ReadLimits {
  std::size_t bytes = 1'000'000;
  std::size_t depth = 64;   ///< lists and maps within each other
  bool tags = false;        ///< whether `!Ref Vpc` is read as a Tagged; a config has no tags, a template has
  std::size_t aliased = 0;  ///< how many values aliases may stand for in all; 0: anchors and aliases are errors
};

/// Reads one YAML document, the only way YAML comes into the program: every scalar stays text, every value and key has
/// its place. Whatever readers of YAML disagree on (duplicate keys, aliases unless allowed, merge keys, a second
/// document, text that is no UTF-8, tabs, an unclosed quote, ...) is an error here. Returns an unset value when there
/// were errors.
///
/// Places count code points and cover the quotes; of a value over several lines they cover the first. Where nothing is
/// written (`key:`), the value is an empty text that is `plain()`, at the place of its key or dash; `~` and `null` are
/// plain texts like any other.
Value readYaml(const diag::Source&, diag::Diagnostics&, ReadLimits = {});

}  // namespace data
