#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The workflow that deploys a stack, as text for a host of repositories: templates/github, with the values of one
/// stack.
namespace pipeline {

/// What a workflow is told of its stack and repository. Paths are from the top of the repository.
struct Settings {
  std::string stack;
  std::string region;
  std::string repository;  ///< OWNER/NAME
  std::string branch;
  std::string environment;
  std::vector<std::string> reviewers;  ///< logins, and teams as OWNER/TEAM
  std::string config;
  std::string templateFile;
  std::string accessTemplate;
  std::string url;
  std::string healthUrl;
  std::string bucket;  ///< for templates that are too large for the API; empty if the access stack makes it
  std::string cairnUrl;
  std::string cairnSha256;
  std::string runner;  ///< the label of a runner that can run this program
};

struct File {
  std::string path;  ///< from the top of the repository
  std::string text;
};

/// The workflow and the scripts that it runs, for GitHub.
std::vector<File> githubFiles(const Settings&);

/// The variable of the repository that holds a value of the stack: `MATOMO_PLAN_ROLE` for `matomo` and `PLAN_ROLE`.
std::string variableFor(std::string_view stack, std::string_view what);

/// The text as a YAML scalar of a workflow, which GitHub reads as just that text: nothing in it is an expression.
std::string scalar(std::string_view text);
/// The text as a YAML scalar, for a filter of branches or paths that matches just that text.
std::string pattern(std::string_view text);

/// Puts values into a template: `'@name@'`, in just these quotes, becomes the value of that name. Throws
/// std::logic_error for a name without a value and a value that no place asks for.
std::string fill(std::string_view text, const std::map<std::string, std::string, std::less<>>& values);

}  // namespace pipeline
