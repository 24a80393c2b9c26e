#include "permissions/service_policy.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "../cloudformation/read.h"
#include "aws/handler_tables.h"
#include "catch.h"
#include "config/load.h"
#include "constructs/access_stack.h"
#include "constructs/stack.h"
#include "evaluator.h"
#include "permissions/only_for.h"

namespace fs = std::filesystem;

namespace {

using evaluator::Decision;

const permissions::Place place{"aws", "eu-west-1", "123456789012"};

std::string slurp(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator{file}, {}};
}

std::unique_ptr<config::LoadedConfig> golden(const fs::path& folder) {
  diag::Sources sources{"config.yaml", slurp(folder / "config.yaml")};
  diag::Diagnostics diagnostics{sources};
  auto loaded = config::load(sources.first(), diagnostics, [&folder](const std::string& path) {
    return data::FileText{slurp(folder / path), {}};
  });
  REQUIRE_FALSE(diagnostics.hasErrors());
  return loaded;
}

permissions::ServicePolicy policyOf(const std::string& templateText, const std::string& name = "shop") {
  return permissions::servicePolicy(readGood(templateText), name);
}

struct Deployed {
  permissions::ServicePolicy policy;

  Decision decide(const std::string& action, const std::string& resource,
                  const std::map<std::string, std::string>& context = {}) const {
    return evaluator::decide({permissions::document(policy.statements, place)}, {action, resource, context});
  }
  bool allows(const std::string& action, const std::string& resource,
              const std::map<std::string, std::string>& context = {}) const {
    return decide(action, resource, context) == Decision::allow;
  }
};

Deployed defaultStack() {
  const auto loaded = golden(SOURCE_DIR "/tests/golden/matomo");
  return {permissions::servicePolicy(constructs::buildStack(loaded->config), "matomo")};
}

std::string arn(const std::string& service, const std::string& rest, const std::string& region = "eu-west-1") {
  return "arn:aws:" + service + ":" + region + ":123456789012:" + rest;
}

const std::map<std::string, std::string> here{{"aws:RequestedRegion", "eu-west-1"}};
const std::map<std::string, std::string> ours{{"aws:ResourceTag/aws:cloudformation:stack-name", "matomo"}};

/// What becomes of an action at best: on a resource and in a context that a statement asks for.
class Possible {
 public:
  explicit Possible(const permissions::ServicePolicy& policy) {
    for (const auto& statement : policy.statements)
      for (const auto& action : statement.actions)
        if (action.ends_with('*'))
          prefixes_.push_back(action.substr(0, action.size() - 1));
        else
          (statement.allow ? allowed_ : denied_).insert(action);
  }

  Decision of(const std::string& action) const {
    if (denied_.contains(action)) return Decision::deny;
    const auto begins = [&](const std::string& prefix) { return action.starts_with(prefix); };
    return allowed_.contains(action) || std::ranges::any_of(prefixes_, begins) ? Decision::allow
                                                                               : Decision::implicitDeny;
  }

 private:
  std::set<std::string> allowed_;
  std::set<std::string> denied_;
  std::vector<std::string> prefixes_;
};

bool destroys(const std::string& action) {
  return std::set<std::string>{"rds:DeleteDBInstance", "rds:DeleteDBCluster", "elasticfilesystem:DeleteFileSystem",
                               "backup:DeleteBackupVault"}
      .contains(action);
}

}  // namespace

