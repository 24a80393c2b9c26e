#include "catch.h"
#include "sample.h"

using sample::mistakesIn;
using sample::Read;
using Mistakes = std::vector<std::string>;

namespace {

/// The one mistake in that text, without its place; empty if there is none.
std::string mistakeIn(const std::string& text) {
  const auto found = mistakesIn(text);
  if (found.empty()) return "";
  return found.size() == 1 ? found.front().substr(found.front().find(' ') + 1) : "more than one";
}

}  // namespace

TEST_CASE("a config without mistakes fills the struct") {
  const Read read{R"(name: shop
title: "on"
version: 8.10
tag: "#red"
zone: {id: Z9, note: x}
server:
  count: 3
  spare: 0
  mode: slow-and-steady
  fallback: fast
  inner:
    back_up: false
tags: ["#a", "#b"]
listeners:
  - port: 8080
    host: www
  - host: api
ports: [1, 100]
modes:
- fast
)"};
  CHECK(read.mistakes() == Mistakes{});
  const auto& config = read.config;
  CHECK(config.name == "shop");
  CHECK(config.title == "on");
  CHECK(config.version.text() == "8.10");
  CHECK(config.tag.value().text() == "#red");
  CHECK(config.zone.id == "Z9");
  CHECK(config.server.count == 3);
  CHECK(config.server.spare.value() == 0);
  CHECK(config.server.mode == sample::Mode::slowAndSteady);
  CHECK(config.server.fallback.value() == sample::Mode::fast);
  CHECK_FALSE(config.server.inner.backUp);
  CHECK(config.server.inner.keepDays == 7);
  REQUIRE(config.tags.size() == 2);
  CHECK(config.tags[1].text() == "#b");
  REQUIRE(config.listeners.size() == 2);
  CHECK(config.listeners[0].port == 8080);
  CHECK(config.listeners[1].port == 80);
  CHECK(config.listeners[1].host == "api");
  CHECK(config.ports == std::vector<std::int64_t>{1, 100});
  CHECK(config.modes == std::vector{sample::Mode::fast});
}

TEST_CASE("what is not given keeps its default") {
  const Read read{"name: shop\nzone:\n  id: Z1\n"};
  CHECK(read.mistakes() == Mistakes{});
  CHECK(read.config.title == "none");
  CHECK_FALSE(read.config.tag);
  CHECK_FALSE(read.config.server.spare);
  CHECK(read.config.server.count == 2);
  CHECK(read.config.tags.empty());
}

TEST_CASE("unknown fields are met with the one that was meant") {
  CHECK(mistakesIn("titel: x\n") == Mistakes{"4:1 unknown-field: unknown field `titel` -> did you mean `title`?"});
  CHECK(mistakesIn("server:\n  inner:\n    backUp: true\n") ==
        Mistakes{"6:5 unknown-field: `server.inner` has no field `backUp` -> write `back_up`"});
  CHECK(mistakesIn("server:\n  inner:\n    keep-days: 3\n") ==
        Mistakes{"6:5 unknown-field: `server.inner` has no field `keep-days` -> write `keep_days`"});
  CHECK(mistakesIn("count: 3\n") ==
        Mistakes{"4:1 unknown-field: unknown field `count` -> `count` belongs under `server`"});
  CHECK(mistakesIn("server:\n  title: x\n") ==
        Mistakes{"5:3 unknown-field: `server` has no field `title` -> `title` belongs at the top level"});
  CHECK(mistakesIn("keepday: 3\n") ==
        Mistakes{"4:1 unknown-field: unknown field `keepday` -> did you mean `server.inner.keep_days`?"});
  CHECK(mistakesIn("server:\n  inner:\n    something: 3\n") ==
        Mistakes{"6:5 unknown-field: `server.inner` has no field `something` -> one of `back_up`, `keep_days`"});
  CHECK(mistakesIn("listeners:\n- host: a\n  prot: 3\n") ==
        Mistakes{"6:3 unknown-field: `listeners` has no field `prot` -> did you mean `port`?"});
}

TEST_CASE("a misspelt field that must be given is not missing as well") {
  CHECK(Read{"nmae: shop\nzone: {id: Z1}\n"}.mistakes() ==
        Mistakes{"1:1 unknown-field: unknown field `nmae` -> did you mean `name`?"});
  CHECK(Read{"name: shop\nzon: {id: Z1}\n"}.mistakes() ==
        Mistakes{"2:1 unknown-field: unknown field `zon` -> did you mean `zone`?"});
  CHECK(Read{"name: shop\nzone: {iD: Z1}\n"}.mistakes() ==
        Mistakes{"2:8 unknown-field: `zone` has no field `iD` -> did you mean `id`?"});
}

