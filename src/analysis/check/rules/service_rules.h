#pragma once

#include "analysis/check/rules/rules.h"

/// The families of what services ask of each other, and of what one call refuses.
namespace check {

std::span<const Rule> rightRules();
std::span<const Rule> policyRules();
std::span<const Rule> refusedRules();
std::span<const Rule> sizeRules();
std::span<const Rule> placeRules();
std::span<const Rule> serviceRules();
std::span<const Rule> wiringRules();

}  // namespace check
