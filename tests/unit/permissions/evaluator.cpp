#include "evaluator.h"

#include <algorithm>
#include <stdexcept>

namespace evaluator {
namespace {

/// One character of a pattern, and whether it is a wildcard.
struct Piece {
  char c;
  bool wild;
};

/// `wildcards` are read as such, and variables that stand for a character as that one.
std::vector<Piece> piecesOf(std::string_view pattern, bool wildcards) {
  std::vector<Piece> pieces;
  while (!pattern.empty()) {
    const bool variable = pattern.starts_with("${");
    if (variable && pattern.size() >= 4 && pattern[3] == '}' &&
        std::string_view{"*?$"}.find(pattern[2]) != pattern.npos) {
      pieces.push_back({pattern[2], false});
      pattern.remove_prefix(4);
      continue;
    }
    if (variable) throw std::runtime_error{"a policy variable: " + std::string{pattern}};
    pieces.push_back({pattern[0], wildcards && (pattern[0] == '*' || pattern[0] == '?')});
    pattern.remove_prefix(1);
  }
  return pieces;
}

bool matchPieces(const std::vector<Piece>& pieces, std::size_t at, std::string_view text) {
  for (; at < pieces.size(); ++at) {
    const auto [c, wild] = pieces[at];
    if (wild && c == '*') {
      for (std::size_t skip = 0; skip <= text.size(); ++skip)
        if (matchPieces(pieces, at + 1, text.substr(skip))) return true;
      return false;
    }
    if (text.empty() || (!wild && c != text.front())) return false;
    text.remove_prefix(1);
  }
  return text.empty();
}

std::string lower(std::string text) {
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::vector<std::string> texts(const data::Value& value) {
  if (const auto* text = value.as<std::string>()) return {*text};
  std::vector<std::string> all;
  for (const auto& item : *value.as<data::List>()) all.push_back(*item.as<std::string>());
  return all;
}

bool holds(const std::string& test, const data::Map& keys, const Request& request) {
  return std::ranges::all_of(keys, [&](const data::Entry& entry) {
    const auto value = request.context.find(entry.key);
    if (value == request.context.end()) return test.starts_with("ForAllValues:");
    return std::ranges::any_of(texts(entry.value), [&](const std::string& pattern) {
      if (test == "StringEquals") return matchPieces(piecesOf(pattern, false), 0, value->second);
      if (test == "StringLike" || test == "ForAllValues:StringLike" || test == "ArnLike")
        return matches(pattern, value->second);
      throw std::runtime_error{"a test that is not modelled: " + test};
    });
  });
}

bool applies(const data::Map& statement, const Request& request) {
  const auto action = lower(request.action);
  const auto any = [](const data::Value* value, auto&& match) { return std::ranges::any_of(texts(*value), match); };
  if (!any(data::find(statement, "Action"), [&](const auto& pattern) { return matches(lower(pattern), action); }))
    return false;
  const auto* resources = data::find(statement, "Resource");
  if (resources && !any(resources, [&](const auto& pattern) { return matches(pattern, request.resource); }))
    return false;
  const auto* conditions = data::find(statement, "Condition");
  return !conditions || std::ranges::all_of(*conditions->as<data::Map>(), [&](const data::Entry& entry) {
    return holds(entry.key, *entry.value.as<data::Map>(), request);
  });
}

}  // namespace

bool matches(std::string_view pattern, std::string_view text) { return matchPieces(piecesOf(pattern, true), 0, text); }

Decision decide(const std::vector<data::Map>& documents, const Request& request) {
  auto decision = Decision::implicitDeny;
  for (const auto& document : documents)
    for (const auto& statement : *data::find(document, "Statement")->as<data::List>()) {
      const auto& map = *statement.as<data::Map>();
      if (!applies(map, request)) continue;
      if (*data::find(map, "Effect")->as<std::string>() == "Deny") return Decision::deny;
      decision = Decision::allow;
    }
  return decision;
}

}  // namespace evaluator
