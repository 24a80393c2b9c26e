#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "app/ini.h"
#include "app/load.h"
#include "app/nginx.h"
#include "app/placeholders.h"
#include "app/writable.h"
#include "schema/read.h"

namespace app {
namespace {

class Resolver {
 public:
  Resolver(Application& application, System system, const schema::Field& at, const ReadFile& readFile,
           diag::Diagnostics& diagnostics)
      : application_{application}, system_{system}, at_{at}, readFile_{readFile}, diagnostics_{diagnostics} {}

  void resolve() {
    if (!isSound(at_, application_.define) || !isSound(at_, application_.preset) || !choosePreset()) return;
    const bool isBroken = diagnostics_.hasErrors();
    checkPlaceholders(preset(), application_.php.ini, at_, diagnostics_);
    checkIni(application_.php.ini, at_, diagnostics_);
    checkParts(preset(), application_.parts, at_, diagnostics_);
    if (isBroken || !isSound(at_, application_)) return;
    changeSource();
    for (const auto& plugin : application_.plugins) preset().plugins.push_back(plugin);
    changeWeb();
    merge(preset().php.ini, application_.php.ini);
    changeParts();
    choosePhp();
    giveSettings();
  }

 private:
  Preset& preset() { return application_.resolved.preset; }

  template <class T>
  void error(std::string_view rule, const T& variable, const std::string& message, const std::string& hint) {
    diagnostics_.error(rule, originOf(at_, variable), message, hint);
  }
  template <class T>
  bool given(const T& variable) const {
    const auto* field = fieldOf(at_, variable);
    return field && field->given();
  }

  bool choosePreset() {
    const auto& reference = application_.preset;
    if (given(application_.define)) {
      if (given(reference)) {
        error("two-presets", reference, "there is a preset here and another in `define`", "remove one of them");
        return false;
      }
      checkPreset(application_.define, at_, diagnostics_);
      preset() = application_.define;
      return true;
    }
    return reference.text().find_first_of("./") == std::string::npos ? takeOwn() : readUsers();
  }

  /// One of Cairn's.
  bool takeOwn() {
    const auto& name = application_.preset.text();
    const auto* own = findPreset(name);
    if (!own) {
      refuseUnknown(name, originOf(at_, application_.preset), diagnostics_);
      return false;
    }
    preset() = std::move(takePreset(*own)->preset);
    return true;
  }

  bool readUsers() {
    const auto& path = application_.preset.text();
    auto [text, why, advice] = readFile_ ? readFile_(path) : data::FileText{"", "no files can be read here"};
    if (!why.empty()) {
      error("unreadable-file", application_.preset, fmt::format("cannot read `{}`: {}", path, why),
            advice.empty() ? "write a path relative to the config file" : advice);
      return false;
    }
    auto& sources = diagnostics_.sources();
    const auto& config = sources.of(originOf(at_, application_.preset));
    const auto folder = std::filesystem::path{config.name}.parent_path();
    const auto& source = sources.add((folder / path).lexically_normal().string(), std::move(text));
    diag::Diagnostics found{sources};
    const auto loaded = loadPreset(source, found);
    diagnostics_.add(found);
    if (found.hasErrors()) return false;
    preset() = std::move(loaded->preset);
    return true;
  }

  /// Replaces what the config gives. Another release has another sum, so the preset's must not be taken for it.
  void changeSource() {
    auto& source = preset().source;
    const auto& change = application_.source;
    const bool sameArchive = !change.url && !change.version;
    if (change.url) source = {};
    if (change.url) source.url = change.url;
    if (change.version) source.version = change.version;
    if (change.sha256) source.sha256 = change.sha256;
    if (change.strip) source.strip = change.strip;
    if (!sameArchive && !change.sha256)
      return error("archive-without-sum", application_.source, "another archive has another SHA-256",
                   "write its `sha256` beside it");
    checkSource(source);
  }

  void checkSource(Source& source) {
    const auto refuse = [&](const std::string& message, const std::string& hint) {
      error("wrong-source", application_.source, message, hint);
    };
    const auto& name = preset().name.text();
    if (!source.url)
      return refuse(fmt::format("preset `{}` does not define `source.url`", name),
                    "write `application.source` with `url`, `sha256` and `version`");
    if (!source.sha256)
      return refuse(fmt::format("preset `{}` needs `source.sha256`", name),
                    "write `application.source.sha256`, as `sha256sum` prints it");
    if (!source.version)
      return refuse("without a version, an upgrade cannot be distinguished from a downgrade",
                    "write `version` beside `url`");
    constexpr std::string_view marker = "{{version}}";
    auto url = source.url->text();
    for (auto place = url.find(marker); place != url.npos; place = url.find(marker))
      url.replace(place, marker.size(), source.version->text());
    source.url = Url{url};
  }

  void changeWeb() {
    auto& web = preset().web;
    const auto& change = application_.web;
    if (change.docroot) web.docroot = change.docroot;
    if (!change.php.empty()) web.php = change.php;
    web.deny.insert(web.deny.end(), change.deny.begin(), change.deny.end());
    web.noStore.insert(web.noStore.end(), change.noStore.begin(), change.noStore.end());
    if (change.fallback) web.fallback = *change.fallback;
    if (change.frames) web.frames = *change.frames;
    web.hosts.insert(web.hosts.end(), change.hosts.begin(), change.hosts.end());
  }

