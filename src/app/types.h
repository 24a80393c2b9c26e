#pragma once

#include "app/schedule.h"
#include "schema/text.h"

/// The kinds of text a preset holds, as config/types.h has them for a config.
namespace app {

using schema::Problem;
using schema::Text;

struct NameKind {
  static constexpr std::string_view meaning =
      "lower case letters, digits and hyphens, at most 32, beginning with a letter";
  static constexpr std::string_view pattern = "^[a-z][a-z0-9-]{0,31}$";
  static constexpr std::string_view example = "matomo";
  static bool matches(std::string_view);
};
using Name = Text<NameKind>;

/// What templates call a setting or a secret.
struct ValueNameKind {
  static constexpr std::string_view meaning = "lower case letters, digits and underscores, beginning with a letter";
  static constexpr std::string_view pattern = "^[a-z][a-z0-9_]{0,31}$";
  static constexpr std::string_view example = "site_name";
  static bool matches(std::string_view);
};
using ValueName = Text<ValueNameKind>;

struct EnvironmentNameKind {
  static constexpr std::string_view meaning = "upper case letters, digits and underscores, beginning with a letter";
  static constexpr std::string_view pattern = "^[A-Z][A-Z0-9_]{0,63}$";
  static constexpr std::string_view example = "APP_ENV";
  static bool matches(std::string_view);
};
using EnvironmentName = Text<EnvironmentNameKind>;

struct PhpVersionKind {
  static constexpr std::string_view meaning = "a version of PHP, such as `8.3`";
  static constexpr std::string_view pattern = "^[0-9]\\.[0-9]{1,2}$";
  static constexpr std::string_view example = "8.3";
  static constexpr bool plainNumber = true;
  static bool matches(std::string_view);
};
using PhpVersion = Text<PhpVersionKind>;

/// Whether `a` is an older version than `b`.
bool isOlder(const PhpVersion& a, const PhpVersion& b);

struct IniNameKind {
  static constexpr std::string_view meaning = "the name of a directive of php.ini, such as `memory_limit`";
  static constexpr std::string_view pattern = "^[a-z][a-z0-9_.-]{0,63}$";
  static constexpr std::string_view example = "memory_limit";
  static bool matches(std::string_view);
};
using IniName = Text<IniNameKind>;

/// Stands in php.ini as it is: no quotes, no comment, one line.
struct IniValueKind {
  static constexpr std::string_view meaning = "a value of php.ini without quotes, semicolons and `$`, such as `512M`";
  static constexpr std::string_view pattern = "^[!#%-:<-\\[\\]-~ ]{1,255}$";
  static constexpr std::string_view example = "512M";
  static constexpr bool plainNumber = true;
  static constexpr bool placeholders = true;
  static bool matches(std::string_view);
};
using IniValue = Text<IniValueKind>;

struct PackageKind {
  static constexpr std::string_view meaning = "the name of a package";
  static constexpr std::string_view pattern = "^[a-z0-9][a-z0-9.+_-]{0,127}$";
  static constexpr std::string_view example = "ghostscript";
  static bool matches(std::string_view);
};
using Package = Text<PackageKind>;

struct VersionKind {
  static constexpr std::string_view meaning = "a version, such as `5.11.2`";
  static constexpr std::string_view pattern = "^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,63}$";
  static constexpr std::string_view example = "5.11.2";
  static constexpr bool plainNumber = true;
  static bool matches(std::string_view);
};
using Version = Text<VersionKind>;

/// Of an archive, without a login: curl downloads it.
struct PlainUrlKind {
  static constexpr std::string_view meaning = "a URL that begins with `https://`";
  static constexpr std::string_view pattern =
      "^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[1-9][0-9]{0,4})?([/?#][A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?$";
  static constexpr std::string_view example = "https://example.com/plugin-1.0.tar.gz";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using PlainUrl = Text<PlainUrlKind>;

/// `{{version}}` in it stands for the version of the source.
struct UrlKind {
  static constexpr std::string_view meaning = "a URL that begins with `https://`";
  static constexpr std::string_view pattern =
      R"(^https://([A-Za-z0-9.-]|\{\{version\}\})+(:[1-9][0-9]{0,4})?([/?#]([A-Za-z0-9._~:/?#@!$&()*+,;=%-]|\{\{version\}\})*)?$)";
  static constexpr std::string_view example = "https://example.com/application-{{version}}.tar.gz";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using Url = Text<UrlKind>;

struct Sha256Kind {
  static constexpr std::string_view meaning = "a SHA-256 sum: 64 digits and letters `a` to `f`, as `sha256sum` prints";
  static constexpr std::string_view pattern = "^(?!([0-9a-f]{1,32})\\1+$)[0-9a-f]{64}$";
  static constexpr std::string_view example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  static constexpr bool plainNumber = true;
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using Sha256 = Text<Sha256Kind>;

/// Below the application's root: no `..`, no leading slash.
struct RelativePathKind {
  static constexpr std::string_view meaning = "a path below the application's root, such as `wp-content/uploads`";
  static constexpr std::string_view pattern = "^(?!/)(?!.*(^|/)\\.{0,2}(/|$))[A-Za-z0-9._/@+-]{1,255}$";
  static constexpr std::string_view example = "config";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using RelativePath = Text<RelativePathKind>;

struct AbsolutePathKind {
  static constexpr std::string_view meaning = "a path that begins with `/`, without `..`";
  static constexpr std::string_view pattern = "^(?!.*/\\.{0,2}(/|$))/[A-Za-z0-9._/@+-]{1,254}$";
  static constexpr std::string_view example = "/usr/share/mediawiki";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using AbsolutePath = Text<AbsolutePathKind>;

/// Of a file that is made: absolute, or below the application's root.
struct FilePathKind {
  static constexpr std::string_view meaning = "a path, absolute or below the application's root, without `..`";
  static constexpr std::string_view pattern = "^(?!(.*/)?\\.{1,2}(/|$))(?!.*/(/|$))[A-Za-z0-9._/@+-]{1,255}$";
  static constexpr std::string_view example = "config/app.php";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using FilePath = Text<FilePathKind>;

struct ModeKind {
  static constexpr std::string_view meaning = "permissions in four octal digits, such as `0640`";
  static constexpr std::string_view pattern = "^0[0-7]{3}$";
  static constexpr std::string_view example = "0640";
  static constexpr bool plainNumber = true;
  static bool matches(std::string_view);
};
using Mode = Text<ModeKind>;

/// Text of several lines, in which placeholders stand for values.
struct ContentKind {
  static constexpr std::string_view meaning = "text";
  static constexpr std::string_view pattern{};
  static constexpr std::string_view example = "key = {{db.password|ini}}";
  static constexpr bool placeholders = true;
  static bool matches(std::string_view text) { return !text.empty(); }
};
using Content = Text<ContentKind>;

/// A program or an argument of it, in which placeholders stand for values.
struct ArgumentKind {
  static constexpr std::string_view meaning = "text";
  static constexpr std::string_view pattern{};
  static constexpr std::string_view example = "--force";
  static constexpr bool placeholders = true;
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using Argument = Text<ArgumentKind>;

/// Text that may be empty.
struct AnyTextKind {
  static constexpr std::string_view meaning = "text";
  static constexpr std::string_view pattern = "^";
  static constexpr std::string_view example = "My site";
  static bool matches(std::string_view) { return true; }
};
using AnyText = Text<AnyTextKind>;

/// Goes into nginx's configuration between double quotes.
struct PatternKind {
  static constexpr std::string_view meaning = "a regular expression of printable ASCII without `\"`";
  static constexpr std::string_view pattern = "^[ !#-~]{1,255}$";
  static constexpr std::string_view example = "^/index\\.php$";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using Pattern = Text<PatternKind>;

/// Goes into nginx's `try_files`.
struct FallbackKind {
  static constexpr std::string_view meaning = "a status such as `=404`, or a path such as `/index.php?$args`";
  static constexpr std::string_view pattern = "^(=[45][0-9]{2}|/[A-Za-z0-9._~/?&=$%-]{0,254})$";
  static constexpr std::string_view example = "/index.php?$args";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using Fallback = Text<FallbackKind>;

/// As cron reads it ("crontab(5)"): minute, hour, day of month, month, day of week.
struct ScheduleKind {
  static constexpr std::string_view meaning = "five fields of a crontab, such as `5 * * * *`";
  static constexpr std::string_view pattern = "^[0-9*/,-]+( [0-9*/,-]+){2}( [0-9A-Za-z*/,-]+){2}$";
  static constexpr std::string_view example = "5 * * * *";
  static bool matches(std::string_view text) { return isSchedule(text); }
  static Problem problem(std::string_view text) { return problemOfSchedule(text); }
};
using Schedule = Text<ScheduleKind>;

struct HostNameKind {
  static constexpr std::string_view meaning = "a host name in lower case, such as `smtp.example.com`";
  static constexpr std::string_view pattern =
      "^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";
  static constexpr std::string_view example = "smtp.example.com";
  static bool matches(std::string_view);
};
using HostName = Text<HostNameKind>;

struct EmailKind {
  static constexpr std::string_view meaning = "an e-mail address";
  static constexpr std::string_view pattern =
      "^(?!\\.)(?!.*\\.(\\.|@|$))(?!.*@[-.])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,189}$";
  static constexpr std::string_view example = "ops@example.com";
  static bool matches(std::string_view);
};
using Email = Text<EmailKind>;

/// Of a request, with its query: what curl takes for itself (`[`, `{`) is written as `%5B`.
struct RequestPathKind {
  static constexpr std::string_view meaning = "a path that begins with `/`, with its query, such as `/index.php?a=1`";
  static constexpr std::string_view pattern = "^/([A-Za-z0-9._~/?&=+:@!$'()*,;-]|%[0-9A-Fa-f]{2}){0,1023}$";
  static constexpr std::string_view example = "/index.php";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using RequestPath = Text<RequestPathKind>;

/// By its name in the tz database.
struct TimeZoneKind {
  static constexpr std::string_view meaning = "a time zone by its name, such as `Europe/Paris` or `UTC`";
  static constexpr std::string_view pattern = "^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$";
  static constexpr std::string_view example = "Europe/Paris";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using TimeZone = Text<TimeZoneKind>;

struct SecretArnKind {
  static constexpr std::string_view meaning =
      "the ARN of a secret, such as `arn:aws:secretsmanager:eu-west-1:123456789012:secret:…`";
  static constexpr std::string_view pattern =
      "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}$";
  static constexpr std::string_view example = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:smtp-AbCdEf";
  static bool matches(std::string_view);
};
using SecretArn = Text<SecretArnKind>;

/// The name of one of Cairn's presets, or the path of a file, which begins with a dot or a slash.
struct PresetReferenceKind {
  static constexpr std::string_view meaning = "the name of a preset, or the path of a file such as `./my-app.yaml`";
  static constexpr std::string_view pattern = R"(^([a-z][a-z0-9-]{0,31}|(\./|\.\./|/).{1,254})$)";
  static constexpr std::string_view example = "matomo";
  static bool matches(std::string_view);
  static Problem problem(std::string_view);
};
using PresetReference = Text<PresetReferenceKind>;

}  // namespace app
