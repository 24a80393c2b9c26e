#include "data/tree_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "data/duplicates.h"
#include "data/parser_messages.h"

namespace data {
namespace {

constexpr std::array<std::string_view, 4> nullWords{"null", "Null", "NULL", "~"};

Value tagged(std::string tag, Value value, diag::Span span) {
  if (tag.empty()) return value;
  span.length = static_cast<int>(tag.size()) + 1;
  return Value{Tagged{std::move(tag), std::make_shared<const Value>(std::move(value))}}.readAt(span);
}

}  // namespace

void TreeBuilder::stopUnexpected() const {
  if (cursor_.atEnd()) throw Stop{"bad-yaml", cursor_.here(), "the file ends within a value", {}};
  const auto word = cursor_.word();
  throw Stop{"bad-yaml", cursor_.over(word), fmt::format("`{}` is not allowed here", word),
             "check the indentation and the quotes before it"};
}

diag::Span TreeBuilder::openBracket() const {
  const auto flow = std::ranges::find_if(open_.rbegin(), open_.rend(), &Open::isFlow);
  return flow == open_.rend() ? diag::Span{} : flow->span;
}

void TreeBuilder::startDocument() {
  started_ = true;
  cursor_.skipToNext();
  if (!cursor_.atMarker("---")) return;
  cursor_.advance(3);
  cursor_.skipToNext();
}

/// Below a block, values are indented further than it; only the dashes of a list may stand below their key.
void TreeBuilder::checkIndentation(bool isList) const {
  if (open_.empty() || atKey()) return;
  const auto& top = open_.back();
  if (top.isFlow() || cursor_.column() > top.column) return;
  if (isList && top.isMap() && cursor_.column() == top.column) return;
  throw Stop{
      "bad-yaml", cursor_.here(), "this value stands left of what it belongs to: indent it by two blanks more", {}};
}

/// Moves to where the next value or key starts, over the dash or comma before it.
void TreeBuilder::toNode() {
  if (!started_) startDocument();
  cursor_.skipToNext();
  if (open_.empty()) return;
  auto& top = open_.back();
  const bool block = !top.isFlow() && !(top.isMap() && top.keyRead);
  if (block && cursor_.column() != top.column) stopUnexpected();
  if (top.kind == Kind::blockList) {
    if (!cursor_.atIndicator('-')) stopUnexpected();
    top.place = cursor_.here();
    cursor_.advance(1);
    cursor_.skipToNext();
  } else if (top.isFlow() && !top.isEmpty() && !top.keyRead) {
    if (cursor_.peek() != ',') stopUnexpected();
    cursor_.advance(1);
    cursor_.skipToNext();
  }
  if (top.isFlow() && cursor_.peek() == ':' && !cursor_.atIndicator(':')) stopUnexpected();
  if (atKey() && cursor_.atIndicator('?'))
    throw Stop{"complex-key", cursor_.here(), "`?` starts a key that is not plain text: write `key: value`", {}};
}

void TreeBuilder::scalar(const std::string& text, bool tagged, Anchor anchor) {
  toNode();
  checkIndentation(false);
  const auto start = cursor_.here();
  const auto offset = cursor_.offset();
  auto tag = takeProperties(tagged, anchor);
  const char first = cursor_.peek();
  const bool inFlow = !open_.empty() && open_.back().isFlow();
  diag::Span span = cursor_.here();
  bool plain = false;
  if (first == '"' || first == '\'') {
    span = cursor_.quoted();
  } else if (!inFlow && (first == '|' || first == '>')) {
    if (atKey()) throw Stop{"complex-key", span, "a block of text cannot be a key: write `key: value`", {}};
    if (tagged && !open_.empty() && !open_.back().isMap()) throw TagBeforeBlock{offset, tag.size() + 1};
    span = cursor_.block(open_.empty() ? 0 : open_.back().column);
  } else if (!text.empty()) {
    span = cursor_.plain(text);
    plain = true;
  } else {  // a tag with nothing behind it
    span = start;
    plain = true;
  }
  if (atKey()) return putKey(text, span, plain);
  auto value = data::tagged(std::move(tag), Value{text}.readAt(span, plain), start);
  remember(anchor, value);
  put(std::move(value));
}

/// Whether one of the words for null stands here, and is not the key of what follows.
bool TreeBuilder::nullIsWritten() const {
  const auto rest = cursor_.rest();
  const auto word = std::ranges::find_if(nullWords, [&](auto w) { return rest.starts_with(w); });
  if (word == nullWords.end()) return false;
  const auto behind = rest.substr(word->size());
  if (!behind.empty() && std::string_view{" \t\r\n,]}:"}.find(behind[0]) == behind.npos) return false;
  const auto next = std::min(behind.find_first_not_of(' '), behind.size());
  return atKey() || !behind.substr(next).starts_with(':');
}

void TreeBuilder::nothing(bool isTagged, Anchor anchor) {
  toNode();
  const auto start = cursor_.here();
  auto tag = takeProperties(isTagged, anchor);
  const auto give = [&](std::string text, diag::Span span) {
    auto value = tagged(std::move(tag), Value{std::move(text)}.readAt(span, true), start);
    remember(anchor, value);
    put(std::move(value));
  };
  if (nullIsWritten()) {
    checkIndentation(false);
    const auto rest = cursor_.rest();
    const std::string word{*std::ranges::find_if(nullWords, [&](auto w) { return rest.starts_with(w); })};
    const auto span = cursor_.plain(word);
    if (atKey()) return putKey(word, span, true);
    return give(word, span);
  }
  if (open_.empty()) {
    if (cursor_.atEnd() || cursor_.atMarker("...") || cursor_.atMarker("---"))
      throw Stop{"empty-file", {}, "the file is empty", {}};
    stopUnexpected();
  }
  if (atKey()) throw Stop{"missing-key", start, "there is no key before the `:`: write `key: value`", {}};
  if (open_.back().kind == Kind::flowList)
    throw Stop{"bad-yaml", start, "there is nothing between the commas: delete one", {}};
  give("", open_.back().place);
}

void TreeBuilder::begin(Kind kind, bool isTagged, Anchor anchor) {
  toNode();
  const auto start = cursor_.here();
  if (atKey())
    throw Stop{"complex-key", start, "a list or map cannot be a key: write `key: value`",
               "or close this bracket, if it is open"};
  checkIndentation(kind == Kind::blockList);
  if (open_.size() == limits_.depth)
    throw Stop{"too-deep", start, fmt::format("lists and maps are more than {} deep in each other", limits_.depth), {}};
  auto tag = isTagged || anchor != 0 ? takeProperties(isTagged, anchor) : std::string{};
  if (kind == Kind::flowList || kind == Kind::flowMap) {
    const char bracket = kind == Kind::flowList ? '[' : '{';
    const auto line = cursor_.rest().substr(0, cursor_.rest().find('\n'));
    if (cursor_.peek() != bracket && line.find(':') == line.npos) throw unclosedBracket(openBracket());
    if (cursor_.peek() != bracket)
      throw Stop{"bad-yaml", start, "`key: value` stands in a list in brackets: write `{key: value}`", {}};
    cursor_.advance(1);
  }
  open_.push_back({kind, start, std::move(tag), cursor_.column(), {}, {}, {}, start, false, anchor});
}

void TreeBuilder::end() {
  auto closed = std::move(open_.back());
  open_.pop_back();
  if (closed.isFlow()) {
    cursor_.skipToNext();
    if (!closed.isEmpty() && cursor_.peek() == ',') {
      cursor_.advance(1);
      cursor_.skipToNext();
    }
    if (cursor_.peek() != (closed.kind == Kind::flowList ? ']' : '}')) stopUnexpected();
    cursor_.advance(1);
  }
  if (closed.isMap()) checkDuplicates(closed.entries, diagnostics_, duplicates_);
  auto value = closed.isMap() ? Value{std::move(closed.entries)} : Value{std::move(closed.items)};
  value = tagged(std::move(closed.tag), std::move(value.readAt(closed.span)), closed.span);
  remember(closed.anchor, value);
  put(std::move(value));
}

void TreeBuilder::put(Value value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  auto& top = open_.back();
  if (!top.isMap()) {
    top.items.push_back(std::move(value));
  } else {
    top.entries.push_back({std::move(top.key), std::move(value), top.place});
    top.keyRead = false;
  }
}

void TreeBuilder::putKey(std::string key, diag::Span span, bool plain) {
  if (key == "<<" && plain)
    throw Stop{
        "merge-key", span, "`<<` merges another map in other programs and does not here: write the keys out", {}};
  if (cursor_.line() != span.line)
    throw Stop{"complex-key", span, "a key goes over several lines: write it on one", {}};
  auto& top = open_.back();
  cursor_.skipBlanks();
  const bool colon = top.isFlow() && !plain ? cursor_.peek() == ':' : cursor_.atIndicator(':');
  if (!colon) throw Stop{"missing-colon", span, fmt::format("`{}` has no value: write `key: value`", key), {}};
  cursor_.advance(1);
  top.key = std::move(key);
  top.place = span;
  top.keyRead = true;
}

Value TreeBuilder::finish() {
  cursor_.skipToNext();
  if (cursor_.atMarker("...")) {
    cursor_.advance(3);
    cursor_.skipToNext();
  }
  if (cursor_.atEnd()) return std::move(root_);
  if (cursor_.atMarker("---"))
    throw Stop{"second-document", cursor_.here(3), "a second document starts here: one file holds one",
               "delete this line, or what follows it"};
  stopUnexpected();
}

}  // namespace data
