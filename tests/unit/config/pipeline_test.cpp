#include "config/pipeline.h"

#include "catch.h"
#include "config/load.h"

namespace {

template <class T>
void refuses(std::initializer_list<std::string> texts) {
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK_FALSE(T::parse(text));
  }
}

template <class T>
void takes(std::initializer_list<std::string> texts) {
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK(T::parse(text));
  }
}

}  // namespace

TEST_CASE("repositories") {
  takes<config::Repository>({"example/analytics", "a/b", "Some-Org/.github", "short_acme/a.b_c-d"});
  refuses<config::Repository>({"", "analytics", "/analytics", "example/", "example/a/b", "-a/b", "a-/b", "a--b/c",
                               "a b/c", "example/..", "example/.", "example/x.git", "example/a b", "example/$(x)",
                               "a'/b", std::string(40, 'a') + "/b", "a/" + std::string(101, 'b'),
                               "example/analytics\n"});
}

TEST_CASE("numbers of GitHub") {
  takes<config::GitHubId>({"1", "1234567", "9999999999"});
  refuses<config::GitHubId>({"", "0", "012", "12x", "-1", "1.5", "1e3", std::string(20, '1')});
}

// What `git check-ref-format --branch` refuses, and what neither a subject nor IAM could hold.
TEST_CASE("branches") {
  takes<config::Branch>({"main", "release/2026.11", "feature/a@b", "a$(id)b", "it's", "a{b}", "${{", "\"quoted\""});
  refuses<config::Branch>({"",
                           "a b",
                           "a..b",
                           "-a",
                           "/a",
                           "a/",
                           "a//b",
                           "a.",
                           ".a",
                           "a/.b",
                           "a.lock",
                           "a.lock/b",
                           "a@{b",
                           "@",
                           "a~b",
                           "a^b",
                           "a:b",
                           "a?b",
                           "a*b",
                           "a[b",
                           "a\\b",
                           "a\tb",
                           "a\x7f",
                           "b\xc3\xa4r",
                           "refs/heads/main",
                           std::string(201, 'a')});
}

TEST_CASE("a config without pipeline has none, one with it needs the repository alone") {
  diag::Sources sources;
  const auto& source = sources.add("c.yaml",
                                   "name: matomo\ndomain: a.example.com\nhosted_zone:\n  name: example.com\n"
                                   "  id: Z0123456789\n");
  diag::Diagnostics diagnostics{sources};
  const auto plain = config::load(source, diagnostics);
  CHECK_FALSE(diagnostics.hasErrors());
  CHECK_FALSE(plain->config.pipeline.wanted());
  CHECK(plain->config.stackName().text() == "matomo");

  diag::Sources withSources{"c.yaml", source.text +
                                          "pipeline:\n  repository: example/analytics\n  owner_id: 12\n"
                                          "  stack_name: analytics\n"};
  diag::Diagnostics found{withSources};
  const auto loaded = config::load(withSources.first(), found);
  CHECK_FALSE(found.hasErrors());
  CHECK(loaded->config.pipeline.wanted());
  CHECK(loaded->config.pipeline.owner() == "example");
  CHECK(loaded->config.pipeline.name() == "analytics");
  CHECK(loaded->config.pipeline.ownerId->text() == "12");
  CHECK(loaded->config.pipeline.branch.text() == "main");
  CHECK(loaded->config.stackName().text() == "analytics");
}