TEST_CASE("what the handlers of a stack declare is allowed, but for deleting data, and fits into IAM") {
  for (const auto& folder : fs::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    const auto loaded = golden(folder.path());
    const auto stack = constructs::buildStack(loaded->config);
    const Deployed deployed{permissions::servicePolicy(stack, loaded->config.stackName().text())};
    INFO(folder.path().filename().string());

    std::set<std::string> declared;
    for (const auto& resource : stack.resources())
      for (const auto handler :
           {aws::Handler::create, aws::Handler::read, aws::Handler::update, aws::Handler::delete_}) {
        INFO(resource.type.text);
        const auto permissions = aws::permissionsOf(resource.type.text, handler);
        REQUIRE(permissions);
        for (const auto& action : *permissions)
          if (!permissions::isForUnsetProperty(action, resource, stack)) declared.insert(action);
      }
    // The stack has neither groups nor users, nor managed policies to detach.
    for (const auto* action : {"iam:DeleteGroupPolicy", "iam:DeleteUserPolicy", "iam:DetachRolePolicy"})
      declared.erase(action);
    std::erase_if(declared, [](const auto& action) { return !aws::findAction(action); });  // IAM has none
    CHECK(declared.size() > 100);
    const Possible possible{deployed.policy};
    for (const auto& action : declared) {
      INFO(action);
      const bool denied =
          destroys(action) || (loaded->config.pipeline.wanted() && action == "iam:DeleteRolePermissionsBoundary");
      CHECK(possible.of(action) == (denied ? Decision::deny : Decision::allow));
    }

    const auto documents = permissions::split(deployed.policy.statements);
    CHECK(documents.size() <= permissions::mostManagedPolicies);
    std::set<std::string> sids;
    for (const auto& document : documents)
      for (const auto& statement : document) {
        CHECK(statement.sid.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") ==
              std::string::npos);
        CHECK(sids.insert(statement.sid).second);
        CHECK_FALSE(statement.actions.empty());
        CHECK_FALSE(statement.resources.empty());
        for (const auto& action : statement.actions) CHECK((!statement.allow || action.find("*") != 0));
      }
  }
}

TEST_CASE("the roles of every golden fit into IAM") {
  constexpr std::size_t mostInline = 10'240;  // of one role, without blanks ("IAM and AWS STS quotas")
  const cfn::Given longest{.parameters = {{"AWS::Partition", "aws-us-gov"},
                                          {"AWS::Region", "ap-northeast-1"},
                                          {"AWS::AccountId", "123456789012"},
                                          {"AWS::StackName", std::string(63, 's')}}};
  for (const auto& folder : fs::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    INFO(folder.path().filename().string());
    const auto loaded = golden(folder.path());
    auto& pipeline = loaded->config.pipeline;
    if (!pipeline.wanted()) pipeline.repository = config::Repository{"example/analytics"};
    const auto access = constructs::buildAccessStack(loaded->config, constructs::buildStack(loaded->config));
    int roles = 0;
    for (const auto& resource : cfn::evaluate({&access}, longest).resources) {
      if (resource.type() != "AWS::IAM::Role") continue;
      ++roles;
      const auto* policies = data::find(resource.properties, "Policies");
      auto text = policies ? data::toJson(*policies) : std::string{};
      std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
      CHECK(text.size() < mostInline);
    }
    CHECK(roles == 5);
  }
}

TEST_CASE("data cannot be deleted") {
  const auto stack = defaultStack();
  CHECK(stack.decide("rds:DeleteDBInstance", arn("rds", "db:matomo-database-x")) == Decision::deny);
  CHECK(stack.decide("elasticfilesystem:DeleteFileSystem", arn("elasticfilesystem", "file-system/fs-1")) ==
        Decision::deny);
  const Deployed vault{
      policyOf("Resources:\n  V:\n    Type: AWS::Backup::BackupVault\n    Properties: {BackupVaultName: v}\n"
               "  C:\n    Type: AWS::RDS::DBCluster\n    Properties: {}\n")};
  CHECK(vault.decide("backup:DeleteBackupVault", arn("backup", "backup-vault:v")) == Decision::deny);
  CHECK(vault.decide("rds:DeleteDBCluster", arn("rds", "cluster:shop-c-x")) == Decision::deny);
  CHECK(vault.allows("rds:ModifyDBCluster", arn("rds", "cluster:shop-c-x")));
}

TEST_CASE("what has a name is narrowed to the stack's") {
  const auto stack = defaultStack();
  CHECK(stack.allows("rds:ModifyDBInstance", arn("rds", "db:matomo-database-1x2y")));
  CHECK_FALSE(stack.allows("rds:ModifyDBInstance", arn("rds", "db:billing")));
  CHECK_FALSE(stack.allows("rds:ModifyDBInstance", arn("rds", "db:matomo-database", "us-east-1")));
  CHECK(stack.allows("rds:CreateDBInstance", arn("rds", "pg:default.mysql8.4")));
  CHECK(stack.allows("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/matomo-InstanceRole-1ABC"));
  CHECK_FALSE(stack.allows("iam:PutRolePolicy", "arn:aws:iam::123456789012:role/admin"));
  CHECK(stack.allows("autoscaling:UpdateAutoScalingGroup",
                     arn("autoscaling", "autoScalingGroup:0-1:autoScalingGroupName/matomo-Instances-1")));
  CHECK_FALSE(stack.allows("autoscaling:UpdateAutoScalingGroup",
                           arn("autoscaling", "autoScalingGroup:0-1:autoScalingGroupName/shop-Instances-1")));
  CHECK(stack.allows("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"));
  CHECK_FALSE(stack.allows("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/ZOTHER"));
  CHECK(stack.allows("secretsmanager:CreateSecret", arn("secretsmanager", "secret:rds!db-1")));
  CHECK_FALSE(stack.allows("secretsmanager:CreateSecret", arn("secretsmanager", "secret:mine")));
}

