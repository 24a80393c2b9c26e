#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/check/rule.h"

/// What is supported until when.
namespace check {

/// A line of something that ends: `mysql` `8.0`.
struct Support {
  std::string_view product;
  std::string_view line;
  std::chrono::year_month_day standard;  ///< last day of standard support
  std::chrono::year_month_day paid;      ///< last day of support at a price; the same as `standard` if there is none
};

/// The line that a version belongs to; nullptr if it is not in the tables.
const Support* supportOf(std::string_view product, std::string_view version);

std::string shownDay(std::chrono::year_month_day);

}  // namespace check
