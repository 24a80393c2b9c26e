#include "assets/assets.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "catch.h"

namespace fs = std::filesystem;

namespace {

/// path below templates/ -> text, as they are on the disk now
std::map<std::string, std::string> onDisk() {
  const fs::path templates{SOURCE_DIR "/templates"};
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator{templates})
    if (entry.is_regular_file()) {
      std::ifstream file{entry.path(), std::ios::binary};
      files[fs::relative(entry.path(), templates).generic_string()] = {std::istreambuf_iterator{file}, {}};
    }
  return files;
}

}  // namespace

TEST_CASE("the program carries the files of templates/ byte for byte") {
  const auto files = onDisk();
  CHECK(assets::files().size() == files.size());
  for (const auto& [path, text] : assets::files()) {
    INFO("templates/" << path);
    const auto found = files.find(std::string{path});
    REQUIRE(found != files.end());
    CHECK((text == found->second));  // in brackets: not to print both
  }
}

TEST_CASE("embedded files come in the order of their paths") {
  CHECK(std::ranges::is_sorted(assets::files(), {}, &assets::File::path));
}
