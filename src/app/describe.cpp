#include "app/words.h"

namespace app {

using schema::Group;

static void describe(Group& group, Php& php) {
  group
      .field("versions", php.versions,
             "Versions of PHP that the application supports; the newest that the system packages is taken.")
      .required()
      .unique();
  group.field("extensions", php.extensions, "Extensions it needs.").unique();
  group
      .field("children", php.children,
             "Most requests that PHP runs at once; not given: as the memory of the instance allows.")
      .between(1, 1000);
  group.field("timeout", php.timeout, "Longest request.").between(1, 3600).unit("seconds");
  group.field("ini", php.ini, "Directives of php.ini, for web requests and commands alike.");
}

void describe(Group& group, Source& source) {
  group.field("version", source.version,
              "Version of the release, which tells an upgrade from a downgrade; `{{version}}` in `url` stands for it.");
  group.field("url", source.url, "Archive to unpack: .tar.gz, .tar.xz, .tar.bz2 or .zip.");
  group.field("sha256", source.sha256, "Sum of the archive, which is checked and names the release.");
  group.field("strip", source.strip, "Leading folders of the archive to leave out; 1 if not given.").between(0, 9);
}

void describe(Group& group, Plugin& plugin) {
  group.field("name", plugin.name, "Its name, for messages.").required();
  group.field("url", plugin.url, "Archive to unpack.").required();
  group.field("sha256", plugin.sha256, "Sum of the archive.").required();
  group.field("strip", plugin.strip, "Leading folders of the archive to leave out.").between(0, 9);
  group.field("into", plugin.into, "Folder to unpack it into.").required().example("plugins/Example");
}

static void describe(Group& group, Web& web) {
  group.field("docroot", web.docroot, "Folder that is served; not given: the root of the application.")
      .example("public");
  group
      .field(
          "php", web.php,
          "Paths that run PHP; nothing else does, and nothing that lies in `shared` or `local`, where PHP may write.")
      .required()
      .unique();
  group.field("deny", web.deny, "Paths that answer 404.").example("^/(config|vendor)(/|$)").unique();
  group.field("no_store", web.noStore, "Paths whose answers must not be cached.")
      .example("^/js/preview\\.js$")
      .unique();
  group.field("fallback", web.fallback, "What answers where no file is: a status, or a script with its query.");
  group.field("hosts", web.hosts, "Further host names to answer to.").unique();
  group.field("frames", web.frames,
              "Which pages may show the application in a frame, where it sends no `X-Frame-Options` of its own.");
}

static void describe(Group& group, Shared& shared) {
  group.field("path", shared.path, "Path below the root; it becomes a link to the shared files.").required();
  group.field("type", shared.type, "What it is.");
}

static void describe(Group& group, Setting& setting) {
  group.field("name", setting.name, "Name; templates say `{{setting.NAME|…}}`.").required();
  group.field("doc", setting.doc, "What it is for.").required().example("Name of the site.");
  group.field("default", setting.defaultValue, "Value if a config gives none; without it a config must.");
  group.field("max_length", setting.maxLength, "Longest value.").between(1, 1000).unit("bytes");
  group.field("pattern", setting.pattern, "Regular expression that a value fits as a whole; not given: any text does.")
      .example("[a-z]{2}");
}

static void describe(Group& group, Secret& secret) {
  group
      .field("name", secret.name,
             "Name; templates say `{{secret.NAME|…}}`, or with `user` `{{secret.NAME.password|…}}`.")
      .required()
      .example("admin");
  group.field("doc", secret.doc, "What it is for.").required().example("Password of the first user.");
  group.field("user", secret.user, "User name that is kept with it, as JSON.").example("admin");
  group.field("length", secret.length, "Letters and digits to generate.").between(16, 128);
}

static void describe(Group& group, File& file) {
  group.field("path", file.path, "Where to write it: not in `shared`, `local` or `/tmp`, where PHP may write.")
      .required();
  group.field("mode", file.mode, "Permissions.");
  group.field("owner", file.owner, "User it belongs to.");
  group.field("group", file.group, "Group it belongs to.");
  group.field("content", file.content, "Its text, written at every boot; `{{VALUE|ENCODER}}` stands for a value.")
      .required();
  group.field("only_to_install", file.onlyToInstall,
              "Whether the file is there only while `install.commands` run, as one with a first password should be.");
}

static void describe(Group& group, Command& command) {
  group.field("argv", command.argv, "The program and its arguments; `{{VALUE}}` stands for a value that is no secret.")
      .required()
      .example("php");
}

static void describe(Group& group, BootCommand& command) {
  group.field("argv", command.argv, "The program and its arguments; `{{VALUE}}` stands for a value that is no secret.")
      .required()
      .example("php");
  group.field("may_fail", command.mayFail, "Whether the boot goes on, with a line in its log, when the command fails.");
}

static void describe(Group& group, Install& install) {
  group
      .field("check", install.check,
             "Prints `cairn:installed` or `cairn:absent`; anything else is a failure. Not given: it is installed once "
             "`commands` have run.")
      .optional();
  group.field("commands", install.commands, "What installs it, when it is absent.");
  group.field("upgrade", install.upgrade, "What follows a new release, when it is installed.");
}

static void describe(Group& group, Cron& cron) {
  group.field("schedule", cron.schedule, "When it runs.").required();
  group.field("scope", cron.scope, "Where it runs.");
  group.field("argv", cron.argv, "The program and its arguments; `{{VALUE}}` stands for a value that is no secret.")
      .required()
      .example("php");
}

static void describe(Group& group, Smoke& smoke) {
  group.field("path", smoke.path, "Path to ask for, with its query.").required().example("/index.php");
  group.field("status", smoke.status, "Status it must answer with.").between(200, 599);
  group.field("contains", smoke.contains, "Text the answer must hold.").example("</html>");
}

static void describe(Group& group, Log& log) {
  group.field("path", log.path, "The file, which the boot makes for PHP, in a folder where PHP may not write.")
      .required()
      .example("/var/log/example.log");
  group.field("name", log.name, "Name of its stream, behind that of the instance.").required().example("app");
}

void describe(Group& group, Parts& parts) {
  group.field("shared", parts.shared, "Paths that all instances share.");
  group.field("local", parts.local, "Paths that PHP may write and that are lost with the instance.").unique();
  group.field("environment", parts.environment, "Environment of PHP; `{{VALUE|ENCODER}}` stands for a value.");
  group.field("files", parts.files, "Files that are written at every boot.");
  group
      .field("install", parts.install,
             "How it is installed and upgraded: by one instance at a time, as the user that runs PHP.")
      .optional();
  group.field("boot", parts.boot, "Commands at every boot, after the installation.");
  group.field("cron", parts.cron, "Commands at certain times.");
  group.field("smoke", parts.smoke, "A request that must succeed before an instance counts as started.").optional();
}

void describe(Group& group, Preset& preset) {
  group.field("name", preset.name, "Name of the application and of its folders.").required();
  group.field("title", preset.title, "Its name for people, on one line.").required().example("My application");
  group.field("php", preset.php, "PHP as the application wants it.");
  group.field("packages", preset.packages, "Further packages to install, by system.");
  group.field("source", preset.source,
              "The archive that a release comes from; what is not said here a config must say.");
  group.field("plugins", preset.plugins, "Archives that are unpacked into the release.");
  group.field("web", preset.web, "What the web server serves.");
  group.field("settings", preset.settings, "What a config may say in `application.settings`.");
  group.field("secrets", preset.secrets, "Secrets that AWS generates and keeps.");
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
  auto root =
      schema::rootOf(preset, "preset", "What makes a PHP application run on instances that come and go, as data.");
  Group group{root};
  group.text(about);
  describe(group, preset);
  return root;
}

}  // namespace app
