#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cloudformation/ip.h"

/// The question language: `SRC DST PROTO PORT [avoid:LOGICAL_ID]... [pivot]`.
namespace reach {

struct Internet {};
struct Named {
  std::string id;  ///< a logical id
};
using End = std::variant<Internet, cfn::IpRange, Named>;

struct Question {
  std::string text{};
  End from{}, to{};
  std::string protocol{};               ///< `tcp`, `udp`, `icmp` or `any`
  int firstPort = 1, lastPort = 65535;  ///< at the destination
  std::set<std::string, std::less<>> avoided{};
  bool pivot = false;
  std::vector<cfn::IpRange> except{};  ///< of the internet; no part of the language
};

/// The question, or what is wrong with it, as a message.
std::variant<Question, std::string> parseQuestion(std::string_view text);

}  // namespace reach
