#include "app/systems.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "app/words.h"

namespace app {
namespace {

// "PHP in AL2023", but for 8.1, which is past its end; Debian 12 and Ubuntu 24.04 package one version each.
constexpr std::array<std::string_view, 3> amazonPhp{"8.4", "8.3", "8.2"};
constexpr std::array<std::string_view, 1> debianPhp{"8.2"};
constexpr std::array<std::string_view, 1> ubuntuPhp{"8.3"};

// The same word is the package's suffix, but for these. Amazon Linux packages no extensions from PECL.
constexpr Extension inAmazonsCommon[] = {Extension::bz2, Extension::curl};
constexpr Extension notInAmazon[] = {Extension::apcu, Extension::imagick, Extension::memcached, Extension::redis};

template <class E>
std::string_view wordIn(E value) {
  return std::ranges::find(schema::Words<E>::all, value, [](const auto& entry) { return entry.first; })->second.word;
}

Platform debianPlatform(const std::string& version) {
  const auto php = fmt::format("php{}", version);
  return {
      .packages = {"nginx", php + "-cli", php + "-fpm", php + "-mysql", php + "-opcache", "ca-certificates", "cron",
                   "curl", "gpgv", "logrotate", "nfs-common", "nftables", "stunnel4", "tar", "xz-utils"},
      .fpmUnit = php + "-fpm",
      .poolDirectory = fmt::format("/etc/php/{}/fpm/pool.d", version),
      .iniDirectories = {fmt::format("/etc/php/{}/fpm/conf.d", version),
                         fmt::format("/etc/php/{}/cli/conf.d", version)},
      .webUser = "www-data",
      .webId = "",
      .cronUnit = "cron",
  };
}

Platform amazonPlatform(const std::string& version) {
  const auto php = fmt::format("php{}", version);
  return {
      .packages = {"nginx", php + "-cli", php + "-fpm", php + "-mysqlnd", php + "-opcache", "amazon-efs-utils",
                   "ca-certificates", "cronie", "logrotate", "nftables", "tar", "xz"},
      .fpmUnit = "php-fpm",
      .poolDirectory = "/etc/php-fpm.d",
      .iniDirectories = {"/etc/php.d"},
      .webUser = "nginx",
      .webId = sharedFilesOwner,
      .cronUnit = "crond",
  };
}

}  // namespace

std::string_view wordOf(System system) { return wordIn(system); }
std::string_view wordOf(Extension extension) { return wordIn(extension); }

std::span<const std::string_view> phpVersionsOf(System system) {
  switch (system) {
    case System::amazonLinux2023:
      return amazonPhp;
    case System::debian12:
      return debianPhp;
    case System::ubuntu2404:
      return ubuntuPhp;
  }
  throw std::logic_error{"no such system"};
}

std::optional<std::string> packageOf(System system, const PhpVersion& version, Extension extension) {
  if (system == System::amazonLinux2023) {
    if (extension == Extension::mysql) return fmt::format("php{}-mysqlnd", version.text());
    if (std::ranges::count(notInAmazon, extension)) return {};
    if (std::ranges::count(inAmazonsCommon, extension)) return "";
  }
  return fmt::format("php{}-{}", version.text(), wordOf(extension));
}

Platform platformOf(System system, const PhpVersion& version) {
  return system == System::amazonLinux2023 ? amazonPlatform(version.text()) : debianPlatform(version.text());
}

}  // namespace app
