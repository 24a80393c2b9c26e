#include "data/read_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "data/check_text.h"
#include "data/parser_messages.h"
#include "data/tagged_yaml.h"
#include "data/tree_builder.h"

// The only file that knows yaml-cpp. The marks of its events are not used: some point elsewhere, and TreeBuilder finds
// each thing in the source anyway.

namespace data {
namespace {

class Events : public YAML::EventHandler {
 public:
  explicit Events(TreeBuilder& builder) : builder_{builder} {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { builder_.nothing(false, anchor); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override { builder_.alias(anchor); }
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override {
    builder_.scalar(text, isTag(tag), anchor);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    const bool block = style == YAML::EmitterStyle::Block;
    builder_.begin(block ? TreeBuilder::Kind::blockList : TreeBuilder::Kind::flowList, isTag(tag), anchor);
  }
  void OnSequenceEnd() override { builder_.end(); }
  void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    // `: value` is a map of the default style, with its key missing
    const bool block = style != YAML::EmitterStyle::Flow;
    builder_.begin(block ? TreeBuilder::Kind::blockMap : TreeBuilder::Kind::flowMap, isTag(tag), anchor);
  }
  void OnMapEnd() override { builder_.end(); }

 private:
  static bool isTag(std::string_view tag) { return !tag.empty() && tag != "?" && tag != "!"; }

  TreeBuilder& builder_;
};

/// The parser counts columns in bytes, and lines from 0.
Stop explained(const YAML::Exception& e, std::string_view text, diag::Span bracket) {
  const int number = std::max(e.mark.line, 0);
  for (int i = 0; i < number; ++i) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  const auto before = line.substr(0, static_cast<std::size_t>(std::max(e.mark.column, 0)));
  const auto codePoints =
      std::ranges::count_if(before, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
  return explain(e.msg, {number + 1, static_cast<int>(codePoints) + 1, 1}, line, bracket);
}

/// `parsed` is the text as the parser sees it.
Value read(std::string_view text, int source, const std::string& parsed, diag::Diagnostics& diagnostics,
           const ReadLimits& limits) {
  TreeBuilder builder{text, source, limits, diagnostics};
  Events events{builder};
  std::istringstream stream{parsed};
  try {
    YAML::Parser parser{stream};
    parser.HandleNextDocument(events);
  } catch (const YAML::Exception& e) {
    const auto stop = explained(e, text, builder.openBracket());
    if (stop.rule == "unclosed-quote") Cursor{builder.cursor()}.checkQuotes();  // the parser only knows the end
    throw stop;
  }
  return builder.finish();
}

Value read(std::string_view text, int source, diag::Diagnostics& diagnostics, const ReadLimits& limits) {
  constexpr int mostTimes = 200;  // each starts anew
  std::string parsed{text};
  for (int time = 0; time < mostTimes; ++time) {
    try {
      return read(text, source, parsed, diagnostics, limits);
    } catch (const TagBeforeBlock& tag) {
      parsed.replace(tag.offset, tag.bytes, tag.bytes, ' ');
    }
  }
  throw Stop{"too-large", {}, "the file has too many list items with a tag before a block of text", {}};
}

}  // namespace

Value readYaml(const diag::Source& source, diag::Diagnostics& diagnostics, ReadLimits limits) {
  try {
    const auto text = checkText(source.text, limits);
    auto value = limits.tags ? readTaggedYaml(text, source.index, diagnostics, limits)
                             : read(text, source.index, diagnostics, limits);
    if (!diagnostics.hasErrors()) return value;
  } catch (const Stop& stop) {
    diagnostics.error(stop.rule, stop.in(source), stop.message, stop.hint);
  }
  return {};
}

}  // namespace data
