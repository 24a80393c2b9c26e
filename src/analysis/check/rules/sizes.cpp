#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "analysis/check/machines.h"
#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"

// Sizes and times that contradict each other.
namespace check {
namespace {

std::optional<std::int64_t> numberOr(const Node& node, std::int64_t otherwise) {
  return node.isSet() ? node.number() : std::optional{otherwise};
}

void queueHidesTooShort(const Model& model, const Report& report) {
  constexpr std::int64_t visibleByDefault = 30;
  constexpr std::int64_t timeoutByDefault = 3;
  for (const auto* mapping : model.all("AWS::Lambda::EventSourceMapping")) {
    const auto* queue = (*mapping)["EventSourceArn"].resource("AWS::SQS::Queue");
    const auto* function = (*mapping)["FunctionName"].resource("AWS::Lambda::Function");
    if (!queue || !function) continue;
    const auto hidden = numberOr((*queue)["VisibilityTimeout"], visibleByDefault);
    const auto runs = numberOr((*function)["Timeout"], timeoutByDefault);
    if (!hidden || !runs || *hidden >= *runs) continue;
    const auto node = (*queue)["VisibilityTimeout"] ? (*queue)["VisibilityTimeout"] : queue->all();
    report(
        node,
        fmt::format("the queue hides a message for {} s, and `{}` may take {} s for it", *hidden, function->id, *runs),
        fmt::format("write at least {}, better six times as much", *runs), {at(*function, "the function")});
  }
}

void deadLettersExpire(const Model& model, const Report& report) {
  constexpr std::int64_t fourDays = 345'600;
  for (const auto* queue : model.all("AWS::SQS::Queue")) {
    const auto* dead = (*queue)["RedrivePolicy"]["deadLetterTargetArn"].resource("AWS::SQS::Queue");
    if (!dead) continue;
    const auto kept = numberOr((*dead)["MessageRetentionPeriod"], fourDays);
    const auto source = numberOr((*queue)["MessageRetentionPeriod"], fourDays);
    if (!kept || !source || *kept >= *source) continue;
    report((*dead)["MessageRetentionPeriod"] ? (*dead)["MessageRetentionPeriod"] : dead->all(),
           fmt::format("messages expire here by their first date, after {} s, and `{}` keeps them for {} s", *kept,
                       queue->id, *source),
           "write more than the source has", {at(*queue, "the source")});
  }
}

/// A queue's FIFO-ness is that of its dead letters.
void deadLettersOfAnotherKind(const Model& model, const Report& report) {
  for (const auto* queue : model.all("AWS::SQS::Queue")) {
    const auto target = (*queue)["RedrivePolicy"]["deadLetterTargetArn"];
    const auto* dead = target.resource("AWS::SQS::Queue");
    if (!dead) continue;
    const auto one = (*queue)["FifoQueue"].truth();
    const auto other = (*dead)["FifoQueue"].truth();
    if (one == Truth::unknown || other == Truth::unknown || one == other) continue;
    report(target,
           fmt::format("`{}` is {} FIFO queue, and this is {}", dead->id, other == Truth::yes ? "a" : "no",
                       one == Truth::yes ? "one" : "none"),
           "write a queue of the same kind", {at(*dead, "the queue for dead letters")});
  }
}

std::optional<std::int64_t> minutesAndSeconds(const std::optional<std::string>& text) {
  if (!text || !text->starts_with("PT")) return {};
  std::int64_t sum = 0;
  std::int64_t number = 0;
  for (const char c : text->substr(2)) {
    if (std::isdigit(static_cast<unsigned char>(c))) {
      number = number * 10 + (c - '0');
      if (number > 100'000) return {};
      continue;
    }
    if (c != 'H' && c != 'M' && c != 'S') return {};
    sum += number * (c == 'H' ? 3600 : c == 'M' ? 60 : 1);
    number = 0;
  }
  return sum;
}

void graceTooShort(const Model& model, const Report& report) {
  constexpr std::int64_t times = 10;
  for (const auto* group : model.all("AWS::AutoScaling::AutoScalingGroup")) {
    const auto type = (*group)["HealthCheckType"].text();
    const auto grace = (*group)["HealthCheckGracePeriod"];
    const auto timeout = minutesAndSeconds(group->attribute("CreationPolicy")["ResourceSignal"]["Timeout"].text());
    if (!type || type->find("ELB") == type->npos || !grace.number() || !timeout) continue;
    constexpr std::int64_t mostTimeout = 43'200;
    if (*timeout > mostTimeout || *grace.number() <= 0 || *grace.number() * times >= *timeout) continue;
    report(grace,
           fmt::format("the boot may take {} s, and after {} s an instance that does not answer yet is replaced",
                       *timeout, *grace.number()),
           "write the time that a boot takes");
  }
}

void timeoutTooShort(const Model& model, const Report& report) {
  constexpr std::int64_t least = 30;
  for (const auto& machine : machines(model)) {
    const auto node = machine.owner->attribute("CreationPolicy")["ResourceSignal"]["Timeout"];
    const auto timeout = minutesAndSeconds(node.text());
    if (timeout && *timeout < least)
      report(node, fmt::format("no instance starts within {} s, so the signal comes too late", *timeout),
             "write the time that a boot takes, such as `PT15M`");
  }
}

void percentStuck(const Model& model, const Report& report) {
  for (const auto* service : model.all("AWS::ECS::Service")) {
    const auto configuration = (*service)["DeploymentConfiguration"];
    const auto count = (*service)["DesiredCount"].number();
    const auto least = numberOr(configuration["MinimumHealthyPercent"], 100);
    const auto most = numberOr(configuration["MaximumPercent"], 200);
    if (!configuration.isKnown() || !count || *count < 1 || !least || !most || *most <= 100) continue;
    if ((*service)["SchedulingStrategy"].is("DAEMON")) continue;
    const auto stay = (*count * *least + 99) / 100;
    const auto run = *count * *most / 100;
    if (stay < *count || run > *count) continue;
    report(configuration,
           fmt::format("of {} tasks {} stay and at most {} run, by rounding: none may be replaced", *count, stay, run),
           "lower `MinimumHealthyPercent`, or raise `MaximumPercent`");
  }
}

void capacityOutOfOrder(const Model& model, const Report& report) {
  for (const auto* target : model.all("AWS::ApplicationAutoScaling::ScalableTarget")) {
    const auto least = (*target)["MinCapacity"];
    const auto most = (*target)["MaxCapacity"];
    if (least.number() && most.number() && *least.number() > *most.number())
      report(least, fmt::format("the fewest are {}, the most are {}", *least.number(), *most.number()),
             "write them in order");
  }
}

/// A database named in two places, which contradict each other.
void clusterContradicts(const Model& model, const Report& report) {
  for (const auto* instance : model.all("AWS::RDS::DBInstance")) {
    const auto* cluster = (*instance)["DBClusterIdentifier"].resource("AWS::RDS::DBCluster");
    if (!cluster) continue;
    const auto engine = (*instance)["Engine"];
    const auto engineOfCluster = (*cluster)["Engine"];
    if (engine.word() && engineOfCluster.word() && engine.word() != engineOfCluster.word())
      report(engine, fmt::format("the cluster is of {}", *engineOfCluster.text()), "write the cluster's engine",
             {at(*cluster, "the cluster")});
    const auto here = (*instance)["StorageEncrypted"];
    const auto there = (*cluster)["StorageEncrypted"];
    const bool serverless = (*cluster)["EngineMode"].is("serverless");
    const bool copied = (*cluster)["SnapshotIdentifier"] || (*cluster)["SourceDBClusterIdentifier"] ||
                        (*cluster)["GlobalClusterIdentifier"] || (*cluster)["KmsKeyId"];
    if (here && here.truth() != Truth::unknown && there.truth() != Truth::unknown && here.truth() != there.truth() &&
        !serverless && !copied)
      report(here, "the storage is the cluster's, which says the opposite", "write the same, or leave it out",
             {at(*cluster, "the cluster")});
    if ((*instance)["DBInstanceClass"].is("db.serverless") && !(*cluster)["ServerlessV2ScalingConfiguration"])
      report((*instance)["DBInstanceClass"], fmt::format("`{}` has no `ServerlessV2ScalingConfiguration`", cluster->id),
             "write its `MinCapacity` and `MaxCapacity`", {at(*cluster, "the cluster")});
  }
}

constexpr Rule all[] = {
    {{"queue-hides-too-short", diag::Severity::error, "sizes",
      "a queue hides its messages for less time than its function takes",
      "Lambda refuses the mapping: a message would come back while it is still worked on.",
      "Write a `VisibilityTimeout` of six times the function's timeout.",
      "AWS Lambda Developer Guide: Using Lambda with Amazon SQS", diag::Noticed::creation},
     queueHidesTooShort},
    {{"dead-letters-expire", diag::Severity::warning, "sizes", "dead letters are kept for less time than live ones",
      "A dead letter keeps the date of its arrival, so it is gone before anybody looks.",
      "Keep dead letters longer than the source keeps its messages.",
      "Amazon SQS Developer Guide: Using dead-letter queues", diag::Noticed::loss},
     deadLettersExpire},
    {{"dead-letters-of-another-kind", diag::Severity::error, "sizes",
      "a FIFO queue and its dead letters are of different kinds",
      "SQS refuses a standard queue for the dead letters of a FIFO queue, and the other way round.",
      "Write a queue of the same kind.", "Amazon SQS Developer Guide: Using dead-letter queues",
      diag::Noticed::creation},
     deadLettersOfAnotherKind},
    {{"grace-too-short", diag::Severity::warning, "sizes", "instances are judged long before their boot may end",
      "The creation waits far longer for the boot than the health check does. An instance that is still installing is "
      "replaced by one that is still installing.",
      "Set `HealthCheckGracePeriod` to the time that a boot takes.",
      "Amazon EC2 Auto Scaling User Guide: Set the health check grace period", diag::Noticed::boot},
     graceTooShort},
    {{"timeout-too-short", diag::Severity::error, "sizes",
      "the stack waits for less time than an instance takes to start",
      "No instance is up within half a minute, so the creation fails each time.", "Write a time such as `PT15M`.",
      "AWS CloudFormation: CreationPolicy attribute", diag::Noticed::creation},
     timeoutTooShort},
    {{"percent-stuck", diag::Severity::error, "sizes", "by rounding no task of a service may be replaced",
      "ECS rounds what has to stay up and what may run down. Of one task 150 percent are one task.",
      "Lower `MinimumHealthyPercent`, or raise `MaximumPercent`.",
      "Amazon ECS Developer Guide: Service definition parameters, deploymentConfiguration", diag::Noticed::update},
     percentStuck},
    {{"capacity-out-of-order", diag::Severity::error, "sizes", "the fewest of a scalable target are more than its most",
      "Application Auto Scaling refuses the target.", "Write MinCapacity <= MaxCapacity.",
      "Application Auto Scaling API Reference: RegisterScalableTarget", diag::Noticed::creation},
     capacityOutOfOrder},
    {{"cluster-contradicts", diag::Severity::error, "sizes", "an instance contradicts its cluster",
      "Engine, storage and scaling are the cluster's. RDS refuses an instance that says something else.",
      "Write the same as the cluster, or leave it out.", "Amazon RDS API Reference: CreateDBInstance",
      diag::Noticed::creation},
     clusterContradicts},
};

}  // namespace

std::span<const Rule> sizeRules() { return all; }

}  // namespace check
