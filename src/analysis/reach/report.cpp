#include "analysis/reach/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "diagnostics/display.h"

namespace reach {
namespace {

std::string shown(std::string_view text) { return diag::printable(diag::shortened(text)); }

std::string placeOf(const Line& line, const diag::Sources& sources) {
  if (!line.span.isSet()) return line.owner;
  if (const auto& source = sources.of(line.span); source.isDefault())
    return source.value.empty() ? fmt::format("{}, `{}` is not given", line.owner, source.field)
                                : fmt::format("{}, `{}` has its default `{}`", line.owner, source.field, source.value);
  if (line.span.line == 0) return line.owner;
  return fmt::format("{}:{}:{}", sources.of(line.span).name, line.span.line, line.span.column);
}

std::string_view mark(Truth truth) { return truth == Truth::yes ? "+" : truth == Truth::no ? "x" : "?"; }

void write(std::string& out, const Line& line, const diag::Sources& sources) {
  const auto place = placeOf(line, sources);
  fmt::format_to(std::back_inserter(out), "    {} {}{}\n", mark(line.truth), shown(line.text),
                 place.empty() ? "" : fmt::format("  [{}]", shown(place)));
}

void write(std::string& out, std::string_view title, const Witness& witness, const diag::Sources& sources) {
  fmt::format_to(std::back_inserter(out), "  {}: {}\n", title, shown(witness.flow));
  for (const auto& line : witness.steps) write(out, line, sources);
}

void writeAssumed(std::string& out, std::string_view title, std::string_view indent,
                  const std::vector<std::string>& all) {
  if (!all.empty()) fmt::format_to(std::back_inserter(out), "{}{}\n", indent, title);
  for (const auto& one : all) fmt::format_to(std::back_inserter(out), "{}  - {}\n", indent, shown(one));
}

std::string barrierText(int barriers) {
  if (barriers <= 1) return "closed by one barrier, the only one of the weakest way";
  if (barriers == 2) return "closed by 2 barriers on the weakest way: it stays closed if either of them breaks";
  return fmt::format("closed by {} barriers on the weakest way: it stays closed if any {} of them break", barriers,
                     barriers - 1);
}

data::Value json(const Line& line, const diag::Sources& sources) {
  data::Map map{{"text", diag::shortened(line.text), {}}};
  if (!line.owner.empty()) map.push_back({"resource", line.owner, {}});
  if (const auto* source = line.span.isSet() ? &sources.of(line.span) : nullptr; source && source->isDefault()) {
    map.push_back({"field", source->field, {}});
    if (!source->value.empty()) map.push_back({"default", source->value, {}});
  } else if (line.span.line) {
    map.push_back({"file", sources.of(line.span).name, {}});
    map.push_back({"line", line.span.line, {}});
    map.push_back({"column", line.span.column, {}});
  }
  return map;
}

data::Value json(const std::vector<Line>& lines, const diag::Sources& sources) {
  data::List list;
  for (const auto& line : lines) list.push_back(json(line, sources));
  return list;
}

data::Value json(const Witness& witness, const diag::Sources& sources, std::string_view steps) {
  return data::Map{{"flow", witness.flow, {}}, {std::string{steps}, json(witness.steps, sources), {}}};
}

data::List assumed(const Answer& answer, const std::vector<std::string>& ofAll) {
  data::List all(answer.assumptions.begin(), answer.assumptions.end());
  all.insert(all.end(), ofAll.begin(), ofAll.end());
  return all;
}

data::Value json(const Answer& answer, const diag::Sources& sources, const std::vector<std::string>& assumptions) {
  data::Map map{{"question", answer.question, {}}, {"answer", name(answer.word), {}}};
  if (answer.passes) map.push_back({"passes", json(*answer.passes, sources, "hops"), {}});
  if (!answer.legs.empty()) {
    data::List legs;
    for (const auto& leg : answer.legs) legs.push_back(json(leg, sources, "hops"));
    map.push_back({"legs", std::move(legs), {}});
  }
  if (answer.blocked) map.push_back({"blocked", json(*answer.blocked, sources, "barriers"), {}});
  if (!answer.unknowns.empty()) map.push_back({"unknown", json(answer.unknowns, sources), {}});
  map.push_back({"assumptions", assumed(answer, assumptions), {}});
  return map;
}

}  // namespace

std::string asText(const Results& results, const diag::Sources& sources) {
  std::string out;
  for (const auto& answer : results.answers) {
    fmt::format_to(std::back_inserter(out), "{}: {}\n", shown(answer.question), name(answer.word));
    if (answer.passes) write(out, "passes", *answer.passes, sources);
    for (std::size_t i = 0; i < answer.legs.size(); ++i) write(out, fmt::format("{}", i + 1), answer.legs[i], sources);
    if (answer.blocked && answer.word == Word::no && answer.barriers > 0)
      fmt::format_to(std::back_inserter(out), "  {}\n", barrierText(answer.barriers));
    if (answer.blocked) write(out, "blocked", *answer.blocked, sources);
    if (!answer.unknowns.empty()) out += "  it hangs on:\n";
    for (const auto& line : answer.unknowns) write(out, line, sources);
    writeAssumed(out, "assumed:", "  ", answer.assumptions);
    out += '\n';
  }
  writeAssumed(out, results.answers.size() == 1 ? "Assumed:" : "Assumed of every answer:", "", results.assumptions);
  return out;
}

data::Value asJson(const Results& results, const diag::Sources& sources, bool asList) {
  if (!asList && results.answers.size() == 1) return json(results.answers.front(), sources, results.assumptions);
  data::List list;
  for (const auto& answer : results.answers) list.push_back(json(answer, sources, results.assumptions));
  return list;
}

Matrix matrixOf(const Worlds& worlds) {
  Matrix matrix;
  auto known = ends(worlds);
  matrix.from = std::move(known.starting);
  matrix.to = std::move(known.all);
  matrix.from.insert(matrix.from.begin(), "internet");
  matrix.to.push_back("internet");
  std::vector<Question> questions;
  const auto end = [](const std::string& name) { return name == "internet" ? End{Internet{}} : End{Named{name}}; };
  for (const auto& from : matrix.from)
    for (const auto& to : matrix.to)
      if (from != "internet" || to != "internet")
        questions.push_back({.text = fmt::format("{} {} any any", from, to), .from = end(from), .to = end(to)});
  auto results = ask(worlds, questions, Detail::brief);
  matrix.assumptions = std::move(results.assumptions);
  std::size_t next = 0;
  for (const auto& from : matrix.from) {
    auto& row = matrix.cells.emplace_back();
    for (const auto& to : matrix.to)
      row.push_back(from == "internet" && to == "internet" ? Answer{} : std::move(results.answers[next++]));
  }
  return matrix;
}

std::string asText(const Matrix& matrix) {
  std::string out;
  if (matrix.to.size() < 2) return "nothing in the template has a place in the network\n";
  for (std::size_t i = 0; i < matrix.from.size(); ++i) {
    fmt::format_to(std::back_inserter(out), "{} reaches\n", shown(matrix.from[i]));
    std::vector<std::string> closed;
    std::size_t width = 0;
    for (std::size_t j = 0; j < matrix.to.size(); ++j)
      if (matrix.cells[i][j].word != Word::no) width = std::max(width, matrix.to[j].size());
    width = std::min<std::size_t>(width, 32);
    for (std::size_t j = 0; j < matrix.to.size(); ++j) {
      const auto& answer = matrix.cells[i][j];
      if (answer.question.empty()) continue;
      if (answer.word == Word::no) {
        closed.push_back(matrix.to[j]);
        continue;
      }
      std::string tail;
      if (answer.word == Word::unknown && !answer.unknowns.empty())
        tail = "  (" + shown(answer.unknowns.front().text) + ")";
      else if (!answer.open.empty())
        tail = "  " + answer.open;
      fmt::format_to(std::back_inserter(out), "  {:<7} {:<{}}{}\n", name(answer.word), shown(matrix.to[j]),
                     tail.empty() ? 0 : width, tail);
    }
    constexpr std::size_t mostNames = 8;
    std::string names;
    if (closed.size() > mostNames)
      names = fmt::format("all {} others", closed.size());
    else
      for (const auto& one : closed) names += (names.empty() ? "" : ", ") + shown(one);
    if (!names.empty()) fmt::format_to(std::back_inserter(out), "  {:<7} {}\n", "no", names);
    out += '\n';
  }
  std::vector<std::string> assumed;
  for (const auto& row : matrix.cells)
    for (const auto& answer : row)
      for (const auto& assumption : answer.assumptions)
        if (std::ranges::find(assumed, assumption) == assumed.end()) assumed.push_back(assumption);
  assumed.insert(assumed.end(), matrix.assumptions.begin(), matrix.assumptions.end());
  writeAssumed(out, "Assumed:", "", assumed);
  return out;
}

data::Value asJson(const Matrix& matrix) {
  data::List rows;
  for (std::size_t i = 0; i < matrix.from.size(); ++i)
    for (std::size_t j = 0; j < matrix.to.size(); ++j)
      if (const auto& answer = matrix.cells[i][j]; !answer.question.empty())
        rows.push_back(data::Map{{"question", answer.question, {}},
                                 {"answer", name(answer.word), {}},
                                 {"open", answer.open, {}},
                                 {"assumptions", assumed(answer, matrix.assumptions), {}}});
  return rows;
}

std::string asText(const std::vector<FailedAssertion>& all, const diag::Sources& sources, std::size_t asked) {
  std::string out;
  for (const auto& failed : all) {
    fmt::format_to(std::back_inserter(out), "does not hold: {}\n  {}\n", shown(failed.text), shown(failed.message));
    if (failed.answer.passes) write(out, "passes", *failed.answer.passes, sources);
    if (failed.answer.blocked) write(out, "blocked", *failed.answer.blocked, sources);
    for (const auto& line : failed.answer.unknowns) write(out, line, sources);
    out += '\n';
  }
  fmt::format_to(std::back_inserter(out), "{} of {} assertions hold\n", asked - all.size(), asked);
  return out;
}

data::Value asJson(const std::vector<FailedAssertion>& all, const diag::Sources& sources) {
  data::List list;
  for (const auto& failed : all)
    list.push_back(data::Map{{"assertion", failed.text, {}},
                             {"message", diag::shortened(failed.message), {}},
                             {"evidence", json(failed.answer, sources, {}), {}}});
  return data::Map{{"failed", list, {}}};
}

}  // namespace reach
