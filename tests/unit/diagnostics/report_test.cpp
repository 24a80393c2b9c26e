#include "catch.h"
#include "diagnostics/diagnostics.h"

namespace {

/// The report of one error in that text.
std::string reported(const std::string& text, diag::Span span, const std::string& message = "wrong",
                     const std::string& hint = "") {
  diag::Sources sources{"config.yaml", text};
  diag::Diagnostics diagnostics{sources};
  diagnostics.error("rule", span, message, hint);
  return asText(diagnostics);
}

}  // namespace

TEST_CASE("a report shows the line with a caret, the hint, and how many there are") {
  diag::Sources sources{"config.yaml", "name: matomo\nzones: 7\n"};
  diag::Diagnostics diagnostics{sources};
  diagnostics.error("out-of-range", {2, 8, 1}, "`zones` cannot be `7`", "write 2 or 3");
  diagnostics.warning("slow", {1, 7, 6}, "slow");
  diagnostics.error("whole", {}, "the whole file", "write another");
  CHECK(asText(diagnostics) ==
        "config.yaml: error: the whole file [whole]\n"
        "      = write another\n"
        "config.yaml:1:7: warning: slow [slow]\n"
        "    1 | name: matomo\n"
        "      |       ^^^^^^\n"
        "config.yaml:2:8: error: `zones` cannot be `7` [out-of-range]\n"
        "    2 | zones: 7\n"
        "      |        ^ write 2 or 3\n"
        "2 errors, 1 warning\n");
  CHECK(diagnostics.hasErrors());
}

TEST_CASE("nothing wrong, nothing reported") {
  diag::Sources sources{"config.yaml", ""};
  diag::Diagnostics diagnostics{sources};
  CHECK(asText(diagnostics).empty());
  CHECK(asGitHubAnnotations(diagnostics).empty());
  CHECK_FALSE(diagnostics.hasErrors());
  diagnostics.warning("slow", {}, "slow");
  CHECK_FALSE(diagnostics.hasErrors());
  CHECK(asText(diagnostics) == "config.yaml: warning: slow [slow]\n1 warning\n");
}

TEST_CASE("the caret stands below the text whatever the text is") {
  SECTION("characters of several bytes") {
    CHECK(reported("näme: x\n", {1, 7, 1}) ==
          "config.yaml:1:7: error: wrong [rule]\n"
          "    1 | näme: x\n"
          "      |       ^\n"
          "1 error\n");
  }
  SECTION("wide characters") {
    CHECK(reported("日本: 東京\n", {1, 5, 2}) ==
          "config.yaml:1:5: error: wrong [rule]\n"
          "    1 | 日本: 東京\n"
          "      |       ^^^^\n"
          "1 error\n");
  }
  SECTION("combining characters") {
    CHECK(reported("e\u0301: x\n", {1, 5, 1}) ==
          "config.yaml:1:5: error: wrong [rule]\n"
          "    1 | e\u0301: x\n"
          "      |    ^\n"
          "1 error\n");
  }
  SECTION("tabs") {
    CHECK(reported("a:\tb\n", {1, 4, 1}) ==
          "config.yaml:1:4: error: wrong [rule]\n"
          "    1 | a:→b\n"
          "      |    ^\n"
          "1 error\n");
  }
  SECTION("a span that is longer than the line") {
    CHECK(reported("abc\n", {1, 2, 99}) ==
          "config.yaml:1:2: error: wrong [rule]\n"
          "    1 | abc\n"
          "      |  ^^\n"
          "1 error\n");
  }
  SECTION("just behind the line, which ends as on Windows") {
    CHECK(reported("abc\r\nd\r\n", {1, 4, 1}) ==
          "config.yaml:1:4: error: wrong [rule]\n"
          "    1 | abc\n"
          "      |    ^\n"
          "1 error\n");
  }
  SECTION("behind the last line") {
    CHECK(reported("abc\n", {9, 4, 1}) ==
          "config.yaml:9:4: error: wrong [rule]\n"
          "    9 | \n"
          "      | ^\n"
          "1 error\n");
  }
}

