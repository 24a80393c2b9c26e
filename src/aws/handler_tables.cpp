#include "aws/handler_tables.h"

#include <algorithm>
#include <functional>

#include "assets/packed.h"
#include "data/compress.h"

namespace aws {
namespace {

constexpr std::array handlerNames{"create", "read", "update", "delete", "list"};

/// The first word, which is taken off.
std::string_view takeWord(std::string_view& text) {
  const auto word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

struct Tables {
  std::string text = data::decompressed(assets::packedHandlers());
  std::vector<TypeHandlers> handlers{};
  std::vector<ActionInfo> actions{};
  std::vector<ArnInfo> arns{};

  Tables() {
    for (std::string_view rest = text; !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      read(line);
    }
    std::ranges::sort(handlers, {}, &TypeHandlers::type);
    std::ranges::sort(actions, {}, &ActionInfo::action);
    std::ranges::sort(arns, {}, &ArnInfo::resource);
  }

 private:
  void read(std::string_view line) {
    if (line.empty() || line.starts_with('#')) return;
    if (line.starts_with("AWS::")) {
      handlers.push_back({line, {}});
    } else if (line.starts_with("  ")) {
      line.remove_prefix(2);
      const auto* name = std::ranges::find(handlerNames, takeWord(line));
      handlers.back().text.at(static_cast<std::size_t>(name - handlerNames.begin())) = line;
    } else if (line.starts_with("arn ")) {
      takeWord(line);
      const auto kind = takeWord(line);
      const bool tagged = takeWord(line) == "tagged";
      arns.push_back({kind, line, tagged});
    } else {
      const auto action = takeWord(line);
      actions.push_back({action, line});
    }
  }
};

const Tables& tables() {
  static const Tables once;
  return once;
}

template <class Row, class Member>
const Row* findRow(std::span<const Row> rows, std::string_view key, Member member) {
  const auto found = std::ranges::lower_bound(rows, key, {}, member);
  return found != rows.end() && std::invoke(member, *found) == key ? &*found : nullptr;
}

}  // namespace

std::optional<std::vector<std::string>> permissionsOf(std::string_view type, Handler handler) {
  const auto* row = findRow(allHandlers(), type, &TypeHandlers::type);
  if (!row) return {};
  std::vector<std::string> all;
  std::string_view service;
  auto text = row->text[static_cast<std::size_t>(handler)];
  while (!text.empty()) {
    const auto word = takeWord(text);
    if (word.ends_with(':'))
      service = word;
    else
      all.push_back(std::string{service}.append(word));
  }
  return all;
}

std::span<const TypeHandlers> allHandlers() { return tables().handlers; }
std::span<const ActionInfo> allActions() { return tables().actions; }
std::span<const ArnInfo> allArns() { return tables().arns; }

const ActionInfo* findAction(std::string_view action) { return findRow(allActions(), action, &ActionInfo::action); }
const ArnInfo* findArn(std::string_view resource) { return findRow(allArns(), resource, &ArnInfo::resource); }

}  // namespace aws
