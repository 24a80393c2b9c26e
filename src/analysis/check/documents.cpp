#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/check.h"

// The pages of docs/rules, from the rules themselves.
namespace check {
namespace {

std::string titled(std::string_view area) {
  std::string title{area};
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::string shownSeverity(diag::Severity severity) {
  return severity == diag::Severity::info ? "hint" : std::string{wordOf(severity)};
}

}  // namespace

std::vector<std::string_view> areas() {
  std::vector<std::string_view> found;
  for (const auto* rule : allRules())
    if (std::ranges::find(found, rule->text.area) == found.end()) found.push_back(rule->text.area);
  return found;
}

std::string pageName(std::string_view area) {
  std::string name;
  for (const char c : area) name += c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name + ".md";
}

std::string pageOf(std::string_view area) {
  auto page = fmt::format("# Rules: {}\n\nWritten by `cairn rules --out-dir docs/rules`, from the rules themselves.\n",
                          titled(area));
  for (const auto* rule : allRules()) {
    const auto& text = rule->text;
    if (text.area != area) continue;
    page += fmt::format("\n## {}\n\n*{}*: {}.\n\n{}\n\n**Instead:** {}\n\nSource: {}.\n", text.id,
                        shownSeverity(text.severity), text.title, text.why, text.fix, text.source);
  }
  return page;
}

std::string indexPage() {
  std::string page =
      "# Rules of `cairn check`\n\nWritten by `cairn rules --out-dir docs/rules`, from the rules themselves.\n\n"
      "An *error* fails, hangs or is open; a *warning* can lose data, leak or cost; a *hint* could be better. A value "
      "that the\n"
      "template does not tell makes no finding, and proves nothing either.\n\n"
      "To take a finding as it is, say why: `cairn check FILE --ignore RULE --reason TEXT`, or in the template\n\n"
      "```yaml\nMetadata:            # of a resource, or of the template\n  Cairn:\n    ignore:\n      - rule: "
      "health-ignored\n"
      "        reason: the instances judge themselves\n```\n";
  for (const auto area : areas()) {
    page +=
        fmt::format("\n## [{}]({})\n\n| rule | | what is wrong |\n| --- | --- | --- |\n", titled(area), pageName(area));
    for (const auto* rule : allRules())
      if (rule->text.area == area)
        page += fmt::format("| [`{}`]({}#{}) | {} | {} |\n", rule->text.id, pageName(area), rule->text.id,
                            shownSeverity(rule->text.severity), rule->text.title);
  }
  return page;
}

}  // namespace check
