#include "app/schedule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "schema/characters.h"
#include "text/ascii.h"

namespace app {
namespace {

using schema::Problem;

/// One of the five; `names` begin at `least`.
struct Field {
  std::string_view noun;
  int least;
  int most;
  std::span<const std::string_view> names;
};

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<Field, 5> fields{{{"minute", 0, 59, {}},
                                       {"hour", 0, 23, {}},
                                       {"day of the month", 1, 31, {}},
                                       {"month", 1, 12, months},
                                       {"day of the week", 0, 7, weekdays}}};
enum { dayOfMonth = 2, month = 3, dayOfWeek = 4 };

struct Nickname {
  std::string_view name;
  std::string_view schedule;
};
constexpr std::array<Nickname, 7> nicknames{{{"@hourly", "0 * * * *"},
                                             {"@daily", "0 0 * * *"},
                                             {"@midnight", "0 0 * * *"},
                                             {"@weekly", "0 0 * * 0"},
                                             {"@monthly", "0 0 1 * *"},
                                             {"@yearly", "0 0 1 1 *"},
                                             {"@annually", "0 0 1 1 *"}}};

using Times = std::bitset<60>;

using text::lowerCase;

std::optional<int> numberIn(std::string_view text) {
  int number = 0;
  if (!schema::consistsOf(text, 4, schema::isDigit)) return {};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Reads one field; `problem` says why there are no times.
class FieldReader {
 public:
  explicit FieldReader(const Field& field) : field_{field} {}

  std::optional<Times> read(std::string_view text) {
    Times times;
    for (auto rest = text;;) {
      if (!readItem(rest.substr(0, rest.find(',')), times)) return {};
      if (rest.find(',') == rest.npos) return times;
      rest.remove_prefix(rest.find(',') + 1);
    }
  }
  Problem problem;

 private:
  bool refuse(std::string what, std::string instead) {
    problem = {std::move(what), std::move(instead)};
    return false;
  }

  std::string limits() const {
    const auto names = field_.names.empty()
                           ? std::string{}
                           : fmt::format(", or a name from `{}` to `{}`", field_.names.front(), field_.names.back());
    return fmt::format("write a{} {} from {} to {}{}", field_.most == 23 ? "n" : "", field_.noun, field_.least,
                       field_.most, names);
  }

  bool readItem(std::string_view item, Times& times) {
    const auto slash = item.find('/');
    const auto range = item.substr(0, slash);
    const bool all = range == "*";
    const auto dash = range.find('-');
    auto first = field_.least, last = field_.most;
    if (!all && !readValue(range.substr(0, dash), first)) return false;
    if (!all && !readValue(dash == range.npos ? range : range.substr(dash + 1), last)) return false;
    if (first > last) return refuseReversed(range, first, last);
    int step = 1;
    if (slash != item.npos) {
      if (!all && dash == range.npos)
        return refuse(fmt::format("has the step of `{}` after a single value", item),
                      fmt::format("write `{}-{}{}`", range, field_.most, item.substr(slash)));
      if (!readStep(item.substr(slash + 1), step)) return false;
    }
    for (int at = first; at <= last; at += step) times.set(static_cast<std::size_t>(at));
    return true;
  }

  bool readValue(std::string_view text, int& value) {
    const auto name = std::ranges::find(field_.names, lowerCase(text));
    if (name != field_.names.end()) {
      value = field_.least + static_cast<int>(name - field_.names.begin());
      return true;
    }
    if (text.empty()) return refuse(fmt::format("lacks a value in the {}", field_.noun), limits());
    const auto number = numberIn(text);
    if (number && *number >= field_.least && *number <= field_.most) {
      value = *number;
      return true;
    }
    const auto near = diag::closest(lowerCase(text), {field_.names.begin(), field_.names.end()});
    return refuse(fmt::format("has `{}` for the {}", text, field_.noun),
                  number || near.empty() ? limits() : fmt::format("did you mean `{}`?", near));
  }

  bool refuseReversed(std::string_view range, int first, int last) {
    const bool isWeek = field_.most == 7;  // Sunday is 0 and 7
    const auto end = isWeek ? 6 : field_.most;
    auto instead = isWeek && last == 0    ? fmt::format("write `{}-7`: Sunday is 7 as well as 0", first)
                   : isWeek && first == 7 ? fmt::format("write `0-{}`: Sunday is 0 as well as 7", last)
                                          : fmt::format("write `{}-{}`, or `{}-{},{}-{}` to go on past the end", last,
                                                        first, first, end, field_.least, last);
    return refuse(fmt::format("has the range `{}` for the {}, which runs backwards", range, field_.noun),
                  std::move(instead));
  }

  bool readStep(std::string_view text, int& step) {
    const auto number = numberIn(text);
    const auto most = field_.most - field_.least;
    if (!number || *number < 1 || *number > most)
      return refuse(fmt::format("has the step `{}` for the {}", text, field_.noun),
                    fmt::format("write a step from 1 to {}", most));
    step = *number;
    return true;
  }

  const Field& field_;
};

/// cron runs on days that both fields of days allow if one begins with a star, else on days that either does.
bool everRuns(std::string_view days, std::string_view weekdaysText, const Times& day, const Times& of) {
  constexpr std::array<std::size_t, 13> longest{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (!days.starts_with('*') && !weekdaysText.starts_with('*')) return true;
  for (std::size_t at = 1; at < longest.size(); ++at)
    for (std::size_t in = 1; of.test(at) && in <= longest[at]; ++in)
      if (day.test(in)) return true;
  return false;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty())
    if (const auto word = schema::takeUntil(text, ' '); !word.empty()) words.push_back(word);
  return words;
}

Problem problemOfWords(const std::vector<std::string_view>& words) {
  std::array<Times, 5> times;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    FieldReader reader{fields[at]};
    const auto read = reader.read(words[at]);
    if (!read) return reader.problem;
    times[at] = *read;
  }
  if (everRuns(words[dayOfMonth], words[dayOfWeek], times[dayOfMonth], times[month])) return {};
  return {fmt::format("never runs: no month of `{}` has a day `{}`", words[month], words[dayOfMonth]),
          "write a day that the month has"};
}

bool isOneBlankApart(std::string_view text) {
  return text.find("  ") == text.npos && !text.starts_with(' ') && !text.ends_with(' ');
}

}  // namespace

bool isSchedule(std::string_view text) {
  const auto words = wordsOf(text);
  return words.size() == fields.size() && isOneBlankApart(text) && problemOfWords(words).what.empty();
}

Problem problemOfSchedule(std::string_view text) {
  if (text.starts_with('@')) {
    const auto known = std::ranges::find(nicknames, lowerCase(text), &Nickname::name);
    if (known != nicknames.end()) return {"is no schedule of five fields", fmt::format("write `{}`", known->schedule)};
    if (lowerCase(text) == "@reboot") return {"is no time", "write the command under `boot`, which runs at every boot"};
    return {};
  }
  if (!std::ranges::all_of(text, schema::isPrintable)) return {"has characters that cron does not read in a schedule"};
  const auto words = wordsOf(text);
  if (words.size() > fields.size())
    return {fmt::format("has {} fields, not 5", words.size()),
            "write the five fields of a time alone: Cairn adds the user, and `argv` is the command"};
  if (words.size() < fields.size())
    return {fmt::format("has {} of the five fields", words.size()),
            "write minute, hour, day of the month, month and day of the week, such as `5 * * * *`"};
  if (auto problem = problemOfWords(words); !problem.what.empty()) return problem;
  return isOneBlankApart(text)
             ? Problem{}
             : Problem{"has more than one blank between fields", fmt::format("write `{}`", fmt::join(words, " "))};
}

}  // namespace app
