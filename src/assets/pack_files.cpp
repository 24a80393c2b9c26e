// usage: pack-files FUNCTION FILE...
// Prints the C++ file that defines assets::FUNCTION, which returns the files, one behind the other and compressed.
#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "data/compress.h"

int main(int argc, char** argv) {
  std::string text;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file{argv[i], std::ios::binary};
    if (!file) {
      fmt::print(stderr, "{}: cannot be read\n", argv[i]);
      return 1;
    }
    text.append(std::istreambuf_iterator<char>{file}, {});
  }
  constexpr std::uint32_t dictionary = 1 << 21;
  std::string bytes;
  for (const unsigned char byte : data::compressed(text, dictionary)) bytes += fmt::format("{},", byte);
  fmt::print(
      "#include \"assets/packed.h\"\n\nnamespace assets {{\n\nstatic constexpr unsigned char bytes[] = {{{}}};\n"
      "std::string_view {}() {{ return {{reinterpret_cast<const char*>(bytes), sizeof bytes}}; }}\n\n"
      "}}  // namespace assets\n",
      bytes, argv[1]);
}
