#include "data/base94.h"

#include "catch.h"

using namespace std::string_view_literals;

TEST_CASE("base94 is what templates/boot/unpack.sh reads") {
  CHECK(data::base94Line(""sv) == "\n");
  CHECK(data::base94Line("\0\0\0\0\0\0\0\0\0"sv) == "!!!!!!!!!!!\n");
  CHECK(data::base94Line("\0\0\0\0\0\0\0\0\1"sv) == "\"!!!!!!!!!!\n");
  CHECK(data::base94Line("\0\0\0\0\0\0\0\0\x5e"sv) == "!\"!!!!!!!!!\n");
  CHECK(data::base94Line("a"sv) == "=?)53=\"vi5B\n");
  CHECK(data::base94Line("hello world"sv) == "KkvlsW.4tgD)WTV-c[/N,F\n");
  CHECK(data::base94Line("\xff\xff\xff\xff\xff\xff\xff\xff\xff"sv) == "(m;.n}ptT`x\n");
}

TEST_CASE("base94 is one line of a known size") {
  const auto line = data::base94Line(std::string(2000, 'x'));
  CHECK(line.find('\n') == 223 * 11);
  CHECK(line.size() == 223 * 11 + 1);
  CHECK(line.size() == data::base94Size(2000));
}
