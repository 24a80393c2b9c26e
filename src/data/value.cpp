#include "data/value.h"

#include <algorithm>

namespace data {

Value::Value() = default;
Value::Value(std::int64_t v) : held_{v} {}
Value::Value(int v) : held_{std::int64_t{v}} {}
Value::Value(double v) : held_{v} {}
Value::Value(std::string v) : held_{std::move(v)} {}
Value::Value(std::string_view v) : held_{std::string{v}} {}
Value::Value(const char* v) : held_{std::string{v}} {}
Value::Value(List v) : held_{std::make_shared<const List>(std::move(v))} {}
Value::Value(Map v) : held_{std::make_shared<const Map>(std::move(v))} {}
Value::Value(Tagged v) : held_{std::make_shared<const Tagged>(std::move(v))} {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

const Value* find(const Map& map, std::string_view key) {
  const auto entry = std::ranges::find(map, key, &Entry::key);
  return entry == map.end() ? nullptr : &entry->value;
}

}  // namespace data
