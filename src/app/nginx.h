#pragma once

#include <string>
#include <string_view>

#include "schema/problem.h"

/// What nginx reads, as far as a config reaches it: it refuses its whole configuration for one line.
namespace app {

/// Whether PCRE2 compiles the text, by which nginx reads the expressions of its locations.
bool isRegularExpression(const std::string&);
schema::Problem problemOfExpression(const std::string&);

/// Whether the whole of the text, any bytes, is of that expression.
bool fitsExpression(const std::string& expression, std::string_view text);

/// Whether every `$` begins a variable that nginx has in a request.
bool hasKnownVariables(std::string_view);
schema::Problem problemOfVariables(std::string_view);

}  // namespace app
