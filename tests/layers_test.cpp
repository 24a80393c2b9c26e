// A file may include its own layer and those that src/CMakeLists.txt lets it use. All headers are found from src/, so
// the compiler alone would not notice.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "catch.h"

namespace {

using Layers = std::map<std::string, std::set<std::string>>;

/// What each layer may include: itself and all it uses, by itself or through others. A layer names only those before
/// it.
Layers readLayers() {
  Layers layers{{"assets", {"assets", "data", "diagnostics", "text"}}};  // has a CMakeLists.txt of its own
  std::ifstream file{SOURCE_DIR "/src/CMakeLists.txt"};
  for (std::string line; std::getline(file, line);) {
    constexpr std::string_view start = "layer(";
    if (!line.starts_with(start)) continue;
    std::istringstream words{line.substr(start.size(), line.find(')') - start.size())};
    std::string name;
    words >> name;
    layers[name].insert(name);
    for (std::string used; words >> used;)
      if (const auto found = layers.find(used); found != layers.end())
        layers[name].insert(found->second.begin(), found->second.end());
  }
  return layers;
}

}  // namespace

TEST_CASE("no file includes a layer that its own does not use") {
  const auto layers = readLayers();
  REQUIRE(layers.size() == 16);
  int includes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{SOURCE_DIR "/src"}) {
    const auto layer = layers.find(std::filesystem::relative(entry.path(), SOURCE_DIR "/src").begin()->string());
    if (layer == layers.end()) continue;
    std::ifstream file{entry.path()};
    for (std::string line; std::getline(file, line);) {
      constexpr std::string_view include = "#include \"";
      const auto slash = line.find('/');
      if (!line.starts_with(include) || slash == line.npos) continue;
      ++includes;
      INFO(entry.path().string() << ": " << line);
      CHECK(layer->second.contains(line.substr(include.size(), slash - include.size())));
    }
  }
  CHECK(includes > 100);
}
