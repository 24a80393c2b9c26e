// Groups whose fields depend on one word, and values of any form.
#include "catch.h"
#include "schema/documents.h"
#include "toy.h"

using toy::Read;
using Mistakes = std::vector<std::string>;

namespace {

bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

schema::Field toySchema() {
  static toy::Crate crate;
  return describe(crate);
}

}  // namespace

TEST_CASE("the word decides which fields a group has, wherever it stands") {
  const Read ball{"name: a\ntoy: {radius: 5, size: 7, weight: 2}\n"};
  CHECK(ball.mistakes() == Mistakes{});
  CHECK(ball.crate.toy.radius == 5);
  CHECK(ball.crate.toy.size == 7);
  CHECK(ball.crate.toy.weight == 2);
  const Read box{"name: a\ntoy:\n  size: 3x4\n  lid: {colour: red}\n  weight: 2\n  label: b\n  shape: box\n"};
  CHECK(box.mistakes() == Mistakes{});
  CHECK(box.crate.toy.shape == toy::Shape::box);
  CHECK(box.crate.toy.boxSize == "3x4");
  CHECK(box.crate.toy.size == 10);
  CHECK(box.crate.toy.lid.colour == "red");
  CHECK(originOf(box.schema, box.crate.toy.boxSize).line == 3);
  CHECK(Read{"name: a\ntoy: {shape: bag}\n"}.mistakes() == Mistakes{});
}

TEST_CASE("a field of another alternative is refused with the words that it goes with") {
  CHECK(Read{"name: a\ntoy:\n  shape: box\n  size: 3x4\n  lid: {colour: red}\n  radius: 5\n"}.mistakes() ==
        Mistakes{"6:3 wrong-alternative: `toy.radius` does not go with `shape: box` -> remove it, or write `shape: "
                 "ball`"});
  CHECK(Read{"name: a\ntoy: {lid: {colour: red}}\n"}.mistakes() ==
        Mistakes{"2:7 wrong-alternative: `toy.lid` does not go with `shape: ball`, the default -> remove it, or write "
                 "`shape: box`"});
  CHECK(Read{"name: a\ntoy: {shape: bag, weight: 2}\n"}.mistakes() ==
        Mistakes{"2:19 wrong-alternative: `toy.weight` does not go with `shape: bag` -> remove it, or write `shape: "
                 "ball` or `shape: box`"});
}

TEST_CASE("what is missing and what is misspelt is told of the chosen alternative") {
  CHECK(Read{"name: a\ntoy: {shape: box}\n"}.mistakes() ==
        Mistakes{"2:1 missing-field: `toy.size` is missing -> write `size: 3x4`",
                 "2:1 missing-field: `toy.lid` is missing -> write `lid:` and below it `colour: red`"});
  CHECK(Read{"name: a\ntoy: {radus: 5}\n"}.mistakes() ==
        Mistakes{"2:7 unknown-field: `toy` has no field `radus` -> did you mean `radius`?"});
  CHECK(Read{"name: a\ntoy: {shape: bag, Radius: 5}\n"}.mistakes() ==
        Mistakes{"2:19 unknown-field: `toy` has no field `Radius` -> `radius` goes with `shape: ball`"});
  CHECK(Read{"name: a\ntoy: {shape: bag, other: 5}\n"}.mistakes() ==
        Mistakes{"2:19 unknown-field: `toy` has no field `other` -> one of `shape`, `label`"});
}

TEST_CASE("a wrong word is the only mistake: what depends on it is not judged") {
  const auto found = Read{"name: a\ntoy: {shape: bos, size: x, lid: {}, radius: 5}\n"}.mistakes();
  REQUIRE(found.size() == 1);
  CHECK(contains(found.front(), "2:14 unknown-word: "));
  CHECK(contains(found.front(), "did you mean `box`?"));
  CHECK(Read{"name: a\ntoy: {shape: bos, radius: 99}\n"}.mistakes().size() == 2);
}

TEST_CASE("each item of a list chooses for itself") {
  const Read read{"name: a\nothers:\n- shape: bag\n- {radius: 2}\n- {shape: box, size: b, lid: {colour: c}}\n"};
  CHECK(read.mistakes() == Mistakes{});
  REQUIRE(read.crate.others.size() == 3);
  CHECK(read.crate.others[1].radius == 2);
  CHECK(read.crate.others[2].boxSize == "b");
}

TEST_CASE("any value is kept as it was read, with its places") {
  const Read read{
      "name: a\nextra: {a: [1, \"1\", null]}\noverrides:\n  Database: {Properties: {Size: 60}}\n  Other: ~\n"};
  CHECK(read.mistakes() == Mistakes{});
  const auto* map = read.crate.extra.as<data::Map>();
  REQUIRE(map);
  const auto* list = map->front().value.as<data::List>();
  REQUIRE(list);
  CHECK(*list->at(0).as<std::string>() == "1");
  CHECK(list->at(0).plain());
  CHECK_FALSE(list->at(1).plain());
  CHECK(list->at(1).span().column == 16);
  REQUIRE(read.crate.overrides.entries.size() == 2);
  const auto& [key, value] = read.crate.overrides.entries.front();
  CHECK(key == "Database");
  CHECK(value.as<data::Map>()->front().keySpan.line == 4);
  CHECK(*read.crate.overrides.entries.back().value.as<std::string>() == "~");
  CHECK(originOf(read.schema, read.crate.extra).line == 2);
}

TEST_CASE("a key without any value is refused") {
  CHECK(Read{"name: a\nextra:\n"}.mistakes() ==
        Mistakes{"2:1 missing-value: `extra` has no value -> write `extra: [1, two]`, or remove the line"});
  CHECK(Read{"name: a\nextra: [!Ref x]\n"}.mistakes().size() == 1);
}

TEST_CASE("the documents tell of alternatives and of any value") {
  const auto page = schema::reference(toySchema());
  CHECK(contains(page,
                 "\nOnly with `shape: ball`:\n\n| Field | Value | Default | Meaning |\n| --- | --- | --- | --- |\n"
                 "| `radius` | a whole number between 1 and 9 | `3` | Half of its width. |\n"));
  CHECK(contains(page, "\nOnly with `shape: ball` or `shape: box`:\n"));
  CHECK(contains(page, "\n## toy.lid\n\nWhat closes it.\n\nOnly with `shape: box`.\n"));
  CHECK(contains(page, "| `extra` | any YAML value | not set | Anything. Example: `[1, two]`. |\n"));
  const auto size = schema::explain(toySchema(), "toy.size").value();
  CHECK(contains(size, "How large it is.\n\nOnly with `shape: ball`\n"));
  CHECK(contains(size, "Width and height.\n\nOnly with `shape: box`\n"));
  const auto paths = schema::paths(toySchema());
  CHECK(std::count(paths.begin(), paths.end(), "toy.size") == 1);
  CHECK(std::count(paths.begin(), paths.end(), "toy.lid.colour") == 1);
  CHECK(schema::shortestExample(toySchema()) == "name: a\n");
  CHECK(contains(schema::annotatedExample(toySchema()), "lid: only with `shape: box`, see `cairn explain toy.lid`"));
}
