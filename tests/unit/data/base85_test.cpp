#include "data/base85.h"

#include <algorithm>

#include "catch.h"

using namespace std::string_view_literals;

TEST_CASE("base85 is what Python reads") {
  CHECK(data::base85Lines("") == "");
  CHECK(data::base85Lines("a") == "VE\n");
  CHECK(data::base85Lines("ab") == "VPX\n");
  CHECK(data::base85Lines("abc") == "VPaz\n");
  CHECK(data::base85Lines("abcd") == "VPa!s\n");
  CHECK(data::base85Lines("hello world") == "Xk~0{Zy<MXa%^M\n");
  CHECK(data::base85Lines("\0\0\0\0\xff\xff\xff\xff"sv) == "00000|NsC0\n");
}

TEST_CASE("base85 comes in lines of 120 digits") {
  const auto lines = data::base85Lines(std::string(1000, 'x'));
  CHECK(lines.find('\n') == 120);
  CHECK(lines.size() == 1250 + 11);
  CHECK(std::ranges::count(lines, '\n') == 11);
}
