#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "analysis/check/machines.h"
#include "analysis/check/rules/rules.h"

// How a stack hears of its instances, and how it replaces them.
namespace check {
namespace {

/// Seconds of an ISO 8601 duration such as PT1H30M; nothing if it is none that CloudFormation takes.
std::optional<std::int64_t> seconds(std::string_view text) {
  if (!text.starts_with("PT") || text.size() < 4) return {};
  std::int64_t sum = 0;
  std::int64_t number = -1;
  std::string_view units = "HMS";
  for (const char c : text.substr(2)) {
    if (std::isdigit(static_cast<unsigned char>(c))) {
      number = std::max<std::int64_t>(number, 0) * 10 + (c - '0');
      if (number > 1'000'000) return {};
      continue;
    }
    const auto unit = units.find(c);
    if (unit == units.npos || number < 0) return {};
    units.remove_prefix(unit + 1);
    sum += number * (c == 'H' ? 3600 : c == 'M' ? 60 : 1);
    number = -1;
  }
  return number < 0 ? std::optional{sum} : std::nullopt;
}

bool isWordEnd(char c) {
  return std::isspace(static_cast<unsigned char>(c)) || c == '"' || c == '\'' || c == ';' || c == '\\';
}

/// The values of `--resource` behind each call of the command; its `-r` is a reason.
std::vector<std::string> resourcesNamed(const std::string& script, std::string_view command) {
  std::vector<std::string> names;
  for (auto at = script.find(command); at != script.npos; at = script.find(command, at + 1)) {
    auto end = at;  // of the command: the end of its line, but for lines that go on
    while (end < script.size() && (script[end] != '\n' || (end > 0 && script[end - 1] == '\\'))) ++end;
    const std::string_view line{script.data() + at, end - at};
    for (const std::string_view option :
         {"--resource ", "--resource=", "--logical-resource-id ", "--logical-resource-id="}) {
      const auto found = line.find(option);
      if (found == line.npos) continue;
      auto value = line.substr(found + option.size());
      while (!value.empty() && (value.front() == ' ' || value.front() == '"' || value.front() == '\''))
        value.remove_prefix(1);
      std::size_t length = 0;
      while (length < value.size() && !isWordEnd(value[length])) ++length;
      names.emplace_back(value.substr(0, length));
      break;
    }
  }
  return names;
}

bool isPlainName(const std::string& name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)); });
}

void signalForAnother(const Model& model, const Report& report) {
  for (const auto& machine : machines(model)) {
    const auto script = scriptOf(machine.userData);
    const bool shared = std::ranges::count_if(machines(model), [&](const Machine& other) {
                          return other.userData.value() == machine.userData.value();
                        }) > 1;
    for (const std::string_view command : {"cfn-signal", "signal-resource"})
      for (const auto& name : resourcesNamed(script, command)) {
        if (!isPlainName(name) || name == machine.owner->id || shared) continue;
        const auto* named = model.find(name);
        if (named && named->is("AWS::CloudFormation::WaitCondition")) continue;
        report(machine.userData,
               fmt::format("the signal is for `{}`{}, but `{}` starts the instance", name,
                           named ? "" : ", which the template does not have", machine.owner->id),
               fmt::format("write `--resource {}`", machine.owner->id), {at(*machine.owner, "what waits")});
      }
  }
}

/// Whether the text may fetch and run more than it shows.
bool mayRunMore(const std::string& script) {
  for (const auto word :
       {"curl", "wget", "s3 cp", "s3 sync", "git clone", "cfn-init", "ansible", "#include", "source ", "puppet", "chef",
        "base64", "python", "http:", "https:", "aws ssm", "automation", "send-command", "salt-call"})
    if (script.find(word) != script.npos) return true;
  return false;
}

void signalNeverSent(const Model& model, const Report& report) {
  for (const auto& machine : machines(model)) {
    const auto policy = machine.owner->attribute("CreationPolicy")["ResourceSignal"];
    if (!policy || policy.isUnknown() || !machine.data) continue;
    auto script = scriptOf(machine.userData);
    for (auto& c : script) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (script.find("signal") != script.npos || mayRunMore(script) || script.find("${}") != script.npos) continue;
    if (machine.userData && script.empty()) continue;
    report(policy, "the resource waits for signals, but the user data sends none",
           fmt::format("call `cfn-signal --resource {}` at the end of the user data", machine.owner->id),
           machine.userData ? std::vector{at(machine.userData, "the user data")} : std::vector<diag::Related>{});
  }
}

