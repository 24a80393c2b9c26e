#include "pipeline/workflow.h"

#include <fmt/format.h>

#include <set>
#include <stdexcept>

#include "assets/assets.h"

namespace pipeline {
namespace {

/// Where GitHub's expressions begin ("Evaluate expressions in workflows and actions").
constexpr std::string_view expression = "${{";

std::string replaceAll(std::string_view text, std::string_view what, std::string_view by) {
  std::string result;
  for (std::size_t at = 0;;) {
    const auto found = text.find(what, at);
    result += text.substr(at, found - at);
    if (found == std::string_view::npos) return result;
    result += by;
    at = found + what.size();
  }
}

std::string inQuotes(std::string_view text) { return fmt::format("'{}'", replaceAll(text, "'", "''")); }

std::string variable(const Settings& settings, std::string_view what) {
  return fmt::format("${{{{ vars.{} }}}}", variableFor(settings.stack, what));
}

std::string workflowPath(const Settings& settings) { return fmt::format(".github/workflows/{}.yml", settings.stack); }

}  // namespace

std::string variableFor(std::string_view stack, std::string_view what) {
  auto name = fmt::format("{}_{}", stack, what);
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '-' ? '_' : c;
  // "Variables reference": no digit in front, which a stack's name never has, and not GitHub's own prefix.
  return name.starts_with("GITHUB_") ? "CAIRN_" + name : name;
}

std::string scalar(std::string_view text) {
  // An expression that is the text of its own opening.
  return inQuotes(replaceAll(text, expression, "${{ '${{' }}"));
}

std::string pattern(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view{R"(*?+[]!\)"}.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  // Filters know no expressions, but refuse what looks like one: anything may stand there then.
  return inQuotes(replaceAll(escaped, expression, "*"));
}

std::string fill(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
  std::string filled;
  std::set<std::string_view> used;
  for (;;) {
    const auto start = text.find("'@");
    filled += text.substr(0, start);
    if (start == std::string_view::npos) break;
    const auto end = text.find("@'", start + 2);
    if (end == std::string_view::npos) throw std::logic_error{"a placeholder without an end"};
    const auto value = values.find(text.substr(start + 2, end - start - 2));
    if (value == values.end())
      throw std::logic_error{fmt::format("no value for {}", text.substr(start, end + 2 - start))};
    filled += value->second;
    used.insert(value->first);
    text.remove_prefix(end + 2);
  }
  for (const auto& [name, value] : values)
    if (!used.contains(name)) throw std::logic_error{fmt::format("no place for '@{}@'", name)};
  return filled;
}

std::vector<File> githubFiles(const Settings& settings) {
  std::vector<File> files{
      {workflowPath(settings),
       fill(assets::github_workflow_yml,
            {
                {"access-pattern", pattern(settings.accessTemplate)},
                {"access-template", scalar(settings.accessTemplate)},
                {"branch", scalar(settings.branch)},
                {"branch-pattern", pattern(settings.branch)},
                {"bucket", settings.bucket.empty() ? variable(settings, "TEMPLATE_BUCKET") : scalar(settings.bucket)},
                {"cairn-sha256", scalar(settings.cairnSha256)},
                {"cairn-url", scalar(settings.cairnUrl)},
                {"config", scalar(settings.config)},
                {"config-pattern", pattern(settings.config)},
                {"deploy-role", variable(settings, "DEPLOY_ROLE")},
                {"drift-role", variable(settings, "DRIFT_ROLE")},
                {"environment", scalar(settings.environment)},
                {"health-url", scalar(settings.healthUrl)},
                {"plan-role", variable(settings, "PLAN_ROLE")},
                {"prepare-role", variable(settings, "PREPARE_ROLE")},
                {"region", scalar(settings.region)},
                {"runner", settings.runner},
                {"service-role", variable(settings, "SERVICE_ROLE")},
                {"stack", scalar(settings.stack)},
                {"template", scalar(settings.templateFile)},
                {"template-pattern", pattern(settings.templateFile)},
                {"url", scalar(settings.url)},
                {"workflow-pattern", pattern(workflowPath(settings))},
            })}};
  constexpr std::string_view scripts = "github/cairn/";
  for (const auto& [path, text] : assets::files())
    if (path.starts_with(scripts))
      files.push_back({fmt::format(".github/cairn/{}", path.substr(scripts.size())), std::string{text}});
  return files;
}

}  // namespace pipeline
