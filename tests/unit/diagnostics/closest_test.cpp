#include "catch.h"
#include "diagnostics/diagnostics.h"

TEST_CASE("a slip of the pen is recognised") {
  const std::vector<std::string_view> fields{"name", "zones", "multi_az", "deletion_protection", "min", "max"};
  using diag::closest;
  CHECK(closest("nmae", fields) == "name");  // two neighbours swapped
  CHECK(closest("zone", fields) == "zones");
  CHECK(closest("zoness", fields) == "zones");
  CHECK(closest("multi-az", fields) == "multi_az");
  CHECK(closest("MULTI_AZ", fields) == "multi_az");
  CHECK(closest("multiaz", fields) == "multi_az");
  CHECK(closest("deletion_protecton", fields) == "deletion_protection");
  CHECK(closest("mni", fields) == "min");
}

TEST_CASE("other words are not") {
  const std::vector<std::string_view> fields{"name", "zones", "min"};
  CHECK(diag::closest("storage", fields).empty());
  CHECK(diag::closest("", fields).empty());
  CHECK(diag::closest("nm", fields).empty());
  CHECK(diag::closest("name", {}).empty());
  CHECK(diag::closest(std::string(100'000, 'n'), fields).empty());
}

TEST_CASE("of several near words the nearest is taken, of equally near ones the first") {
  CHECK(diag::closest("mix", {"max", "min"}) == "max");
  CHECK(diag::closest("mins", {"max", "min"}) == "min");
}
