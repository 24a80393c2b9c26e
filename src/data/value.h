#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostics/diagnostics.h"

/// What YAML and JSON documents hold, how they are read and how they are written.
namespace data {

class Value;
struct Entry;
using List = std::vector<Value>;
using Map = std::vector<Entry>;  // keeps the order it was written in

/// A value with a YAML tag, such as `!Ref Vpc`; `tag` is without the exclamation mark.
struct Tagged {
  std::string tag;
  std::shared_ptr<const Value> value;
};

/// Anything a YAML or JSON document may hold. The default value is "not set" and is never written.
///
/// A value that was read carries its place in the file. Scalars are read as text and converted by nobody but the one
/// who knows what is wanted: `plain()` tells `8.0` from `"8.0"`.
class Value {
 public:
  Value();
  Value(std::same_as<bool> auto v) : held_{v} {}
  Value(std::int64_t v);
  Value(int v);
  Value(double v);
  Value(std::string v);
  Value(std::string_view v);
  Value(const char* v);
  Value(List v);
  Value(Map v);
  Value(Tagged v);
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  bool isSet() const { return held_.index() != 0; }
  template <class T>
  const T* as() const {
    if constexpr (std::same_as<T, List> || std::same_as<T, Map> || std::same_as<T, Tagged>) {
      const auto* shared = std::get_if<std::shared_ptr<const T>>(&held_);
      return shared ? shared->get() : nullptr;
    } else {
      return std::get_if<T>(&held_);
    }
  }
  /// Calls the visitor with what the value holds: std::monostate if nothing.
  auto visit(auto&& visitor) const {
    return std::visit(
        [&](const auto& held) {
          if constexpr (requires { held.get(); })
            return visitor(*held);
          else
            return visitor(held);
        },
        held_);
  }

  /// Where the value stands in the file it was read from; line 0 when it was not read.
  diag::Span span() const { return span_; }
  /// Whether it is a scalar that was read and stood there without quotes.
  bool plain() const { return plain_; }
  Value& readAt(diag::Span span, bool plain = false) {
    span_ = span;
    plain_ = plain;
    return *this;
  }

 private:
  // What is large is shared, since it never changes: copies of a value are cheap.
  std::variant<std::monostate, bool, std::int64_t, double, std::string, std::shared_ptr<const List>,
               std::shared_ptr<const Map>, std::shared_ptr<const Tagged>>
      held_;
  diag::Span span_{};
  bool plain_ = false;
};

/// One `key: value` of a map, with the place of its key.
struct Entry {
  std::string key;
  Value value;
  diag::Span keySpan{};
};

/// The value of that key; nullptr if the map has none.
const Value* find(const Map&, std::string_view key);

/// `header` becomes a comment at the top.
std::string toYaml(const Map& document, std::string_view header = {});
std::string toJson(const Value& document);
std::string toCompactJson(const Value& document);  ///< on one line, without its end

}  // namespace data
