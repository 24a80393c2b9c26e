#include "app/words.h"

namespace app {

using schema::Group;

static void describe(Group& group, Php& php) {
  group
      .field("versions", php.versions,
             "Versions of PHP that the application supports; the newest version that the system packages is installed.")
      .required()
      .unique();
  group.field("extensions", php.extensions, "PHP extensions that the application needs.").unique();
  group
      .field("children", php.children,
             "Maximum number of concurrent requests in PHP; default: as many as the memory of the instance allows.")
      .between(1, 1000);
  group.field("timeout", php.timeout, "Longest request.").between(1, 3600).unit("seconds");
  group.field("ini", php.ini, "Directives of php.ini, for web requests and commands.");
}

void describe(Group& group, Source& source) {
  group.field("version", source.version,
              "Version of the release, which distinguishes an upgrade from a downgrade; `{{version}}` in `url` is "
              "replaced by it.");
  group.field("url", source.url, "Archive to unpack: .tar.gz, .tar.xz, .tar.bz2 or .zip.");
  group.field("sha256", source.sha256, "SHA-256 of the archive, which is verified and identifies the release.");
  group.field("strip", source.strip, "Number of leading folders of the archive to remove; default: 1.").between(0, 9);
}

void describe(Group& group, Plugin& plugin) {
  group.field("name", plugin.name, "Name, for messages.").required();
  group.field("url", plugin.url, "Archive to unpack.").required();
  group.field("sha256", plugin.sha256, "SHA-256 of the archive.").required();
  group.field("strip", plugin.strip, "Number of leading folders of the archive to remove.").between(0, 9);
  group.field("into", plugin.into, "Folder into which it is unpacked.").required().example("plugins/Example");
}

static void describe(Group& group, Web& web) {
  group.field("docroot", web.docroot, "Folder that is served; default: the root of the application.").example("public");
  group
      .field("php", web.php,
             "Paths that run PHP. No other path runs PHP, and no path in `shared` or `local`, where PHP may write.")
      .required()
      .unique();
  group.field("deny", web.deny, "Paths that answer 404.").example("^/(config|vendor)(/|$)").unique();
  group.field("no_store", web.noStore, "Paths whose answers must not be cached.")
      .example("^/js/preview\\.js$")
      .unique();
  group.field("fallback", web.fallback, "Response if there is no file: a status, or a script with its query.");
  group.field("hosts", web.hosts, "Additional host names.").unique();
  group.field("frames", web.frames,
              "Which pages may show the application in a frame, unless it sends its own `X-Frame-Options`.");
}

static void describe(Group& group, Shared& shared) {
  group.field("path", shared.path, "Path below the root; it becomes a link to the shared files.").required();
  group.field("type", shared.type, "What it is.");
}

static void describe(Group& group, Setting& setting) {
  group.field("name", setting.name, "Name; used as `{{setting.NAME|…}}`.").required();
  group.field("doc", setting.doc, "What it is for.").required().example("Name of the site.");
  group.field("default", setting.defaultValue,
              "Value if the config has none. Without a default, the config must have one.");
  group.field("max_length", setting.maxLength, "Longest value.").between(1, 1000).unit("bytes");
  group.field("pattern", setting.pattern, "Regular expression that the whole value must match; default: any text.")
      .example("[a-z]{2}");
}

static void describe(Group& group, Secret& secret) {
  group.field("name", secret.name, "Name; used as `{{secret.NAME|…}}`, or with `user` as `{{secret.NAME.password|…}}`.")
      .required()
      .example("admin");
  group.field("doc", secret.doc, "What it is for.").required().example("Password of the first user.");
  group.field("user", secret.user, "User name that is stored with it, as JSON.").example("admin");
  group.field("length", secret.length, "Number of letters and digits to generate.").between(16, 128);
}

static void describe(Group& group, File& file) {
  group.field("path", file.path, "Where to write it: not in `shared`, `local` or `/tmp`, where PHP may write.")
      .required();
  group.field("mode", file.mode, "Permissions.");
  group.field("owner", file.owner, "Owner of the file.");
  group.field("group", file.group, "Group of the file.");
  group.field("content", file.content, "Content, written at every boot; `{{VALUE|ENCODER}}` is replaced by a value.")
      .required();
  group.field("only_to_install", file.onlyToInstall,
              "Whether the file exists only while `install.commands` run, as a file with a first password should.");
}

static void describe(Group& group, Command& command) {
  group
      .field("argv", command.argv,
             "The program and its arguments; `{{VALUE}}` is replaced by a value that is no secret.")
      .required()
      .example("php");
}

static void describe(Group& group, BootCommand& command) {
  group
      .field("argv", command.argv,
             "The program and its arguments; `{{VALUE}}` is replaced by a value that is no secret.")
      .required()
      .example("php");
  group.field("may_fail", command.mayFail, "Whether the boot continues, with a line in its log, if the command fails.");
}

static void describe(Group& group, Install& install) {
  group
      .field("check", install.check,
             "Prints `cairn:installed` or `cairn:absent`; anything else is a failure. Default: it counts as installed "
             "once "
             "`commands` have succeeded.")
      .optional();
  group.field("commands", install.commands, "Commands that install it, if it is absent.");
  group.field("upgrade", install.upgrade, "Commands that run after a new release, if it is installed.");
}

static void describe(Group& group, Cron& cron) {
  group.field("schedule", cron.schedule, "When it runs.").required();
  group.field("scope", cron.scope, "Where it runs.");
  group.field("argv", cron.argv, "The program and its arguments; `{{VALUE}}` is replaced by a value that is no secret.")
      .required()
      .example("php");
}

static void describe(Group& group, Smoke& smoke) {
  group.field("path", smoke.path, "Path to request, with its query.").required().example("/index.php");
  group.field("status", smoke.status, "Expected status.").between(200, 599);
  group.field("contains", smoke.contains, "Text that the response must contain.").example("</html>");
}

static void describe(Group& group, Log& log) {
  group.field("path", log.path, "The file. The boot creates it for PHP, in a folder where PHP may not write.")
      .required()
      .example("/var/log/example.log");
  group.field("name", log.name, "Name of its log stream, after that of the instance.").required().example("app");
}

void describe(Group& group, Parts& parts) {
  group.field("shared", parts.shared, "Paths that all instances share.");
  group.field("local", parts.local, "Paths that PHP may write and that are lost with the instance.").unique();
  group.field("environment", parts.environment,
              "Environment variables of PHP; `{{VALUE|ENCODER}}` is replaced by a value.");
  group.field("files", parts.files, "Files that are written at every boot.");
  group
      .field("install", parts.install,
             "How the application is installed and upgraded: by one instance at a time, as the user that runs PHP.")
      .optional();
  group.field("boot", parts.boot, "Commands at every boot, after the installation.");
  group.field("cron", parts.cron, "Scheduled commands.");
  group.field("smoke", parts.smoke, "A request that must succeed before an instance counts as started.").optional();
}

void describe(Group& group, Preset& preset) {
  group.field("name", preset.name, "Name of the application and of its folders.").required();
  group.field("title", preset.title, "Display name, on one line.").required().example("My application");
  group.field("php", preset.php, "PHP settings of the application.");
  group.field("packages", preset.packages, "Additional packages to install, by system.");
  group.field("source", preset.source,
              "The archive of the release. The config must have the fields that are not set here.");
  group.field("plugins", preset.plugins, "Archives that are unpacked into the release.");
  group.field("web", preset.web, "What the web server serves.");
  group.field("settings", preset.settings, "Settings that a config may set in `application.settings`.");
  group.field("secrets", preset.secrets, "Secrets that AWS Secrets Manager generates and stores.");
  group.include(preset.parts);
  group.field("logs", preset.logs, "Log files for CloudWatch, besides those of the web server, PHP and the boot.");
}

/// For who would write a preset and needs none.
constexpr std::string_view about =
    R"(Often none of your own is needed: the config can change Cairn's. An application that needs some folders, some
variables and two commands takes the preset `php` (`cairn app show php` prints it):

```yaml
application:
  preset: php
  source:
    version: "1.4.0"
    url: https://codeload.github.com/example/shop/tar.gz/refs/tags/v{{version}}
    sha256: 4f3a1b0ad4b0a5d5d2c1fb0f7a0c5b7b5f0f1e2d3c4b5a69788796a5b4c3d2e1  # sha256sum of that archive
  web: {docroot: public, php: ['^/index\.php$']}
  shared: [{path: storage/app}]                     # on EFS, for all instances
  local: [storage/framework, bootstrap/cache]       # of each instance
  environment: {APP_ENV: production, DB_DATABASE: "{{db.name|bytes}}", DB_USERNAME: "{{db.user|bytes}}"}
  install:
    commands: [{argv: [php, artisan, migrate, "--force"]}]   # once, by one instance
    upgrade: [{argv: [php, artisan, migrate, "--force"]}]    # after a new version
  boot: [{argv: [php, artisan, "config:cache"]}]
  cron: [{schedule: "* * * * *", argv: [php, artisan, "schedule:run"]}]
```

In files, in the environment and in `php.ini` `{{VALUE|ENCODER}}` stands for a value, written so that the language of
the file reads it as the text it is: `php`, `json`, `ini`, `matomo` (its `config.ini.php`), `sh` (all of them with the
quotes), `url` (a part of a URL) and `bytes` (as it is, for files that are nothing but the value, for the environment
and for `php.ini`). `raw` writes letters, digits and `.:/@+,=~ _-`, and fails on everything else, so secrets cannot have
it. In arguments `{{VALUE}}` stands for the value as it is.

A text that needs `{{` itself, such as a template of Twig, Blade or Vue, has `{{{{` in its place; `}}` stays as it is:
`<h1>{{{{ page.title }}</h1>` becomes `<h1>{{ page.title }}</h1>`.)";

schema::Field describe(Preset& preset) {
  auto root = schema::rootOf(preset, "preset",
                             "A preset describes, as data, how a PHP application runs on stateless instances.");
  Group group{root};
  group.text(about);
  describe(group, preset);
  return root;
}

}  // namespace app