TEST_CASE("what has tags is narrowed to the stack's, the rest to its region") {
  const auto stack = defaultStack();
  CHECK(stack.allows("ec2:DeleteVpc", arn("ec2", "vpc/vpc-1"), ours));
  CHECK_FALSE(stack.allows("ec2:DeleteVpc", arn("ec2", "vpc/vpc-1")));
  CHECK_FALSE(stack.allows("ec2:DeleteSubnet", arn("ec2", "subnet/subnet-1"),
                           {{"aws:ResourceTag/aws:cloudformation:stack-name", "shop"}}));
  const auto balancer = arn("elasticloadbalancing", "loadbalancer/net/mato-Load-1/1");
  CHECK(stack.allows("elasticloadbalancing:DeleteLoadBalancer", balancer, ours));
  CHECK_FALSE(stack.allows("elasticloadbalancing:DeleteLoadBalancer", balancer));
  CHECK(stack.allows("elasticfilesystem:DeleteMountTarget", arn("elasticfilesystem", "file-system/fs-1"), ours));
  CHECK_FALSE(stack.allows("elasticfilesystem:DeleteMountTarget", arn("elasticfilesystem", "file-system/fs-1")));
  CHECK(stack.allows("ec2:CreateVpc", arn("ec2", "vpc/*")));  // made without tags yet
  CHECK_FALSE(stack.allows("ec2:CreateVpc", arn("ec2", "vpc/*", "us-east-1")));
  CHECK(stack.allows("ec2:DescribeVpcs", "*", here));
  CHECK_FALSE(stack.allows("ec2:DescribeVpcs", "*", {{"aws:RequestedRegion", "us-east-1"}}));
  CHECK(stack.allows("ec2:RunInstances", "arn:aws:ec2:eu-west-1::image/ami-1"));
}

TEST_CASE("roles are passed to the services that they trust, and only the stack's") {
  const auto stack = defaultStack();
  const std::string role = "arn:aws:iam::123456789012:role/matomo-InstanceRole-1ABC";
  CHECK(stack.allows("iam:PassRole", role, {{"iam:PassedToService", "ec2.amazonaws.com"}}));
  CHECK_FALSE(stack.allows("iam:PassRole", role, {{"iam:PassedToService", "lambda.amazonaws.com"}}));
  CHECK_FALSE(stack.allows("iam:PassRole", role));
  CHECK_FALSE(stack.allows("iam:PassRole", "arn:aws:iam::123456789012:role/admin",
                           {{"iam:PassedToService", "ec2.amazonaws.com"}}));
  const std::string linked = "arn:aws:iam::123456789012:role/aws-service-role/x";
  CHECK(stack.allows("iam:CreateServiceLinkedRole", linked, {{"iam:AWSServiceName", "rds.amazonaws.com"}}));
  CHECK_FALSE(stack.allows("iam:CreateServiceLinkedRole", linked, {{"iam:AWSServiceName", "spot.amazonaws.com"}}));
  CHECK_FALSE(
      stack.allows("iam:AttachRolePolicy", role, {{"iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"}}));
}

TEST_CASE("parameters are read that the template names, keys used through the services") {
  const auto stack = defaultStack();
  const std::string image = "arn:aws:ssm:eu-west-1::parameter/aws/service/ami-amazon-linux-latest/";
  CHECK(stack.allows("ssm:GetParameters", image + "al2023-ami-kernel-default-arm64"));
  CHECK_FALSE(stack.allows("ssm:GetParameters", arn("ssm", "parameter/passwords/root")));
  CHECK(stack.allows("kms:CreateGrant", arn("kms", "key/1"), {{"kms:ViaService", "rds.eu-west-1.amazonaws.com"}}));
  CHECK_FALSE(stack.allows("kms:CreateGrant", arn("kms", "key/1")));
}

