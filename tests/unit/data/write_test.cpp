#include <cstdlib>
#include <limits>
#include <stdexcept>

#include "catch.h"
#include "data/value.h"

namespace {

data::Value tagged(std::string tag, data::Value value) {
  return data::Tagged{std::move(tag), std::make_shared<const data::Value>(std::move(value))};
}

std::string yaml(data::Value value) { return data::toYaml({{"k", std::move(value)}}); }

}  // namespace

TEST_CASE("text is plain only where every reader takes it for text") {
  CHECK(yaml("/dev/xvda") == "k: /dev/xvda\n");
  CHECK(yaml("a b:c") == "k: a b:c\n");
  for (const std::string text : {"", "yes", "No", "NULL", "~", "0123", "1e3", "12:30:45", "a: b", "a #b", "a:", " a",
                                 "a ", "2012-10-17", "=", "<<"})
    CHECK(yaml(text) == "k: \"" + text + "\"\n");
  CHECK(yaml("\x7f\t\"\\\xc2\x85\xef\xbf\xbe\xf0\x9f\x98\x80") ==
        "k: \"\\x7f\\t\\\"\\\\\\x85\\ufffe\xf0\x9f\x98\x80\"\n");
}

TEST_CASE("lines become a block, never folded") {
  CHECK(yaml("a\n\n  b\n") == "k: |\n  a\n\n    b\n");
  CHECK(yaml("a\nb") == "k: |-\n  a\n  b\n");
  CHECK(yaml(" a\nb") == "k: \" a\\nb\"\n");
  CHECK(yaml(std::string(5000, 'x')) == "k: " + std::string(5000, 'x') + "\n");
}

TEST_CASE("functions are written short, and never two tags on one value") {
  CHECK(yaml(tagged("GetAtt", "A.B.C")) == "k: !GetAtt A.B.C\n");
  CHECK(yaml(tagged("Base64", tagged("Sub", "x"))).find("!Base64 !Sub") == std::string::npos);
  CHECK(data::toJson(tagged("Ref", "A")) == "{\n  \"Ref\": \"A\"\n}\n");
  CHECK(data::toJson(tagged("Condition", "A")) == "{\n  \"Condition\": \"A\"\n}\n");
  CHECK(data::toJson(tagged("GetAtt", "A.B.C")) == "{\n  \"Fn::GetAtt\": [\n    \"A\",\n    \"B.C\"\n  ]\n}\n");
  CHECK(data::toJson(tagged("Base64", "x")) == "{\n  \"Fn::Base64\": \"x\"\n}\n");
}

TEST_CASE("numbers have no exponent and come back the same") {
  CHECK(yaml(0.1) == "k: 0.1\n");
  CHECK(yaml(1e16) == "k: 10000000000000000.0\n");
  CHECK(yaml(-1.5) == "k: -1.5\n");
  CHECK(yaml(std::numeric_limits<std::int64_t>::min()) == "k: -9223372036854775808\n");
  CHECK(yaml(1.25e-7) == "k: 0.000000125\n");
  for (const double number : {5e-324, 1.7976931348623157e308, 1.2345678901234567e-200, 123456789012345680.0, -1e-5})
    CHECK(std::strtod(yaml(number).c_str() + 3, nullptr) == number);
  CHECK_THROWS_AS(yaml(std::numeric_limits<double>::infinity()), std::logic_error);
}

TEST_CASE("keys are written by the rule for values, and may not be longer than readers allow") {
  CHECK(data::toYaml({{"on", 1}, {"a\nb", 2}}) == "\"on\": 1\n\n\"a\\nb\": 2\n");
  CHECK_NOTHROW(data::toYaml({{std::string(1024, 'k'), 1}}));
  CHECK_THROWS_AS(data::toYaml({{std::string(1025, 'k'), 1}}), std::logic_error);
  CHECK_THROWS_AS(data::toYaml({{std::string(300, '\x01'), 1}}), std::logic_error);
}

TEST_CASE("nothing breaks out of the comment at the top") {
  const auto text = data::toYaml({{"a", "b"}}, "from x\nevil: true\r\xe2\x80\xa8more\x85");
  CHECK(text.starts_with("# from x"));
  CHECK(text.find("\nevil") == std::string::npos);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(text.find("\xe2\x80\xa8") == std::string::npos);
  CHECK(text.find('\x85') == std::string::npos);
  CHECK(text.ends_with("\na: b\n"));
}

TEST_CASE("JSON escapes what readers and editors may drop") {
  CHECK(data::toJson("\x01\x7f\n\xe2\x80\xa8\xc3\xbc") == "\"\\u0001\\u007f\\n\\u2028\xc3\xbc\"\n");
  CHECK(data::toJson(data::Value{}) == "null\n");
}
