#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/check.h"
#include "assets/assets.h"
#include "cloudformation/read_template.h"

// The pages of docs/rules, from the rules themselves and from the examples in templates/rules.
namespace check {
namespace {

using diag::Noticed;

/// What is out of support in the examples is so for good.
constexpr Day dayOfExamples = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25};

std::string titled(std::string_view area) {
  std::string title{area};
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::string shownSeverity(diag::Severity severity) {
  return severity == diag::Severity::info ? "hint" : std::string{wordOf(severity)};
}

std::string_view shown(Noticed noticed) {
  switch (noticed) {
    case Noticed::refused:
      return "Before anything is created: CloudFormation refuses the template.";
    case Noticed::creation:
      return "When the resource is created or changed: AWS refuses it, or it is never done, and the stack rolls back.";
    case Noticed::race:
      return "Now and then, when the stack is created or deleted, and not the next time.";
    case Noticed::boot:
      return "When instances or tasks start: they fail, or the stack waits for them until it times out.";
    case Noticed::use:
      return "Once it is used: connections fail or hang, or nothing happens at all.";
    case Noticed::update:
      return "With a later update, which fails, replaces or does nothing.";
    case Noticed::loss:
      return "When it is too late: after a deletion, a replacement, a mishap or a theft.";
    case Noticed::attack:
      return "By nobody, until somebody makes use of it.";
    case Noticed::bill:
      return "On the bill.";
    case Noticed::end:
      return "When support has ended: updates stop first, and connections or deployments later.";
    case Noticed::review:
      return "By the next one who reads the template.";
  }
  return "";
}

/// Below `heading`, what the example says; nothing if the rule has none.
std::string exampleSection(const Rule& rule) {
  const auto text = exampleOf(rule.text.id);
  if (text.empty()) return "";
  diag::Sources sources{"example", wrongSide(text)};
  diag::Diagnostics diagnostics{sources};
  const auto stack = cfn::readTemplate(sources.first(), diagnostics);
  std::string said;
  if (stack)
    for (const auto& finding : check(*stack, {dayOfExamples, {}, 0}).all)
      if (finding.rule == rule.text.id && said.empty())
        said = fmt::format("\n`cairn check` says of the first: *{}: {}*.\n", finding.message, finding.hint);
  return fmt::format(
      "\n## Example\n\nLines with `-` are wrong, those with `+` say it right; what does not matter is left out. Both "
      "are run through the rule.\n\n"
      "```diff\n{}```\n{}",
      text, said);
}

}  // namespace

std::string_view exampleOf(std::string_view id) {
  const auto path = fmt::format("rules/{}.diff", id);
  for (const auto& file : assets::files())
    if (file.path == path) return file.text;
  return "";
}

namespace {

std::string sideOf(std::string_view example, char left) {
  std::string out;
  while (!example.empty()) {
    const auto end = std::min(example.find('\n'), example.size() - 1) + 1;
    if (example[0] != left) out += example.substr(1, end - 1);
    example.remove_prefix(end);
  }
  return out;
}

}  // namespace

std::string wrongSide(std::string_view example) { return sideOf(example, '+'); }
std::string rightSide(std::string_view example) { return sideOf(example, '-'); }

std::vector<std::string_view> areas() {
  std::vector<std::string_view> found;
  for (const auto* rule : allRules())
    if (std::ranges::find(found, rule->text.area) == found.end()) found.push_back(rule->text.area);
  return found;
}

std::string pageName(const Rule& rule) { return fmt::format("{}.md", rule.text.id); }

std::string pageOf(const Rule& rule) {
  const auto& text = rule.text;
  auto page =
      fmt::format("# {}\n\n*{}*, [{}](README.md): {}.\n\n{}\n\n**Noticed:** {}\n\n**Instead:** {}\n", text.id,
                  shownSeverity(text.severity), titled(text.area), text.title, text.why, shown(text.noticed), text.fix);
  page += exampleSection(rule);
  if (text.area != "findings")
    page += fmt::format(
        "\n## To take it as it is\n\nOn the command line `--ignore {0} --reason TEXT`; in a template, for a resource "
        "or "
        "for the whole:\n\n"
        "```yaml\nMetadata:\n  Cairn:\n    ignore:\n      - rule: {0}\n        reason: why it is right here\n```\n",
        text.id);
  return page + fmt::format("\nSource: {}.\n", text.source);
}

std::string indexPage() {
  std::string page =
      "# Rules of `cairn check`\n\nWritten by `cairn rules --out-dir docs/rules`, from the rules themselves.\n\n"
      "An *error* fails, hangs or is open; a *warning* can lose data, leak or cost; a *hint* (`info` on the command "
      "line) could be\nbetter. A value that the template does not tell makes no finding, and proves nothing either.\n\n"
      "To take a finding as it is, say why: `cairn check FILE --ignore RULE --reason TEXT`, or in the template\n\n"
      "```yaml\nMetadata:            # of a resource, or of the template\n  Cairn:\n    ignore:\n      - rule: "
      "health-ignored\n"
      "        reason: the instances judge themselves\n```\n";
  for (const auto area : areas()) {
    page += fmt::format("\n## {}\n\n| rule | | what is wrong |\n| --- | --- | --- |\n", titled(area));
    for (const auto* rule : allRules())
      if (rule->text.area == area)
        page += fmt::format("| [`{}`]({}) | {} | {} |\n", rule->text.id, pageName(*rule),
                            shownSeverity(rule->text.severity), rule->text.title);
  }
  return page;
}

}  // namespace check
