#pragma once

#include "data/read_yaml.h"

namespace data {

/// Whether the text looks like JSON: its first two characters that are no blanks are `{"` or `{}`.
bool looksLikeJson(std::string_view text);

/// Reads one JSON document (RFC 8259) into the same values as readYaml: every scalar is text, and `plain()` tells `443`
/// from `"443"`. Duplicate keys, lone surrogates and what stands behind the document are errors. Returns an unset value
/// when there were errors.
Value readJson(const diag::Source&, diag::Diagnostics&, ReadLimits = {});

}  // namespace data
