#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/ask.h"

namespace reach {

namespace {

Truth both(Truth a, Truth b) {
  return a == Truth::no || b == Truth::no     ? Truth::no
         : a == Truth::yes && b == Truth::yes ? Truth::yes
                                              : Truth::unknown;
}

std::string shown(const End& end) {
  if (const auto* named = std::get_if<Named>(&end)) return named->id;
  if (const auto* range = std::get_if<IpRange>(&end)) return range->text();
  return "internet";
}

/// Where an attacker stands, and from where it came there.
struct Stage {
  End at;
  Truth truth;
  std::size_t before;  ///< its own number: the first
};

}  // namespace

/// An attacker takes over whatever it reaches on some TCP port, and goes on from there.
Answer Asker::pivot(const Question& question) {
  Avoided avoided{question.avoided};
  Judge judge{network_, avoided};
  Question anyTcp = question;
  anyTcp.protocol = "tcp";
  anyTcp.firstPort = 1;
  anyTcp.lastPort = 65535;
  const auto leg = [](const End& from, const End& to, Question like) {
    like.from = from;
    like.to = to;
    return like;
  };
  const auto reached = [&](const Question& one) {
    const auto found = tally(one, judge);
    return found.anyYes ? Truth::yes : found.anyUnknown || found.maybeYes ? Truth::unknown : Truth::no;
  };
  std::vector<Stage> stages{{question.from, Truth::yes, 0}};
  std::map<std::string, Truth> taken;
  Word word = Word::no;
  std::size_t last = 0;
  for (std::size_t i = 0; i < stages.size() && word != Word::yes; ++i) {
    const auto stage = stages[i];
    const auto here = both(stage.truth, reached(leg(stage.at, question.to, question)));
    if (here == Truth::yes || (here == Truth::unknown && word == Word::no)) {
      word = here == Truth::yes ? Word::yes : Word::unknown;
      last = i;
    }
    if (word == Word::yes) break;
    for (const auto& host : network_.hosts) {
      if (!host.isTakenOver) continue;
      const auto known = taken.find(host.id);
      if (known != taken.end() && (known->second == Truth::yes || stage.truth != Truth::yes)) continue;
      const auto truth = both(stage.truth, reached(leg(stage.at, Named{host.id}, anyTcp)));
      if (truth == Truth::no || (known != taken.end() && truth != Truth::yes)) continue;
      taken[host.id] = truth;
      stages.push_back({Named{host.id}, truth, i});
    }
  }

  Answer answer{.question = question.text, .word = word};
  const auto put = [&](const Question& one) {
    Judge explains{network_, avoided};
    auto found = answerOf(one, explains, tally(one, explains));
    for (auto& assumption : found.assumptions)
      if (std::ranges::find(answer.assumptions, assumption) == answer.assumptions.end())
        answer.assumptions.push_back(std::move(assumption));
    return found;
  };
  answer.assumptions.emplace_back("nothing that is not in the template is taken over");
  if (word == Word::no) {
    for (std::size_t i = 0; i < stages.size(); ++i) {
      auto found = put(leg(stages[i].at, question.to, question));
      if (!found.blocked || (answer.blocked && found.barriers >= answer.barriers)) continue;
      answer.blocked = std::move(found.blocked);
      answer.barriers = found.barriers;
    }
    std::string all;
    for (std::size_t i = 1; i < stages.size(); ++i) all += (all.empty() ? "" : ", ") + shown(stages[i].at);
    if (answer.blocked)
      answer.blocked->flow +=
          fmt::format(", and {} can take over {}", shown(question.from), all.empty() ? "nothing" : all + " alone");
    return answer;
  }
  std::vector<std::size_t> way{last};  // backwards
  while (way.back() != 0) way.push_back(stages[way.back()].before);
  std::string names;
  for (auto at = way.rbegin(); at != way.rend(); ++at) names += shown(stages[*at].at) + " → ";
  names += shown(question.to);
  for (auto at = way.rbegin(); at != way.rend(); ++at) {
    const bool isLast = std::next(at) == way.rend();
    const auto one =
        isLast ? leg(stages[*at].at, question.to, question) : leg(stages[*at].at, stages[*std::next(at)].at, anyTcp);
    auto found = put(one);
    if (found.passes) answer.legs.push_back(std::move(*found.passes));
    for (auto& line : found.unknowns) answer.unknowns.push_back(std::move(line));
  }
  if (word == Word::yes)
    answer.passes = Witness{names, {}};
  else
    answer.unknowns.insert(answer.unknowns.begin(),
                           {Truth::unknown, fmt::format("whether all of {} is open", names), {}, {}, {}});
  return answer;
}

}  // namespace reach
