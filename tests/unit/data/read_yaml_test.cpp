#include "data/read_yaml.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>

#include "catch.h"

namespace {

struct Reading {
  data::Value value;
  std::vector<diag::Diagnostic> errors;
};

Reading read(const std::string& text, data::ReadLimits limits = {}) {
  diag::Sources sources{"config.yaml", text};
  diag::Diagnostics diagnostics{sources};
  auto value = data::readYaml(sources.first(), diagnostics, limits);
  return {std::move(value), diagnostics.inFileOrder()};
}

/// The first error as `rule line:column+length`.
std::string errorIn(const std::string& text, data::ReadLimits limits = {}) {
  const auto [value, errors] = read(text, limits);
  if (errors.empty() || value.isSet()) return "read";
  const auto& rule = errors.front().rule;
  const auto& span = errors.front().span;
  return std::string{rule} + " " + std::to_string(span.line) + ":" + std::to_string(span.column) + "+" +
         std::to_string(span.length);
}

std::string messageFor(const std::string& text) {
  const auto errors = read(text).errors;
  return errors.empty() ? "" : errors.front().message + " / " + errors.front().hint;
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

const data::Entry& entry(const data::Value& value, std::size_t i) { return value.as<data::Map>()->at(i); }

std::string place(diag::Span span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length);
}

bool says(const std::string& message, std::initializer_list<std::string_view> words) {
  return std::ranges::all_of(words, [&](auto word) { return message.find(word) != message.npos; });
}

}  // namespace

TEST_CASE("scalars stay text, with their places") {
  const auto value = read("a: 8.0\n\"b\": \"8.0\"\nc: [ü, x y]\nd: |\n  text\n").value;
  CHECK(*entry(value, 0).value.as<std::string>() == "8.0");
  CHECK(entry(value, 0).value.plain());
  CHECK(place(entry(value, 0).value.span()) == "1:4+3");
  CHECK(place(entry(value, 1).keySpan) == "2:1+3");
  CHECK(place(entry(value, 1).value.span()) == "2:6+5");
  CHECK_FALSE(entry(value, 1).value.plain());
  const auto& list = *entry(value, 2).value.as<data::List>();
  CHECK(place(list[0].span()) == "3:5+1");
  CHECK(place(list[1].span()) == "3:8+3");
  CHECK(*entry(value, 3).value.as<std::string>() == "text\n");
  CHECK(place(entry(value, 3).value.span()) == "4:4+1");
}

TEST_CASE("a value over several lines has the place of its first") {
  const auto value = read("a: one\n  two\nb: \"three\n  four\"\n").value;
  CHECK(*entry(value, 0).value.as<std::string>() == "one two");
  CHECK(place(entry(value, 0).value.span()) == "1:4+3");
  CHECK(*entry(value, 1).value.as<std::string>() == "three four");
  CHECK(place(entry(value, 1).value.span()) == "3:4+6");
}

TEST_CASE("nothing written differs from an empty text and from null") {
  const auto value = read("a:\nb: \"\"\nc: null\nd: ~\nnull: x\ne:\n  -\n").value;
  CHECK(entry(value, 0).value.as<std::string>()->empty());
  CHECK(entry(value, 0).value.plain());
  CHECK(place(entry(value, 0).value.span()) == "1:1+1");
  CHECK_FALSE(entry(value, 1).value.plain());
  CHECK(*entry(value, 2).value.as<std::string>() == "null");
  CHECK(*entry(value, 3).value.as<std::string>() == "~");
  CHECK(entry(value, 4).key == "null");
  CHECK(place(entry(value, 5).value.as<data::List>()->at(0).span()) == "7:3+1");
}

