#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/systems.h"
#include "app/types.h"
#include "schema/schema.h"

/// A preset: all that makes a PHP application run, as data. describe.cpp says what each member means.
namespace app {

struct Php {
  std::vector<PhpVersion> versions;
  std::vector<Extension> extensions;
  std::optional<std::int64_t> children;
  std::int64_t timeout = 120;
  schema::Dictionary<IniName, IniValue> ini;
};

/// The archive that a release comes from. All of it is optional here: a preset may leave it to the config.
struct Source {
  std::optional<Version> version;
  std::optional<Url> url;
  std::optional<Sha256> sha256;
  std::optional<std::int64_t> strip;
};

struct Plugin {
  Name name;
  PlainUrl url;
  Sha256 sha256;
  std::int64_t strip = 1;
  RelativePath into;
};

/// Which sites may show a page in a frame, unless the application says so itself.
enum class Frames { sameOrigin, any };

struct Web {
  std::optional<RelativePath> docroot;
  std::vector<Pattern> php;
  std::vector<Pattern> deny;
  std::vector<Pattern> noStore;
  Fallback fallback{"=404"};
  std::vector<HostName> hosts;
  Frames frames = Frames::sameOrigin;
};

enum class SharedType { directory, file };

struct Shared {
  RelativePath path;
  SharedType type = SharedType::directory;
};

struct Setting {
  ValueName name;
  std::string doc;
  std::optional<AnyText> defaultValue;
  std::int64_t maxLength = 255;
  std::optional<Pattern> pattern;
};

struct Secret {
  ValueName name;
  std::string doc;
  std::optional<std::string> user;
  std::int64_t length = 32;
};

enum class Owner { root, web };

struct File {
  FilePath path;
  Mode mode{"0640"};
  Owner owner = Owner::root;
  Owner group = Owner::web;
  Content content;
  bool onlyToInstall = false;
};

struct Command {
  std::vector<Argument> argv;
};

struct BootCommand {
  std::vector<Argument> argv;
  bool mayFail = false;
};

struct Install {
  Command check;
  std::vector<Command> commands;
  std::vector<Command> upgrade;
};

enum class Scope { one, each };

struct Cron {
  Schedule schedule;
  Scope scope = Scope::one;
  std::vector<Argument> argv;
};

struct Smoke {
  RequestPath path;
  std::int64_t status = 200;
  std::optional<std::string> contains;
};

struct Log {
  AbsolutePath path;
  Name name;
};

/// What a config may give in place of what its preset has.
struct Parts {
  std::vector<Shared> shared;
  std::vector<RelativePath> local;
  schema::Dictionary<EnvironmentName, Content> environment;
  std::vector<File> files;
  Install install;
  std::vector<BootCommand> boot;
  std::vector<Cron> cron;
  Smoke smoke;
};

struct Preset {
  Name name;
  std::string title;
  Php php;
  schema::Dictionary<System, std::vector<Package>> packages;
  Source source;
  std::vector<Plugin> plugins;
  Web web;
  std::vector<Setting> settings;
  std::vector<Secret> secrets;
  Parts parts;
  std::vector<Log> logs;
};

/// How the application sends mail: through which server, and as whom.
enum class Encryption { starttls, tls, none };

/// The fields that a preset and the application of a config have alike.
void describe(schema::Group&, Parts&);

/// Adds the fields of a preset to its group: of a preset's file, or of a config that carries its own.
void describe(schema::Group&, Preset&);

/// The description of a preset's file.
schema::Field describe(Preset&);

}  // namespace app
