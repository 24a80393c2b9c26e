// What holds for every stack: it does for those that Cairn makes, and each assertion fails for one that was broken on
// purpose, at the line of the config that decides it.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "constructs/stack.h"
#include "data/write.h"
#include "project/judge.h"
#include "unit/cloudformation/read.h"

namespace {

const std::string head =
    "name: matomo\n"
    "domain: analytics.example.com\n"
    "hosted_zone:\n"
    "  name: example.com\n"
    "  id: Z0123456789ABCDEFGHIJ\n"
    "application: matomo\n"
    "ssh:\n"
    "  from:\n"
    "    - 203.0.113.0/24\n"
    "    - 198.51.100.0/25\n"
    "database:\n"
    "  storage: 30\n"
    "files:\n"
    "  backups: true\n"
    "load_balancer:\n"
    "  deletion_protection: true\n"
    "instances:\n"
    "  max: 2\n"
    "network:\n"
    "  cidr: 10.20.0.0/16\n";

std::string goldenConfig(const std::string& name) {
  std::ifstream file{SOURCE_DIR "/tests/golden/" + name + "/config.yaml"};
  return {std::istreambuf_iterator{file}, {}};
}

std::string withoutEgress() { return goldenConfig("no-egress"); }

struct Stack {
  explicit Stack(const std::string& text) : sources{"config.yaml", text} {
    diag::Diagnostics diagnostics{sources};
    config = config::load(sources.first(), diagnostics);
    INFO(asText(diagnostics));
    REQUIRE_FALSE(diagnostics.hasErrors());
    const auto built = constructs::buildStack(*config, sources);
    made = data::toYaml(built.document.document());
    assertions = built.assertions;
  }

  void without(const std::string& id) {
    const auto start = made.find("\n  " + id + ":\n");
    INFO(id);
    REQUIRE(start != made.npos);
    auto end = made.find("\n  ", start + 1);
    while (made[end + 3] == ' ') end = made.find("\n  ", end + 1);
    made.erase(start, end - start);
    const auto awaited = "\n      - " + id + "\n";
    for (auto at = made.find(awaited); at != made.npos; at = made.find(awaited)) made.erase(at, awaited.size() - 1);
  }
  void replace(const std::string& what, const std::string& with) {
    INFO(what);
    REQUIRE(made.find(what) != made.npos);
    made.replace(made.find(what), what.size(), with);
  }
  void with(const std::string& resource) {
    const auto start = made.find("\nResources:\n") + 12;
    made.insert(start, resource + "\n");
  }

  std::vector<diag::Diagnostic> failed() {
    diag::Diagnostics diagnostics{sources};
    project::holdAssertions({readGood(made, sources), assertions}, *config, diagnostics);
    return diagnostics.inFileOrder();
  }

  diag::Sources sources;
  std::unique_ptr<config::LoadedConfig> config;
  std::string made;
  std::vector<constructs::Assertion> assertions;
};

struct Expected {
  std::string assertion;
  int line;
  std::string cause;  ///< must be in the message
};

/// The assertion fails there, for that reason; and did not before the stack was broken.
void holdBroken(Stack stack, void (*breakIt)(Stack&), const Expected& expected) {
  CAPTURE(expected.assertion);
  CHECK(stack.failed().empty());
  breakIt(stack);
  const auto all = stack.failed();
  const auto found = std::ranges::find_if(all, [&](const diag::Diagnostic& finding) {
    return finding.message.starts_with("`" + expected.assertion + "` does not hold: ");
  });
  for (const auto& one : all) UNSCOPED_INFO(one.span.line << ": " << one.message);
  REQUIRE(found != all.end());
  CAPTURE(found->message);
  CHECK(found->rule == "failed-assertion");
  CHECK(found->span.line == expected.line);
  CHECK(found->message.find(expected.cause) != std::string::npos);
  CHECK(found->message.size() < 400);
}

const std::string anyoneIn =
    "    Properties: {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0, GroupId: !GetAtt ";

}  // namespace