TEST_CASE("too many bytes are not parsed") {
  CHECK(errorIn("a: " + std::string(1'000'000, 'x')) == "too-large 0:0+1");
  CHECK(errorIn("a: " + std::string(999'000, 'x')) == "read");
  CHECK(errorIn("a: b\n", {.bytes = 4}) == "too-large 0:0+1");
}

TEST_CASE("depth is limited") {
  CHECK(errorIn(repeated("[", 64) + repeated("]", 64)) == "read");
  CHECK(errorIn(repeated("[", 65) + repeated("]", 65)) == "too-deep 1:65+1");
  CHECK(errorIn(repeated("[", 400'000)) != "read");
  CHECK(errorIn(repeated("{a: ", 200'000)) != "read");
  CHECK(errorIn("a:\n  " + repeated("[", 99) + repeated("]", 99)) == "too-deep 2:66+1");
  CHECK(errorIn(repeated("- ", 400'000)) == "too-deep 1:129+1");
  CHECK(errorIn(repeated("? ", 400'000)) == "complex-key 1:1+1");
  CHECK(errorIn("a:\n - b", {.depth = 1}) == "too-deep 2:2+1");
}

TEST_CASE("anchors and aliases are refused, with what to write instead") {
  CHECK(errorIn("a: &name b\n") == "anchor 1:4+5");
  CHECK(errorIn("a: &a [*a]\n") == "anchor 1:4+2");
  CHECK(errorIn("a: *b\n") == "alias 1:4+1");
  CHECK(errorIn("*a : b\n") == "alias 1:1+1");
  CHECK(says(messageFor("a: &x 1\nb: *x\n"), {"write the value out"}));
  std::string laughs = "a0: &a0 [x]\n";
  for (int i = 1; i < 10; ++i)
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
              repeated("*a" + std::to_string(i - 1) + ",", 10) + "]\n";
  CHECK(errorIn(laughs) == "anchor 1:5+3");
}

TEST_CASE("merge keys are refused, their name in quotes is not") {
  CHECK(errorIn("a:\n  <<: {b: c}\n") == "merge-key 2:3+2");
  CHECK(errorIn("\"<<\": b\n") == "read");
}

TEST_CASE("duplicate keys are refused with both lines") {
  CHECK(errorIn("a: 1\nb: 2\n\"a\": 3\n") == "duplicate-key 3:1+3");
  CHECK(errorIn("x: {a: 1, a: 2}\n") == "duplicate-key 1:11+1");
  CHECK(says(messageFor("a: 1\nb: 2\na: 3\n"), {"`a`", "line 1", "line 3"}));
  CHECK(read("a: 1\na: 2\nb: {c: 1, c: 2}\n").errors.size() == 2);
  CHECK(read(repeated("a: 1\n", 1000)).errors.size() == 20);
}

TEST_CASE("keys are one line of text") {
  CHECK(errorIn("? a\n: b\n") == "complex-key 1:1+1");
  CHECK(errorIn("[a]: b\n") == "complex-key 1:1+1");
  CHECK(errorIn("{a: b}: c\n") == "complex-key 1:1+1");
  CHECK(errorIn(": b\n") == "missing-key 1:1+1");
  CHECK(errorIn("a: b\n)\n") == "missing-colon 2:1+1");
  CHECK(errorIn("{a, b: c}") == "missing-colon 1:2+1");
  CHECK(errorIn("a: b: c\n") == "bad-yaml 1:5+1");
}

TEST_CASE("tags are refused unless they are asked for") {
  CHECK(errorIn("a: !Ref b\n") == "tag 1:4+4");
  CHECK(errorIn("a: !!python/object:os.system x\n").starts_with("tag 1:4+"));
  CHECK(errorIn("a: !!str x\n", {.tags = true}) == "read");
  CHECK(errorIn("a: !<x> x\n", {.tags = true}) != "read");
  CHECK(errorIn("!Ref a: x\n", {.tags = true}) == "tag 1:1+4");
  const auto value = read(
                         "a: !Ref Vpc\nb: !Select\n  - 0\n  - !GetAZs \"\"\nc: !If [x, {y: z}]\nd: !Sub |\n  text\ne: "
                         "!Join {f: g}\nh: !Ref\n",
                         {.tags = true})
                         .value;
  const auto* ref = entry(value, 0).value.as<data::Tagged>();
  REQUIRE(ref);
  CHECK(ref->tag == "Ref");
  CHECK(*ref->value->as<std::string>() == "Vpc");
  CHECK(place(ref->value->span()) == "1:9+3");
  CHECK(place(entry(value, 0).value.span()) == "1:4+4");
  const auto& select = *entry(value, 1).value.as<data::Tagged>()->value->as<data::List>();
  CHECK(select[1].as<data::Tagged>()->tag == "GetAZs");
  CHECK(entry(value, 2).value.as<data::Tagged>()->value->as<data::List>()->size() == 2);
  CHECK(*entry(value, 3).value.as<data::Tagged>()->value->as<std::string>() == "text\n");
  CHECK(entry(value, 4).value.as<data::Tagged>()->value->as<data::Map>());
  CHECK(entry(value, 5).value.as<data::Tagged>()->value->plain());
}

TEST_CASE("a tag may stand before a block of text in a list") {
  const auto value =
      read("a:\n  - !Sub |\n    one\n  - !Sub >-\n    two\n    three\n  - - !Base64 |-\n      - !Sub |\n  - b\n",
           {.tags = true})
          .value;
  REQUIRE(value.isSet());
  const auto& list = *entry(value, 0).value.as<data::List>();
  CHECK(*list[0].as<data::Tagged>()->value->as<std::string>() == "one\n");
  CHECK(*list[1].as<data::Tagged>()->value->as<std::string>() == "two three");
  CHECK(*list[2].as<data::List>()->at(0).as<data::Tagged>()->value->as<std::string>() == "- !Sub |");
  CHECK(*list[3].as<std::string>() == "b");
}

TEST_CASE("the whole file is one document") {
  CHECK(errorIn("---\na: b\n...\n# end\n") == "read");
  CHECK(errorIn("a: b\n---\nc: d\n") == "second-document 2:1+3");
  CHECK(errorIn("a: b\n...\nc: d\n") == "bad-yaml 3:1+2");
  CHECK(errorIn("a: b\n...\n---\n") == "second-document 3:1+3");
  CHECK(errorIn("%YAML 9.9\n---\na: b\n") == "directive 1:1+1");
  CHECK(errorIn("# c\n%TAG ! x\n---\na: b\n") == "directive 2:1+1");
  CHECK(errorIn("- a:\n\"x\",\n    y") != "read");
  CHECK(errorIn(",") != "read");
  CHECK(errorIn("\"a\" b\n") != "read");
  CHECK(errorIn("[a]]\n") != "read");
}

TEST_CASE("a file without a value is empty") {
  for (const auto* text : {"", "\n\n", "# comment\n", "  # a\n\n# b", "---\n", "---\n...\n", "\xef\xbb\xbf"})
    CHECK(errorIn(text) == "empty-file 0:0+1");
}

TEST_CASE("text that is not UTF-8 is refused at its first wrong byte") {
  CHECK(errorIn("a: b\nc: gr\xfc\xdf"
                "e\n") == "encoding 2:6+1");
  CHECK(errorIn("\xc3\xbc: \xed\xa0\x80\n") == "encoding 1:4+1");
  CHECK(errorIn("a: \xc0\x80\n") == "encoding 1:4+1");
  CHECK(errorIn("a: \xf4\x90\x80\x80\n") == "encoding 1:4+1");
  CHECK(errorIn("a: \xe2\x82") == "encoding 1:4+1");
  CHECK(says(messageFor("a: \xe9\n"), {"0xe9", "UTF-8"}));
}

TEST_CASE("a byte order mark is skipped if it is UTF-8's, and named otherwise") {
  const auto value = read(
                         "\xef\xbb\xbf"
                         "a: b\n")
                         .value;
  REQUIRE(value.isSet());
  CHECK(place(entry(value, 0).keySpan) == "1:1+1");
  CHECK(says(messageFor(std::string{"\xff\xfe"
                                    "a\0",
                                    4}),
             {"UTF-16"}));
  CHECK(says(messageFor(std::string{"\xfe\xff\0a", 4}), {"UTF-16"}));
  CHECK(says(messageFor(std::string{"\xff\xfe\0\0a\0\0\0", 8}), {"UTF-32"}));
  CHECK(says(messageFor(std::string{"\0\0\xfe\xff\0\0\0a", 8}), {"UTF-32"}));
  CHECK(says(messageFor(std::string{"a\0:\0", 4}), {"UTF-16"}));
  CHECK(errorIn("a: \xef\xbb\xbf"
                "b\n") == "control-character 1:4+1");
}

TEST_CASE("control characters are refused everywhere") {
  CHECK(errorIn(std::string{"a: b\0c\n", 7}) == "control-character 1:5+1");
  CHECK(errorIn("a: \"\x1b[31m\"\n") == "control-character 1:5+1");
  CHECK(errorIn("a: \x7f\n") == "control-character 1:4+1");
  CHECK(errorIn("# \xc2\x80\na: b\n") == "control-character 1:3+1");
  CHECK(errorIn("a: \xef\xbf\xbe\n") == "control-character 1:4+1");
}

TEST_CASE("line breaks that readers disagree on are refused, CRLF is fine") {
  CHECK(errorIn("a: b\rc: d\n") == "line-break 1:5+1");
  CHECK(errorIn("a: b\xc2\x85"
                "c: d\n") == "line-break 1:5+1");
  CHECK(errorIn("a: \"\xe2\x80\xa8\"\n") == "line-break 1:5+1");
  CHECK(errorIn("a: \"\xe2\x80\xa9\"\n") == "line-break 1:5+1");
  const auto value = read("a: b\r\nc: |\r\n  d\r\n  e\r\n").value;
  CHECK(*entry(value, 0).value.as<std::string>() == "b");
  CHECK(place(entry(value, 0).value.span()) == "1:4+1");
  CHECK(*entry(value, 1).value.as<std::string>() == "d\ne\n");
}

TEST_CASE("tabs are named, and allowed in quotes, blocks and comments") {
  CHECK(errorIn("a:\n\tb: c\n") == "tab 2:1+1");
  CHECK(errorIn("a:\n  - b\n\t- c\n") == "tab 3:1+1");
  CHECK(errorIn("a: [\n\tb]\n") == "tab 2:1+1");
  CHECK(errorIn("a:\tb\n") == "tab 1:3+1");
  CHECK(errorIn("a: b\tc\n") == "tab 1:5+1");
  CHECK(errorIn("a: \"b\tc\" # \t\nd: |\n  e\tf\n") == "read");
}

TEST_CASE("an unclosed quote is found where it opens") {
  CHECK(errorIn("a: b\nc: \"d\ne: f\n") == "unclosed-quote 2:4+2");
  CHECK(errorIn("a: 'it''s\n") == "unclosed-quote 1:4+6");
  CHECK(errorIn("a: \"b\\\"\n") == "unclosed-quote 1:4+4");
  CHECK(errorIn("a: \"b") == "unclosed-quote 1:4+2");
}

TEST_CASE("brackets are closed and hold values between their commas") {
  CHECK(errorIn("a: [b, c\nd: e\n") == "unclosed-bracket 1:4+1");
  CHECK(errorIn("a: [b, c\n") == "unclosed-bracket 1:4+1");
  CHECK(errorIn("a: {b: c\n") == "unclosed-bracket 1:4+1");
  CHECK(errorIn("[a, , b]") != "read");
  CHECK(errorIn("[a: b]") == "bad-yaml 1:2+1");
  CHECK(errorIn("[a, b, ]") == "read");
}

TEST_CASE("what the parser says is said so that a person understands") {
  CHECK(says(messageFor("a: b: c\n"), {"second `: `", "quotes"}));
  CHECK(says(messageFor("a: @b\n"), {"quotes"}));
  CHECK(says(messageFor("a: \"\\d\"\n"), {"backslash"}));
  CHECK(says(messageFor("a: b\n  c: d\n"), {":"}));
  CHECK(says(messageFor("a:\n  b: c\n d: e\n"), {"indentation"}));
  for (const auto* text : {"a: @b", "a: `b", "a: %b", "a: ]", "a: - b", "a: b: c", "a: \"\\d\"", "a: \"\\xzz\"",
                           "a: |x\n b", "a:\n  b: c\n d: e\n", "- a\nb: c", "a: b\n- c"}) {
    INFO(text);
    CHECK(errorIn(text) != "read");
    CHECK_FALSE(says(messageFor(text), {"not YAML ("}));
  }
}

TEST_CASE("hostile files are refused or read in no time") {
  const auto start = std::chrono::steady_clock::now();
  for (const auto& text :
       {repeated("a: ", 300'000), repeated("- a\n", 200'000), repeated("[a,", 300'000), repeated("\"", 900'000),
        repeated("'\n", 400'000), repeated("*a ", 300'000), repeated("!", 900'000), repeated("&a ", 300'000),
        "a: |\n" + repeated(" \n", 400'000), "a: b" + repeated(" ", 900'000) + "c", "a: b" + repeated("\n", 900'000),
        repeated("{}", 400'000), repeated("#\n", 400'000), repeated(",", 900'000), repeated("- !a |\n", 2'000),
        "[" + repeated("a,", 400'000) + "]"})
    read(text);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{60});
}
