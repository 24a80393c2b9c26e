#include "permissions/policy.h"

#include <fmt/format.h>

#include <algorithm>

namespace permissions {
namespace {

constexpr std::string_view around = R"({"Version":"2012-10-17","Statement":[]})";

/// The longest names there are: AWS GovCloud's.
const Place longest{"aws-us-gov", "ap-northeast-1", "123456789012"};

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

data::List listOf(const std::vector<std::string>& texts, const Place& place) {
  data::List list;
  for (const auto& text : texts) list.emplace_back(filledIn(text, place));
  return list;
}

data::Map written(const Statement& statement, const Place& place) {
  data::Map map{
      {"Sid", statement.sid, {}},
      {"Effect", statement.allow ? "Allow" : "Deny", {}},
      {"Action", listOf(statement.actions, place), {}},
      {"Resource", listOf(statement.resources, place), {}},
  };
  data::Map conditions;
  for (const auto& [wanted, key, values] : statement.conditions) {
    const bool any = std::ranges::any_of(values, [&](const auto& value) { return filledIn(value, place) == "*"; });
    const auto test = any && wanted == "StringEquals" ? std::string{"StringLike"} : wanted;  // `*` equals itself only
    auto same = std::ranges::find(conditions, test, &data::Entry::key);
    auto keys = same == conditions.end() ? data::Map{} : *same->value.as<data::Map>();
    keys.push_back({key, listOf(values, place), {}});
    if (same == conditions.end())
      conditions.push_back({test, std::move(keys), {}});
    else
      same->value = std::move(keys);
  }
  if (!conditions.empty()) map.push_back({"Condition", std::move(conditions), {}});
  return map;
}

}  // namespace

std::string filledIn(std::string text, const Place& place) {
  replaceAll(text, "${Partition}", place.partition);
  replaceAll(text, "${Region}", place.region);
  replaceAll(text, "${Account}", place.account);
  return text;
}

data::Map document(const std::vector<Statement>& statements, const Place& place) {
  data::List list;
  for (const auto& statement : statements) list.emplace_back(written(statement, place));
  return {{"Version", "2012-10-17", {}}, {"Statement", std::move(list), {}}};
}

std::size_t sizeOf(const Statement& statement, const Place& place) {
  const auto text = data::toJson(written(statement, place));
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != ' ' && c != '\n'; }));
}

std::vector<std::vector<Statement>> split(const std::vector<Statement>& statements, std::size_t most) {
  std::vector<std::vector<Statement>> documents;
  auto left = std::size_t{0};  // in the last document
  const auto put = [&](Statement statement) {
    const auto size = sizeOf(statement, longest) + 1;
    if (size > left) {
      documents.emplace_back();
      left = most - around.size();
    }
    left -= std::min(left, size);
    documents.back().push_back(std::move(statement));
  };
  for (const auto& statement : statements) {
    if (sizeOf(statement, longest) + around.size() < most) {
      put(statement);
      continue;
    }
    auto part = statement;
    part.actions.clear();
    const auto empty = sizeOf(part, longest) + around.size() + 4;  // and digits behind its name
    auto size = empty;
    int parts = 0;
    const auto putPart = [&] {
      part.sid = fmt::format("{}{}", statement.sid, ++parts);
      put(part);
      part.actions.clear();
      size = empty;
    };
    for (const auto& action : statement.actions) {
      const auto more = action.size() + 3;  // quotes and a comma
      if (size + more > most && !part.actions.empty()) putPart();
      part.actions.push_back(action);
      size += more;
    }
    putPart();
  }
  return documents;
}

}  // namespace permissions
