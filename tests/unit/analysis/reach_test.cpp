// Who reaches whom, on small templates; tests/reach holds every clause of the model and thousands of random networks.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "analysis/reach/report.h"
#include "catch.h"
#include "config/load.h"
#include "constructs/stack.h"
#include "unit/cloudformation/read.h"

namespace {

constexpr const char* web = R"(
Parameters:
  Admin: {Type: String}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Igw: {Type: AWS::EC2::InternetGateway}
  Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}}
  Public: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true}}
  Routes: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Public, RouteTableId: !Ref Table}}
  Inner: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  WebAccess:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: web
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 203.0.113.0/24}
        - {IpProtocol: tcp, FromPort: 23, ToPort: 23, CidrIp: !Ref Admin}
  DataAccess:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: data
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 3306, ToPort: 3306, SourceSecurityGroupId: !Ref WebAccess}
  Web: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Public, SecurityGroupIds: [!Ref WebAccess]}}
  Data: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Inner, SecurityGroupIds: [!Ref DataAccess]}}
)";

reach::Answer answerTo(const std::string& question, const cfn::Given& given = {}) {
  const auto read = readGood(web);
  const auto parsed = reach::parseQuestion(question);
  return reach::ask(reach::Worlds{{&read}, given}, {std::get<reach::Question>(parsed)}).answers.at(0);
}

std::string wordFor(const std::string& question, const cfn::Given& given = {}) {
  return std::string{name(answerTo(question, given).word)};
}

bool holds(const std::string& text) {
  const auto read = readGood(web);
  const auto parsed = reach::parseAssertion(text);
  INFO((std::holds_alternative<std::string>(parsed) ? std::get<std::string>(parsed) : ""));
  REQUIRE(std::holds_alternative<reach::Assertion>(parsed));
  return reach::failedAssertions(reach::Worlds{{&read}}, {std::get<reach::Assertion>(parsed)}).empty();
}

std::string wrongIn(const std::string& text) {
  const auto parsed = reach::parseAssertion(text);
  return std::holds_alternative<std::string>(parsed) ? std::get<std::string>(parsed) : "";
}

const std::string golden = SOURCE_DIR "/tests/golden/";

std::unique_ptr<config::LoadedConfig> loadedOf(const std::string& folder) {
  std::ifstream file{golden + folder + "/config.yaml"};
  diag::Sources sources{"config.yaml", {std::istreambuf_iterator{file}, {}}};
  diag::Diagnostics diagnostics{sources};
  return config::load(sources.first(), diagnostics);
}

}  // namespace

TEST_CASE("a question has four answers") {
  CHECK(wordFor("internet Web tcp 443") == "yes");
  CHECK(wordFor("internet Data tcp any") == "no");
  CHECK(wordFor("internet Web tcp 22") == "some");
  CHECK(wordFor("internet Web tcp 23") == "unknown");
  CHECK(wordFor("internet Web tcp 23", {{{"Admin", "0.0.0.0/0"}}, {}}) == "yes");
  CHECK(wordFor("203.0.113.7/32 Web tcp 22") == "yes");
  CHECK(wordFor("Web Data tcp 3306") == "yes");
  CHECK(wordFor("Data Web tcp 22") == "no");
  CHECK(wordFor("Web internet any any") == "yes");
  CHECK(wordFor("Data internet any any") == "no");
  CHECK(wordFor("internet Data tcp 3306 pivot") == "yes");
}

TEST_CASE("an answer names what opens, closes or settles it, and where it stands") {
  const auto closed = answerTo("internet Data tcp 3306");
  REQUIRE(closed.blocked);
  CHECK(closed.barriers == 3);
  CHECK(closed.blocked->steps.at(0).text == "Data has no public IPv4 address");
  const auto open = answerTo("internet Web tcp 443");
  REQUIRE(open.passes);
  const auto& rule = open.passes->steps.back();
  CHECK(rule.owner == "WebAccess");
  CHECK(rule.span.source == 0);
  CHECK(rule.span.line == 19);
  CHECK(open.open == "tcp 443");
  const auto unknown = answerTo("internet Web tcp 23");
  REQUIRE_FALSE(unknown.unknowns.empty());
  CHECK(unknown.unknowns.at(0).text == "parameter `Admin` has no default");
  CHECK(unknown.unknowns.at(0).span.line == 3);
}

TEST_CASE("what is no question is told") {
  const auto wrong = [](const std::string& text) {
    return std::holds_alternative<std::string>(reach::parseQuestion(text));
  };
  for (const auto* text :
       {"", "internet Web tcp", "internet Web sctp 1", "internet Web tcp 0", "internet Web tcp 9-8",
        "internet Web tcp 65536", "300.0.0.0/8 Web tcp 1", "internet Web tcp 1 avoid:", "internet Web tcp 1 x"}) {
    CAPTURE(text);
    CHECK(wrong(text));
  }
  CHECK_FALSE(wrong("  2001:db8::/32   Web any 1-65535  avoid:A avoid:B pivot "));
  const auto read = readGood(web);
  CHECK(checkNames(std::get<reach::Question>(reach::parseQuestion("internet Wed tcp 1")), reach::Worlds{{&read}}) ==
        "no resource is called `Wed`, did you mean `Web`?");
}

