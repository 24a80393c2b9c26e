#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "data/tree_builder.h"

// What stands before a value or for it: tags, anchors and aliases.
namespace data {
namespace {

/// `&name` or `*name` at the start of the text.
std::string_view anchorAt(std::string_view text) { return text.substr(0, text.find_first_of(" \t\r\n,[]{}")); }

/// What an alias to the value adds: its values, and how deep they stand in each other.
struct Size {
  std::size_t values = 1;
  std::size_t depth = 0;
};

Size sizeOf(const Value& value, std::size_t most) {
  Size size;
  const auto add = [&](const Value& part, std::size_t deeper) {
    if (size.values > most) return;
    const auto inner = sizeOf(part, most - size.values);
    size.values += inner.values;
    size.depth = std::max(size.depth, inner.depth + deeper);
  };
  if (const auto* list = value.as<List>())
    for (const auto& item : *list) add(item, 1);
  else if (const auto* map = value.as<Map>())
    for (const auto& entry : *map) add(entry.value, 1);
  else if (const auto* tagged = value.as<Tagged>())
    add(*tagged->value, 0);
  return size;
}

}  // namespace

std::string TreeBuilder::takeTag(bool tagged) {
  if (!tagged && cursor_.peek() != '!') return {};
  const auto word = cursor_.word();
  const auto span = cursor_.over(word);
  if (!limits_.tags)
    throw Stop{"tag", span, fmt::format("`{}` is a tag, and they are not read: leave it out", word),
               "or quote the text, if the `!` is meant"};
  const bool known = word.size() > 1 && word.front() == '!' &&
                     std::ranges::all_of(word.substr(1), [](unsigned char c) { return std::isalnum(c); });
  if (!known || atKey())
    throw Stop{"tag", span, fmt::format("`{}` is no tag of CloudFormation's: leave it out", word), {}};
  cursor_.advance(word.size());
  cursor_.skipToNext();
  return std::string{word.substr(1)};
}

/// Passes the tag and the anchor before a value, in whichever order they stand; gives the tag.
std::string TreeBuilder::takeProperties(bool tagged, Anchor anchor) {
  std::string tag;
  if (cursor_.peek() == '!') tag = takeTag(true);
  if (anchor != 0) {
    const auto word = anchorAt(cursor_.rest());
    const auto span = cursor_.over(word);
    if (limits_.aliased == 0)
      throw Stop{"anchor",
                 span,
                 fmt::format("`{}` is an anchor, and they are not read: write the value out where it is used", word),
                 {}};
    if (atKey()) throw Stop{"anchor", span, fmt::format("`{}` is the anchor of a key: leave it out", word), {}};
    if (!word.starts_with('&')) stopUnexpected();
    cursor_.advance(word.size());
    cursor_.skipToNext();
  }
  if (tag.empty()) tag = takeTag(tagged);
  return tag;
}

void TreeBuilder::remember(Anchor anchor, const Value& value) {
  if (anchor != 0) anchors_[anchor] = value;
}

void TreeBuilder::alias(Anchor anchor) {
  toNode();
  const auto word = anchorAt(cursor_.rest());
  const auto span = cursor_.over(word);
  if (limits_.aliased == 0)
    throw Stop{"alias", span, fmt::format("`{}` is an alias: write the value out here", word),
               "or write it in quotes, if the `*` is part of the text"};
  if (atKey()) throw Stop{"alias", span, fmt::format("`{}` is an alias for a key: write the key out", word), {}};
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end())
    throw Stop{"alias", span, fmt::format("`{}` stands within the value that it stands for", word), {}};
  const auto size = sizeOf(found->second, limits_.aliased - aliased_);
  aliased_ += size.values;
  if (aliased_ > limits_.aliased)
    throw Stop{"alias", span, fmt::format("up to here, aliases stand for more than {} values", limits_.aliased),
               "write the template without so many of them"};
  if (open_.size() + size.depth > limits_.depth)
    throw Stop{"too-deep", span, fmt::format("lists and maps are more than {} deep in each other", limits_.depth), {}};
  cursor_.advance(word.size());
  put(found->second);
}

}  // namespace data
