#pragma once

#include "data/value.h"

namespace data {

/// Reports the keys that stand in the map more than once; at most 20 in a file, as `reported` counts them.
void checkDuplicates(const Map&, diag::Diagnostics&, int& reported);

}  // namespace data