TEST_CASE("what must be given and is not is asked for once") {
  CHECK(Read{"title: x\n"}.mistakes() ==
        Mistakes{"1:1 missing-field: `name` is missing -> write `name: shop`",
                 "1:1 missing-field: `zone` is missing -> write `zone:` and below it `id: Z123`"});
  CHECK(Read{"name: shop\nzone:\n  note: x\n"}.mistakes() ==
        Mistakes{"2:1 missing-field: `zone.id` is missing -> write `id: Z123`"});
  CHECK(mistakesIn("listeners:\n  - port: 5\n") ==
        Mistakes{"5:5 missing-field: `listeners.host` is missing -> write `host: www`"});
}

TEST_CASE("a value of another shape is refused with the shape to write") {
  CHECK(mistakesIn("server: fast\n") == Mistakes{"4:9 wrong-type: `server` is a single value where fields belong -> "
                                                 "write fields such as `count: 2` on lines below"});
  CHECK(mistakesIn("server:\n  - count: 3\n") ==
        Mistakes{
            "4:1 wrong-type: `server` is a list where fields belong -> write fields such as `count: 2` without `- `"});
  CHECK(mistakesIn("title: [x]\n") ==
        Mistakes{"4:1 wrong-type: `title` is a list where text belongs -> write `title: none`"});
  CHECK(mistakesIn("server:\n  count: {a: 1}\n") ==
        Mistakes{"5:3 wrong-type: `server.count` is a map of fields where a number belongs -> write `count: 2`"});
  CHECK(
      mistakesIn("tags: \"#red\"\n") ==
      Mistakes{"4:7 wrong-type: `tags` is a single value where a list belongs -> write `- \"#red\"` on a line below"});
  CHECK(mistakesIn("tags:\n  - [\"#red\"]\n") ==
        Mistakes{"5:5 wrong-type: an item of `tags` is a list where text belongs -> write `- \"#blue\"`"});
  CHECK(Read{"- a\n"}.mistakes() == Mistakes{"1:1 wrong-type: the config is a list where fields belong -> write fields "
                                             "such as `name: shop` without `- `"});
  CHECK(Read{"hello\n"}.mistakes() == Mistakes{"1:1 wrong-type: the config is a single value where fields belong -> "
                                               "write fields such as `name: shop` on lines below"});
}

TEST_CASE("a key without a value is refused") {
  CHECK(mistakesIn("title:\n") ==
        Mistakes{"4:1 missing-value: `title` has no value -> write `title: none`, or remove the line"});
  CHECK(mistakesIn("server:\ntags:\n") ==
        Mistakes{"4:1 missing-value: `server` has no value -> write its fields below, or remove the line",
                 "5:1 missing-value: `tags` has no value -> write `- \"#blue\"` below, or remove the line"});
  CHECK(mistakesIn("tags:\n  - \"#a\"\n  -\n").size() == 1);
  CHECK(Read{"name: ~\nzone: {id: Z1}\n"}.mistakes() ==
        Mistakes{"1:1 missing-value: `name` has no value -> write `name: shop`"});
}

