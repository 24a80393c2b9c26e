#include <fmt/format.h>

#include "analysis/reach/ask.h"

namespace reach {

/// An attacker takes over whatever it reaches on some TCP port, and goes on from there.
Answer Asker::pivot(const Question& question) {
  Avoided avoided{question.avoided};
  Judge judge{network_, avoided};
  struct Stage {
    End at;
    Truth truth;
    std::string way;
  };
  const auto reached = [&](const End& from, const End& to, const Question& like) {
    Question one = like;
    one.from = from;
    one.to = to;
    const auto found = tally(one, judge);
    return found.anyYes ? Truth::yes : found.anyUnknown || found.maybeYes ? Truth::unknown : Truth::no;
  };
  const auto both = [](Truth a, Truth b) {
    return a == Truth::no || b == Truth::no     ? Truth::no
           : a == Truth::yes && b == Truth::yes ? Truth::yes
                                                : Truth::unknown;
  };
  Question anyTcp = question;
  anyTcp.protocol = "tcp";
  anyTcp.firstPort = 1;
  anyTcp.lastPort = 65535;
  const auto shown = [&](const End& end) {
    if (const auto* named = std::get_if<Named>(&end)) return named->id;
    if (const auto* range = std::get_if<IpRange>(&end)) return range->text();
    return std::string{"internet"};
  };
  std::vector<Stage> steps{{question.from, Truth::yes, shown(question.from)}};
  std::map<std::string, Truth> taken;
  Answer answer{.question = question.text, .word = Word::no};
  std::string way;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto step = steps[i];
    const auto here = both(step.truth, reached(step.at, question.to, question));
    if (here == Truth::yes || (here == Truth::unknown && answer.word == Word::no)) {
      answer.word = here == Truth::yes ? Word::yes : Word::unknown;
      way = fmt::format("{} → {}", step.way, shown(question.to));
    }
    if (answer.word == Word::yes) break;
    for (const auto& host : network_.hosts) {
      if (host.kind != HostKind::server && host.kind != HostKind::scalingGroup && host.kind != HostKind::service)
        continue;
      const auto known = taken.find(host.id);
      if (known != taken.end() && (known->second == Truth::yes || step.truth != Truth::yes)) continue;
      const auto truth = both(step.truth, reached(step.at, Named{host.id}, anyTcp));
      if (truth == Truth::no || (known != taken.end() && truth != Truth::yes)) continue;
      taken[host.id] = truth;
      steps.push_back({Named{host.id}, truth, fmt::format("{} → {}", step.way, host.id)});
    }
  }
  if (answer.word == Word::yes) answer.passes = Witness{way, {}};
  if (answer.word == Word::unknown)
    answer.unknowns.push_back({Truth::unknown, fmt::format("whether all of {} is open", way), {}, {}, {}});
  if (answer.word == Word::no)
    answer.blocked =
        Witness{fmt::format("nothing that {} can take over leads to {}", shown(question.from), shown(question.to)), {}};
  return answer;
}

}  // namespace reach
