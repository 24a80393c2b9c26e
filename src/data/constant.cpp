#include "data/constant.h"

namespace data {
namespace {

/// Takes the value that stands first, with all that is in it.
Value take(std::span<const Node>& rest) {
  const auto& node = rest.front();
  rest = rest.subspan(1);
  const bool plain = node.type == Node::Type::plain;
  if (plain || node.type == Node::Type::quoted) return std::move(Value{node.text}.readAt(node.span, plain));
  if (node.type == Node::Type::list) {
    List items;
    items.reserve(node.items);
    for (std::uint32_t i = 0; i < node.items; ++i) items.push_back(take(rest));
    return std::move(Value{std::move(items)}.readAt(node.span));
  }
  Map entries;
  entries.reserve(node.items);
  for (std::uint32_t i = 0; i < node.items; ++i) {
    const auto& [key, keySpan] = std::pair{rest.front().key, rest.front().keySpan};
    entries.push_back({std::string{key}, take(rest), keySpan});
  }
  return std::move(Value{std::move(entries)}.readAt(node.span));
}

}  // namespace

Value valueOf(std::span<const Node> file) { return take(file); }

}  // namespace data
