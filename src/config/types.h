#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/text.h"

/// The kinds of text a config holds. Each knows its grammar: `parse` gives nothing for text that is none, `meaning`
/// completes "write ...", and `pattern` says the same to editors, as an ECMA-262 regular expression. Where that would
/// leave the author of a wrong text guessing, `problem` says what is wrong with it (problems.cpp).
namespace config {

using schema::Problem;
using schema::Text;

struct StackNameKind {
  static constexpr std::string_view meaning = "letters, digits and hyphens, at most 63, beginning with a letter";
  static constexpr std::string_view pattern = "^[A-Za-z][A-Za-z0-9-]{0,62}$";
  static constexpr std::string_view example = "matomo";
  static bool matches(std::string_view);
};
using StackName = Text<StackNameKind>;

/// A fully qualified domain name without the final dot (RFC 1123, section 2.1).
struct DomainNameKind {
  static constexpr std::string_view meaning = "a domain name in lower case, such as `analytics.example.com`";
  static constexpr std::string_view pattern =
      "^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";
  static constexpr std::string_view example = "analytics.example.com";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using DomainName = Text<DomainNameKind>;

/// Whether `domain` is `zone` or lies below it.
bool isInside(const DomainName& domain, const DomainName& zone);

struct HostedZoneIdKind {
  static constexpr std::string_view meaning = "the id of a Route 53 hosted zone, such as `Z0123456789ABCDEFGHIJ`";
  static constexpr std::string_view pattern = "^Z[A-Z0-9]{4,31}$";
  static constexpr std::string_view example = "Z0123456789ABCDEFGHIJ";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using HostedZoneId = Text<HostedZoneIdKind>;

/// A region of AWS's public partitions.
struct RegionKind {
  static constexpr std::string_view meaning = "the name of an AWS region, such as `eu-west-1`";
  static constexpr std::string_view pattern = "^[a-z]{2}(-gov)?-[a-z]+-[0-9]$";
  static constexpr std::string_view example = "eu-west-1";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using Region = Text<RegionKind>;

enum class Architecture { arm64, x86_64 };

struct InstanceTypeKind {
  static constexpr std::string_view meaning = "an EC2 instance type, such as `t4g.small`";
  static constexpr std::string_view pattern = "^[a-z][a-z0-9-]*[0-9][a-z0-9-]*\\.[a-z0-9-]+$";
  static constexpr std::string_view example = "t4g.small";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using InstanceType = Text<InstanceTypeKind>;

/// By the name of its family: a `g` behind the generation's digits stands for Graviton ("Amazon EC2 instance type
/// naming conventions").
Architecture architectureOf(const InstanceType&);

struct ImageIdKind {
  static constexpr std::string_view meaning = "the id of an AMI, such as `ami-0123456789abcdef0`";
  static constexpr std::string_view pattern = "^ami-[0-9a-f]{8}([0-9a-f]{9})?$";
  static constexpr std::string_view example = "ami-0123456789abcdef0";
  static bool matches(std::string_view);
};
using ImageId = Text<ImageIdKind>;

struct DatabaseClassKind {
  static constexpr std::string_view meaning = "an RDS instance class, such as `db.t4g.micro`";
  static constexpr std::string_view pattern = "^db\\.[a-z][a-z0-9-]*[0-9][a-z0-9-]*\\.[a-z0-9-]+$";
  static constexpr std::string_view example = "db.t4g.small";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using DatabaseClass = Text<DatabaseClassKind>;

struct EngineVersionKind {
  static constexpr std::string_view meaning = "a version of the engine, such as `8.4` or `8.4.9`";
  static constexpr std::string_view pattern = "^[0-9]{1,2}\\.[0-9]{1,2}(\\.[0-9]{1,2})?$";
  static constexpr std::string_view example = "8.4";
  static constexpr bool plainNumber = true;  ///< taken from the text as it stands: `8.4` needs no quotes
  static bool matches(std::string_view);
};
using EngineVersion = Text<EngineVersionKind>;

struct DatabaseNameKind {
  static constexpr std::string_view meaning = "letters, digits and underscores, at most 64, beginning with a letter";
  static constexpr std::string_view pattern = "^[A-Za-z][A-Za-z0-9_]{0,63}$";
  static constexpr std::string_view example = "matomo";
  static bool matches(std::string_view);
};
using DatabaseName = Text<DatabaseNameKind>;

struct CertificateArnKind {
  static constexpr std::string_view meaning =
      "the ARN of an ACM certificate, such as `arn:aws:acm:eu-west-1:123456789012:certificate/…`";
  static constexpr std::string_view pattern =
      "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}$";
  static constexpr std::string_view example =
      "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
  static bool matches(std::string_view);
};
using CertificateArn = Text<CertificateArnKind>;

/// The region that the ARN names.
std::string_view regionOf(const CertificateArn&);

struct UrlPathKind {
  static constexpr std::string_view meaning = "a path of letters, digits and `-._~/`, such as `/-/health`";
  static constexpr std::string_view pattern = "^(?!.*/(/|\\.{1,2}(/|$)))/[A-Za-z0-9._~/-]{0,255}$";
  static constexpr std::string_view example = "/-/health";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using UrlPath = Text<UrlPathKind>;

struct KeyPairKind {
  static constexpr std::string_view meaning = "the name of an EC2 key pair: letters, digits, spaces and `-._@+`";
  static constexpr std::string_view pattern = "^[A-Za-z0-9._@+-]([A-Za-z0-9 ._@+-]{0,253}[A-Za-z0-9._@+-])?$";
  static constexpr std::string_view example = "operations";
  static bool matches(std::string_view);
};
using KeyPair = Text<KeyPairKind>;

/// What must hold for the finished stack; analysis/reach/assertion.h tells the whole language.
struct AssertionKind {
  static constexpr std::string_view meaning = "an assertion such as `internet cannot reach Database`";
  static constexpr std::string_view pattern = "^\\S.* (can|cannot) reach \\S.*$";
  static constexpr std::string_view example = "internet cannot reach Database";
  static bool matches(std::string_view);
};
using Assertion = Text<AssertionKind>;

}  // namespace config