TEST_CASE("numbers are taken in the one notation nobody misreads") {
  const auto count = [](const std::string& text) { return mistakeIn("server:\n  count: " + text + "\n"); };
  CHECK(count("03") ==
        "wrong-number: `server.count` cannot be `03`: with a leading zero, some YAML parsers read "
        "it as octal -> write `3`");
  CHECK(count("00") ==
        "wrong-number: `server.count` cannot be `00`: with a leading zero, some YAML parsers read "
        "it as octal -> write `0`");
  CHECK(count("0x1F") == "wrong-number: `server.count` cannot be `0x1F`, which is hexadecimal -> write `31`");
  CHECK(count("0o17") == "wrong-number: `server.count` cannot be `0o17`, which is octal -> write `15`");
  CHECK(count("1_000") ==
        "wrong-number: `server.count` cannot be `1_000`: with underscores, some YAML parsers read "
        "it as text -> write `1000`");
  CHECK(count("1e3") == "wrong-number: `server.count` cannot be `1e3`, which is a fraction -> write `1000`");
  CHECK(count("8.0") == "wrong-number: `server.count` cannot be `8.0`, which is a fraction -> write `8`");
  CHECK(count("2.5") ==
        "wrong-number: `server.count` cannot be `2.5`, which is a fraction -> write a whole number between 1 and 9");
  CHECK(count("+5") == "wrong-number: `server.count` cannot be `+5` -> write `5`");
  CHECK(count("1:30") ==
        "wrong-number: `server.count` cannot be `1:30`: some YAML parsers read it as a base-60 number -> "
        "write a whole number between 1 and 9");
  CHECK(count("\"3\"") == "wrong-number: `3` is text in quotes, not a number -> write `3` without quotes");
  CHECK(count("three") == "wrong-number: `server.count` cannot be `three` -> write a whole number between 1 and 9");
  CHECK(count("3 GiB") == "wrong-number: `server.count` cannot be `3 GiB` -> write `3`, the number alone");
  CHECK(count("10") == "out-of-range: `server.count` cannot be `10` -> write a whole number between 1 and 9");
  CHECK(count("-3") == "out-of-range: `server.count` cannot be `-3` -> write a whole number between 1 and 9");
  CHECK(count("99999999999999999999") ==
        "out-of-range: `server.count` cannot be `99999999999999999999` -> write a whole number between 1 and 9");
  CHECK(mistakesIn("server: {inner: {keep_days: 7d}}\n") ==
        Mistakes{"4:29 wrong-number: `server.inner.keep_days` cannot be `7d` -> write `7`, the number of days alone"});
  CHECK(mistakesIn("server: {spare: 6}\n") ==
        Mistakes{"4:17 out-of-range: `server.spare` cannot be `6` -> write a whole number of at most 5"});
}

TEST_CASE("flags are true and false and nothing else") {
  const auto flag = [](const std::string& text) { return mistakeIn("server: {inner: {back_up: " + text + "}}\n"); };
  for (const auto* word : {"yes", "on", "y", "True", "TRUE", "1"})
    CHECK(flag(word) == "wrong-flag: `server.inner.back_up` cannot be `" + std::string{word} + "` -> write `true`");
  for (const auto* word : {"no", "off", "n", "False", "0"})
    CHECK(flag(word) == "wrong-flag: `server.inner.back_up` cannot be `" + std::string{word} + "` -> write `false`");
  CHECK(flag("\"true\"") == "wrong-flag: `true` is text in quotes, not a flag -> write `true` without quotes");
  CHECK(flag("maybe") == "wrong-flag: `server.inner.back_up` cannot be `maybe` -> write `true` or `false`");
}

TEST_CASE("text that other readers take for something else needs quotes") {
  const auto title = [](const std::string& text) { return mistakeIn("title: " + text + "\n"); };
  CHECK(title("on") == "ambiguous-text: `on` without quotes is a flag to some YAML parsers -> write `\"on\"`");
  for (const auto* text :
       {"NO", "y", "true", "0123", "0x1F", "12", "1.5", "1e3", "12:30", "2026-11-24", ".inf", "1_000"}) {
    CAPTURE(text);
    CHECK(title(text).find("ambiguous-text") != std::string::npos);
    CHECK(title(std::string{"\""} + text + "\"").empty());
  }
  for (const auto* text : {"once", "a1", "1a", "10.0.0.1", "12:60:a", "e3", "2026-week", "v1.0"}) {
    CAPTURE(text);
    CHECK(title(text).empty());
  }
}

TEST_CASE("text is not empty and has no blanks around it") {
  CHECK(mistakesIn("title: \"\"\n") == Mistakes{"4:8 wrong-text: `title` is empty -> write text"});
  CHECK(mistakesIn("title: \" x \"\n") == Mistakes{"4:8 wrong-text: ` x ` begins or ends with a space -> write `x`"});
}

TEST_CASE("text with a grammar is corrected where one can tell how") {
  CHECK(mistakesIn("tag: \"#RED\"\n") == Mistakes{"4:6 wrong-text: `tag` cannot be `#RED` -> write `\"#red\"`"});
  CHECK(mistakesIn("tag: \" #red\"\n") == Mistakes{"4:6 wrong-text: `tag` cannot be ` #red` -> write `\"#red\"`"});
  CHECK(mistakesIn("tag: red\n") == Mistakes{"4:6 wrong-text: `red` does not begin with `#` -> write `\"#red\"`"});
  CHECK(mistakesIn("tag: \"#1\"\n") ==
        Mistakes{"4:6 wrong-text: `tag` cannot be `#1` -> write `#` and lower case letters, such as `#blue`"});
  CHECK(mistakesIn("tags: [\"#1\"]\n") ==
        Mistakes{"4:8 wrong-text: `tags` cannot hold `#1` -> write `#` and lower case letters, such as `#blue`"});
  CHECK(mistakesIn("version: 8\n") ==
        Mistakes{"4:10 wrong-text: `version` cannot be `8` -> write a version such as `8.10`"});
}

