#include "schema/documents.h"

#include "catch.h"
#include "sample.h"

namespace {

schema::Field sampleSchema() {
  static sample::Sample sample;
  return describe(sample);
}

const data::Value& at(const data::Value& value, std::initializer_list<std::string_view> path) {
  const auto* found = &value;
  for (const auto key : path) {
    const auto* map = found->as<data::Map>();
    REQUIRE(map);
    found = find(*map, key);
    REQUIRE(found);
  }
  return *found;
}

bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the reference page") {
  const auto page = schema::reference(sampleSchema());
  CHECK(page.starts_with("# The config\n\nA sample.\n"));
  CHECK(contains(page, "```yaml\nname: shop\nzone:\n  id: Z123\n```\n"));
  CHECK(contains(page, "| `name` | text | **required** | Its name. Examples: `shop`, `blog`. |\n"));
  CHECK(contains(page, "| `tag` | `#` and lower case letters, such as `#blue` | not set | Its tag. |\n"));
  CHECK(contains(page, "\n## server\n\nWhat it runs on.\n\nServers are cattle.\n"));
  CHECK(contains(page, "| `count` | a whole number between 1 and 9 | `2` | How many \\| of them. |\n"));
  CHECK(contains(page, "\n`server.mode` is one of:\n\n- `fast`: As fast as it gets.\n- `slow-and-steady`\n"));
  CHECK(contains(page, "\n## server.inner\n"));
  CHECK(contains(page, "| `keep_days` | a whole number of days of at least 1 | `7` | How long. |\n"));
  CHECK(contains(page,
                 "| `tags` | list, at most 3, without repetition, of: `#` and lower case letters, such as `#blue` | none |"));
  CHECK(contains(page, "\n## listeners\n"));
  CHECK(contains(page, "| `host` | text | **required** | Name of the host. Example: `www`. |\n"));
  CHECK(page == schema::reference(sampleSchema()));
}

TEST_CASE("a field explained") {
  const auto schema = sampleSchema();
  const auto whole = schema::explain(schema, "");
  REQUIRE(whole);
  CHECK(whole->starts_with("The config\n\nA sample.\n"));
  CHECK(contains(*whole, "\n  server "));
  const auto mode = schema::explain(schema, "server.mode");
  REQUIRE(mode);
  CHECK(mode->starts_with("server.mode\n\n"));
  CHECK(contains(*mode, "\nDefault: `fast`\n"));
  CHECK(contains(*mode, "\nWords:\n  fast             As fast as it gets.\n  slow-and-steady\n"));
  CHECK(contains(schema::explain(schema, "server.inner").value(), "\n  server.inner.keep_days  "));
  CHECK(contains(schema::explain(schema, "listeners.host").value(), "\nValue:   text\nRequired\nExample: www\n"));
  for (const auto* none : {"servers", "server.", ".server", "server.mode.fast", "name.x", "."})
    CHECK(schema::explain(schema, none) == std::nullopt);
  const auto paths = schema::paths(schema);
  CHECK(std::ranges::count(paths, "server.inner.keep_days") == 1);
  CHECK(std::ranges::count(paths, "listeners.host") == 1);
  for (const auto& path : paths) CHECK(schema::explain(schema, path));
}

TEST_CASE("the JSON Schema") {
  const auto schema = schema::jsonSchema(sampleSchema());
  const auto text = [&](std::initializer_list<std::string_view> path) { return data::toJson(at(schema, path)); };
  CHECK(text({"$schema"}) == "\"https://json-schema.org/draft/2020-12/schema\"\n");
  CHECK(text({"additionalProperties"}) == "false\n");
  CHECK(text({"required"}) == data::toJson(data::List{"name", "zone"}));
  const auto property = [&](std::string_view name) -> const data::Value& { return at(schema, {"properties", name}); };
  CHECK(data::toJson(at(property("name"), {"examples"})) == data::toJson(data::List{"shop", "blog"}));
  CHECK(data::toJson(at(property("title"), {"default"})) == "\"none\"\n");
  CHECK(data::toJson(at(property("version"), {"type"})) == data::toJson(data::List{"string", "number"}));
  CHECK(find(*property("tag").as<data::Map>(), "default") == nullptr);
  const auto& server = at(property("server"), {"properties"});
  CHECK(data::toJson(at(server, {"count", "minimum"})) == "1\n");
  CHECK(data::toJson(at(server, {"count", "maximum"})) == "9\n");
  CHECK(data::toJson(at(server, {"mode", "enum"})) == data::toJson(data::List{"fast", "slow-and-steady"}));
  CHECK(data::toJson(at(server, {"mode", "default"})) == "\"fast\"\n");
  CHECK(data::toJson(at(server, {"inner", "properties", "keep_days", "description"})) == "\"How long. In days.\"\n");
  CHECK(data::toJson(at(property("tags"), {"maxItems"})) == "3\n");
  CHECK(data::toJson(at(property("tags"), {"uniqueItems"})) == "true\n");
  CHECK(data::toJson(at(property("tags"), {"items", "pattern"})) == "\"^#[a-z]+$\"\n");
  CHECK(data::toJson(at(property("ports"), {"items", "maximum"})) == "100\n");
  CHECK(data::toJson(at(property("listeners"), {"items", "required"})) == data::toJson(data::List{"host"}));
}

TEST_CASE("the examples are configs without mistakes, as they are and with every comment taken off") {
  const auto schema = sampleSchema();
  CHECK(sample::Read{schema::shortestExample(schema)}.mistakes() == std::vector<std::string>{});
  const auto annotated = schema::annotatedExample(schema);
  CHECK(sample::Read{annotated}.mistakes() == std::vector<std::string>{});
  // A setting is a comment by a `#` in the first column, with an even indent behind it; explanations have an odd one.
  std::string bare;
  for (std::size_t i = 0; i < annotated.size(); ++i) {
    const bool setting = annotated[i] == '#' && (i == 0 || annotated[i - 1] == '\n') &&
                         (annotated.find_first_not_of(' ', i + 1) - i - 1) % 2 == 0;
    if (!setting) bare += annotated[i];
  }
  INFO(bare);
  CHECK(sample::Read{bare}.mistakes() == std::vector<std::string>{});
}
