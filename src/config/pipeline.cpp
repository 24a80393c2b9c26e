#include "config/pipeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/characters.h"

namespace config {

using namespace schema;

namespace {

/// Letters, digits and single hyphens between them; the accounts of enterprises end in `_name`.
bool isLogin(std::string_view text) {
  if (text.empty() || text.size() > 39 || !isAlphanumeric(text.front()) || !isAlphanumeric(text.back())) return false;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (!isAlphanumeric(text[i]) && ((text[i] != '-' && text[i] != '_') || !isAlphanumeric(text[i - 1]))) return false;
  return true;
}

/// In either case, since elsewhere another case is taken for a slip.
bool isRef(std::string_view text) { return text.starts_with("refs/") || text.starts_with("REFS/"); }

bool isName(std::string_view text) { return consistsOf(text, 100, isAlphanumeric, "._-"); }

/// `owner/name` out of a URL to clone or to look at.
std::string repositoryIn(std::string_view text) {
  const auto host = text.find("github.com");
  if (host == text.npos) return "";
  text.remove_prefix(std::min(host + 11, text.size()));
  const auto slash = text.find('/');
  text = text.substr(0, text.find_first_of("/?#", slash == text.npos ? slash : slash + 1));
  if (text.ends_with(".git")) text.remove_suffix(4);
  return std::string{text};
}

}  // namespace

bool RepositoryKind::matches(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == text.npos || !isLogin(text.substr(0, slash))) return false;
  const auto name = text.substr(slash + 1);
  return isName(name) && name != "." && name != ".." && !name.ends_with(".git");
}

Problem RepositoryKind::problem(std::string_view text) {
  if (const auto better = repositoryIn(text); matches(better))
    return {"is a URL, not `owner/name`", fmt::format("write `{}`", better)};
  if (isName(text))
    return {"has no owner", fmt::format("write `OWNER/{}`, with the user or organisation that owns it", text)};
  if (text.starts_with('/') && isName(text.substr(1)))
    return {"has no owner", fmt::format("write `OWNER{}`, with the user or organisation that owns it", text)};
  if (text.ends_with(".git") && matches(text.substr(0, text.size() - 4)))
    return {"ends with `.git`", fmt::format("write `{}`", text.substr(0, text.size() - 4))};
  return {};
}

bool GitHubIdKind::matches(std::string_view text) { return consistsOf(text, 19, isDigit) && text.front() != '0'; }

Problem BranchKind::problem(std::string_view text) {
  constexpr std::string_view prefix = "refs/heads/";
  if (text.starts_with(prefix) && matches(text.substr(prefix.size())))
    return {"is a ref, not a branch", fmt::format("write `{}`", text.substr(prefix.size()))};
  for (const char c : text)
    if (c == ' ')
      return {"contains a space, which is not allowed in branch names"};
    else if (std::string_view{"~^:?*[\\"}.find(c) != std::string_view::npos)
      return {fmt::format("contains `{}`, which is not allowed in branch names", c)};
    else if (!isPrintable(c))
      return {"contains characters that are not printable ASCII"};
  return {};
}

bool BranchKind::matches(std::string_view text) {
  if (!consistsOf(text, 200, isPrintable) || text == "@" || isRef(text) || text.starts_with('-') || text.ends_with('.'))
    return false;
  if (text.find_first_of(" ~^:?*[\\") != text.npos) return false;
  if (text.find("..") != text.npos || text.find("@{") != text.npos) return false;
  while (true) {
    const auto part = text.substr(0, text.find('/'));
    if (part.empty() || part.starts_with('.') || part.ends_with(".lock")) return false;
    if (part.size() == text.size()) return true;
    text.remove_prefix(part.size() + 1);
  }
}

bool EnvironmentKind::matches(std::string_view text) {
  return consistsOf(text, 255, isPrintable) && text.front() != ' ' && text.back() != ' ';
}

bool ReviewerKind::matches(std::string_view text) {
  const auto slash = text.find('/');
  return isLogin(text.substr(0, slash)) && (slash == text.npos || isName(text.substr(slash + 1)));
}

Problem ReviewerKind::problem(std::string_view text) {
  return text.starts_with('@') && matches(text.substr(1))
             ? Problem{"begins with `@`", fmt::format("write `{}`", text.substr(1))}
             : Problem{};
}

bool OidcProviderArnKind::matches(std::string_view text) {
  constexpr std::string_view end = ":oidc-provider/token.actions.githubusercontent.com";
  if (!text.starts_with("arn:aws") || !text.ends_with(end)) return false;
  const auto middle = text.find(":iam::");
  if (middle == text.npos || middle + 6 + 12 + end.size() != text.size()) return false;
  return (middle == 7 || consistsOf(text.substr(7, middle - 7), 100, isLower, "-")) &&
         consistsOf(text.substr(middle + 6, 12), 12, isDigit);
}

bool PolicyArnKind::matches(std::string_view text) {
  constexpr std::string_view kind = ":policy/";
  const auto middle = text.find(":iam::");
  if (!text.starts_with("arn:aws") || middle == text.npos) return false;
  if (middle != 7 && !consistsOf(text.substr(7, middle - 7), 100, isLower, "-")) return false;
  text.remove_prefix(middle + 6);
  const auto end = text.find(kind);
  if (end == text.npos) return false;
  const auto account = text.substr(0, end);
  if (account != "aws" && (account.size() != 12 || !consistsOf(account, 12, isDigit))) return false;
  const auto name = text.substr(end + kind.size());
  return consistsOf(name, 512, isPrintable) && name.find_first_of(" *?=") == name.npos;
}

bool BucketNameKind::matches(std::string_view text) {
  return text.size() >= 3 && consistsOf(text, 63, isLowerOrDigit, "-") && text.front() != '-' && text.back() != '-';
}

}  // namespace config