void signalCount(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    const auto count = group->attribute("CreationPolicy")["ResourceSignal"]["Count"];
    const auto wanted = count.number();
    auto started = (*group)["DesiredCapacity"];
    if (!started) started = (*group)["MinSize"];
    if (!wanted || !started.number() || *wanted <= *started.number()) continue;
    report(count, fmt::format("it waits for {} signals, but {} instances are started", *wanted, *started.number()),
           fmt::format("write {}", *started.number()), {at(started, "so many are started")});
  }
}

void durations(const Model& model, const Report& report) {
  const auto check = [&](const Node& node, std::int64_t most, std::string_view words) {
    const auto text = node.text();
    if (!text) return;
    const auto length = seconds(*text);
    if (!length)
      report(node, fmt::format("`{}` is not a duration", *text), "write one such as `PT15M`");
    else if (*length > most)
      report(node, fmt::format("`{}` is longer than the most, {}", *text, words),
             fmt::format("write at most {}", words));
  };
  for (const auto& resource : model.resources()) {
    check(resource.attribute("CreationPolicy")["ResourceSignal"]["Timeout"], 12 * 3600, "PT12H");
    check(resource.attribute("UpdatePolicy")["AutoScalingRollingUpdate"]["PauseTime"], 3600, "PT1H");
  }
}

void rollingUpdateStuck(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    const auto least = group->attribute("UpdatePolicy")["AutoScalingRollingUpdate"]["MinInstancesInService"];
    const auto most = (*group)["MaxSize"];
    if (!least.number() || !most.number() || *least.number() < *most.number()) continue;
    if (group->attribute("UpdatePolicy")["AutoScalingReplacingUpdate"]["WillReplace"].truth() != Truth::no) continue;
    report(least,
           fmt::format("{} stay in service, and `MaxSize` is {}: no instance may be replaced", *least.number(),
                       *most.number()),
           "write less than `MaxSize`, or raise that", {at(most, "the most that there may be")});
  }
}

/// The same of a service of ECS: it may neither stop a task nor start one more.
void deploymentStuck(const Model& model, const Report& report) {
  for (const auto* service : model.all("AWS::ECS::Service")) {
    const auto configuration = (*service)["DeploymentConfiguration"];
    const auto least = configuration["MinimumHealthyPercent"];
    const auto most = configuration["MaximumPercent"];
    if (!least.number() || !most.number() || *least.number() < 100 || *most.number() > 100) continue;
    report(least,
           fmt::format("{} % stay, and at most {} % may run: no task may be replaced", *least.number(), *most.number()),
           "write less, or raise `MaximumPercent`", {at(most, "the most that there may be")});
  }
}

void rollingStuck(const Model& model, const Report& report) {
  rollingUpdateStuck(model, report);
  deploymentStuck(model, report);
}

void sizesInOrder(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    const auto least = (*group)["MinSize"];
    const auto most = (*group)["MaxSize"];
    const auto desired = (*group)["DesiredCapacity"];
    if (least.number() && most.number() && *least.number() > *most.number())
      report(least, fmt::format("`MinSize` is {}, above `MaxSize`, which is {}", *least.number(), *most.number()),
             "write at most `MaxSize`");
    const bool low = desired.number() && least.number() && *desired.number() < *least.number();
    const bool high = desired.number() && most.number() && *desired.number() > *most.number();
    if (low || high)
      report(desired, fmt::format("`DesiredCapacity` is {}, outside `MinSize` and `MaxSize`", *desired.number()),
             "write a number between them");
  }
}

void updatesReachNobody(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    auto specification = (*group)["LaunchTemplate"];
    if (!specification)
      specification = (*group)["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"];
    const auto version = specification["Version"];
    if (!version.is("$Latest") && !version.is("$Default")) continue;
    if (!specification["LaunchTemplateId"].resource() && !specification["LaunchTemplateName"].resource()) continue;
    report(version,
           fmt::format("with `{}` a new version of the template changes nothing here, so no instance is replaced",
                       *version.text()),
           "write `!GetAtt TEMPLATE.LatestVersionNumber`");
  }
}

