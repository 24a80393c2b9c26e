#pragma once

#include "analysis/reach/reach.h"

/// What must hold for a stack, in words:
///
///   [only] WHO[, WHO]... can reach WHOM [only] [on [tcp|udp|icmp] PORTS[, PORTS]...] [through ID]
///   WHO[, WHO]... cannot reach WHOM [on ...] [except through ID]
///
/// WHO and WHOM are `internet`, a range or a logical id; PORTS are `22` or `8000-8080`, of tcp if no protocol is named.
/// `through ID`: by way of that load balancer, and by no other. `only` before WHO: nobody else in the internet; before
/// `on`: nothing else. What cannot be proven does not hold.
namespace reach {

struct Ports {
  int first = 1, last = 65535;
};

struct Assertion {
  std::string text;
  diag::Span span{};  ///< where it is written
  std::vector<End> from{};
  End to{};
  bool can = false;
  bool onlyThey = false, onlyThere = false;
  std::string protocol = "any";
  std::vector<Ports> ports{};  ///< none: any
  std::string through{}, exceptThrough{};
};

/// The assertion, or what is wrong with it, as a message.
std::variant<Assertion, std::string> parseAssertion(std::string_view text, diag::Span span = {});

/// What is wrong with the names in an assertion, as a message; empty if they are all there.
std::string checkNames(const Assertion&, const Worlds&);
/// Whether both of its ends are in the internet, as a message; empty if one of them is in the network.
std::string checkEnds(const Assertion&, const Worlds&);

struct FailedAssertion {
  std::string text;
  diag::Span span;      ///< of the assertion
  std::string message;  ///< why it does not hold: the way that is open, or what closes it, in a line or two
  Answer answer;        ///< the question that decided, with its evidence
  std::size_t index;    ///< of the assertion
  std::size_t who = 0;  ///< which WHO of the assertion it is about; as many as there are: everybody else
  Line cause{};         ///< of the evidence, what is nearest to the cause
};

/// Those that do not hold, or cannot be proven.
std::vector<FailedAssertion> failedAssertions(const Worlds&, const std::vector<Assertion>&);

}  // namespace reach
