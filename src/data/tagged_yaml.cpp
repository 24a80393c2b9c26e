#include "data/tagged_yaml.h"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "data/duplicates.h"
#include "data/lines.h"

// The only file that knows libyaml.

namespace data {
namespace {

std::string_view textOf(const yaml_char_t* text) {
  return text ? std::string_view{reinterpret_cast<const char*>(text)} : std::string_view{};
}

/// An event of the parser, freed at the end of its scope.
struct Event : yaml_event_t {
  Event() : yaml_event_t{} {}
  Event(const Event&) = delete;
  ~Event() { yaml_event_delete(this); }
};

class Reader {
 public:
  Reader(std::string_view text, int source, diag::Diagnostics& diagnostics, const ReadLimits& limits)
      : lines_{text, source}, source_{source}, diagnostics_{diagnostics}, limits_{limits} {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Reader(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  Value read() {
    for (;;) {
      Event event;
      if (!yaml_parser_parse(&parser_, &event)) stopAtProblem();
      switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
          if (std::exchange(started_, true))
            throw Stop{"second-document", spanOf(event.start_mark, 3),
                       "a second document starts here: one file contains one", "delete this line, or what follows it"};
          break;
        case YAML_SCALAR_EVENT:
          scalar(event);
          break;
        case YAML_SEQUENCE_START_EVENT:
          begin(event, false, event.data.sequence_start.anchor, event.data.sequence_start.tag);
          break;
        case YAML_MAPPING_START_EVENT:
          begin(event, true, event.data.mapping_start.anchor, event.data.mapping_start.tag);
          break;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
          end();
          break;
        case YAML_ALIAS_EVENT:
          alias(event);
          break;
        case YAML_STREAM_END_EVENT:
          if (!root_.isSet()) throw Stop{"empty-file", {}, "the file is empty", {}};
          return std::move(root_);
        default:
          break;
      }
    }
  }

 private:
  /// What is before a value: `!Sub &name`.
  struct Properties {
    std::string tag;      ///< without the exclamation mark; empty if there is none that counts
    bool asText = false;  ///< it is a text, whatever it looks like
    std::string anchor;
    diag::Span span;  ///< of the tag, or where the value starts
  };
  struct Open {
    bool isMap;
    Properties properties;
    diag::Span span;
    List items{};
    Map entries{};
    std::string key{};
    diag::Span keySpan{};
    bool keyRead = false;
  };

  bool atKey() const { return !open_.empty() && open_.back().isMap && !open_.back().keyRead; }

  Properties propertiesOf(const yaml_char_t* anchor, const yaml_char_t* tag, const yaml_mark_t& start) const {
    Properties properties;
    properties.span = spanOf(start);
    properties.anchor = textOf(anchor);
    auto name = textOf(tag);
    if (name.empty()) return properties;
    const auto offset = offsetOfTag(start);
    const auto word = lines_.restAt(offset).substr(0, lines_.restAt(offset).find_first_of(" \t\r\n,[]{}"));
    const auto span = lines_.spanAt(offset, std::max(Lines::lengthOf(word), 1));
    constexpr std::string_view core = "tag:yaml.org,2002:";
    if (name == "!" || name == "tag:yaml.org,2002:str") {
      properties.asText = true;
      return properties;
    }
    if (name.starts_with(core)) {
      constexpr std::string_view known[] = {"bool", "float", "int", "map", "null", "seq", "timestamp"};
      if (std::ranges::find(known, name.substr(core.size())) != std::end(known)) return properties;
    }
    const bool short_ = name.size() > 1 && name.front() == '!' &&
                        std::ranges::all_of(name.substr(1), [](unsigned char c) { return std::isalnum(c); });
    if (!short_ || atKey())
      throw Stop{"tag", span, fmt::format("`{}` is not a tag of CloudFormation: remove it", word), {}};
    properties.tag = name.substr(1);
    properties.span = {span.line, span.column, static_cast<int>(name.size()), source_};
    return properties;
  }

  /// Properties are in either order.
  std::size_t offsetOfTag(const yaml_mark_t& start) const {
    auto offset = lines_.offsetOf(start.line, start.column);
    if (lines_.restAt(offset).starts_with('&')) offset = behindWord(offset);
    return offset;
  }
  std::size_t behindWord(std::size_t offset) const {
    const auto rest = lines_.restAt(offset);
    auto at = std::min(rest.find_first_of(" \t\r\n,[]{}"), rest.size());
    for (;;) {
      at = std::min(rest.find_first_not_of(" \t\r\n", at), rest.size());
      if (!rest.substr(at).starts_with('#')) return offset + at;
      at = std::min(rest.find('\n', at), rest.size());
    }
  }
  /// Where the scalar itself is, behind its properties.
  std::size_t offsetOfScalar(const yaml_event_t& event) const {
    auto offset = lines_.offsetOf(event.start_mark.line, event.start_mark.column);
    for (const auto* property : {event.data.scalar.anchor, event.data.scalar.tag})
      if (property) offset = behindWord(offset);
    return offset;
  }

  void scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const auto properties = propertiesOf(scalar.anchor, scalar.tag, event.start_mark);
    std::string text{reinterpret_cast<const char*>(scalar.value), scalar.length};
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE && !properties.asText;
    const bool bare = !scalar.anchor && !scalar.tag;
    if (text.empty() && scalar.style == YAML_PLAIN_SCALAR_STYLE) {
      auto span = properties.span;
      if (bare && atKey()) throw Stop{"missing-key", span, "there is no key before the `:`: write `key: value`", {}};
      if (!open_.empty() && open_.back().isMap && bare) span = open_.back().keySpan;
      if (!open_.empty() && !open_.back().isMap && bare) span.column = std::max(span.column - 1, 1);  // the dash
      return put(tagged(properties, Value{std::move(text)}.readAt(span, plain)));
    }
    const auto span = spanOfScalar(event, bare);
    if (atKey()) return putKey(std::move(text), span, plain);
    put(tagged(properties, Value{std::move(text)}.readAt(span, plain)));
  }

