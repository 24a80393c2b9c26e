#include "app/application.h"
#include "app/words.h"

namespace app {

using schema::Group;

void describe(Group&, Source&);
void describe(Group&, Plugin&);

static void describe(Group& group, PhpChoice& php) {
  group.field("version", php.version, "Version of PHP; default: the newest that application and system support.");
  group.field("ini", php.ini, "Directives of php.ini; they override those of the preset.");
}

static void describe(Group& group, WebChoice& web) {
  group.field("docroot", web.docroot, "Folder that is served.").example("public");
  group.field("php", web.php, "Paths that run PHP.").example("^/index\\.php$").unique();
  group.field("deny", web.deny, "Additional paths that answer 404.").example("^/(config|vendor)(/|$)").unique();
  group.field("no_store", web.noStore, "Additional paths whose answers must not be cached.")
      .example("^/js/preview\\.js$")
      .unique();
  group.field("fallback", web.fallback, "Response if there is no file.");
  group.field("hosts", web.hosts, "Additional host names.").unique();
  group.field("frames", web.frames, "Which pages may show the application in a frame.");
}

static void describe(Group& group, Mail& mail) {
  group.field("host", mail.host, "Mail server (SMTP).").required();
  group.field("port", mail.port, "Its port.").between(1, 65535);
  group.field("from", mail.from, "Sender address.").required();
  group.field("encryption", mail.encryption, "How the connection is encrypted.");
  group.field("secret", mail.secret, "Secret with the fields `username` and `password`; default: no login.");
}

static void describe(Group& group, Logs& logs) {
  group.field("enabled", logs.enabled, "Whether instances send their logs to CloudWatch.");
  group.field("keep_days", logs.keepDays, "Retention in days; rounded up to the next value that CloudWatch supports.")
      .between(1, 3653)
      .unit("days");
}

/// What becomes of the preset's where a config gives the same.
constexpr std::string_view changes =
    R"(The fields of this group change the preset. `shared`, `local`, `files`, `install`, `boot`, `cron` and `smoke` replace those of
the preset as a whole: an empty list (`cron: []`) leaves none. In `environment` and `php.ini`, each name replaces the same name
of the preset; the other names stay. `plugins`, `web.deny`, `web.no_store` and `web.hosts` are added to those of the preset. The
values for placeholders are those of the preset.)";

void describe(Group& group, Application& application) {
  group.shortFor("preset");
  group.text(changes);
  group.field("preset", application.preset,
              "A built-in preset (`cairn app list`), or your own file, with its path relative to the config.");
  group.field("define", application.define, "Your own preset, written here instead.").optional();
  group.field("source", application.source,
              "Another release than the preset's: each field replaces that of the preset.");
  group.field("php", application.php, "PHP.");
  group.field("settings", application.settings, "Values of the preset's settings, such as `site_name`.");
  group.field("plugins", application.plugins, "Archives that are unpacked into the release, after the preset's.");
  group.field("web", application.web, "What the web server serves; each field replaces that of the preset.");
  group.include(application.parts);
  group.field("allow_downgrade", application.allowDowngrade,
              "Whether an older release may replace a newer one. It may not support the newer database.");
  group.field("time_zone", application.timeZone, "Time zone of PHP.");
  group.field("upload_limit", application.uploadLimit, "Largest upload.").between(1, 2048).unit("MiB");
  group.field("mail", application.mail, "How the application sends mail. Without it there is no mail server.")
      .optional();
  group.field("logs", application.logs, "Logs in CloudWatch.");
  group.derived(application.resolved);
}

}  // namespace app
