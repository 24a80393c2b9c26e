#pragma once

#include "data/value.h"

namespace data {

struct ReadLimits {
  std::size_t bytes = 1'000'000;
  int depth = 64;
};

/// Reads one YAML document, the only way YAML comes into the program: every scalar stays text, every value and key has
/// its place. Whatever readers of YAML disagree on (duplicate keys, aliases, merge keys, a second document, text that is
/// no UTF-8, tabs, an unclosed quote, ...) is an error here. Returns an unset value when there were errors.
Value readYaml(const diag::Source&, diag::Diagnostics&, ReadLimits = {});

}  // namespace data
