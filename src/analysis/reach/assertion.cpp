#include "analysis/reach/assertion.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace reach {
namespace {

constexpr std::string_view shape = "WHO can reach WHOM [on PORTS] [through ID]` or `WHO cannot reach WHOM [on PORTS]";

/// Words, each with the comma behind it as a word of its own.
std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      end();
    } else if (c == ',') {
      end();
      words.emplace_back(",");
    } else {
      word += c;
    }
  }
  end();
  return words;
}

class Parser {
 public:
  Parser(std::string_view text, diag::Span span) : words_{wordsOf(text)} {
    assertion_.text = std::string{text};
    assertion_.span = span;
  }

  std::variant<Assertion, std::string> parse() {
    assertion_.onlyThey = take("only");
    do {
      if (const auto end = this->end()) assertion_.from.push_back(*end);
    } while (problem_.empty() && take(","));
    assertion_.can = take("can");
    if (!assertion_.can && !take("cannot")) fail("can` or `cannot");
    if (!take("reach")) fail("reach");
    if (const auto end = this->end()) assertion_.to = *end;
    assertion_.onlyThere = take("only");
    if (take("on")) ports();
    if (take("except")) {
      if (!take("through")) fail("through");
      assertion_.exceptThrough = name();
    } else if (take("through")) {
      assertion_.through = name();
    }
    if (at_ < words_.size()) fail("the end");
    check();
    if (!problem_.empty()) return problem_;
    return assertion_;
  }

 private:
  bool take(std::string_view word) {
    if (at_ == words_.size() || words_[at_] != word) return false;
    ++at_;
    return true;
  }

  void fail(std::string_view expected) {
    if (!problem_.empty()) return;
    problem_ = at_ < words_.size()
                   ? fmt::format("`{}` stands where {} is expected: write `{}`", words_[at_], quoted(expected), shape)
                   : fmt::format("it ends where {} is expected: write `{}`", quoted(expected), shape);
  }
  static std::string quoted(std::string_view expected) {
    return expected == "the end" || expected.starts_with("a ") ? std::string{expected} : fmt::format("`{}`", expected);
  }

  std::string name() {
    if (at_ == words_.size()) return fail("a logical id"), std::string{};
    return words_[at_++];
  }

  std::optional<End> end() {
    if (at_ == words_.size() || words_[at_] == ",") return fail("a logical id, a range or `internet`"), std::nullopt;
    const auto word = words_[at_++];
    if (word == "internet") return Internet{};
    if (word.find('.') == word.npos && word.find(':') == word.npos) return Named{word};
    const auto range = cfn::parseRange(word);
    if (!range && problem_.empty())
      problem_ = fmt::format("`{}` is no range: write for example `203.0.113.0/24`", word);
    return range ? std::optional<End>{*range} : std::nullopt;
  }

  void ports() {
    assertion_.protocol = "tcp";
    if (at_ < words_.size() && (words_[at_] == "tcp" || words_[at_] == "udp" || words_[at_] == "icmp"))
      assertion_.protocol = words_[at_++];
    if (assertion_.protocol == "icmp") return;
    do {
      const auto word = at_ < words_.size() ? words_[at_] : std::string{};
      const auto dash = word.find('-');
      Ports one;
      const auto read = [](std::string_view text, int& port) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
        return error == std::errc{} && end == text.data() + text.size() && port >= 1 && port <= 65535;
      };
      const bool good =
          read(std::string_view{word}.substr(0, dash), one.first) &&
          (dash == word.npos ? (one.last = one.first, true) : read(std::string_view{word}.substr(dash + 1), one.last));
      if (!good || one.last < one.first) return fail("a port from 1 to 65535 or `first-last`");
      ++at_;
      assertion_.ports.push_back(one);
    } while (take(","));
  }

  void check() {
    if (!problem_.empty()) return;
    if (!assertion_.can && !assertion_.through.empty()) problem_ = "`through` goes with `can`: write `except through`";
    if (assertion_.can && !assertion_.exceptThrough.empty())
      problem_ = "`except through` goes with `cannot`: write `through`";
    if (!assertion_.can && (assertion_.onlyThey || assertion_.onlyThere)) problem_ = "`only` goes with `can`";
    if (assertion_.onlyThere && assertion_.protocol == "any") problem_ = "`only` is followed by `on` and ports";
    const auto outside = [](const End& end) { return std::holds_alternative<Internet>(end); };
    if (outside(assertion_.to) && std::ranges::any_of(assertion_.from, outside))
      problem_ = "both ends are the internet";
  }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
  Assertion assertion_;
  std::string problem_;
};

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

std::variant<Assertion, std::string> parseAssertion(std::string_view text, diag::Span span) {
  return Parser{text, span}.parse();
}

std::string checkNames(const Assertion& assertion, const Worlds& worlds) {
  for (const auto& demand : demandsOf(assertion))
    if (auto wrong = checkNames(demand.question, worlds); !wrong.empty()) return wrong;
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
