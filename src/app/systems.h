#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/types.h"

/// The operating systems of instances and what PHP applications find there under which name: the one table of it.
namespace app {

enum class System { amazonLinux2023, debian12, ubuntu2404 };

/// Extensions of PHP by one name for all systems. The MySQL driver and OPcache are there in any case.
enum class Extension {
  apcu,
  bcmath,
  bz2,
  curl,
  gd,
  gmp,
  imagick,
  intl,
  ldap,
  mbstring,
  memcached,
  mysql,
  opcache,
  redis,
  soap,
  tidy,
  xml,
  zip,
};

std::string_view wordOf(System);
std::string_view wordOf(Extension);

/// The versions of PHP that the system packages, newest first.
std::span<const std::string_view> phpVersionsOf(System);

/// The package of an extension; empty if PHP has it built in there, nothing if the system does not package it.
std::optional<std::string> packageOf(System, const PhpVersion&, Extension);

/// User and group that own everything in the shared files, whoever mounts them through the access point. On Amazon
/// Linux PHP runs under that id, since it trusts only files of its own user.
constexpr std::string_view sharedFilesOwner = "4000";

/// What the bootstrap has to know of a system with one version of PHP.
struct Platform {
  std::vector<std::string> packages;  ///< without those of extensions and applications
  std::string fpmUnit;
  std::string poolDirectory;
  std::vector<std::string> iniDirectories;
  std::string_view webUser;
  std::string_view webId;  ///< the id that user must have; empty if any will do
  std::string_view cronUnit;
};
Platform platformOf(System, const PhpVersion&);

}  // namespace app