TEST_CASE("any template has a policy") {
  const auto policy = policyOf(R"(
Parameters:
  Image: {Type: "AWS::SSM::Parameter::Value<String>", Default: /my/image}
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: {BucketName: !Sub "reports-${AWS::AccountId}"}
  Other:
    Type: AWS::S3::Bucket
  Key:
    Type: AWS::SecretsManager::Secret
  Waits:
    Type: AWS::CloudFormation::WaitConditionHandle
  Mine:
    Type: Custom::Thing
    Properties: {ServiceToken: !Sub "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:thing"}
  Yours:
    Type: AWS::CloudFormation::CustomResource
    Properties: {ServiceToken: !Sub "arn:aws:sns:${AWS::Region}:${AWS::AccountId}:topic"}
  Odd:
    Type: AWS::Nothing::Known
    Properties: {Password: "{{resolve:secretsmanager:db:SecretString:password}}"}
)",
                               "Shop");
  const Deployed deployed{policy};
  CHECK(deployed.allows("s3:PutBucketTagging", "arn:aws:s3:::reports-123456789012"));
  CHECK(deployed.allows("s3:PutBucketTagging", "arn:aws:s3:::shop-other-1x"));
  CHECK_FALSE(deployed.allows("s3:PutBucketTagging", "arn:aws:s3:::other"));
  CHECK(deployed.allows("s3:DeleteObject", "arn:aws:s3:::shop-other-1x/a/b"));
  const auto key = arn("secretsmanager", "secret:Key-abc-123456");
  CHECK(deployed.allows("secretsmanager:CreateSecret", key));
  CHECK_FALSE(deployed.allows("secretsmanager:CreateSecret", arn("secretsmanager", "secret:db-123456")));
  // The name may be another stack's as well.
  CHECK(deployed.allows("secretsmanager:GetSecretValue", key,
                        {{"aws:ResourceTag/aws:cloudformation:stack-name", "Shop"}}));
  CHECK_FALSE(deployed.allows("secretsmanager:GetSecretValue", key));
  CHECK_FALSE(deployed.allows("secretsmanager:UpdateSecret", key));
  CHECK(deployed.allows("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:db-123456")));
  CHECK(deployed.allows("lambda:InvokeFunction", arn("lambda", "function:thing")));
  CHECK_FALSE(deployed.allows("lambda:InvokeFunction", arn("lambda", "function:other")));
  CHECK(deployed.allows("sns:Publish", arn("sns", "topic")));
  CHECK(deployed.allows("ssm:GetParameters", arn("ssm", "parameter/my/image")));
  std::set<std::string> sids;
  for (const auto& statement : policy.statements) CHECK(sids.insert(statement.sid).second);

  std::vector<std::string> subjects;
  for (const auto& gap : policy.gaps) subjects.push_back(gap.subject);
  REQUIRE(policy.missing.size() == 1);
  CHECK(policy.missing.front().subject == "AWS::Nothing::Known (Odd)");
  CHECK(std::ranges::count(subjects, "iam:PassRole") == 0);  // buckets pass a role for replication only
  const Deployed replicated{
      policyOf("Parameters: {Copier: {Type: String}}\nResources:\n  B: {Type: AWS::S3::Bucket, Properties: "
               "{ReplicationConfiguration: {Role: !Ref Copier}}}\n")};
  CHECK(std::ranges::count(replicated.policy.gaps, "B", &permissions::Gap::subject) == 1);  // any role may be meant
  CHECK(replicated.allows("iam:PassRole", "arn:aws:iam::123456789012:role/any"));
  CHECK(std::ranges::count(subjects, "Custom::Thing") == 0);
  CHECK(std::ranges::count(subjects, "AWS::CloudFormation::WaitConditionHandle") == 0);
}