  /// What the config gives goes before what the preset has of the same name.
  template <class K, class V>
  static void merge(schema::Dictionary<K, V>& into, const schema::Dictionary<K, V>& changes) {
    auto& entries = into.entries;
    for (const auto& change : changes.entries) {
      const auto same = std::ranges::find_if(entries, [&](const auto& entry) { return entry.key == change.key; });
      if (same != entries.end())
        same->value = change.value;
      else
        entries.push_back({change.key, change.value});
    }
  }

  /// Puts what the config gives in place of what the preset has.
  void changeParts() {
    auto& parts = preset().parts;
    const auto& changes = application_.parts;
    const auto replace = [&]<class T>(T Parts::*part) {
      if (given(changes.*part)) parts.*part = changes.*part;
    };
    replace(&Parts::shared);
    replace(&Parts::local);
    replace(&Parts::files);
    replace(&Parts::install);
    replace(&Parts::boot);
    replace(&Parts::cron);
    replace(&Parts::smoke);
    merge(parts.environment, changes.environment);
    checkPlaces();
  }

  /// Each where it was given: what the preset has was checked with it.
  void checkPlaces() {
    auto places = placesOf(preset());
    const auto& changes = application_.parts;
    if (given(changes.shared)) places.shared = &changes.shared;
    if (given(changes.local)) places.local = &changes.local;
    if (given(changes.files)) places.files = &changes.files;
    if (given(application_.web.docroot)) places.docroot = &application_.web.docroot;
    const auto& added = application_.plugins;
    places.plugins.resize(places.plugins.size() - added.size());
    for (const auto& plugin : added) places.plugins.push_back(&plugin);
    checkWritable(places, at_, diagnostics_);
  }

  void choosePhp() {
    const auto packaged = phpVersionsOf(system_);
    const auto& supported = preset().php.versions;
    const auto& asked = application_.php.version;
    const auto isSupported = [&](std::string_view version) {
      return supported.empty() || std::ranges::find(supported, PhpVersion{version}) != supported.end();
    };
    std::vector<std::string_view> possible;
    std::ranges::copy_if(packaged, std::back_inserter(possible), isSupported);
    if (possible.empty())
      return error("no-php", application_.preset,
                   fmt::format("{} has PHP {}, but `{}` needs {}", wordOf(system_), fmt::join(packaged, ", "),
                               preset().name.text(), supportedText()),
                   "write another `instances.system`");
    if (asked && std::ranges::find(possible, asked->text()) == possible.end())
      return error("no-php", asked,
                   std::ranges::find(packaged, asked->text()) == packaged.end()
                       ? fmt::format("{} does not package PHP {}", wordOf(system_), asked->text())
                       : fmt::format("`{}` does not run on PHP {}", preset().name.text(), asked->text()),
                   fmt::format("write `{}`", fmt::join(possible, "` or `")));
    application_.resolved.php = asked.value_or(PhpVersion{possible.front()});
    for (const auto extension : preset().php.extensions)
      if (!packageOf(system_, application_.resolved.php, extension))
        error("no-extension", application_.preset,
              fmt::format("{} does not package `{}`, which `{}` needs", wordOf(system_), wordOf(extension),
                          preset().name.text()),
              "write another `instances.system`");
  }

  std::string supportedText() {
    std::vector<std::string_view> versions;
    for (const auto& version : preset().php.versions) versions.push_back(version.text());
    return fmt::format("{}", fmt::join(versions, ", "));
  }

  void giveSettings() {
    auto& values = application_.resolved.settings;
    values.clear();
    for (const auto& setting : preset().settings) {
      const auto& entries = application_.settings.entries;
      const auto entry = std::ranges::find_if(entries, [&](const auto& each) { return each.key == setting.name; });
      if (entry == entries.end() && !setting.defaultValue) {
        error("missing-setting", application_.settings,
              fmt::format("`settings.{}` is missing: {}", setting.name.text(), setting.doc),
              fmt::format("write `{}: …` below `settings`", setting.name.text()));
        continue;
      }
      const auto& value = entry == entries.end() ? setting.defaultValue->text() : entry->value.text();
      if (entry != entries.end()) checkLength(setting, value, originOf(at_, entry->value), diagnostics_);
      const bool isDefault = setting.defaultValue && value == setting.defaultValue->text();
      if (!isDefault && setting.pattern && !fitsExpression(setting.pattern->text(), value))
        error("wrong-setting", entry->value,
              fmt::format("`settings.{}` cannot be `{}`", setting.name.text(), value.substr(0, 60)),
              fmt::format("write a value that matches `{}`: {}", setting.pattern->text(), setting.doc));
      values.emplace_back(setting.name.text(), value);
    }
    refuseUnknownSettings();
  }

  void refuseUnknownSettings() {
    std::vector<std::string_view> names;
    for (const auto& setting : preset().settings) names.push_back(setting.name.text());
    for (const auto& entry : application_.settings.entries) {
      if (std::ranges::find(names, entry.key.text()) != names.end()) continue;
      const auto* field = fieldOf(at_, entry.value);
      diagnostics_.error(
          "unknown-setting", field ? field->key : diag::Span{},
          fmt::format("`{}` has no setting `{}`", preset().name.text(), entry.key.text()),
          diag::didYouMean(entry.key.text(), names,
                           names.empty() ? "it has none" : fmt::format("one of `{}`", fmt::join(names, "`, `"))));
    }
  }

  Application& application_;
  System system_;
  const schema::Field& at_;
  const ReadFile& readFile_;
  diag::Diagnostics& diagnostics_;
};

}  // namespace

void resolve(Application& application, System system, const schema::Field& at, const ReadFile& readFile,
             diag::Diagnostics& diagnostics) {
  Resolver{application, system, at, readFile, diagnostics}.resolve();
}

}  // namespace app
