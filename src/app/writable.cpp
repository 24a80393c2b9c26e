#include "app/writable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "schema/characters.h"

namespace app {
namespace {

using Names = std::vector<std::string_view>;

Names namesOf(std::string_view path) {
  Names parts;
  while (!path.empty())
    if (const auto part = schema::takeUntil(path, '/'); !part.empty() && part != ".") parts.push_back(part);
  return parts;
}

bool isWithin(const Names& inner, const Names& outer) {
  return outer.size() <= inner.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

/// Everybody's, or PHP's on every instance.
constexpr auto everywhere = std::to_array<std::string_view>({
    "/dev/shm",
    "/run/lock",
    "/srv/shared",
    "/tmp",
    "/var/cache/nginx",
    "/var/crash",
    "/var/lib/nginx",
    "/var/lib/php",
    "/var/lock",
    "/var/tmp",
});

/// A path that PHP may write, and where it stands.
struct Writable {
  std::string_view path;
  Names parts;
  diag::Span at;
  std::string_view list;  ///< in which it stands; empty: in none
};

class Checker {
 public:
  Checker(const Places& places, const schema::Field& described, diag::Diagnostics& diagnostics)
      : places_{places}, described_{described}, diagnostics_{diagnostics} {
    for (const auto& shared : *places.shared) add(shared.path, "shared");
    for (const auto& local : *places.local) add(local, "local");
    for (const auto path : everywhere) anyones_.push_back({path, namesOf(path), {}, {}});
  }

  void check() {
    for (const auto& one : writable_) checkItself(one);
    for (const auto& file : *places_.files) checkFile(file);
    for (const auto* plugin : places_.plugins) checkPlugin(*plugin);
    for (const auto& log : *places_.logs) checkLog(log);
    if (*places_.docroot) checkServed(**places_.docroot);
  }

 private:
  template <class T>
  diag::Span at(const T& variable) const {
    return originOf(described_, variable);
  }

  void add(const RelativePath& path, std::string_view list) {
    if (!path.text().empty()) writable_.push_back({path.text(), namesOf(path.text()), at(path), list});
  }

  /// Of two that do not go together, at the one that this description has.
  void report(diag::Span first, std::string_view hint, const Writable& second, const std::string& message) {
    if (first.line > 0)
      diagnostics_.error("writable-folder", first, message, std::string{hint});
    else if (second.at.line > 0)
      diagnostics_.error("writable-folder", second.at, message,
                         fmt::format("leave `{}` out, or name folders that hold nothing of root's", second.path));
  }

  void checkItself(const Writable& one) {
    if (one.parts.empty() && one.at.line > 0)
      return diagnostics_.error("writable-folder", one.at,
                                fmt::format("`{}` is the whole application, which PHP may not write", one.path),
                                "name folders within it");
    for (const auto& other : writable_) {
      if (&other == &one || other.list != "shared" || !isWithin(one.parts, other.parts)) continue;
      if (one.parts == other.parts && one.list == other.list && &other > &one) continue;
      report(one.at, "leave it out", other,
             fmt::format("`{}` is within `{}`, which all instances share", one.path, other.path));
    }
  }

  /// Below the application's root, if it is there; else below that of the system.
  std::pair<Names, bool> placeOf(std::string_view path) const {
    auto parts = namesOf(path);
    if (!path.starts_with('/')) return {parts, true};
    const bool own = parts.size() >= 4 && parts[0] == "srv" && parts[1] == "app" && parts[2] == places_.name;
    if (own) parts.erase(parts.begin(), parts.begin() + 4);
    return {parts, own};
  }

  /// The writable place in which the path lies.
  const Writable* around(std::string_view path) const {
    const auto [parts, own] = placeOf(path);
    for (const auto& one : own ? writable_ : anyones_)
      if (isWithin(parts, one.parts)) return &one;
    return nullptr;
  }

  void checkFile(const File& file) {
    const auto& path = file.path.text();
    if (path.empty()) return;
    if (const auto* one = around(path)) {
      const auto name = path.substr(path.rfind('/') + 1);
      return report(
          at(file.path), fmt::format("write it elsewhere, such as `/etc/cairn/app/{}`", name), *one,
          fmt::format("root writes `{}` at every boot, and PHP may write `{}`, where it lies", path, one->path));
    }
    const auto [parts, own] = placeOf(path);
    if (!own) return;
    for (const auto& one : writable_)
      if (isWithin(one.parts, parts))
        return report(at(file.path), "write it elsewhere", one,
                      fmt::format("`{}` cannot be a file, for `{}` lies in it", path, one.path));
  }

  void checkPlugin(const Plugin& plugin) {
    const auto& path = plugin.into.text();
    const auto* one = path.empty() ? nullptr : around(path);
    if (one)
      report(at(plugin.into), "unpack it elsewhere", *one,
             fmt::format("the plugin `{}` is unpacked into `{}`, and PHP may write `{}`: it would be PHP's to change",
                         plugin.name.text(), path, one->path));
  }

  void checkLog(const Log& log) {
    const auto& path = log.path.text();
    const auto* one = path.empty() ? nullptr : around(path);
    if (one)
      report(at(log.path),
             fmt::format("write a path such as `/var/log/{}.log`: the boot makes that file, and PHP may write it",
                         log.name.text()),
             *one,
             fmt::format("root reads the log `{}`, and PHP may write `{}`, where it could put a link in its place",
                         path, one->path));
  }

  void checkServed(const RelativePath& docroot) {
    const auto* one = docroot.text().empty() ? nullptr : around(docroot.text());
    if (one)
      report(at(docroot), "serve another folder", *one,
             fmt::format("PHP may write `{}`, so none would run in `{}`, which is served", one->path, docroot.text()));
  }

  const Places& places_;
  const schema::Field& described_;
  diag::Diagnostics& diagnostics_;
  std::vector<Writable> writable_;
  std::vector<Writable> anyones_;
};

}  // namespace

Places placesOf(const Preset& preset) {
  const auto& parts = preset.parts;
  Places places{preset.name.text(), &parts.shared, &parts.local, &parts.files, {}, &preset.web.docroot, &preset.logs};
  for (const auto& plugin : preset.plugins) places.plugins.push_back(&plugin);
  return places;
}

void checkWritable(const Places& places, const schema::Field& described, diag::Diagnostics& diagnostics) {
  Checker{places, described, diagnostics}.check();
}

}  // namespace app
