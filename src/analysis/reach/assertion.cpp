#include "analysis/reach/assertion.h"

#include <fmt/format.h>

#include <algorithm>

namespace reach {
namespace {

std::string shown(const End& end) {
  if (const auto* named = std::get_if<Named>(&end)) return named->id;
  if (const auto* range = std::get_if<IpRange>(&end)) return range->text();
  return "internet";
}

/// A question, and whether all of its flows must pass, or none.
struct Demand {
  Question question;
  bool can;
  std::size_t who;  ///< see FailedAssertion
};

Question questionOf(const End& from, const End& to, const std::string& protocol, Ports ports) {
  Question question{.from = from, .to = to, .protocol = protocol, .firstPort = ports.first, .lastPort = ports.last};
  const auto range = ports.first == 1 && ports.last == 65535 ? std::string{"any"}
                     : ports.first == ports.last             ? std::to_string(ports.first)
                                                             : fmt::format("{}-{}", ports.first, ports.last);
  question.text = fmt::format("{} {} {} {}", shown(from), shown(to), protocol, range);
  return question;
}

void avoid(Question& question, const std::string& balancer) {
  if (balancer.empty()) return;
  question.avoided.insert(balancer);
  question.text += " avoid:" + balancer;
}

std::vector<Demand> demandsOf(const Assertion& assertion) {
  std::vector<Demand> demands;
  const auto ports = assertion.ports.empty() ? std::vector<Ports>{{}} : assertion.ports;
  for (std::size_t who = 0; who < assertion.from.size(); ++who) {
    const auto& from = assertion.from[who];
    for (const auto& range : ports) {
      auto question = questionOf(from, assertion.to, assertion.protocol, range);
      avoid(question, assertion.exceptThrough);
      demands.push_back({question, assertion.can, who});
      if (assertion.through.empty()) continue;
      avoid(question, assertion.through);
      demands.push_back({question, false, who});
    }
    if (!assertion.onlyThere) continue;
    for (const auto* protocol : {"tcp", "udp", "icmp"}) {
      if (protocol != assertion.protocol) {
        demands.push_back({questionOf(from, assertion.to, protocol, {}), false, who});
        continue;
      }
      if (assertion.protocol == "icmp") continue;
      auto sorted = ports;
      std::ranges::sort(sorted, {}, &Ports::first);
      int next = 1;
      for (const auto& range : sorted) {
        if (next < range.first)
          demands.push_back({questionOf(from, assertion.to, protocol, {next, range.first - 1}), false, who});
        next = std::max(next, range.last + 1);
      }
      if (next <= 65535) demands.push_back({questionOf(from, assertion.to, protocol, {next, 65535}), false, who});
    }
  }
  if (assertion.onlyThey)
    for (const auto& range : ports) {
      auto question = questionOf(Internet{}, assertion.to, assertion.protocol, range);
      for (const auto& from : assertion.from)
        if (const auto* own = std::get_if<IpRange>(&from)) question.except.push_back(*own);
      question.text += " (from anywhere else)";
      demands.push_back({question, false, assertion.from.size()});
    }
  return demands;
}

/// The resources that open the way, each once: those with rules if there are any, for to close it is to change them.
std::string openedBy(const std::vector<Line>& steps) {
  constexpr std::size_t most = 4;
  const bool hasRules = std::ranges::any_of(steps, [](const Line& step) { return step.isRule && !step.owner.empty(); });
  std::vector<std::string_view> owners;
  for (const auto& step : steps)
    if (!step.owner.empty() && (step.isRule || !hasRules) && std::ranges::find(owners, step.owner) == owners.end())
      owners.push_back(step.owner);
  const auto more = owners.size() > most ? owners.size() - most : 0;
  owners.erase(owners.begin(), owners.begin() + static_cast<std::ptrdiff_t>(more));  // the last are nearest to WHOM
  if (owners.empty()) return {};
  return fmt::format(", opened by `{}`{}", fmt::join(owners, "`, `"), more ? fmt::format(" and {} more", more) : "");
}

/// What closes the way, all of it, as far as it fits.
std::string closedBy(const std::vector<Line>& steps) {
  constexpr std::size_t most = 3;
  std::vector<std::string_view> barriers;
  for (const auto& step : steps)
    if (step.truth == Truth::no) barriers.push_back(step.text);
  const auto more = barriers.size() > most ? barriers.size() - most : 0;
  barriers.resize(barriers.size() - more);
  if (barriers.empty()) return "there is no way";
  return fmt::format("{}{}", fmt::join(barriers, "; "), more ? fmt::format("; and {} more", more) : "");
}

/// Fills in why the answer is not the one that was demanded, and what is nearest to the cause.
void explain(FailedAssertion& failed, const Demand& demand) {
  const auto& answer = failed.answer;
  if (answer.word == Word::unknown) {
    if (!answer.unknowns.empty()) failed.cause = answer.unknowns.front();
    failed.message = fmt::format("it cannot be proven, for it hangs on what is not known: {}", failed.cause.text);
  } else if (demand.can) {
    failed.message = "there is no way";
    if (!answer.blocked) return;
    const auto& steps = answer.blocked->steps;
    failed.message = fmt::format("{} is blocked: {}", answer.blocked->flow, closedBy(steps));
    if (const auto first = std::ranges::find(steps, Truth::no, &Line::truth); first != steps.end())
      failed.cause = *first;
  } else if (answer.passes) {
    const auto& steps = answer.passes->steps;
    failed.message = fmt::format("{} passes{}", answer.passes->flow, openedBy(steps));
    const auto last = std::ranges::find(steps.rbegin(), steps.rend(), true, &Line::isRule);
    if (!steps.empty()) failed.cause = last == steps.rend() ? steps.back() : *last;
  }
}

}  // namespace

std::string checkNames(const Assertion& assertion, const Worlds& worlds) {
  for (const auto& demand : demandsOf(assertion))
    if (auto wrong = checkNames(demand.question, worlds); !wrong.empty() && !areOutside(demand.question, worlds))
      return wrong;
  return {};
}

std::string checkEnds(const Assertion& assertion, const Worlds& worlds) {
  for (const auto& [question, can, who] : demandsOf(assertion)) {
    if (!areOutside(question, worlds)) continue;
    const auto to = shown(question.to);
    if (who == assertion.from.size())
      return fmt::format(
          "`only` is about everybody else in the internet, but `{}` is in the internet too: both ends "
          "are outside; leave out `only`",
          to);
    return fmt::format(
        "both ends are outside: `{}` and `{}` are in the internet; name a resource of the template or a "
        "range of its network",
        shown(question.from), to);
  }
  return {};
}

std::vector<FailedAssertion> failedAssertions(const Worlds& worlds, const std::vector<Assertion>& assertions) {
  std::vector<Demand> demands;
  std::vector<std::size_t> owner;
  for (std::size_t i = 0; i < assertions.size(); ++i)
    for (auto& demand : demandsOf(assertions[i])) {
      demands.push_back(std::move(demand));
      owner.push_back(i);
    }
  std::vector<Question> questions;
  for (const auto& demand : demands) questions.push_back(demand.question);
  const auto words = ask(worlds, questions, Detail::brief);
  std::vector<FailedAssertion> failed;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    const auto& assertion = assertions[owner[i]];
    if (words.answers[i].word == (demands[i].can ? Word::yes : Word::no)) continue;
    if (!failed.empty() && failed.back().index == owner[i]) continue;  // one reason is enough
    auto answer = ask(worlds, {questions[i]}).answers.front();
    failed.push_back({assertion.text, assertion.span, {}, std::move(answer), owner[i], demands[i].who});
    explain(failed.back(), demands[i]);
  }
  return failed;
}

}  // namespace reach