TEST_CASE("names that depend on conditions and parameters") {
  const auto* text = R"(
Parameters:
  Env: {Type: String}
Conditions:
  Prod: !Equals [!Ref Env, prod]
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !If [Prod, the-role, !Ref AWS::NoValue]
      AssumeRolePolicyDocument:
        Statement: [{Principal: {Service: !Sub "lambda.${AWS::URLSuffix}"}, Effect: Allow, Action: "sts:AssumeRole"}]
  F:
    Type: AWS::Lambda::Function
    Properties: {FunctionName: !Ref Env, Role: "arn:aws:iam::123456789012:role/other"}
)";
  const auto role = [](const std::string& name) { return "arn:aws:iam::123456789012:role/" + name; };
  const std::map<std::string, std::string> toLambda{{"iam:PassedToService", "lambda.amazonaws.com"}};

  const Deployed any{policyOf(text)};
  CHECK(any.allows("iam:PassRole", role("the-role"), toLambda));
  CHECK(any.allows("iam:PassRole", role("shop-R-1"), toLambda));
  CHECK_FALSE(any.allows("iam:PassRole", role("shop-R-1")));
  CHECK(any.allows("iam:PassRole", role("other")));  // named, not made
  CHECK_FALSE(any.allows("iam:CreateRole", role("other")));
  CHECK(any.allows("lambda:CreateFunction", arn("lambda", "function:whatever")));
  CHECK(std::ranges::count(any.policy.gaps, "F", &permissions::Gap::subject) == 1);

  const Deployed test{
      permissions::servicePolicy(readGood(text), "shop", permissions::Purpose::change, {{"Env", "test"}})};
  CHECK_FALSE(test.allows("iam:CreateRole", role("the-role")));
  CHECK(test.allows("iam:CreateRole", role("shop-R-1")));
  CHECK(test.allows("lambda:CreateFunction", arn("lambda", "function:test")));
  CHECK_FALSE(test.allows("lambda:CreateFunction", arn("lambda", "function:whatever")));
  CHECK(test.policy.gaps.empty());
}

TEST_CASE("who only looks gets no secret and changes nothing") {
  const auto loaded = golden(SOURCE_DIR "/tests/golden/matomo");
  const Deployed deployed{
      permissions::servicePolicy(constructs::buildStack(loaded->config), "matomo", permissions::Purpose::look)};
  for (const auto& statement : deployed.policy.statements)
    for (const auto& action : statement.actions) {
      INFO(action);
      const auto verb = action.substr(action.find(':') + 1);
      CHECK((verb.starts_with("Describe") || verb.starts_with("Get") || verb.starts_with("List")));
      CHECK(action != "secretsmanager:GetSecretValue");
      CHECK((!action.starts_with("ssm:Get") || action == "ssm:GetParameters"));  // boot programs, which are no secret
    }
}

TEST_CASE("a long stack name is cut off where CloudFormation cuts it") {
  const Deployed deployed{policyOf("Resources:\n  R:\n    Type: AWS::IAM::Role\n",
                                   "a-stack-name-that-is-far-too-long-to-stay-whole-in-a-name")};
  CHECK(deployed.allows("iam:CreateRole", "arn:aws:iam::123456789012:role/a-stack-name-that-is-far-R-1ABC"));
  CHECK_FALSE(deployed.allows("iam:CreateRole", "arn:aws:iam::123456789012:role/a-stack-name-R-1ABC"));
}

TEST_CASE("parameters: one slash before their names, and what is in the stack's folder is the stack's") {
  const auto policy = policyOf(R"(Resources:
  Digest: {Type: "AWS::SSM::Parameter", Properties: {Name: !Sub "/cairn/${AWS::StackName}/0123/1", Type: String, Value: x}}
  Plain: {Type: "AWS::SSM::Parameter", Properties: {Name: /workshop/a, Type: String, Value: x}}
  Flat: {Type: "AWS::SSM::Parameter", Properties: {Name: shop-b, Type: String, Value: x}}
  Unnamed: {Type: "AWS::SSM::Parameter", Properties: {Type: String, Value: x}}
)");
  const Deployed shop{policy};
  const auto parameter = [](const std::string& name) { return "arn:aws:ssm:eu-west-1:123456789012:parameter" + name; };
  for (const auto* own : {"/cairn/shop/0123/1", "/cairn/shop/4567/2", "/workshop/a", "/shop-b", "/CFN-Unnamed-x1"})
    CHECK(shop.allows("ssm:PutParameter", parameter(own)));
  for (const auto* other : {"/cairn/shop2/0123/1", "/cairn/other/0123/1", "/workshop/b", "/shop-c", "/shop/a"})
    CHECK_FALSE(shop.allows("ssm:PutParameter", parameter(other)));
}

