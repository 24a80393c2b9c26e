#include "data/read_json.h"

#include "catch.h"

namespace {

struct Reading {
  data::Value value;
  std::vector<diag::Diagnostic> errors;
};

Reading read(const std::string& text) {
  diag::Sources sources{"template.json", text};
  diag::Diagnostics diagnostics{sources};
  auto value = data::readJson(sources.first(), diagnostics);
  return {std::move(value), diagnostics.inFileOrder()};
}

/// The first error as `rule line:column`.
std::string errorIn(const std::string& text) {
  const auto [value, errors] = read(text);
  if (errors.empty() || value.isSet()) return "read";
  return std::string{errors[0].rule} + " " + std::to_string(errors[0].span.line) + ":" +
         std::to_string(errors[0].span.column);
}

}  // namespace

TEST_CASE("JSON is read with its places, every scalar as text") {
  const auto value = read("{\n\t\"a\": [1, \"1\", true],\n\t\"b\": {}\n}\n").value;
  const auto& map = *value.as<data::Map>();
  const auto& list = *map[0].value.as<data::List>();
  CHECK(map[0].keySpan.line == 2);
  CHECK(map[0].keySpan.column == 2);
  CHECK(*list[0].as<std::string>() == "1");
  CHECK(list[0].plain());
  CHECK(*list[1].as<std::string>() == "1");
  CHECK_FALSE(list[1].plain());
  CHECK(list[1].span().column == 11);
  CHECK(*list[2].as<std::string>() == "true");
  CHECK(map[1].value.as<data::Map>()->empty());
}

TEST_CASE("JSON's escapes are read") {
  const auto text = [](const std::string& json) {
    return *read("{\"a\": " + json + "}").value.as<data::Map>()->at(0).value.as<std::string>();
  };
  CHECK(text(R"("\/\\\"\n\t\b\f\r")") == "/\\\"\n\t\b\f\r");
  CHECK(text(R"("\u00e4\u20AC\ud83d\ude00")") == "ä€😀");
}

TEST_CASE("what is no JSON is an error at its place") {
  CHECK(errorIn("{\"a\": 1,}") == "bad-json 1:9");
  CHECK(errorIn("{\"a\" 1}") == "bad-json 1:6");
  CHECK(errorIn("{\"a\": [1 2]}") == "bad-json 1:10");
  CHECK(errorIn("{\"a\": 01}") == "bad-json 1:7");
  CHECK(errorIn("{\"a\": yes}") == "bad-json 1:7");
  CHECK(errorIn("{\"a\": \"x") == "unclosed-quote 1:7");
  CHECK(errorIn("{\"a\": \"\\x\"}") == "bad-json 1:8");
  CHECK(errorIn("{\"a\": \"\\ud800\"}") == "bad-json 1:14");
  CHECK(errorIn("{\"a\": \"\\udc00\"}") == "bad-json 1:14");
  CHECK(errorIn("{\"a\": 1") == "bad-json 1:8");
  CHECK(errorIn("{} {}") == "bad-json 1:4");
  CHECK(errorIn("{\"a\": 1, \"a\": 2}") == "duplicate-key 1:10");
  CHECK(errorIn("{\"a\": " + std::string(100, '[')).starts_with("too-deep"));
}

TEST_CASE("JSON is told from a map of YAML in brackets") {
  CHECK(data::looksLikeJson(" \n{ \"a\": 1}"));
  CHECK(data::looksLikeJson("{}"));
  CHECK_FALSE(data::looksLikeJson("{a: 1}"));
  CHECK_FALSE(data::looksLikeJson("a: {\"b\": 1}"));
}
