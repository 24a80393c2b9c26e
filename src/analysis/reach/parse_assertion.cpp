#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analysis/reach/assertion.h"

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

}  // namespace

std::variant<Assertion, std::string> parseAssertion(std::string_view text, diag::Span span) {
  return Parser{text, span}.parse();
}

}  // namespace reach
