#include "analysis/reach/ask.h"

#include <fmt/format.h>

#include <algorithm>

namespace reach {
namespace {

/// `tcp 80, 443; udp any`.
std::string openText(const Tally& tally) {
  std::string out;
  for (const auto& [protocol, unsorted] : tally.open) {
    auto stretches = unsorted;
    std::ranges::sort(stretches);
    out += out.empty() ? "" : "; ";
    out += protocol == tcp ? "tcp" : protocol == udp ? "udp" : "icmp";
    if (protocol == icmp) continue;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const auto [first, last] = stretches[i];
      out += i == 0 ? " " : ", ";
      out += first == 1 && last == 65535 ? "any"
             : first == last             ? std::to_string(first)
                                         : fmt::format("{}-{}", first, last);
    }
  }
  return out;
}

}  // namespace

std::string_view name(Word word) {
  switch (word) {
    case Word::no:
      return "no";
    case Word::some:
      return "some";
    case Word::yes:
      return "yes";
    case Word::unknown:
      break;
  }
  return "unknown";
}

Line lineOf(Truth truth, std::string text, const Place& place) {
  return {truth, std::move(text), place.span, std::string{place.owner}};
}

std::string Asker::flowText(const Flow& flow) const {
  const auto end = [&](const Party& party, bool isFrom) {
    const auto& address = party.address(flow.family);
    auto text = address.bits ? Address{flow.family, *address.bits}.text() : std::string{};
    if (!isFrom && (flow.protocol == tcp || flow.protocol == udp))
      text += (text.empty() ? "port " : " port ") + std::to_string(flow.port);
    if (party.isOutside()) return text;
    return text.empty() ? std::string{party.id} : fmt::format("{} ({})", party.id, text);
  };
  const auto protocol = flow.protocol == tcp    ? "tcp"
                        : flow.protocol == udp  ? "udp"
                        : flow.protocol == icmp ? "icmp"
                                                : "icmpv6";
  return fmt::format("{} from {} to {}", protocol, end(flow.from, true), end(flow.to, false));
}

Witness Asker::witnessOf(const Flow& flow, const Result& result) const {
  Witness witness{flowText(flow), {}};
  for (const auto& step : result.steps) {
    witness.steps.push_back(lineOf(step.truth, step.text, step.place));
    witness.steps.back().isRule = step.isRule;
  }
  return witness;
}

Answer Asker::answerOf(const Question& question, Judge& judge, const Tally& tally) {
  Answer answer{.question = question.text, .word = tally.word(), .open = openText(tally)};
  const auto addReason = [&](const Reason* why) {
    if (!why) return;
    auto line = lineOf(Truth::unknown, why->text, why->place);
    const bool known = std::ranges::any_of(answer.unknowns, [&](const Line& other) { return other.text == line.text; });
    if (!known) answer.unknowns.push_back(std::move(line));
  };
  const bool shows = detail_ == Detail::full;
  if (shows && tally.yes && (answer.word == Word::yes || answer.word == Word::some))
    answer.passes = witnessOf(*tally.yes, judge.explain(*tally.yes).best);
  if (shows && tally.no && (answer.word == Word::no || answer.word == Word::some)) {
    const auto result = judge.explain(*tally.no).worst;
    answer.blocked = witnessOf(*tally.no, result);
    if (answer.word == Word::no) {
      std::erase_if(answer.blocked->steps, [](const Line& line) { return line.truth != Truth::no; });
      answer.barriers = static_cast<int>(answer.blocked->steps.size());
    }
  }
  if (answer.word == Word::no && tally.nobody && !tally.no && !tally.anyNo) {
    answer.blocked = Witness{question.text, {lineOf(Truth::no, tally.nobody->text, tally.nobody->place)}};
    answer.barriers = 1;
  }
  if (answer.word == Word::unknown) {
    if (tally.unknown) {
      const auto outcome = judge.explain(*tally.unknown);
      const auto& result = outcome.best.truth.isUnknown() ? outcome.best : outcome.worst;
      for (const auto& step : result.steps)
        if (step.truth == Truth::unknown) addReason(step.why);
    }
    addReason(tally.why);
    addReason(network_.rewritten);
    static const Reason noFlows{"who is at the ends: no flow between them is known", {}};
    if (answer.unknowns.empty()) addReason(&noFlows);
  }
  addAssumptions(question, judge, tally, answer);
  return answer;
}

/// What the answer rests on that the template does not say, and that others answer otherwise.
void Asker::addAssumptions(const Question& question, const Judge& judge, const Tally& tally, Answer& answer) const {
  const auto add = [&](std::string text) {
    if (std::ranges::find(answer.assumptions, text) == answer.assumptions.end())
      answer.assumptions.push_back(std::move(text));
  };
  const auto idOf = [&](Index<Host> host) { return network_.hosts[host].id; };
  if (answer.word != Word::no) {
    for (const auto host : judge.forwarding())
      add(fmt::format("`{}` forwards what is for others: its source/destination check is off, and its system does it",
                      idOf(host)));
    for (const auto host : judge.ruling())
      add(fmt::format("some request meets the conditions of each rule of the listeners of `{}`", idOf(host)));
  }
  if (tally.byClientPorts)
    add("clients connect from the ports 1024 to 65535, hosts of the template from 32768 to 60999");
  for (const auto& [end, other] : {std::pair{&question.from, &question.to}, {&question.to, &question.from}}) {
    const auto vpcs = vpcsOf(*other);
    const bool isOutside = std::ranges::any_of(vpcs, [&](Index<Vpc> vpc) { return !network_.vpcs[vpc].declared; });
    if (!std::holds_alternative<Named>(*end) && isOutside)
      add("nothing but the template leads from the internet into a VPC that is not in the template");
  }
}

/// The answer to a question that no flow answers: of what has no place in the network, or is not made.
std::optional<Answer> Asker::withoutFlows(const Question& question) const {
  Answer answer{.question = question.text};
  if (network_.rewritten) {
    answer.unknowns.push_back(lineOf(Truth::unknown, network_.rewritten->text, network_.rewritten->place));
    return answer;
  }
  for (const auto* end : {&question.from, &question.to}) {
    const auto* name = std::get_if<Named>(end);
    const auto notMade = name ? network_.notMade.find(name->id) : network_.notMade.end();
    if (notMade == network_.notMade.end()) continue;
    answer.word = Word::no;
    answer.barriers = 1;
    answer.blocked = Witness{question.text, {lineOf(Truth::no, notMade->second.text, notMade->second.place)}};
    return answer;
  }
  if (isOutside(network_, question.from) && isOutside(network_, question.to)) {  // but not in another world
    answer.unknowns.push_back({Truth::unknown, "both ends are the internet", {}, {}, {}});
    return answer;
  }
  for (const auto* end : {&question.from, &question.to}) {
    const auto* name = std::get_if<Named>(end);
    if (!name || network_.hostOf.contains(name->id) || network_.subnetOf.contains(name->id)) continue;
    const auto type = network_.typeOf.find(name->id);
    answer.unknowns.push_back({Truth::unknown,
                               fmt::format("`{}` ({}) has no place in the network that is known here", name->id,
                                           type == network_.typeOf.end() ? "" : type->second),
                               {},
                               name->id});
    return answer;
  }
  return {};
}

Answer Asker::ask(const Question& question) {
  if (auto answer = withoutFlows(question)) return *answer;
  if (question.pivot) return pivot(question);
  Avoided avoided{question.avoided};
  Judge judge{network_, avoided};
  return answerOf(question, judge, tally(question, judge));
}

}  // namespace reach