TEST_CASE("words are met with the one that was meant") {
  const auto mode = [](const std::string& text) { return mistakeIn("server: {mode: " + text + "}\n"); };
  CHECK(mode("fats") == "unknown-word: `server.mode` cannot be `fats` -> did you mean `fast`?");
  CHECK(mode("Fast") == "unknown-word: `server.mode` cannot be `Fast` -> write `fast`");
  CHECK(mode("slow_and_steady") ==
        "unknown-word: `server.mode` cannot be `slow_and_steady` -> write `slow-and-steady`");
  CHECK(mode("other") == "unknown-word: `server.mode` cannot be `other` -> write one of `fast`, `slow-and-steady`");
}

TEST_CASE("lists keep their bounds") {
  CHECK(mistakesIn("tags: [\"#a\", \"#b\", \"#c\", \"#d\", \"#e\"]\n") ==
        Mistakes{"4:26 too-many-items: `tags` holds 5 items -> at most 3"});
  CHECK(mistakesIn("tags:\n- \"#a\"\n- \"#b\"\n- \"#a\"\n") ==
        Mistakes{"7:3 repeated-item: `tags` holds `#a` twice -> it is already on line 5"});
  CHECK(mistakesIn("ports: [5, 101, 5]\n") ==
        Mistakes{"4:12 out-of-range: `ports` cannot hold `101` -> write a whole number between 1 and 100",
                 "4:17 repeated-item: `ports` holds `5` twice -> it is already on line 4"});
}

TEST_CASE("every mistake is reported at once") {
  CHECK(Read{"nmae: x\nserver:\n  count: 20\n  mode: quick\ntags: 5\n"}.mistakes().size() == 5);
}

TEST_CASE("a mistake leaves the default and is told from what is sound") {
  const Read read{"name: shop\nserver:\n  count: 20\n  inner: 5\ntags: [\"#a\", \"1\"]\n  \n"};
  const auto& [schema, config] = std::tie(read.schema, read.config);
  CHECK(config.server.count == 2);
  CHECK(isSound(schema, config.name));
  CHECK(isSound(schema, config.server.mode));
  CHECK_FALSE(isSound(schema, config.server.count));
  CHECK_FALSE(isSound(schema, config.server.inner.keepDays));  // its group is no group
  CHECK_FALSE(isSound(schema, config.tags));                   // one of its items is none
  CHECK(isSound(schema, config.tags[0]));
  CHECK_FALSE(isSound(schema, config.tags[1]));
  CHECK_FALSE(isSound(schema, config.zone.id));  // missing
}

TEST_CASE("a field that was probably meant by an unknown one is not sound") {
  const Read read{"name: shop\nzone: {id: Z1}\nserver:\n  cuont: 3\nmode: fast\n"};
  CHECK_FALSE(isSound(read.schema, read.config.server.count));
  CHECK_FALSE(isSound(read.schema, read.config.server.mode));
  CHECK(isSound(read.schema, read.config.server.spare));
}

TEST_CASE("after errors of YAML nothing is sound") {
  const Read read{"name: [\n"};
  CHECK(read.diagnostics.hasErrors());
  CHECK_FALSE(isSound(read.schema, read.config.name));
}

TEST_CASE("every value knows where it was written") {
  const Read read{"name: shop\nzone:\n  id: Z1\nserver:\n  count: 3\ntags:\n  - \"#a\"\n"};
  const auto place = [&](const auto& variable) {
    const auto span = originOf(read.schema, variable);
    return std::pair{span.line, span.column};
  };
  CHECK(place(read.config.name) == std::pair{1, 7});
  CHECK(place(read.config.server.count) == std::pair{5, 10});
  CHECK(place(read.config.server.mode) == std::pair{4, 1});            // not given: the group
  CHECK(place(read.config.server.inner.keepDays) == std::pair{4, 1});  // nor is its group: the one around it
  CHECK(place(read.config.title) == std::pair{0, 0});                  // not line 1 of the file
  CHECK(place(read.config.tags) == std::pair{6, 1});
  CHECK(place(read.config.tags[0]) == std::pair{7, 5});
  CHECK(place(read.config.zone) == std::pair{2, 1});
  CHECK(place(read.config.zone.id) == std::pair{3, 7});
}
