// The layers of src/ in order: a file may include its own layer and those before it.
#include <algorithm>
#include <array>
#include "catch.h"
#include <filesystem>
#include <fstream>
#include <regex>

TEST_CASE("no layer includes a later one") {
  constexpr std::array<std::string_view, 8> order{"diagnostics", "data", "cloudformation", "aws",
                                                  "config", "assets",      "constructs",     "cli"};
  const auto rank = [&](std::string_view layer) { return std::ranges::find(order, layer) - order.begin(); };
  const std::regex include{R"re(#include "(\w+)/.*)re"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator{SOURCE_DIR "/src"}) {
    const auto layer = std::filesystem::relative(entry.path(), SOURCE_DIR "/src").begin()->string();
    std::ifstream file{entry.path()};
    std::smatch found;
    for (std::string line; std::getline(file, line);)
      if (rank(layer) < 8 && std::regex_match(line, found, include)) {
        INFO(entry.path().string() << ": " << line);
        CHECK(rank(found.str(1)) <= rank(layer));
      }
  }
}
