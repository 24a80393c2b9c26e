#include "data/parser_messages.h"

#include <array>

namespace data {
namespace {

struct Explanation {
  std::string_view said;  ///< how the parser's message starts
  std::string_view rule;
  std::string_view message;
  std::string_view hint;
};

constexpr std::array explanations{
    Explanation{"illegal map value", "bad-yaml", "a second `: ` on one line: write the value in quotes",
                "or start it on a new line"},
    Explanation{"illegal map key", "bad-yaml", "a key is not allowed here: start it on its own line", ""},
    Explanation{"illegal block entry", "bad-yaml", "a list item is not allowed here: start each `- ` on its own line",
                ""},
    Explanation{"illegal flow end", "bad-yaml",
                "this bracket has no opening bracket: delete it, or write the value in quotes", ""},
    Explanation{"end of map not found", "bad-yaml",
                "this line is neither a key of the map above nor a value in it: check its indentation and its `:`",
                "indent it like the lines around it"},
    Explanation{"end of sequence not found", "bad-yaml",
                "this line is not an item of the list above: check its indentation and its `- `",
                "indent it like the lines around it"},
    Explanation{"unknown escape character", "bad-yaml",
                "an unknown escape in double quotes: write `\\\\` for one backslash, or use single quotes", ""},
    Explanation{"bad character found while scanning hex number", "bad-yaml",
                "an escape with a wrong digit: write `\\xHH` or `\\uHHHH` with hexadecimal digits", ""},
    Explanation{"invalid unicode", "bad-yaml",
                "an escape of a code point that does not exist: write the character itself", ""},
    Explanation{"the referenced anchor is not defined", "alias",
                "an alias for an anchor that does not exist: write the value here",
                "or write it in quotes, if the `*` is part of the text"},
    Explanation{"alias not found", "alias", "`*` starts an alias: write the value in quotes", ""},
    Explanation{"anchor not found", "anchor", "`&` starts an anchor: write the value in quotes", ""},
    Explanation{"illegal character found while scanning alias", "alias",
                "`*` starts an alias: write the value in quotes", ""},
    Explanation{"illegal character found while scanning anchor", "anchor",
                "`&` starts an anchor: write the value in quotes", ""},
    Explanation{"aliases can't have any content", "alias", "`*` starts an alias: write the value in quotes", ""},
    Explanation{"cannot assign multiple", "tag", "a value with two tags or anchors: remove them", ""},
    Explanation{"illegal character found while scanning tag", "tag", "`!` starts a tag: write the value in quotes", ""},
    Explanation{"end of verbatim tag not found", "tag", "`!` starts a tag: write the value in quotes", ""},
    Explanation{"tag handle with no suffix", "tag", "`!` starts a tag: write the value in quotes", ""},
    Explanation{"illegal EOF in scalar", "unclosed-quote", "the file ends within a quoted value: close the quote", ""},
    Explanation{"illegal document indicator in scalar", "unclosed-quote",
                "`---` or `...` within a quoted value: close the quote before it", ""},
    Explanation{"illegal tab", "tab", "a tab outside of quotes: use spaces instead", "here is a tab"},
    Explanation{"cannot set zero indentation", "bad-yaml", "a block of text cannot be indented by 0: remove the digit",
                ""},
    Explanation{"unexpected character in block scalar", "bad-yaml", "text after `|` or `>`: start it on the next line",
                ""},
    Explanation{"illegal character in scalar", "bad-yaml",
                "a character that is not allowed in a plain value: write the value in quotes", ""},
    Explanation{"unknown token", "bad-yaml", "a character that cannot start a value: write the value in quotes", ""},
};

}  // namespace

Stop unclosedBracket(diag::Span bracket) {
  return {"unclosed-bracket", bracket, "this bracket is not closed: write a comma between items and close the bracket",
          "opened here"};
}

Stop explain(std::string_view message, diag::Span at, std::string_view line, diag::Span bracket) {
  const auto tab = line.find('\t');
  if (tab != line.npos && line.find_first_not_of(" \t-?:") > tab)
    return {"tab",
            {at.line, static_cast<int>(tab) + 1, 1},
            "a tab in the indentation: use spaces instead",
            "here is a tab"};
  if (bracket.line != 0 && (message.starts_with("end of map flow") || message.starts_with("end of sequence flow")))
    return unclosedBracket(bracket);
  const auto colon = line.find(": ");
  if (message.starts_with("illegal map value") && (colon == line.npos || line.find(':', colon + 1) == line.npos))
    return {"bad-yaml", at, "this key is further right than the keys above it: check the indentation",
            "indent it like the lines around it"};
  for (const auto& [said, rule, text, hint] : explanations)
    if (message.starts_with(said)) return {rule, at, std::string{text}, std::string{hint}};
  return {"bad-yaml", at, "this is not YAML (" + std::string{message} + ")", {}};
}

}  // namespace data
