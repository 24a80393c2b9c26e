#include "data/base94.h"

#include "catch.h"

using namespace std::string_view_literals;

TEST_CASE("base94 is what templates/boot/unpack.sh reads") {
  CHECK(data::base94Line(""sv) == "\n");
  CHECK(data::base94Line("\0"sv) == "!!\n");
  CHECK(data::base94Line("\x5d"sv) == "~!\n");
  CHECK(data::base94Line("\x5e"sv) == "!\"\n");
  CHECK(data::base94Line("\0\1"sv) == "e#!\n");
  CHECK(data::base94Line("\xff"sv) == "d#\n");
  CHECK(data::base94Line("hello world"sv) == "OtQ9C`?3!!u)d#\n");
  CHECK(data::base94Line("\xff\xff\xff\xff\xff\xff\xff\xff\xff"sv) == "(m;.n}ptT`x\n");
}

TEST_CASE("base94 is one line of a known size, which any bytes fit") {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 4U, 5U, 8U, 9U, 100U, 2000U, 12'345U}) {
    const auto line = data::base94Line(std::string(size, '\xff'));
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.size() == data::base94Size(size));
    // The bytes are the number again: the last digit that is not zero stands within two of the end.
    CHECK((size < 3 || line.find_last_not_of("!\n") + 3 >= line.size()));
  }
}
