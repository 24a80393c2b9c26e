#pragma once

#include "text/ascii.h"

/// What grammars of text are made of.
namespace schema {

using text::consistsOf;
using text::isAlphanumeric;
using text::isDigit;
using text::isLetter;
using text::isLower;
using text::isLowerOrDigit;
using text::isPrintable;
using text::isUpper;
using text::isUpperOrDigit;
using text::takeUntil;

}  // namespace schema
