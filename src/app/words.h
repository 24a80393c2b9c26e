#pragma once

#include <array>

#include "app/preset.h"
#include "schema/schema.h"

// The words that presets and configs have for the values of each enum.
namespace schema {

template <>
struct Words<app::System> {
  static constexpr std::array all{
      std::pair{app::System::amazonLinux2023, Choice{"amazon-linux-2023", "Amazon Linux 2023."}},
      std::pair{app::System::debian12, Choice{"debian-12", "Debian 12 (bookworm)."}},
      std::pair{app::System::ubuntu2404, Choice{"ubuntu-24.04", "Ubuntu 24.04 LTS (noble)."}},
  };
};

template <>
struct Words<app::Extension> {
  static constexpr std::array all{
      std::pair{app::Extension::apcu, Choice{"apcu", ""}},
      std::pair{app::Extension::bcmath, Choice{"bcmath", ""}},
      std::pair{app::Extension::bz2, Choice{"bz2", ""}},
      std::pair{app::Extension::curl, Choice{"curl", ""}},
      std::pair{app::Extension::gd, Choice{"gd", ""}},
      std::pair{app::Extension::gmp, Choice{"gmp", ""}},
      std::pair{app::Extension::imagick, Choice{"imagick", ""}},
      std::pair{app::Extension::intl, Choice{"intl", ""}},
      std::pair{app::Extension::ldap, Choice{"ldap", ""}},
      std::pair{app::Extension::mbstring, Choice{"mbstring", ""}},
      std::pair{app::Extension::memcached, Choice{"memcached", ""}},
      std::pair{app::Extension::mysql, Choice{"mysql", ""}},
      std::pair{app::Extension::opcache, Choice{"opcache", ""}},
      std::pair{app::Extension::redis, Choice{"redis", ""}},
      std::pair{app::Extension::soap, Choice{"soap", ""}},
      std::pair{app::Extension::tidy, Choice{"tidy", ""}},
      std::pair{app::Extension::xml, Choice{"xml", ""}},
      std::pair{app::Extension::zip, Choice{"zip", ""}},
  };
};

template <>
struct Words<app::SharedType> {
  static constexpr std::array all{
      std::pair{app::SharedType::directory, Choice{"directory", ""}},
      std::pair{app::SharedType::file, Choice{"file", ""}},
  };
};

template <>
struct Words<app::Owner> {
  static constexpr std::array all{
      std::pair{app::Owner::root, Choice{"root", "The system administrator."}},
      std::pair{app::Owner::web, Choice{"web", "The user that runs PHP."}},
  };
};

template <>
struct Words<app::Frames> {
  static constexpr std::array all{
      std::pair{app::Frames::sameOrigin, Choice{"same-origin", "Pages of the same site."}},
      std::pair{app::Frames::any, Choice{"any", "Pages of any site."}},
  };
};

template <>
struct Words<app::Scope> {
  static constexpr std::array all{
      std::pair{app::Scope::one, Choice{"one", "On one instance at a time, whichever gets the lock."}},
      std::pair{app::Scope::each, Choice{"each", "On every instance."}},
  };
};

template <>
struct Words<app::Encryption> {
  static constexpr std::array all{
      std::pair{app::Encryption::starttls, Choice{"starttls", "TLS after a plain greeting; port 587."}},
      std::pair{app::Encryption::tls, Choice{"tls", "TLS from the first byte; port 465."}},
      std::pair{app::Encryption::none, Choice{"none", "No TLS."}},
  };
};

}  // namespace schema