  /// What is on the first line of it.
  diag::Span spanOf(const yaml_mark_t& mark, int length = 1) const {
    return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1, length, source_};
  }

  diag::Span spanOfScalar(const yaml_event_t& event, bool bare) const {
    const auto& [start, end] = std::pair{event.start_mark, event.end_mark};
    const auto style = event.data.scalar.style;
    const bool isBlock = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    if (bare && !isBlock && start.line == end.line) return spanOf(start, static_cast<int>(end.column - start.column));
    const auto offset = bare ? lines_.offsetOf(start.line, start.column) : offsetOfScalar(event);
    const auto span = lines_.spanAt(offset);
    auto line = lines_.restAt(offset);
    line = line.substr(0, line.find_first_of("\r\n"));
    if (isBlock)
      line = line.substr(0, line.find_first_not_of("|>+-0123456789"));
    else if (static_cast<std::size_t>(span.line) == end.line + 1)
      return {span.line, span.column, static_cast<int>(end.column) + 1 - span.column, source_};
    else if (style == YAML_PLAIN_SCALAR_STYLE)
      line = line.substr(0, line.find_last_not_of(" \t") + 1);
    return {span.line, span.column, Lines::lengthOf(line), source_};
  }

  static Value tagged(const Properties& properties, Value value) {
    if (properties.tag.empty()) return value;
    return Value{Tagged{properties.tag, std::make_shared<const Value>(std::move(value))}}.readAt(properties.span);
  }

