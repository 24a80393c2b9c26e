#include "analysis/reach/question.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace reach {
namespace {

constexpr std::string_view shape = "SRC DST PROTO PORT [avoid:ID]... [pivot]";

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view blanks = " \t\r\n";
  for (auto at = text.find_first_not_of(blanks); at != text.npos;) {
    const auto end = text.find_first_of(blanks, at);
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, std::min(end, text.size()));
  }
  return words;
}

std::optional<End> parseEnd(std::string_view word) {
  if (word == "internet") return Internet{};
  const bool looksLikeRange = word.find('.') != word.npos || word.find(':') != word.npos;
  if (!looksLikeRange) return Named{std::string{word}};
  if (const auto range = cfn::parseRange(word)) return *range;
  return {};
}

bool parsePort(std::string_view text, int& port) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc{} && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

bool parsePorts(std::string_view text, Question& question) {
  if (text == "any") return true;
  const auto dash = text.find('-');
  if (!parsePort(text.substr(0, dash), question.firstPort)) return false;
  question.lastPort = question.firstPort;
  return dash == text.npos ||
         (parsePort(text.substr(dash + 1), question.lastPort) && question.firstPort <= question.lastPort);
}

}  // namespace

std::variant<Question, std::string> parseQuestion(std::string_view text) {
  const auto words = wordsOf(text);
  if (words.size() < 4) return fmt::format("`{}` is no question: write `{}`", text, shape);
  Question question;
  question.text = std::string{words[0]};
  for (std::size_t i = 1; i < words.size(); ++i) question.text.append(" ").append(words[i]);
  const auto from = parseEnd(words[0]), to = parseEnd(words[1]);
  for (const auto& [end, word] : {std::pair{from, words[0]}, {to, words[1]}})
    if (!end)
      return fmt::format("`{}` is neither `internet`, nor a range such as `203.0.113.0/24`, nor a logical id", word);
  question.from = *from;
  question.to = *to;
  question.protocol = std::string{words[2]};
  if (question.protocol != "tcp" && question.protocol != "udp" && question.protocol != "icmp" &&
      question.protocol != "any")
    return fmt::format("`{}` is no protocol: write `tcp`, `udp`, `icmp` or `any`", words[2]);
  if (!parsePorts(words[3], question))
    return fmt::format("`{}` are no ports: write one from 1 to 65535, `first-last` or `any`", words[3]);
  for (std::size_t i = 4; i < words.size(); ++i) {
    constexpr std::string_view avoid = "avoid:";
    if (words[i] == "pivot")
      question.pivot = true;
    else if (words[i].starts_with(avoid) && words[i].size() > avoid.size())
      question.avoided.insert(std::string{words[i].substr(avoid.size())});
    else
      return fmt::format("`{}` cannot stand there: write `{}`", words[i], shape);
  }
  return question;
}

}  // namespace reach
