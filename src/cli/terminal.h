#pragma once

#include <string_view>

#include "diagnostics/diagnostics.h"

namespace cli {

/// Whether standard error is a terminal that wants colour (no-color.org: NO_COLOR set and not empty means none).
diag::Colour errorColour();
/// The same of standard output.
diag::Colour outputColour();

/// Writes to standard output; false, and a message on standard error, when it does not take it.
bool writeOutput(std::string_view text);
/// Writes to standard error.
void writeError(std::string_view text);
/// Writes one line to standard error; names of files and words of the command line in it become harmless.
void tellError(std::string_view line);

}  // namespace cli
