#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/check/rules/rules.h"

// What CloudFormation and the services refuse because it is too much or too long ("AWS CloudFormation quotas").
namespace check {
namespace {

constexpr std::size_t mostBytes = 1'000'000;
constexpr std::size_t mostInline = 51'200;

void templateTooLarge(const Model&, const Report& report) {
  const auto bytes = report.options().templateBytes;
  if (bytes > mostBytes)
    report(diag::Span{}, fmt::format("the template has {} bytes, CloudFormation takes {}", bytes, mostBytes),
           "split the stack");
}

void templateNeedsBucket(const Model&, const Report& report) {
  const auto bytes = report.options().templateBytes;
  if (bytes > mostInline && bytes <= mostBytes)
    report(diag::Span{},
           fmt::format("the template has {} bytes; above {} it must be put into an S3 bucket", bytes, mostInline),
           "deploy it with `--s3-bucket`");
}

void tooMany(const Model& model, const Report& report) {
  const auto& sections = model.source().sections();
  struct Count {
    std::string_view what;
    std::size_t count;
    std::size_t most;
    diag::Span at;
  };
  const auto behind = [](const Map& map, std::size_t most) {
    return map.size() > most ? map[most].keySpan : diag::Span{};
  };
  const Count counts[] = {
      {"resources", sections.resources.size(), 500,
       sections.resources.size() > 500 ? sections.resources[500].span : diag::Span{}},
      {"parameters", sections.parameters.size(), 200, behind(sections.parameters, 200)},
      {"outputs", sections.outputs.size(), 200, behind(sections.outputs, 200)},
      {"mappings", sections.mappings.size(), 200, behind(sections.mappings, 200)},
  };
  for (const auto& [what, count, most, place] : counts)
    if (count > most)
      report(place, fmt::format("there are {} {}, CloudFormation takes {}", count, what, most), "split the stack");
}

void tooLong(const Model& model, const Report& report) {
  const auto& sections = model.source().sections();
  const auto check = [&](const Value* value, std::size_t most, std::string_view what) {
    const auto* text = value ? value->as<std::string>() : nullptr;
    if (text && text->size() > most)
      report(value->span(), fmt::format("{} has {} bytes, CloudFormation takes {}", what, text->size(), most),
             "shorten it");
  };
  check(&sections.description, 1024, "the description");
  for (const auto& output : sections.outputs)
    if (const auto* map = output.value.as<Map>())
      check(data::find(*map, "Description"), 1024, fmt::format("the description of `{}`", output.key));
  for (const auto& parameter : sections.parameters)
    if (const auto* map = parameter.value.as<Map>())
      check(data::find(*map, "Description"), 4000, fmt::format("the description of `{}`", parameter.key));
  for (const auto* all : {&sections.parameters, &sections.outputs, &sections.mappings, &sections.conditions})
    for (const auto& entry : *all)
      if (entry.key.size() > 255) report(entry.keySpan, "a name has more than 255 characters", "shorten it");
}

struct NameLimit {
  std::string_view type;
  std::string_view member;
  std::size_t most;
  bool hyphensInside;  ///< letters, digits and hyphens, none of these at the ends
};
constexpr NameLimit nameLimits[] = {
    {"AWS::ElasticLoadBalancingV2::LoadBalancer", "Name", 32, true},
    {"AWS::ElasticLoadBalancingV2::TargetGroup", "Name", 32, true},
    {"AWS::RDS::DBInstance", "DBInstanceIdentifier", 63, true},
    {"AWS::RDS::DBCluster", "DBClusterIdentifier", 63, true},
    {"AWS::IAM::Role", "RoleName", 64, false},
    {"AWS::IAM::User", "UserName", 64, false},
    {"AWS::IAM::InstanceProfile", "InstanceProfileName", 128, false},
    {"AWS::IAM::ManagedPolicy", "ManagedPolicyName", 128, false},
    {"AWS::EC2::SecurityGroup", "GroupName", 255, false},
    {"AWS::EC2::LaunchTemplate", "LaunchTemplateName", 128, false},
    {"AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName", 255, false},
    {"AWS::Lambda::Function", "FunctionName", 64, false},
    {"AWS::S3::Bucket", "BucketName", 63, false},
    {"AWS::SQS::Queue", "QueueName", 80, false},
    {"AWS::SNS::Topic", "TopicName", 256, false},
    {"AWS::Events::Rule", "Name", 64, false},
    {"AWS::CloudWatch::Alarm", "AlarmName", 255, false},
};

void names(const Model& model, const Report& report) {
  for (const auto& [type, member, most, hyphensInside] : nameLimits)
    for (const auto* resource : model.all(type)) {
      const auto node = (*resource)[member];
      const auto text = node.text();
      if (!text) continue;
      const bool plain = std::ranges::all_of(*text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      });
      if (text->size() > most)
        report(node, fmt::format("the name has {} characters, at most {} are taken", text->size(), most), "shorten it");
      else if (hyphensInside && (!plain || text->starts_with('-') || text->ends_with('-')))
        report(node, fmt::format("`{}` has other characters than letters, digits and hyphens inside", *text),
               "write such a name");
      else if (type == "AWS::S3::Bucket" && (text->size() < 3 || std::ranges::any_of(*text, [](char c) {
                                               return (c >= 'A' && c <= 'Z') || c == '_';
                                             })))
        report(node,
               fmt::format("{} is no name of a bucket", text->empty() ? "an empty text" : fmt::format("`{}`", *text)),
               "write 3 to 63 small letters, digits, dots and hyphens");
    }
  for (const auto* group : model.all("AWS::EC2::SecurityGroup")) {
    const auto text = (*group)["GroupDescription"].text();
    const bool plain = text && std::ranges::all_of(*text, [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                std::string_view{" ._-:/()#,@[]+=&;{}!$*"}.find(c) != std::string_view::npos;
                       });
    if (text && (text->size() > 255 || !plain))
      report((*group)["GroupDescription"],
             "EC2 takes at most 255 letters, digits and some signs here; no quotes, no letters beyond ASCII",
             "write a plainer description");
  }
}

void exportTwice(const Model& model, const Report& report) {
  std::map<std::string, std::string> seen;
  for (const auto& output : model.source().sections().outputs) {
    const auto* map = output.value.as<Map>();
    const auto* exported = map ? data::find(*map, "Export") : nullptr;
    const auto* inner = exported ? exported->as<Map>() : nullptr;
    const auto* name = inner ? data::find(*inner, "Name") : nullptr;
    if (!name || data::find(*map, "Condition")) continue;
    const auto [first, isNew] = seen.try_emplace(data::toJson(*name), output.key);
    if (!isNew)
      report(output.keySpan, fmt::format("`{}` is exported under the same name", first->second),
             "give each export a name of its own");
  }
}

constexpr Rule all[] = {
    {{"template-too-large", diag::Severity::error, "limits", "the template is larger than CloudFormation takes",
      "A template may have 1,000,000 bytes, in an S3 bucket.", "Split the stack.",
      "AWS CloudFormation User Guide: Quotas", diag::Noticed::refused},
     templateTooLarge},
    {{"template-needs-bucket", diag::Severity::info, "limits", "the template is too large to be handed over directly",
      "Above 51,200 bytes it must be in an S3 bucket first.", "Deploy with `--s3-bucket`.",
      "AWS CloudFormation User Guide: Quotas", diag::Noticed::refused},
     templateNeedsBucket},
    {{"too-many", diag::Severity::error, "limits",
      "a section of the template has more entries than CloudFormation takes",
      "500 resources, and 200 each of parameters, outputs and mappings.", "Split the stack.",
      "AWS CloudFormation User Guide: Quotas", diag::Noticed::refused},
     tooMany},
    {{"too-long", diag::Severity::error, "limits", "a description or name is longer than CloudFormation takes",
      "Descriptions have at most 1,024 bytes, those of parameters 4,000; names 255.", "Shorten it.",
      "AWS CloudFormation User Guide: Quotas", diag::Noticed::refused},
     tooLong},
    {{"name-refused", diag::Severity::error, "limits", "a service refuses a name",
      "Each service has its own limits for names.", "Write a name that fits, or leave it to CloudFormation.",
      "AWS CloudFormation: Template reference", diag::Noticed::creation},
     names},
    {{"export-twice", diag::Severity::error, "limits", "two outputs are exported under one name",
      "Names of exports are unique in an account and region.", "Give each export a name of its own.",
      "AWS CloudFormation: Outputs", diag::Noticed::creation},
     exportTwice},
};

}  // namespace

std::span<const Rule> limitRules() { return all; }

}  // namespace check
