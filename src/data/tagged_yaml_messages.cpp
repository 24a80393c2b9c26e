#include <fmt/format.h>

#include <array>

#include "data/tagged_yaml.h"

namespace data {
namespace {

struct Explanation {
  std::string_view context;  ///< how it starts; empty: any
  std::string_view problem;  ///< how it starts; empty: any
  bool atContext;            ///< whether the place is where the thing begins
  std::string_view rule;
  std::string_view message;
  std::string_view hint;
};

constexpr std::array explanations{
    Explanation{"while scanning a quoted scalar", "found un", true, "unclosed-quote",
                "this quote is never closed: close it at the end of the value", "opened here"},
    Explanation{"while scanning a quoted scalar", "found unexpected document indicator", true, "unclosed-quote",
                "a quote opens here and is not closed before the `---` or `...`", "opened here"},
    Explanation{"while parsing a quoted scalar", "found unknown escape character", false, "bad-yaml",
                "an unknown escape in double quotes: write `\\\\` for one backslash, or use single quotes", ""},
    Explanation{"while parsing a quoted scalar", "did not find expected hex", false, "bad-yaml",
                "an escape with a digit that is not hexadecimal: write `\\xHH` or `\\uHHHH`", ""},
    Explanation{"while parsing a quoted scalar", "found invalid Unicode", false, "bad-yaml",
                "an escape of a code point that does not exist: write the character itself", ""},
    Explanation{"while parsing a flow", "", true, "unclosed-bracket",
                "this bracket is not closed: write a comma between items and close the bracket", "opened here"},
    Explanation{"", "mapping values are not allowed", false, "bad-yaml",
                "a second `: ` on one line: write the value in quotes", "or start it on a new line"},
    Explanation{"", "mapping keys are not allowed", false, "bad-yaml",
                "a key cannot be here: start it in a line of its own", ""},
    Explanation{"", "block sequence entries are not allowed", false, "bad-yaml",
                "a list item cannot be here: start each `- ` in a line of its own", ""},
    Explanation{"", "could not find expected ':'", true, "missing-colon", "a key without a value: write `key: value`",
                ""},
    Explanation{"while parsing a block mapping", "did not find expected key", false, "bad-yaml",
                "this line is neither a key of the map above nor a value in it: check its indentation and its `:`",
                "indent it like the lines around it"},
    Explanation{"while parsing a block collection", "did not find expected '-'", false, "bad-yaml",
                "this line is not an item of the list above: check its indentation and its `- `",
                "indent it like the lines around it"},
    Explanation{"while scanning a block scalar", "did not find expected comment", false, "bad-yaml",
                "text after `|` or `>`: start it on the next line", ""},
    Explanation{"while scanning a block scalar", "found an indentation indicator equal to 0", false, "bad-yaml",
                "a block of text cannot be indented by 0: remove the digit", ""},
    Explanation{"while scanning an alias", "", false, "alias", "`*` starts an alias: write the value in quotes", ""},
    Explanation{"while scanning an anchor", "", false, "anchor", "`&` starts an anchor: write the value in quotes", ""},
    Explanation{"while parsing a tag", "", false, "tag", "`!` starts a tag: write the value in quotes", ""},
    Explanation{"while scanning a tag", "", false, "tag", "`!` starts a tag: write the value in quotes", ""},
    Explanation{"while parsing a node", "found undefined tag handle", false, "tag",
                "this tag begins with a handle that is not declared: remove it, or write the value in quotes", ""},
    Explanation{"while scanning a directive", "", false, "directive",
                "a line that starts with `%` is a directive to the reader: remove it", "delete this line"},
    Explanation{"", "found incompatible YAML document", false, "directive",
                "this version of YAML is not read: write 1.1", "delete this line"},
    Explanation{"", "found duplicate %", false, "directive", "this directive is there twice", "delete this line"},
    Explanation{"", "did not find expected <document start>", false, "bad-yaml",
                "this cannot be here: the document ends before it", "check the indentation and the brackets before it"},
    Explanation{"", "did not find expected node content", false, "bad-yaml", "a value is missing here", ""},
    Explanation{"while scanning for the next token", "found character that cannot start", false, "bad-yaml",
                "a character that cannot start a value: write the value in quotes", ""},
};

}  // namespace

Size sizeOf(const Value& value, std::size_t most) {
  constexpr std::size_t bytesOfOne = 64;
  Size size;
  const auto add = [&](const Value& part, std::size_t deeper) {
    if (size.values > most) return;
    const auto inner = sizeOf(part, most - size.values);
    size.values += inner.values;
    size.depth = std::max(size.depth, inner.depth + deeper);
  };
  if (const auto* text = value.as<std::string>())
    size.values += text->size() / bytesOfOne;
  else if (const auto* list = value.as<List>())
    for (const auto& item : *list) add(item, 1);
  else if (const auto* map = value.as<Map>())
    for (const auto& entry : *map) add(entry.value, 1);
  else if (const auto* tagged = value.as<Tagged>())
    add(*tagged->value, 0);
  return size;
}

Stop explain(const YamlProblem& found) {
  const auto tab = found.line.find('\t');
  if (tab != found.line.npos && found.line.find_first_not_of(" \t-?:") > tab &&
      found.problem.find("quoted") == found.problem.npos && !found.context.ends_with("quoted scalar"))
    return {"tab",
            {found.span.line, static_cast<int>(tab) + 1, 1},
            "a tab in the indentation: use spaces instead",
            "a tab is here"};
  for (const auto& [context, problem, atContext, rule, message, hint] : explanations)
    if (found.context.starts_with(context) && found.problem.starts_with(problem))
      return {rule, atContext ? found.contextSpan : found.span, std::string{message}, std::string{hint}};
  return {"bad-yaml", found.span, fmt::format("this is not YAML ({})", found.problem), {}};
}

}  // namespace data
