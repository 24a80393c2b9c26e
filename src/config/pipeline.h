#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "config/types.h"

/// Who may deploy the stack, and from where: a repository on GitHub, whose workflows get AWS credentials by OpenID
/// Connect ("OpenID Connect reference", GitHub).
namespace config {

struct RepositoryKind {
  static constexpr std::string_view meaning = "a repository on GitHub as `owner/name`, such as `example/analytics`";
  static constexpr std::string_view pattern =
      "^[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){0,38}/(?!\\.{1,2}$)(?!.*\\.git$)[A-Za-z0-9._-]{1,100}$";
  static constexpr std::string_view example = "example/analytics";
  static bool matches(std::string_view);
  static schema::Problem problem(std::string_view);
};
using Repository = schema::Text<RepositoryKind>;

/// GitHub's number of an owner or a repository, which stays when the name changes hands.
struct GitHubIdKind {
  static constexpr std::string_view meaning = "a numeric id from GitHub, such as `1234567`";
  static constexpr std::string_view pattern = "^[1-9][0-9]{0,18}$";
  static constexpr std::string_view example = "1234567";
  static constexpr bool plainNumber = true;
  static bool matches(std::string_view);
};
using GitHubId = schema::Text<GitHubIdKind>;

/// Names that Git takes ("git check-ref-format"), as far as they are printable ASCII, which is what IAM takes.
struct BranchKind {
  static constexpr std::string_view meaning = "the name of a branch, such as `main`, in ASCII";
  static constexpr std::string_view pattern =
      R"(^(?!@$)(?!refs/)(?![-/.])(?!.*(\.\.|//|/\.|@\{|\.lock(/|$)|[/.]$))[!-)+-9;-=@-Z\]_-}]{1,200}$)";
  static constexpr std::string_view example = "main";
  static bool matches(std::string_view);
  static schema::Problem problem(std::string_view);
};
using Branch = schema::Text<BranchKind>;

struct EnvironmentKind {
  static constexpr std::string_view meaning = "the name of an environment, such as `production`, in ASCII";
  static constexpr std::string_view pattern = "^[!-~]([ -~]{0,253}[!-~])?$";
  static constexpr std::string_view example = "production";
  static bool matches(std::string_view);
};
using Environment = schema::Text<EnvironmentKind>;

/// A user of GitHub by login, or a team as `owner/team`.
struct ReviewerKind {
  static constexpr std::string_view meaning = "a login on GitHub, or a team as `owner/team`";
  static constexpr std::string_view pattern =
      "^[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){0,38}(/[A-Za-z0-9._-]{1,100})?$";
  static constexpr std::string_view example = "octocat";
  static bool matches(std::string_view);
  static schema::Problem problem(std::string_view);
};
using Reviewer = schema::Text<ReviewerKind>;

struct OidcProviderArnKind {
  static constexpr std::string_view meaning =
      "the ARN of the IAM OIDC provider for GitHub, such as "
      "`arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com`";
  static constexpr std::string_view pattern =
      R"(^arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/token\.actions\.githubusercontent\.com$)";
  static constexpr std::string_view example =
      "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
  static bool matches(std::string_view);
};
using OidcProviderArn = schema::Text<OidcProviderArnKind>;

struct PolicyArnKind {
  static constexpr std::string_view meaning =
      "the ARN of a managed policy, such as `arn:aws:iam::123456789012:policy/boundary`";
  static constexpr std::string_view pattern = R"(^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[!-)+-<>@-~]{1,512}$)";
  static constexpr std::string_view example = "arn:aws:iam::123456789012:policy/boundary";
  static bool matches(std::string_view);
};
using PolicyArn = schema::Text<PolicyArnKind>;

/// What the subject of GitHub's tokens names the repository by.
enum class TokenSubject { ids, names };

/// "General purpose bucket naming rules".
struct BucketNameKind {
  static constexpr std::string_view meaning = "the name of an S3 bucket, such as `example-templates`";
  static constexpr std::string_view pattern = "^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$";
  static constexpr std::string_view example = "example-templates";
  static bool matches(std::string_view);
};
using BucketName = schema::Text<BucketNameKind>;

struct Pipeline {
  Repository repository;
  std::optional<GitHubId> ownerId;
  std::optional<GitHubId> repositoryId;
  TokenSubject subject = TokenSubject::ids;
  Branch branch{"main"};
  Environment environment{"production"};
  std::vector<Reviewer> reviewers;
  std::optional<StackName> stackName;
  std::optional<OidcProviderArn> oidcProvider;
  std::optional<BucketName> bucket;
  std::optional<PolicyArn> permissionsBoundary;

  /// Whether the config has the group.
  bool wanted() const { return !repository.text().empty(); }
  std::string_view owner() const { return std::string_view{repository.text()}.substr(0, repository.text().find('/')); }
  std::string_view name() const { return std::string_view{repository.text()}.substr(repository.text().find('/') + 1); }
};

}  // namespace config
