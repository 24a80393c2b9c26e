#include "pipeline/workflow.h"

#include <stdexcept>

#include "catch.h"
#include "pipeline/steps.h"

using namespace pipeline;

TEST_CASE("a scalar is just its text, for YAML and for GitHub") {
  CHECK(scalar("main") == "'main'");
  CHECK(scalar("") == "''");
  CHECK(scalar("it's") == "'it''s'");
  CHECK(scalar("a ${{ b }}") == "'a ${{ ''${{'' }} b }}'");  // read by YAML, then as an expression that is `${{`
}

TEST_CASE("a pattern matches just its text") {
  CHECK(pattern("release/1.0") == "'release/1.0'");
  CHECK(pattern("a*b?c+d[e]!f\\") == "'a\\*b\\?c\\+d\\[e\\]\\!f\\\\'");
  CHECK(pattern("x${{y}}") == "'x*y}}'");
}

TEST_CASE("a template gets all its values, and no others") {
  CHECK(fill("a: '@one@' # '@two@'", {{"one", "1"}, {"two", "'@one@'"}}) == "a: 1 # '@one@'");
  CHECK_THROWS_AS(fill("'@one@'", {}), std::logic_error);
  CHECK_THROWS_AS(fill("", {{"one", "1"}}), std::logic_error);
  CHECK_THROWS_AS(fill("'@one'", {{"one", "1"}}), std::logic_error);
}

TEST_CASE("a variable of the repository has a name that GitHub takes") {
  CHECK(variableFor("matomo", "PLAN_ROLE") == "MATOMO_PLAN_ROLE");
  CHECK(variableFor("Site-2", "PLAN_ROLE") == "SITE_2_PLAN_ROLE");
  CHECK(variableFor("github-site", "PLAN_ROLE") == "CAIRN_GITHUB_SITE_PLAN_ROLE");
  CHECK(variableFor("GitHub", "PLAN_ROLE") == "CAIRN_GITHUB_PLAN_ROLE");
}

TEST_CASE("a word is one argument of a shell's command") {
  CHECK(shellWord("config/matomo.yaml") == "config/matomo.yaml");
  CHECK(shellWord("") == "''");
  CHECK(shellWord("it's $HOME") == "'it'\\''s $HOME'");
}
