#pragma once

#include <array>

#include "app/words.h"
#include "config/config.h"
#include "schema/schema.h"

// The words that a config has for the values of each enum.
namespace schema {

using config::Architecture;
using config::Egress;
using config::Engine;
using config::InfrequentAccess;
using config::Throughput;
using config::TlsPolicy;
using config::TokenSubject;

template <>
struct Words<Egress> {
  static constexpr std::array all{
      std::pair{Egress::natInstance, Choice{"nat-instance",
                                            "A small Graviton instance translates addresses: the "
                                            "cheapest egress, interrupted for minutes while it is replaced."}},
      std::pair{Egress::natGateway, Choice{"nat-gateway", "One managed NAT gateway for all zones."}},
      std::pair{Egress::natGatewayPerZone,
                Choice{"nat-gateway-per-zone", "A NAT gateway in each zone: tolerates the loss of a zone."}},
      std::pair{Egress::none, Choice{"none", "No egress; VPC endpoints for the AWS services that instances need."}},
  };
};

template <>
struct Words<TlsPolicy> {
  static constexpr std::array all{
      std::pair{TlsPolicy::tls13And12, Choice{"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                                              "TLS 1.3 and 1.2 with forward secrecy, post-quantum key exchange."}},
      std::pair{TlsPolicy::tls13And12Compatible,
                Choice{"ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
                       "Like `tls-1.2`, with older ciphers of TLS 1.2 for old clients."}},
      std::pair{TlsPolicy::tls13,
                Choice{"ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", "TLS 1.3 only, post-quantum key exchange."}},
      std::pair{TlsPolicy::tls13And12Classic, Choice{"ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
                                                     "TLS 1.3 and 1.2 without post-quantum key exchange."}},
  };
};

template <>
struct Words<TokenSubject> {
  static constexpr std::array all{
      std::pair{TokenSubject::ids,
                Choice{"ids",
                       "`repo:OWNER@OWNER_ID/NAME@REPOSITORY_ID:...`, as in every repository that was created, "
                       "renamed or transferred since 2026-07-15. Needs `owner_id` and `repository_id`."}},
      std::pair{TokenSubject::names,
                Choice{"names", "`repo:OWNER/NAME:...`, as in older repositories that were not switched."}},
  };
};

template <>
struct Words<Architecture> {
  static constexpr std::array all{
      std::pair{Architecture::arm64, Choice{"arm64", "Graviton: t4g, m8g, c8g, ..."}},
      std::pair{Architecture::x86_64, Choice{"x86_64", "Intel and AMD: t3, t3a, m7i, ..."}},
  };
};

template <>
struct Words<InfrequentAccess> {
  static constexpr std::array all{
      std::pair{InfrequentAccess::never, Choice{"never", "Every file stays in the standard class."}},
      std::pair{InfrequentAccess::after1Day, Choice{"after-1-day", ""}},
      std::pair{InfrequentAccess::after7Days, Choice{"after-7-days", ""}},
      std::pair{InfrequentAccess::after14Days, Choice{"after-14-days", ""}},
      std::pair{InfrequentAccess::after30Days, Choice{"after-30-days", ""}},
      std::pair{InfrequentAccess::after60Days, Choice{"after-60-days", ""}},
      std::pair{InfrequentAccess::after90Days, Choice{"after-90-days", ""}},
  };
};

template <>
struct Words<Throughput> {
  static constexpr std::array all{
      std::pair{Throughput::bursting, Choice{"bursting", "Included in the price of storage; grows with its size."}},
      std::pair{Throughput::elastic, Choice{"elastic", "Scales immediately; each GB transferred is charged."}},
  };
};

template <>
struct Words<Engine> {
  static constexpr std::array all{
      std::pair{Engine::mysql, Choice{"mysql", "RDS for MySQL."}},
      std::pair{Engine::mariadb, Choice{"mariadb", "RDS for MariaDB."}},
  };
};

}  // namespace schema