TEST_CASE("what always holds does hold for the stack of each golden config") {
  for (const auto& folder : std::filesystem::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    diag::Sources sources{"config.yaml", goldenConfig(folder.path().filename())};
    diag::Diagnostics diagnostics{sources};
    const auto readFile = [&](const std::string& name) {
      std::ifstream named{folder.path() / name};
      return data::FileText{{std::istreambuf_iterator{named}, {}}, {}};
    };
    const auto loaded = config::load(sources.first(), diagnostics, readFile);
    INFO(folder.path().string() << asText(diagnostics));
    REQUIRE(loaded);
    const auto stack = constructs::buildStack(*loaded, sources);
    CHECK(stack.assertions.size() >= 11);
    project::holdAssertions(stack, *loaded, diagnostics);
    CHECK(asText(diagnostics).empty());
  }
}

TEST_CASE("each assertion is in the language, about resources that are there") {
  for (const auto& text : {head, withoutEgress()}) {
    Stack stack{text};
    for (const auto& one : stack.assertions) {
      const auto parsed = reach::parseAssertion(one.text);
      INFO(one.text);
      REQUIRE(std::holds_alternative<reach::Assertion>(parsed));
      const auto& assertion = std::get<reach::Assertion>(parsed);
      CHECK((one.spans.size() == 1 || one.spans.size() == assertion.from.size()));
    }
  }
}

TEST_CASE("data that can be reached from outside fails at the database and the files") {
  holdBroken(
      Stack{head},
      [](Stack& stack) {
        stack.replace("PubliclyAccessible: false", "PubliclyAccessible: true");
        stack.with(
            "  Hole: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref IsolatedRouteTable, GatewayId: "
            "!Ref InternetGateway, DestinationCidrBlock: 0.0.0.0/0}}");
        stack.with("  Anyone:\n    Type: AWS::EC2::SecurityGroupIngress\n" + anyoneIn + "DatabaseAccess.GroupId}");
      },
      {"internet cannot reach Database", 11, "opened by `Anyone`"});
  holdBroken(
      Stack{head},
      [](Stack& stack) {
        stack.with("  Tunnel: {Type: AWS::EC2::InstanceConnectEndpoint, Properties: {SubnetId: !Ref PrivateSubnet1}}");
        stack.with("  Anyone:\n    Type: AWS::EC2::SecurityGroupIngress\n" + anyoneIn + "FilesAccess.GroupId}");
      },
      {"internet cannot reach Files", 13, "cannot be proven"});
}

TEST_CASE("a way past the load balancer fails at the instances") {
  holdBroken(
      Stack{head},
      [](Stack& stack) {
        stack.with(
            "  Second: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Subnets: "
            "[!Ref PublicSubnet1]}}");
        stack.with(
            "  Forwards: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Second, "
            "Port: "
            "2222, Protocol: TCP, DefaultActions: [{Type: forward, TargetGroupArn: !Ref SshTargetGroup}]}}");
        stack.with("  Anyone:\n    Type: AWS::EC2::SecurityGroupIngress\n" + anyoneIn + "InstancesAccess.GroupId}");
      },
      {"internet cannot reach Instances except through LoadBalancer", 17, "`Anyone`"});
}

TEST_CASE("SSH from elsewhere, and none from where it is listed, fails in the list") {
  const std::string assertion = "only 203.0.113.0/24, 198.51.100.0/25 can reach Instances on 22 through LoadBalancer";
  holdBroken(
      Stack{head},
      [](Stack& stack) {
        stack.with("  Anyone:\n    Type: AWS::EC2::SecurityGroupIngress\n" + anyoneIn + "LoadBalancerAccess.GroupId}");
      },
      {assertion, 9, "`Anyone`"});
  holdBroken(Stack{head}, [](Stack& stack) { stack.without("LoadBalancerFrom198x51x100x0n25Ssh"); },
             {assertion, 10, "no rule of LoadBalancerAccess lets tcp 22 in from 198.51.100.7"});
  const auto closed = head.substr(0, head.find("ssh:")) + "ssh:\n  from: []\n";
  holdBroken(Stack{closed},
             [](Stack& stack) {
               stack.replace("Port: 8080\n      Protocol: TCP", "Port: 22\n      Protocol: TCP");
               stack.replace("FromPort: 8080", "FromPort: 22");
               stack.replace("FromPort: 8080", "FromPort: 22");
             },
             {"internet cannot reach Instances on 22", 7, "passes"});
}

