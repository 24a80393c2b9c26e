#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/cursor.h"
#include "data/read_yaml.h"

namespace data {

/// A tag between a dash and a block of text (`- !Sub |`), thrown. yaml-cpp takes it for the start of a key and so ends
/// the block too early; without the tag in the parser's text it does not, and TreeBuilder sees the tag in the source
/// anyway.
struct TagBeforeBlock {
  std::size_t offset;
  std::size_t bytes;
};

/// Builds a Value from what a parser reports, in the order it reports it, and finds every bit of it in the source: what
/// does not stand there as reported, and what stands there and was not reported, stops the reading.
class TreeBuilder {
 public:
  enum class Kind { blockList, blockMap, flowList, flowMap };

  /// `source` is the index of the file that the text is of.
  TreeBuilder(std::string_view text, int source, const ReadLimits& limits, diag::Diagnostics& diagnostics)
      : cursor_{text, source}, limits_{limits}, diagnostics_{diagnostics} {}

  /// The number of the anchor that stands before a value; 0 for none.
  using Anchor = std::size_t;

  void scalar(const std::string& text, bool tagged, Anchor);
  void nothing(bool tagged, Anchor);  ///< nothing written, or `~`, or `null`: the parser does not tell which
  void begin(Kind, bool tagged, Anchor);
  void end();
  void alias(Anchor);

  /// The document, once its end is reported and nothing else stands in the file.
  Value finish();

  const Cursor& cursor() const { return cursor_; }
  /// Where the innermost `[` or `{` stands that is not closed; line 0 if there is none.
  diag::Span openBracket() const;

 private:
  struct Open {
    Kind kind;
    diag::Span span;
    std::string tag;
    int column;  ///< of the dashes or keys
    List items;
    Map entries;
    std::string key;
    diag::Span place;  ///< of the last dash or key
    bool keyRead = false;
    Anchor anchor = 0;

    bool isFlow() const { return kind == Kind::flowList || kind == Kind::flowMap; }
    bool isMap() const { return kind == Kind::blockMap || kind == Kind::flowMap; }
    bool isEmpty() const { return items.empty() && entries.empty(); }
  };

  bool atKey() const { return !open_.empty() && open_.back().isMap() && !open_.back().keyRead; }
  void toNode();
  void startDocument();
  void checkIndentation(bool isList) const;
  std::string takeTag(bool tagged);
  std::string takeProperties(bool tagged, Anchor);
  void remember(Anchor, const Value&);
  bool nullIsWritten() const;
  void put(Value);
  void putKey(std::string key, diag::Span, bool plain);
  [[noreturn]] void stopUnexpected() const;

  Cursor cursor_;
  const ReadLimits& limits_;
  diag::Diagnostics& diagnostics_;
  std::vector<Open> open_;
  std::map<Anchor, Value> anchors_;  ///< of values that were read to their end
  std::size_t aliased_ = 0;
  Value root_;
  bool started_ = false;
  int duplicates_ = 0;
};

}  // namespace data