TEST_CASE("both ends of a question may not be in the internet") {
  const auto read = readGood(web);
  const reach::Worlds worlds{{&read}};
  const auto wrongEnds = [&](const std::string& text) {
    return checkNames(std::get<reach::Question>(reach::parseQuestion(text)), worlds);
  };
  const auto same = wrongEnds("internet internet tcp 80");
  CHECK(same == "both ends are the internet: ask about a resource");
  for (const auto* ends :
       {"203.0.113.7 internet", "internet 203.0.113.0/24", "203.0.113.7 198.51.100.0/24", "::/0 0.0.0.0/0",
        "2001:db8::/32 internet", "2001:db8::/32 203.0.113.7", "0.0.0.0/0 0.0.0.0/0", "169.254.0.1 ::1"})
    for (const auto* rest : {" tcp 80", " any any", " icmp any avoid:Web", " udp 1-65535 pivot"}) {
      CAPTURE(ends, rest);
      CHECK(wrongEnds(std::string{ends} + rest) == same);
    }
  for (const auto* ends : {"203.0.113.7 Web", "Web 2001:db8::/32", "203.0.113.7 10.0.0.0/24", "fd00::/8 internet"}) {
    CAPTURE(ends);
    CHECK(wrongEnds(std::string{ends} + " tcp 80").empty());
  }
}

TEST_CASE("a range of public addresses may be the network's own, in one world or in all") {
  const auto own = readGood(R"(
Parameters:
  Where: {Type: String}
Conditions:
  Here: !Equals [!Ref Where, here]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !If [Here, 203.0.113.0/24, 10.0.0.0/16]}}
)");
  const auto question = std::get<reach::Question>(reach::parseQuestion("203.0.113.7 198.51.100.7 tcp 80"));
  const reach::Worlds open{{&own}}, here{{&own}, {{{"Where", "here"}}, {}}}, elsewhere{{&own}, {{{"Where", "x"}}, {}}};
  CHECK(checkNames(question, open).empty());
  CHECK(ask(open, {question}).answers.at(0).word == reach::Word::unknown);
  CHECK(checkNames(question, here).empty());
  CHECK_FALSE(checkNames(question, elsewhere).empty());
}

TEST_CASE("both ends of an assertion may not be in the internet") {
  const auto read = readGood(web);
  const reach::Worlds worlds{{&read}};
  const auto wrongEnds = [&](const std::string& text) {
    const auto parsed = reach::parseAssertion(text);
    REQUIRE(std::holds_alternative<reach::Assertion>(parsed));
    const auto& assertion = std::get<reach::Assertion>(parsed);
    CHECK(checkNames(assertion, worlds).empty());
    return checkEnds(assertion, worlds);
  };
  for (const auto* text :
       {"198.51.100.0/24 cannot reach 203.0.113.7", "internet can reach 203.0.113.7 on 22",
        "Web, 2001:db8::/32 can reach 198.51.100.7", "::/0 cannot reach internet on 1-9 except through Web",
        "203.0.113.0/24 can reach 198.51.100.0/24 on 443 through Web", "only Web can reach 203.0.113.7 on 443"}) {
    CAPTURE(text);
    CHECK(wrongEnds(text).find("both ends are outside") != std::string::npos);
  }
  for (const auto* text : {"198.51.100.0/24 cannot reach Data", "only 203.0.113.0/24 can reach Web on 22",
                           "Web can reach 203.0.113.7 only on 443"}) {
    CAPTURE(text);
    CHECK(wrongEnds(text).empty());
  }
}

TEST_CASE("assertions hold, or do not") {
  CHECK(holds("internet cannot reach Data"));
  CHECK(holds("internet can reach Web on 443"));
  CHECK_FALSE(holds("internet cannot reach Web on 443"));
  CHECK(holds("only 203.0.113.0/24 can reach Web on 22"));
  CHECK_FALSE(holds("only 203.0.113.0/25 can reach Web on 22"));
  CHECK_FALSE(holds("internet cannot reach Web on 23"));  // nobody knows
  CHECK(holds("Web can reach Data only on 3306"));
  CHECK_FALSE(holds("Data can reach Web only on 443, 22"));
  CHECK(holds("internet cannot reach Web on udp 1-65535"));
  CHECK_FALSE(holds("internet can reach Web on 443 through Web"));
}

TEST_CASE("what is no assertion is told") {
  CHECK(wrongIn("internet cannot reach Data").empty());
  for (const auto* text :
       {"internet reaches Data", "internet can reach", "can reach Data", "internet can reach Data on x",
        "internet cannot reach Data through X", "internet can reach Data except through X",
        "only internet cannot reach Data", "internet can reach internet", "internet can reach Data only",
        "internet can reach Data on 22 now", "1.2.3/24 can reach Data"}) {
    CAPTURE(text);
    CHECK_FALSE(wrongIn(text).empty());
  }
}

TEST_CASE("golden matrix of the default stack") {
  const auto loaded = loadedOf("matomo");
  const auto stack = constructs::buildStack(loaded->config);
  const auto actual = asText(reach::matrixOf(reach::Worlds{{&stack}}));
  const auto path = golden + "matomo/reach.txt";
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream{path} << actual;
  std::ifstream file{path};
  CHECK(actual == std::string(std::istreambuf_iterator{file}, {}));
}