  void begin(const yaml_event_t& event, bool isMap, const yaml_char_t* anchor, const yaml_char_t* tag) {
    const auto start = spanOf(event.start_mark);
    if (atKey())
      throw Stop{"complex-key", start, "a list or map cannot be a key: write `key: value`",
                 "or close this bracket, if it is open"};
    if (open_.size() == limits_.depth)
      throw Stop{
          "too-deep", start, fmt::format("lists and maps are more than {} deep in each other", limits_.depth), {}};
    open_.push_back({isMap, propertiesOf(anchor, tag, event.start_mark), start});
    if (!open_.back().properties.anchor.empty()) anchors_[open_.back().properties.anchor] = {};  // not yet known
  }

  void end() {
    auto closed = std::move(open_.back());
    open_.pop_back();
    if (closed.isMap) checkDuplicates(closed.entries, diagnostics_, duplicates_);
    auto value = closed.isMap ? Value{std::move(closed.entries)} : Value{std::move(closed.items)};
    put(tagged(closed.properties, std::move(value.readAt(closed.span))), closed.properties.anchor);
  }

  void alias(const yaml_event_t& event) {
    const auto name = textOf(event.data.alias.anchor);
    const auto word = fmt::format("*{}", name);
    const auto span = spanOf(event.start_mark, Lines::lengthOf(word));
    if (atKey()) throw Stop{"alias", span, fmt::format("`{}` is an alias for a key: write the key out", word), {}};
    const auto found = anchors_.find(name);
    if (found == anchors_.end())
      throw Stop{"alias", span, fmt::format("`{}` refers to an anchor that does not exist: write the value out", word),
                 "or write it in quotes, if the `*` is part of the text"};
    if (!found->second) throw Stop{"alias", span, fmt::format("`{}` is within the value that it stands for", word), {}};
    const auto size = sizeOf(*found->second, limits_.aliased - aliased_);
    aliased_ += size.values;
    if (aliased_ > limits_.aliased)
      throw Stop{"alias", span, fmt::format("up to here, aliases stand for more than {} values", limits_.aliased),
                 "write the template without so many of them"};
    if (open_.size() + size.depth > limits_.depth)
      throw Stop{
          "too-deep", span, fmt::format("lists and maps are more than {} deep in each other", limits_.depth), {}};
    put(*found->second);
  }

  void put(Value value, const std::string& anchor = {}) {
    if (!anchor.empty()) anchors_[anchor] = value;
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    auto& top = open_.back();
    if (!top.isMap) {
      top.items.push_back(std::move(value));
    } else {
      top.entries.push_back({std::move(top.key), std::move(value), top.keySpan});
      top.keyRead = false;
    }
  }

  void putKey(std::string key, diag::Span span, bool plain) {
    if (key == "<<" && plain)
      throw Stop{"merge-key",
                 span,
                 "`<<` merges another map in other programs; CloudFormation refuses it: write the keys out",
                 {}};
    auto& top = open_.back();
    top.key = std::move(key);
    top.keySpan = span;
    top.keyRead = true;
  }

  [[noreturn]] void stopAtProblem() const {
    const auto offset = lines_.offsetOf(parser_.problem_mark.line, parser_.problem_mark.column);
    const auto clamped = lines_.spanAt(std::min(offset, lines_.restAt(0).size()));
    throw explain({.context = parser_.context ? parser_.context : "",
                   .problem = parser_.problem ? parser_.problem : "",
                   .contextSpan = spanOf(parser_.context_mark),
                   .span = clamped,
                   .line = lines_.lineAt(std::min(offset, lines_.restAt(0).size()))});
  }

  yaml_parser_t parser_{};
  Lines lines_;
  int source_;
  diag::Diagnostics& diagnostics_;
  const ReadLimits& limits_;
  std::vector<Open> open_;
  std::map<std::string, std::optional<Value>, std::less<>> anchors_;
  std::size_t aliased_ = 0;
  Value root_;
  bool started_ = false;
  int duplicates_ = 0;
};

}  // namespace

Value readTaggedYaml(std::string_view text, int source, diag::Diagnostics& diagnostics, const ReadLimits& limits) {
  return Reader{text, source, diagnostics, limits}.read();
}

}  // namespace data
