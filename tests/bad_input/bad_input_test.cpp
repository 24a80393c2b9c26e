// Each x.yaml here is a config with mistakes; x.txt is the report that the user gets for it.
// `UPDATE_GOLDEN=1 ctest` accepts new reports; then read `git diff` with the eyes of somebody who made the mistake.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "config/load.h"
#include "constructs/boot_data.h"

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator{file}, {}};
}

std::string reportOn(const std::string& name, std::string text) {
  diag::Sources sources{name, std::move(text)};
  diag::Diagnostics diagnostics{sources};
  const auto loaded = config::load(sources.first(), diagnostics, [](const std::string& path) {
    const auto file = fs::path{SOURCE_DIR "/tests/bad_input"} / path;
    return fs::exists(file) ? data::FileText{slurp(file), {}} : data::FileText{{}, "No such file or directory"};
  });
  if (!diagnostics.hasErrors()) constructs::checkUserData(*loaded, diagnostics);
  return asText(diagnostics);
}

/// What a config needs at least.
const std::string shortest =
    "name: matomo\n"
    "domain: analytics.example.com\n"
    "hosted_zone:\n"
    "  name: example.com\n"
    "  id: Z0123456789ABCDEFGHIJ\n";

/// The report on a config that is made here because it is large; and it does not take long.
std::string reportOnLarge(const std::string& text) {
  auto report = reportOn("large.yaml", shortest + text);
  INFO(report.substr(0, 2000));
  CHECK(report.size() < 40'000);
  CHECK(report.find("error") != std::string::npos);
  return report;
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("bad input: every mistake has its report") {
  int cases = 0;
  for (const auto& entry : fs::directory_iterator{SOURCE_DIR "/tests/bad_input"}) {
    if (entry.path().extension() != ".yaml") continue;
    ++cases;
    DYNAMIC_SECTION(entry.path().stem().string()) {
      const auto report = reportOn(entry.path().filename().string(), slurp(entry.path()));
      auto golden = entry.path();
      golden.replace_extension(".txt");
      if (std::getenv("UPDATE_GOLDEN")) std::ofstream{golden} << report;
      INFO("expected report: " << golden.string());
      CHECK(report == slurp(golden));
      CHECK(report.find("error: ") != std::string::npos);
    }
  }
  CHECK(cases >= 60);
}

TEST_CASE("bad input: large and deep configs are refused quickly") {
  CHECK(reportOnLarge("region: " + std::string(2'000'000, 'x')).size() < 1000);
  CHECK(reportOnLarge("region: \"" + std::string(900'000, 'x') + "\"\n").size() < 1000);
  reportOnLarge("region: " + std::string(100'000, '[') + "\n");
  reportOnLarge("region: " + repeated("{a: ", 100'000) + "\n");
  reportOnLarge("region: " + repeated("- ", 100'000) + "\n");
  reportOnLarge("region: " + repeated("? ", 100'000) + "\n");
  reportOnLarge("ssh:\n  from:\n" + repeated("    - 203.0.113.7/32\n", 40'000));
  reportOnLarge("network:\n  subnets:\n    public:\n" + repeated("    - x\n", 90'000));
  reportOnLarge("region: " + std::string(500'000, '\t') + "x\n");
  reportOnLarge(repeated("\n", 900'000) + "\"");
}

TEST_CASE("bad input: tens of thousands of unknown fields") {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "field" + std::to_string(i) + ": x\n";
  CHECK(reportOnLarge(text).ends_with("... and 39900 more\n40000 errors\n"));
  CHECK(reportOnLarge(std::string(200'000, 'k') + ": x\n").size() < 1000);
}

TEST_CASE("bad input: aliases that would grow without end") {
  std::string laughs = "a: &a [x, x]\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string last(9, static_cast<char>(c - 1));
    laughs += std::string{c} + ": &" + c + " [";
    for (const char previous : last) laughs += std::string{"*"} + previous + ", ";
    laughs += "x]\n";
  }
  reportOnLarge(laughs);
  reportOnLarge("region: &a [*a]\n");
}

TEST_CASE("bad input: no text whatever brings the reader down") {
  std::uint32_t state = 1;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
  };
  constexpr std::string_view alphabet = "name: -[]{}#&*!|>'\"%@`\n\t ,?~<=0x1\xc3\xa9\xff\\.";
  for (int round = 0; round < 3000; ++round) {
    auto text = shortest + "network:\n  zones: 3\nssh:\n  from:\n    - 203.0.113.7/32\n";
    for (std::uint32_t edits = 1 + next(6); edits > 0; --edits) {
      const auto at = next(static_cast<std::uint32_t>(text.size()));
      const auto c = alphabet[next(static_cast<std::uint32_t>(alphabet.size()))];
      if (next(3) == 0)
        text.erase(at, 1 + next(5));
      else if (next(2) == 0)
        text[at] = c;
      else
        text.insert(at, 1, c);
    }
    const auto report = reportOn("random.yaml", text);
    CHECK((report.empty() || report.find('\n') != std::string::npos));
  }
}
