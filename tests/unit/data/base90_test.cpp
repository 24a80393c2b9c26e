#include "data/base90.h"

#include "catch.h"

using namespace std::string_view_literals;

TEST_CASE("base90 is what templates/boot/unpack.sh reads") {
  CHECK(data::base90(""sv).empty());
  CHECK(data::base90("\0"sv) == "!!");
  CHECK(data::base90("\x59"sv) == "~!");
  CHECK(data::base90("\x5a"sv) == "!#");
  CHECK(data::base90("\xff"sv) == "n$");
  CHECK(data::base90("\0\1"sv) == "o$!");
}

TEST_CASE("base90 needs no escape in JSON or YAML, and has no braces") {
  std::string all;
  for (int c = 0; c < 256; ++c) all += std::string(3, static_cast<char>(c));
  const auto text = data::base90(all);
  CHECK(text.find_first_of("\"\\{} \n") == text.npos);
  for (const char c : text) CHECK((c > ' ' && c <= '~'));
}

TEST_CASE("base90 has a size that is known, which any bytes fit, and that tells how many bytes there are") {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 4U, 5U, 8U, 9U, 100U, 2000U, 3323U, 3324U, 12'345U}) {
    const auto text = data::base90(std::string(size, '\xff'));
    CHECK(text.size() == data::base90Size(size));
    CHECK(data::base90Room(text.size()) == size);
    // The bytes are the number again: the last digit that is not zero stands within one of the end.
    CHECK((size == 0 || text.find_last_not_of('!') + 2 >= text.size()));
  }
  CHECK(data::base90Size(data::base90Room(4096)) <= 4096);
}
