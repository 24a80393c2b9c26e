// Reads from standard input what mutated.py makes, one JSON object a line, and puts it: {"template": TEXT, "lines":
// TEXT} or {"config": TEXT}. Prints a line for each, 1 if the text was read, so that whoever waits knows where it
// ended.
#include <iostream>

#include "data/read_json.h"
#include "put.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    diag::Sources sources{"standard input", line};
    diag::Diagnostics diagnostics{sources};
    const auto value = data::readJson(sources.first(), diagnostics, {.bytes = 64'000'000});
    const auto* map = value.as<data::Map>();
    if (!map) return 1;
    const auto text = [&](std::string_view key) {
      const auto* found = data::find(*map, key);
      const auto* written = found ? found->as<std::string>() : nullptr;
      return written ? *written : std::string{};
    };
    const bool isConfig = data::find(*map, "config") != nullptr;
    std::cout << (isConfig ? fuzz::build(text("config")) : fuzz::put(text("template"), text("lines"))) << std::endl;
  }
}
