#pragma once

#include "app/preset.h"

/// What a config says of its application: a preset, and what it changes of it.
namespace app {

struct PhpChoice {
  std::optional<PhpVersion> version;
  schema::Dictionary<IniName, IniValue> ini;
};

struct WebChoice {
  std::optional<RelativePath> docroot;
  std::vector<Pattern> php;
  std::vector<Pattern> deny;
  std::vector<Pattern> noStore;
  std::optional<Fallback> fallback;
  std::vector<HostName> hosts;
  std::optional<Frames> frames;
};

struct Mail {
  HostName host;
  std::int64_t port = 587;
  Email from;
  Encryption encryption = Encryption::starttls;
  std::optional<SecretArn> secret;
};

struct Logs {
  bool enabled = true;
  std::int64_t keepDays = 30;
};

/// The preset with everything that a config changes of it: what the instances are told.
struct Resolved {
  Preset preset;
  PhpVersion php;
  std::vector<std::pair<std::string, std::string>> settings;  ///< with the values they have, in their order
};

struct Application {
  PresetReference preset{"matomo"};
  Preset define;
  Source source;
  PhpChoice php;
  schema::Dictionary<ValueName, AnyText> settings;
  std::vector<Plugin> plugins;
  WebChoice web;
  Parts parts;
  bool allowDowngrade = false;
  TimeZone timeZone{"UTC"};
  std::int64_t uploadLimit = 32;
  Mail mail;
  Logs logs;
  Resolved resolved;
};

void describe(schema::Group&, Application&);

}  // namespace app
