#include "analysis/check/ignore.h"

#include <fmt/format.h>

namespace check {
namespace {

void nothing(const Model&, const Report&) {}  // found by Ignores, when all other rules were asked

constexpr Rule all[] = {
    {{"ignore-without-reason", diag::Severity::error, "findings", "a finding is ignored without rule or reason",
      "Who reads the template later must know why; and the finding is reported until then.",
      "Write `- {rule: ..., reason: ...}` below `Metadata: Cairn: ignore:`.", "Cairn: `cairn check --help`",
      diag::Noticed::review},
     nothing},
    {{"ignore-unknown", diag::Severity::warning, "findings", "a rule is ignored that does not exist",
      "Perhaps it is a slip of the pen, and the finding that was meant is still there.",
      "Write a rule of `cairn rules`.", "Cairn: `cairn check --help`", diag::Noticed::review},
     nothing},
    {{"ignore-unused", diag::Severity::info, "findings", "a rule is ignored that finds nothing there",
      "What was wrong is right by now, and the next time it would be ignored as well.", "Remove it.",
      "Cairn: `cairn check --help`", diag::Noticed::review},
     nothing},
};

std::string textOf(const Map& map, std::string_view key) {
  const auto* value = data::find(map, key);
  const auto* text = value ? value->as<std::string>() : nullptr;
  return text ? *text : "";
}

}  // namespace

std::span<const Rule> ignoreRules() { return all; }

void Ignores::read(const Value& metadata, const std::string& resource) {
  const auto* map = metadata.as<Map>();
  const auto* ours = map ? data::find(*map, "Cairn") : nullptr;
  const auto* members = ours ? ours->as<Map>() : nullptr;
  const auto* list = members ? data::find(*members, "ignore") : nullptr;
  const auto* items = list ? list->as<List>() : nullptr;
  if (list && !items) broken_.emplace_back(list->span(), resource);
  if (!items) return;
  for (const auto& item : *items) {
    const auto* entry = item.as<Map>();
    Entry found{entry ? textOf(*entry, "rule") : "", entry ? textOf(*entry, "reason") : "", resource, item.span(),
                true};
    if (found.rule.empty() || found.reason.empty())
      broken_.emplace_back(item.span(), resource);
    else
      entries_.push_back(std::move(found));
  }
}

Ignores::Ignores(const Model& model, const std::vector<Ignore>& given) {
  for (const auto& [rule, reason] : given) entries_.push_back({rule, reason});
  read(Value{model.source().sections().metadata}, "");
  for (const auto& resource : model.resources()) read(*resource.metadata, resource.id);
}

void Ignores::sort(diag::Diagnostic finding, Findings& findings) {
  for (auto& entry : entries_) {
    if (entry.rule != finding.rule || (!entry.resource.empty() && entry.resource != finding.resource)) continue;
    entry.used = true;
    findings.ignored.push_back({std::move(finding), entry.reason, entry.inFile});
    return;
  }
  findings.all.push_back(std::move(finding));
}

void Ignores::report(Findings& findings) const {
  const auto say = [&](std::size_t rule, diag::Span span, const std::string& resource, std::string message,
                       std::string fix) {
    const auto& text = all[rule].text;
    findings.all.push_back({text.severity, text.id, span, std::move(message), std::move(fix), resource, "", {}});
  };
  for (const auto& [span, resource] : broken_)
    say(0, span, resource, "this ignores nothing: it lacks a rule or a reason", "write `- {rule: ..., reason: ...}`");
  for (const auto& entry : entries_) {
    if (!findRule(entry.rule)) {
      std::vector<std::string_view> names;
      for (const auto* rule : allRules()) names.push_back(rule->text.id);
      const auto near = diag::closest(entry.rule, names);
      say(1, entry.span, entry.resource, fmt::format("there is no rule `{}`", entry.rule),
          near.empty() ? "write a rule of `cairn rules`" : fmt::format("write `{}`", near));
    } else if (!entry.used) {
      say(2, entry.span, entry.resource, fmt::format("`{}` finds nothing here", entry.rule),
          entry.inFile ? "remove it" : fmt::format("leave out `--ignore {}`", entry.rule));
    }
  }
}

}  // namespace check
