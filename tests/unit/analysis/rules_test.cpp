#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "analysis/check/addresses.h"
#include "analysis/check/check.h"
#include "analysis/check/engines.h"
#include "analysis/check/policies.h"
#include "catch.h"

namespace {

std::string slurp(const std::string& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator{file}, {}};
}

}  // namespace

TEST_CASE("every rule has a name of its own and says all that its page needs") {
  std::set<std::string_view> ids;
  for (const auto* rule : check::allRules()) {
    const auto& text = rule->text;
    INFO(text.id);
    CHECK(ids.insert(text.id).second);
    CHECK(std::ranges::all_of(text.id,
                              [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
    CHECK((text.title.size() > 10 && text.title.size() < 100 && !text.title.ends_with('.')));
    CHECK(text.why.ends_with('.'));
    CHECK(text.fix.ends_with('.'));
    CHECK_FALSE((text.source.empty() || text.source.ends_with('.')));
    CHECK(check::findRule(text.id) == rule);
  }
  CHECK(ids.size() >= 100);
  CHECK_FALSE(check::findRule("no-such-rule"));
}

TEST_CASE("every rule is exercised by a planted mistake, or says why not") {
  const auto mutations =
      slurp(SOURCE_DIR "/tests/check/mutations.yaml") + slurp(SOURCE_DIR "/tests/check/fragments.yaml");
  // Found in the size of a whole template, or long before: see limits_test.cpp.
  const std::set<std::string_view> elsewhere{"template-too-large", "template-needs-bucket", "too-many", "too-long"};
  for (const auto* rule : check::allRules()) {
    INFO(rule->text.id);
    CHECK((elsewhere.contains(rule->text.id) ||
           mutations.find("rule: " + std::string{rule->text.id} + "\n") != std::string::npos));
  }
}

TEST_CASE("the pages of the rules are what `cairn rules` writes") {
  CHECK(slurp(SOURCE_DIR "/docs/rules/README.md") == check::indexPage());
  std::set<std::string> pages{"README.md"};
  for (const auto* rule : check::allRules()) {
    INFO(rule->text.id);
    CHECK(slurp(SOURCE_DIR "/docs/rules/" + check::pageName(*rule)) == check::pageOf(*rule));
    pages.insert(check::pageName(*rule));
  }
  for (const auto& file : std::filesystem::directory_iterator{SOURCE_DIR "/docs/rules"}) {
    INFO(file.path().string());
    CHECK(pages.contains(file.path().filename().string()));  // of a rule that there is
  }
}

TEST_CASE("ranges of addresses are read, and their union is counted once") {
  CHECK(check::parseRange("10.0.0.0/8")->size() == 1u << 24);
  CHECK(check::parseRange("0.0.0.0/0")->size() == std::uint64_t{1} << 32);
  CHECK(check::parseRange("10.1.2.3/32")->size() == 1);
  for (const auto* wrong :
       {"", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "256.0.0.0/8", "10.0.0.0/8x", "::/0", "a.b.c.d/8"})
    CHECK_FALSE(check::parseRange(wrong));
  CHECK(check::sizeOfUnion({*check::parseRange("0.0.0.0/1"), *check::parseRange("128.0.0.0/1")}) == std::uint64_t{1}
                                                                                                        << 32);
  CHECK(check::sizeOfUnion({*check::parseRange("10.0.0.0/8"), *check::parseRange("10.1.0.0/16")}) == 1u << 24);
  CHECK(check::sizeOfUnion({}) == 0);
}

TEST_CASE("patterns of actions take in what IAM says they do") {
  CHECK(check::actionCovers("*", "s3:GetObject"));
  CHECK(check::actionCovers("s3:Get*", "s3:GetObject"));
  CHECK(check::actionCovers("S3:get*", "s3:GetObject"));
  CHECK(check::actionCovers("s3:*Object", "s3:GetObject"));
  CHECK(check::actionCovers("s3:Get?bject", "s3:GetObject"));
  CHECK_FALSE(check::actionCovers("s3:Get", "s3:GetObject"));
  CHECK_FALSE(check::actionCovers("s3:Put*", "s3:GetObject"));
  CHECK_FALSE(check::actionCovers("s3:GetObjectAcl", "s3:GetObject"));
}

TEST_CASE("a version belongs to the line that it begins with") {
  CHECK(check::supportOf("mysql", "8.0.41")->line == "8.0");
  CHECK(check::supportOf("mysql", "8.4")->line == "8.4");
  CHECK(check::supportOf("postgres", "13.22")->line == "13");
  CHECK(check::supportOf("mariadb", "10.11.5")->line == "10.11");
  CHECK(check::supportOf("lambda", "java8.al2")->line == "java8.al2");
  CHECK(check::supportOf("lambda", "python3.10")->line == "python3.10");
  CHECK_FALSE(check::supportOf("lambda", "provided.al2023"));
  CHECK_FALSE(check::supportOf("mysql", "9.1"));
  CHECK_FALSE(check::supportOf("postgres", "130"));
  CHECK_FALSE(check::supportOf("oracle-se2", "19"));
}
