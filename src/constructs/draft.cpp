#include "constructs/draft.h"

#include <algorithm>

namespace constructs {
namespace {

/// A scalar as the config writes it; empty for what is none.
std::string textOf(const data::Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* number = value.as<std::int64_t>()) return std::to_string(*number);
  if (const auto* flag = value.as<bool>()) return *flag ? "true" : "false";
  return "";
}

}  // namespace

Origins::Origins(const config::LoadedConfig& config, diag::Sources& sources) : sources_{&sources} {
  entries_.reserve(256);
  add(config.schema, 0);
}

void Origins::add(const schema::Field& field, std::size_t outer) {
  const auto self = entries_.size();
  entries_.push_back({&field, outer, field.origin});
  for (const auto& inner : field.fields) add(inner, self);
}

const Origins::Entry* Origins::find(const void* variable, const void* identity) const {
  const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
    return entry.field->variable == variable && entry.field->kind->identity == identity;
  });
  return found == entries_.end() ? nullptr : &*found;
}

std::string Origins::pathOf(const Entry& entry) const {
  const auto outer = entry.outer == 0 ? std::string{} : pathOf(entries_[entry.outer]) + ".";
  return outer + std::string{entry.field->name};
}

bool Origins::isGiven(const void* variable, const void* identity) const {
  const auto* entry = find(variable, identity);
  return entry && entry->field->given();
}

diag::Span Origins::of(const void* variable, const void* identity, std::string_view value) {
  const auto* found = find(variable, identity);
  if (!found) return {};
  auto& entry = entries_[static_cast<std::size_t>(found - entries_.data())];
  if (entry.span.isSet()) return entry.span;
  const bool isScalar = entry.field->kind->show != nullptr;
  auto shown = isScalar ? textOf(schema::show(*entry.field)) : std::string{};
  if (shown.empty()) shown = value;
  return entry.span = sources_->addDefault(entries_.front().span, pathOf(entry), std::move(shown));
}

}  // namespace constructs
