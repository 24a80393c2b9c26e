#include "app/preset.h"
#include "catch.h"
#include "config/load.h"
#include "sample.h"
#include "schema/plain.h"

namespace {

template <class T, class... Arguments>
constexpr bool hasBetween = requires(schema::Described<T> field) {
  field.between(1, 2);
};
template <class T>
constexpr bool hasUnit = requires(schema::Described<T> field) {
  field.unit("GiB");
};
template <class T>
constexpr bool hasUnique = requires(schema::Described<T> field) {
  field.unique();
};
template <class T>
constexpr bool hasRequired = requires(schema::Described<T> field) {
  field.required();
};
template <class T>
constexpr bool hasPlaceholder = requires(schema::Described<T> field) {
  field.placeholder("x");
};
template <class T>
constexpr bool isField = requires(schema::Group group, T variable) {
  group.field("name", variable, "doc");
};

using Number = std::int64_t;

struct Undescribed {
  int a;
};

/// What is wrong with a description, a line each: members forgotten, texts missing, words that YAML misreads, ...
void audit(const schema::Field& field, const std::string& path, std::vector<std::string>& found) {
  const auto report = [&](const char* what) { found.push_back(path + ": " + what); };
  if (field.doc.empty()) report("no doc");
  if (!field.doc.empty() && field.doc.back() != '.') report("the doc is no sentence");
  if (field.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != field.name.npos)
    report("the name is not in snake_case");
  for (const auto& choice : field.kind->choices)
    if (!schema::otherMeaning(choice.word).empty()) report("a word that some readers of YAML misread");
  if (field.type() == schema::Type::group &&
      field.fields.size() + field.derived != field.kind->members + field.included)
    report("a member without description, or one described twice");
  const bool isItem = path.ends_with("[]");
  const auto shown = field.type() == schema::Type::group || isItem ? data::Value{} : schema::show(field);
  if (const auto* number = shown.as<Number>())
    if (*number < field.least.value_or(*number) || *number > field.most.value_or(*number))
      report("the default is out of range");
  if (const auto* text = shown.as<std::string>(); text && !field.required && !field.kind->parse(nullptr, *text))
    report("the default is not of the type");
  if (field.type() == schema::Type::text)
    for (const auto example : field.examples)
      if (!field.kind->parse(nullptr, std::string{example})) report("an example is not of the type");
  if (field.kind->prototype) audit(*field.kind->prototype(field).field, path + "[]", found);
  for (const auto& inner : field.fields) audit(inner, path + "." + std::string{inner.name}, found);
}

std::vector<std::string> audit(const schema::Field& schema) {
  std::vector<std::string> found;
  audit(schema, "", found);
  return found;
}

}  // namespace

TEST_CASE("rules that do not fit a field's type do not compile") {
  STATIC_REQUIRE(hasBetween<Number>);
  STATIC_REQUIRE(hasBetween<std::optional<Number>>);
  STATIC_REQUIRE(hasBetween<std::vector<Number>>);
  STATIC_REQUIRE_FALSE(hasBetween<std::string>);
  STATIC_REQUIRE_FALSE(hasBetween<bool>);
  STATIC_REQUIRE(hasUnit<Number>);
  STATIC_REQUIRE_FALSE(hasUnit<sample::Tag>);
  STATIC_REQUIRE(hasUnique<std::vector<sample::Tag>>);
  STATIC_REQUIRE_FALSE(hasUnique<std::vector<sample::Listener>>);
  STATIC_REQUIRE_FALSE(hasUnique<Number>);
  STATIC_REQUIRE(hasRequired<std::string>);
  STATIC_REQUIRE_FALSE(hasRequired<std::optional<std::string>>);
  STATIC_REQUIRE(hasPlaceholder<sample::Tag>);
  STATIC_REQUIRE_FALSE(hasPlaceholder<bool>);
}

TEST_CASE("what cannot be a field does not compile") {
  STATIC_REQUIRE(isField<std::optional<sample::Mode>>);
  STATIC_REQUIRE(isField<std::vector<std::string>>);
  STATIC_REQUIRE_FALSE(isField<int>);
  STATIC_REQUIRE_FALSE(isField<double>);
  STATIC_REQUIRE_FALSE(isField<std::vector<bool>>);
  STATIC_REQUIRE_FALSE(isField<Undescribed>);
  STATIC_REQUIRE_FALSE(isField<std::optional<std::vector<std::string>>>);
}

TEST_CASE("members are counted") {
  STATIC_REQUIRE(schema::memberCount<Undescribed>() == 1);
  STATIC_REQUIRE(schema::memberCount<sample::Server>() == 5);
  STATIC_REQUIRE(schema::memberCount<sample::Sample>() == 10);
}

TEST_CASE("the sample is described in full, and a forgotten member is noticed") {
  sample::Sample sample;
  auto schema = describe(sample);
  CHECK(audit(schema) == std::vector<std::string>{});
  schema.fields.pop_back();
  CHECK(audit(schema) == std::vector<std::string>{": a member without description, or one described twice"});
}

TEST_CASE("the config is described in full") {
  const config::LoadedConfig loaded;
  CHECK(audit(loaded.schema) == std::vector<std::string>{});
}

TEST_CASE("what other readers of YAML make of plain text") {
  using schema::otherMeaning;
  for (const auto* text : {"matomo", "eu-west-1", "10.0.0.0/16", "t4g.small", "2001:db8::/32", "/-/health", "1-2", "-",
                           "Z0123", "1.2.3", "0x", "0xg", "1e", ".", "_1", "2026-11", "::1", "1:a"}) {
    CAPTURE(text);
    CHECK(otherMeaning(text).empty());
  }
  CHECK(otherMeaning("") == "nothing");
  CHECK(otherMeaning("Null") == "nothing");
  CHECK(otherMeaning("~") == "nothing");
  CHECK(otherMeaning("Off") == "a flag");
  CHECK(otherMeaning("012345678901") == "a number");
  CHECK(otherMeaning("-1.5e3") == "a number");
  CHECK(otherMeaning("-.inf") == "a number");
  CHECK(otherMeaning("22:30") == "a base-60 number");
  CHECK(otherMeaning("2026-11-24") == "a date");
  CHECK(otherMeaning("2026-11-24T10:00:00Z") == "a date");
}

TEST_CASE("presets are described in full") {
  app::Preset preset;
  CHECK(audit(app::describe(preset)) == std::vector<std::string>{});
}
