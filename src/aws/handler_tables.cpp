#include "aws/handler_tables.h"

#include <algorithm>
#include <functional>

namespace aws {
namespace {

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
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.ends_with(':'))
      service = word;
    else
      all.push_back(std::string{service}.append(word));
  }
  return all;
}

const ActionInfo* findAction(std::string_view action) { return findRow(allActions(), action, &ActionInfo::action); }
const ArnInfo* findArn(std::string_view resource) { return findRow(allArns(), resource, &ArnInfo::resource); }

}  // namespace aws
