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

TEST_CASE("ranges hold the world if they have half of the internet's addresses together") {
  const auto hold = [](std::vector<const char*> texts, check::Family family) {
    std::vector<check::Range> ranges;
    for (const auto* text : texts) ranges.push_back(*check::parseRange(text));
    return check::holdTheWorld(ranges, family);
  };
  using enum check::Family;
  CHECK(hold({"0.0.0.0/0"}, ipv4));
  CHECK(hold({"128.0.0.0/1"}, ipv4));
  CHECK(hold({"0.0.0.0/2", "64.0.0.0/2"}, ipv4));
  CHECK_FALSE(hold({"0.0.0.0/2", "0.0.0.0/2", "10.0.0.0/8"}, ipv4));  // each address is counted once
  CHECK_FALSE(hold({"::/0"}, ipv4));
  CHECK_FALSE(hold({}, ipv4));
  for (const auto* all : {"::/0", "0:0:0:0:0:0:0:0/0", "2000::/3", "::/1", "2000::/4"}) CHECK(hold({all}, ipv6));
  CHECK(hold({"2000::/5", "2800::/5"}, ipv6));
  CHECK_FALSE(hold({"8000::/1"}, ipv6));  // nobody has an address there
  CHECK_FALSE(hold({"fc00::/7", "2001:db8::/32"}, ipv6));
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
