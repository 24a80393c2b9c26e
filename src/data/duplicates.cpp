#include "data/duplicates.h"

#include <fmt/format.h>

#include <algorithm>

namespace data {

void checkDuplicates(const Map& entries, diag::Diagnostics& diagnostics, int& reported) {
  constexpr int mostReported = 20;  // a file with more has another mistake
  if (entries.size() < 2) return;
  std::vector<const Entry*> sorted;
  sorted.reserve(entries.size());
  for (const auto& entry : entries) sorted.push_back(&entry);
  std::ranges::stable_sort(sorted, {}, [](const Entry* entry) -> std::string_view { return entry->key; });
  for (std::size_t i = 1; i < sorted.size(); ++i)
    if (const auto& one = *sorted[i - 1], &other = *sorted[i]; one.key == other.key && reported++ < mostReported)
      diagnostics.error("duplicate-key", other.keySpan,
                        fmt::format("the key `{}` is on line {} and again on line {}", other.key, one.keySpan.line,
                                    other.keySpan.line),
                        "keep one of them");
}

}  // namespace data