TEST_CASE("what no policy can cover is named") {
  const auto missing = [](const std::string& text) {
    std::vector<std::string> subjects;
    for (const auto& gap : policyOf(text).missing) subjects.push_back(gap.subject);
    return subjects;
  };
  const std::string resources = "Resources:\n  It: ";
  CHECK(missing(resources + "{Type: AWS::ECS::Cluster}\n").empty());
  CHECK(missing(resources + "{Type: AWS::CDK::Metadata}\n").empty());
  CHECK(missing(resources + "{Type: AWS::CodeBuild::Project}\n") ==
        std::vector<std::string>{"AWS::CodeBuild::Project (It)"});
  CHECK(missing(resources + "{Type: Own::Small::Part::MODULE}\n").size() == 1);
  CHECK(missing(resources + "{Type: Own::Registry::Type}\n").size() == 1);
  CHECK(missing(resources + "{Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: u}}\n").size() == 1);
  CHECK(missing(resources + "{Type: Custom::It, Properties: {ServiceToken: !ImportValue f}}\n").size() == 1);
  CHECK(missing("Transform: Own\n" + resources + "{Type: AWS::SNS::Topic}\n") ==
        std::vector<std::string>{"Transform Own"});
  CHECK(missing("Transform: AWS::LanguageExtensions\n" + resources + "{Type: AWS::SNS::Topic}\n").empty());
  CHECK(missing(resources + "{Type: AWS::SNS::Topic, Properties: {'Fn::Transform': {Name: Own}}}\n").size() == 1);
}

TEST_CASE("what acts on the stack's own things alone is narrowed by the stack's tag") {
  const std::string own =
      "Resources:\n  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g}}\n"
      "  R: {Type: AWS::EC2::SecurityGroupIngress, Properties: {IpProtocol: tcp, GroupId: !GetAtt G.GroupId}}\n";
  const std::map<std::string, std::string> shops{{"aws:ResourceTag/aws:cloudformation:stack-name", "shop"}};
  const auto group = arn("ec2", "security-group/sg-1");
  const Deployed narrow{policyOf(own)};
  CHECK(narrow.allows("ec2:AuthorizeSecurityGroupIngress", group, shops));
  CHECK_FALSE(narrow.allows("ec2:AuthorizeSecurityGroupIngress", group));
  CHECK(narrow.allows("ec2:AuthorizeSecurityGroupIngress", arn("ec2", "security-group-rule/sgr-1")));
  CHECK_FALSE(narrow.allows("ec2:DeleteSecurityGroup", group));
  const Deployed wide{policyOf("Parameters: {Other: {Type: String}}\n" + own +
                               "  S: {Type: AWS::EC2::SecurityGroupIngress, Properties: {IpProtocol: tcp, GroupId: "
                               "!Ref Other}}\n")};
  CHECK(wide.allows("ec2:AuthorizeSecurityGroupIngress", group));
  const auto stack = defaultStack();
  CHECK(stack.allows("ec2:CreateRoute", arn("ec2", "route-table/rtb-1"), ours));
  CHECK_FALSE(stack.allows("ec2:CreateRoute", arn("ec2", "route-table/rtb-1")));
  CHECK_FALSE(stack.allows("acm:DeleteCertificate", arn("acm", "certificate/1")));
  CHECK(stack.allows("acm:DeleteCertificate", arn("acm", "certificate/1"), ours));
  CHECK_FALSE(stack.allows("elasticloadbalancing:DeleteListener", arn("elasticloadbalancing", "listener/net/a/1/2")));
}

TEST_CASE("records are changed under the stack's names only") {
  const auto stack = defaultStack();
  const std::string zone = "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ";
  const auto named = [](const std::string& name) {
    return std::map<std::string, std::string>{{"route53:ChangeResourceRecordSetsNormalizedRecordNames", name}};
  };
  CHECK(stack.allows("route53:ChangeResourceRecordSets", zone, named("analytics.example.com")));
  CHECK(stack.allows("route53:ChangeResourceRecordSets", zone, named("_0123.analytics.example.com")));
  CHECK_FALSE(stack.allows("route53:ChangeResourceRecordSets", zone, named("www.example.com")));
  const Deployed group{
      policyOf("Resources:\n  G: {Type: AWS::Route53::RecordSetGroup, Properties: {HostedZoneId: Z1, RecordSets: "
               "[{Name: '*.Example.org.', Type: A}]}}\n")};
  CHECK(
      group.allows("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1", named("\\052.example.org")));
  CHECK_FALSE(
      group.allows("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1", named("a.example.org")));
  CHECK_FALSE(
      group.allows("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z2", named("a.example.org")));
}

TEST_CASE("without a region any is meant, and `*` is no region's name") {
  const auto policy = policyOf("Resources:\n  V: {Type: AWS::EC2::VPC}\n");
  CHECK(evaluator::decide({permissions::document(policy.statements, {})}, {"ec2:DescribeVpcs", "*", here}) ==
        Decision::allow);
}