void graceMissing(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    const auto type = (*group)["HealthCheckType"].text();
    const auto grace = (*group)["HealthCheckGracePeriod"];
    if (!type || type->find("ELB") == type->npos || (grace && grace.number() != 0)) continue;
    report(grace ? grace : (*group)["HealthCheckType"],
           "the load balancer judges an instance at once, before it has booted",
           "set `HealthCheckGracePeriod` to the time a boot takes");
  }
}

void healthIgnored(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    const auto type = (*group)["HealthCheckType"];
    if ((*group)["TargetGroupARNs"].items().empty() || (type && !type.is("EC2"))) continue;
    report((*group)["TargetGroupARNs"], "an instance that the load balancer finds unhealthy is not replaced",
           "set `HealthCheckType: ELB`");
  }
}

constexpr Rule all[] = {
    {{"signal-for-another", diag::Severity::error, "boot",
      "an instance signals for a resource that it does not belong to",
      "The resource that waits gets no signal, and the creation fails when its timeout is over, an hour later if you "
      "are unlucky.",
      "Name the resource that starts the instance and has the creation policy.",
      "AWS CloudFormation: cfn-signal; CreationPolicy attribute", diag::Noticed::boot},
     signalForAnother},
    {{"signal-never-sent", diag::Severity::warning, "boot", "a resource waits for signals that nobody sends",
      "With a creation policy the resource is complete when its instances have said so.",
      "Call `cfn-signal` when the boot is done, or remove the creation policy.",
      "AWS CloudFormation: CreationPolicy attribute", diag::Noticed::boot},
     signalNeverSent},
    {{"signal-count", diag::Severity::error, "boot", "a resource waits for more signals than instances are started",
      "Each instance signals once; the rest never comes, and the creation fails.",
      "Write the number of instances that are started at first.", "AWS CloudFormation: CreationPolicy attribute",
      diag::Noticed::creation},
     signalCount},
    {{"duration", diag::Severity::error, "boot", "a duration is none, or too long",
      "Durations are written as in ISO 8601. A creation policy waits 12 hours at most, a rolling update pauses for an "
      "hour at most.",
      "Write a duration such as `PT15M`.", "AWS CloudFormation: CreationPolicy attribute; UpdatePolicy attribute",
      diag::Noticed::creation},
     durations},
    {{"rolling-update-stuck", diag::Severity::error, "boot",
      "a rolling update may not take any instance out of service",
      "CloudFormation requires `MinInstancesInService` to be less than `MaxSize`; else the first update fails.",
      "Write less than `MaxSize`, or raise `MaxSize`.", "AWS CloudFormation: UpdatePolicy attribute",
      diag::Noticed::update},
     rollingStuck},
    {{"group-sizes", diag::Severity::error, "boot", "the sizes of an Auto Scaling group contradict each other",
      "Auto Scaling refuses a group whose sizes are not in order.", "Write MinSize <= DesiredCapacity <= MaxSize.",
      "Amazon EC2 Auto Scaling User Guide: Set scaling limits", diag::Noticed::creation},
     sizesInOrder},
    {{"update-reaches-nobody", diag::Severity::warning, "boot", "a change of the launch template replaces no instance",
      "The update policy acts when a property of the group changes. `$Latest` and `$Default` stay the same text, so "
      "the "
      "group keeps running what the old version started.",
      "Name the version: `!GetAtt TEMPLATE.LatestVersionNumber`.",
      "AWS CloudFormation: AWS::AutoScaling::AutoScalingGroup LaunchTemplateSpecification", diag::Noticed::update},
     updatesReachNobody},
    {{"no-grace-period", diag::Severity::warning, "boot", "instances are judged before they have booted",
      "Without a grace period an instance that is still installing is unhealthy, and is replaced by one that is still "
      "installing.",
      "Set `HealthCheckGracePeriod` to the time that a boot takes, in seconds.",
      "Amazon EC2 Auto Scaling User Guide: Set the health check grace period", diag::Noticed::boot},
     graceMissing},
    {{"health-ignored", diag::Severity::info, "boot", "unhealthy targets are not replaced",
      "By default an Auto Scaling group looks whether the machine runs, not whether it serves.",
      "Set `HealthCheckType: ELB`.", "Amazon EC2 Auto Scaling User Guide: Health checks", diag::Noticed::use},
     healthIgnored},
};

}  // namespace

std::span<const Rule> bootRules() { return all; }

}  // namespace check