TEST_CASE("a very long line is cut around the caret") {
  const auto report = reported(std::string(500, 'a') + "X" + std::string(500, 'b') + "\n", {1, 501, 1});
  CHECK(report ==
        "config.yaml:1:501: error: wrong [rule]\n"
        "    1 | …" +
            std::string(60, 'a') + "X" + std::string(38, 'b') +
            "…\n"
            "      | " +
            std::string(61, ' ') +
            "^\n"
            "1 error\n");
  const auto wholeLine = reported(std::string(500, 'a'), {1, 1, 500});
  CHECK(wholeLine.find(std::string(100, '^') + "\n") != std::string::npos);
}

TEST_CASE("no report passes on what a terminal acts upon") {
  const std::string hostile = "\x1b[2J\x07\u202e\u200b\xff\u009b";
  const auto report = reported("a: " + hostile + "\n", {1, 4, 1}, "got `" + hostile + "`", "not\n" + hostile);
  CHECK(report ==
        "config.yaml:1:4: error: got `\\x1b[2J\\x07\\u{202e}\\u{200b}\\xff\\u{9b}` [rule]\n"
        "    1 | a: \\x1b[2J\\x07\\u{202e}\\u{200b}\\xff\\u{9b}\n"
        "      |    ^^^^ not\\x0a\\x1b[2J\\x07\\u{202e}\\u{200b}\\xff\\u{9b}\n"
        "1 error\n");
  diag::Sources sources{"\x1b[2J.yaml", ""};
  diag::Diagnostics diagnostics{sources};
  diagnostics.error("rule", {}, hostile);
  CHECK(asText(diagnostics).find('\x1b') == std::string::npos);
  CHECK(asGitHubAnnotations(diagnostics).find('\x1b') == std::string::npos);
}

TEST_CASE("colours are added on request, and taken away they leave the same text") {
  diag::Sources sources{"config.yaml", "a: b\n"};
  diag::Diagnostics diagnostics{sources};
  diagnostics.error("rule", {1, 4, 1}, "wrong", "write c");
  diagnostics.warning("rule", {}, "slow", "faster");
  auto coloured = asText(diagnostics, diag::Colour::always);
  CHECK(coloured.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[1;33mwarning:\x1b[0m") != std::string::npos);
  for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == asText(diagnostics));
}

TEST_CASE("findings are sorted by place, in the order they were found there, and none is said twice") {
  diag::Sources sources{"config.yaml", "a\nb\n"};
  diag::Diagnostics diagnostics{sources};
  diagnostics.error("r", {2, 1, 1}, "third");
  diagnostics.error("r", {1, 1, 1}, "first");
  diagnostics.error("r", {1, 1, 1}, "second");
  diagnostics.error("r", {1, 1, 1}, "first");
  std::vector<std::string> messages;
  for (const auto& diagnostic : diagnostics.inFileOrder()) messages.push_back(diagnostic.message);
  CHECK(messages == std::vector<std::string>{"first", "second", "third"});
}

TEST_CASE("of very many findings the first hundred are shown") {
  diag::Sources sources{"config.yaml", ""};
  diag::Diagnostics diagnostics{sources};
  for (int line = 1; line <= 250; ++line) diagnostics.error("r", {line, 1, 1}, "wrong");
  const auto report = asText(diagnostics);
  CHECK(report.ends_with("... and 150 more\n250 errors\n"));
  CHECK(report.find("config.yaml:100:") != std::string::npos);
  CHECK(report.find("config.yaml:101:") == std::string::npos);
}

TEST_CASE("annotations for GitHub escape what would end them") {
  diag::Sources sources{"a,b:c.yaml", ""};
  diag::Diagnostics diagnostics{sources};
  diagnostics.error("some-rule", {3, 7, 2}, "50% of `a`:\nb, c", "write d");
  diagnostics.warning("slow", {}, "slow");
  CHECK(asGitHubAnnotations(diagnostics) ==
        "::warning file=a%2Cb%3Ac.yaml,title=slow::slow\n"
        "::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=some-rule::50%25 of `a`:%0Ab, c: write d\n");
}
