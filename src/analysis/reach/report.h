#pragma once

#include "analysis/reach/assertion.h"
#include "data/value.h"

namespace reach {

/// For people: the answer, and the evidence with the lines of the template.
std::string asText(const Results&, const diag::Sources&);
/// For programs: an object for one question; in order in a list for several.
data::Value asJson(const Results&, const diag::Sources&, bool asList);

std::string asText(const std::vector<FailedAssertion>&, const diag::Sources&, std::size_t asked);
data::Value asJson(const std::vector<FailedAssertion>&, const diag::Sources&);

/// Who reaches whom: the answers to `ROW COLUMN any any`, the internet first.
struct Matrix {
  std::vector<std::string> from, to;
  std::vector<std::vector<Answer>> cells;  ///< by row
  std::vector<std::string> assumptions;    ///< of every answer
};
Matrix matrixOf(const Worlds&);
std::string asText(const Matrix&);
data::Value asJson(const Matrix&);

}  // namespace reach
