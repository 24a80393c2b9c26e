#pragma once

#include <span>

#include "analysis/check/rule.h"

/// The families of rules, a file each.
namespace check {

std::span<const Rule> networkRules();
std::span<const Rule> routeRules();
std::span<const Rule> accessRules();
std::span<const Rule> orderRules();
std::span<const Rule> bootRules();
std::span<const Rule> balancerRules();
std::span<const Rule> listenerRules();
std::span<const Rule> tlsRules();
std::span<const Rule> dnsRules();
std::span<const Rule> databaseRules();
std::span<const Rule> databaseSettingRules();
std::span<const Rule> fileRules();
std::span<const Rule> dataRules();
std::span<const Rule> identityRules();
std::span<const Rule> trustRules();
std::span<const Rule> instanceRules();
std::span<const Rule> userDataRules();
std::span<const Rule> costRules();
std::span<const Rule> supportRules();
std::span<const Rule> limitRules();
std::span<const Rule> propertyRules();

}  // namespace check
