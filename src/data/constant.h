#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "data/value.h"

namespace data {

/// One value of a file that was read when the program was built, so that nothing need be parsed when it runs. The
/// nodes of a file stand as the file has them: what is in a list or a map follows it.
struct Node {
  enum class Type : std::uint8_t { plain, quoted, list, map };

  Type type;
  std::uint32_t items;    ///< of a list or a map: how many it has
  std::string_view text;  ///< of a scalar
  diag::Span span;
  std::string_view key;  ///< of a member of a map
  diag::Span keySpan;
};

/// The value that readYaml() gave for the file.
Value valueOf(std::span<const Node> file);

}  // namespace data
