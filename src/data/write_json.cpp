#include <fmt/format.h>
#include <fmt/ranges.h>

#include "data/value.h"

namespace data {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + '"';
}

std::string write(const Value& value, int indent);

std::string block(char open, const std::vector<std::string>& items, char close, int indent) {
  if (items.empty()) return fmt::format("{}{}", open, close);
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  return fmt::format("{}\n  {}{}\n{}{}", open, margin, fmt::join(items, ",\n  " + margin), margin, close);
}

struct Writer {
  int indent;
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool v) const { return v ? "true" : "false"; }
  std::string operator()(std::int64_t v) const { return fmt::to_string(v); }
  std::string operator()(double v) const { return fmt::to_string(v); }
  std::string operator()(const std::string& v) const { return quoted(v); }
  std::string operator()(const List& list) const {
    std::vector<std::string> items;
    for (const auto& item : list) items.push_back(write(item, indent + 2));
    return block('[', items, ']', indent);
  }
  std::string operator()(const Map& map) const {
    std::vector<std::string> items;
    for (const auto& [key, value, span] : map) items.push_back(quoted(key) + ": " + write(value, indent + 2));
    return block('{', items, '}', indent);
  }
  std::string operator()(const Tagged& t) const { return (*this)(Map{{"Fn::" + t.tag, *t.value}}); }
};

std::string write(const Value& value, int indent) { return value.visit(Writer{indent}); }

}  // namespace

std::string toJson(const Value& document) { return write(document, 0) + "\n"; }

}  // namespace data