TEST_CASE("instances that do not get to their data, or to more of it, fail at the database and the files") {
  holdBroken(
      Stack{head}, [](Stack& stack) { stack.without("DatabaseFromInstancesMysql"); },
      {"Instances can reach Database only on 3306", 11, "no rule of DatabaseAccess lets tcp 3306 in from Instances"});
  holdBroken(Stack{head},
             [](Stack& stack) {
               stack.replace("FromPort: 3306", "FromPort: 3300");
               const auto at = stack.made.rfind("FromPort: 3306");
               stack.made.replace(at, 14, "FromPort: 3300");
             },
             {"Instances can reach Database only on 3306", 11, "`DatabaseFromInstancesMysql`"});
  holdBroken(Stack{head}, [](Stack& stack) { stack.without("InstancesToFilesNfs"); },
             {"Instances can reach Files only on 2049", 13, "no rule of InstancesAccess lets tcp 2049 out to Files"});
}

TEST_CASE("a load balancer that is not reached, or does not reach, fails at the load balancer") {
  holdBroken(
      Stack{head}, [](Stack& stack) { stack.without("InstancesFromLoadBalancerHttp"); },
      {"LoadBalancer can reach Instances only on 80, 8080, 22", 15, "no rule of InstancesAccess lets tcp 80 in"});
  holdBroken(Stack{head}, [](Stack& stack) { stack.without("HttpsListener"); },
             {"internet can reach LoadBalancer on 80, 443", 15, "LoadBalancer has no listener for tcp 443"});
  holdBroken(Stack{head}, [](Stack& stack) { stack.without("InstancesFromLoadBalancerRedirect"); },
             {"internet can reach Instances on 80, 8080", 15, "no rule of InstancesAccess lets tcp 8080 in from 1"});
}

TEST_CASE("a way out of the isolated tier fails at the network") {
  holdBroken(Stack{head},
             [](Stack& stack) {
               stack.with(
                   "  Hole: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref IsolatedRouteTable, GatewayId: "
                   "!Ref InternetGateway, DestinationCidrBlock: 0.0.0.0/0}}");
             },
             {"IsolatedSubnet2 cannot reach internet", 19, "`Hole`"});
}

TEST_CASE("instances without what their boot needs fail at the way out") {
  holdBroken(Stack{head + "  egress: nat-gateway\n"}, [](Stack& stack) { stack.without("PrivateDefaultRoute2"); },
             {"Instances can reach internet on 80, 443", 21, "PrivateSubnet2 has no route to outside"});
  holdBroken(Stack{head.substr(0, head.find("network:"))},
             [](Stack& stack) { stack.without("InstancesToInternetHttp"); },
             {"Instances can reach internet on 80, 443", 0, "no rule of InstancesAccess lets tcp 80 out"});
  holdBroken(Stack{head.substr(0, head.find("application:")) + head.substr(head.find("ssh:")) +
                   "application:\n  mail: {host: smtp.example.com, from: a@example.com}\n"},
             [](Stack& stack) { stack.without("InstancesToInternetMail"); },
             {"Instances can reach internet on 587", 21, "no rule of InstancesAccess lets tcp 587 out"});
  for (const auto* service : {"Cloudformation", "SecretsManager", "Ssm", "SsmMessages", "Logs"}) {
    const auto expected = fmt::format("Instances can reach {}Endpoint on 443", service);
    holdBroken(Stack{withoutEgress()}, [](Stack& stack) { stack.without("EndpointsFromInstancesHttps"); },
               {expected, 12, "no rule of EndpointsAccess lets tcp 443 in from Instances"});
  }
}
