#include "constructs/user_data.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "data/base64.h"

namespace fs = std::filesystem;

namespace {

/// What CloudFormation would make of the expression, with `deployTime` for each reference.
std::string evaluated(const data::Value& value, const std::string& deployTime) {
  if (const auto* text = value.as<std::string>()) return *text;
  const auto* tagged = value.as<data::Tagged>();
  if (const auto* map = value.as<data::Map>()) return data::base64(evaluated(map->front().value, deployTime));
  if (tagged->tag == "Ref") return deployTime;
  if (tagged->tag == "Base64") return data::base64(evaluated(*tagged->value, deployTime));
  REQUIRE(tagged->tag == "Join");
  std::string joined;
  for (const auto& part : *tagged->value->as<data::List>()->back().as<data::List>())
    joined += evaluated(part, deployTime);
  return joined;
}

/// The script, before the outermost Base64.
std::string scriptOf(const cfn::Expression& userData, const std::string& deployTime) {
  return evaluated(userData.value.as<data::Map>()->front().value, deployTime);
}

std::string slurp(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator{file}, {}};
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("no value breaks out of an instance's user data") {
  const auto* hostile = GENERATE("", "plain", "a VALUES", "$(touch broken)", "`touch broken`", "'; touch broken; '",
                                 "\"; touch broken; \"", "${AWS::Region}", "{{resolve:ssm:/x}}", "\\", "\\n", "-n",
                                 "two  blanks", "tab\there", "\xf0\x9f\x98\x80", "a=b==", "%s%n", "*", "VALUES",
                                 "arn:aws:x:eu-west-1:0:secret:a/b+c=@.-_#-x");
  CAPTURE(hostile);
  const auto folder = fs::temp_directory_path() / ("cairn-user-data-" + std::to_string(std::rand()));
  fs::create_directory(folder);

  auto script = scriptOf(
      constructs::userData({{"KNOWN", "known-1"}, {"LATER", cfn::stackName()}, {"LAST", "end"}}, "touch ran\n"),
      hostile);
  replace(script, "values=$ram/etc/cairn/values", "values=" + folder.string() + "/values");
  replace(script, "exec > >(tee -a /var/log/cairn-boot.log) 2>&1", "cd " + folder.string());
  std::ofstream{folder / "script"} << script;

  CHECK(std::system(("bash " + (folder / "script").string()).c_str()) == 0);
  CHECK(slurp(folder / "values/KNOWN") == "known-1");
  CHECK(slurp(folder / "values/LATER") == hostile);
  CHECK(slurp(folder / "values/LAST") == "end");
  CHECK(fs::exists(folder / "ran"));
  CHECK_FALSE(fs::exists(folder / "broken"));
  fs::remove_all(folder);
}

TEST_CASE("user data names its values in place of the marker") {
  const auto script = scriptOf(constructs::userData({{"NAME", "value"}}, "run\n"), "");
  CHECK(script.find("@@VALUES@@") == script.npos);
  CHECK(script.find("\nNAME value\n") != script.npos);
  CHECK(script.starts_with("#!/bin/bash\n"));
  CHECK(script.ends_with("run\n"));
}

TEST_CASE("a known value that could end its line, or the here-document, does not travel as a line") {
  for (const auto* value : {"a\nVALUES\ntouch broken\n", "a b", "$x", "'", "a\t", "\xc3\xa9"})
    CHECK_THROWS_AS(constructs::userData({{"NAME", value}}, ""), std::logic_error);
}

TEST_CASE("the largest size is that of the script with every value as long as it can be") {
  const std::vector<constructs::BootValue> values{{"KNOWN", "value"}, {"LATER", cfn::stackName(), 100}};
  const auto script = scriptOf(constructs::userData(values, "run\n"), std::string(100, 'x'));
  CHECK(constructs::largestSize(values, std::string_view{"run\n"}.size()) == script.size());
}

TEST_CASE("the size of a boot script is known without making it, and so is the number of parameters") {
  for (const std::size_t packed : {0U, 1U, 2U, 1024U, 1025U, 11'000U, 12'000U, 13'000U, 14'943U, 14'944U, 40'000U})
    for (const std::size_t secrets : {0U, 1U, 5U, 100U}) {
      const constructs::Programs programs{std::string(packed, 'x'), secrets};
      CAPTURE(packed, secrets);
      CHECK(constructs::bootScriptSize(packed, secrets) == constructs::bootScript(programs).size());
      CHECK(constructs::Programs::parametersFor(packed, secrets) == programs.parameters.size());
    }
}

TEST_CASE("programs are cut into pieces that parameters take") {
  using constructs::Programs;
  const Programs most{std::string(43'000, '\xff'), 1};
  CHECK(most.parameters.size() == Programs::mostParameters);
  for (const auto& text : most.parameters) {
    CHECK(text.size() <= 4096);
    CHECK(text.find_first_of("{}\\\"\n") == text.npos);
  }
  CHECK(most.sum() != Programs{std::string(43'000, 'x'), 1}.sum());
  // Instances get the end of every program by a parameter.
  for (const std::size_t packed : {1U, 1000U, 2000U, 9000U, 11'600U, 12'000U})
    CHECK_FALSE(Programs{std::string(packed, 'x'), 0}.parameters.empty());
}
