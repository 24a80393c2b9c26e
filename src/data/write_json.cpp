#include <fmt/format.h>

#include <iterator>

#include "data/write.h"

namespace data {
namespace {

class JsonWriter {
 public:
  explicit JsonWriter(bool compact) : compact_{compact} {}
  std::string out;

  void write(const Value& value, int indent) {
    value.visit([&](const auto& v) { put(v, indent); });
  }

 private:
  void put(std::monostate, int) { out += "null"; }
  void put(bool v, int) { out += v ? "true" : "false"; }
  void put(std::int64_t v, int) { fmt::format_to(std::back_inserter(out), "{}", v); }
  void put(double v, int) { out += numberText(v); }
  void put(const std::string& v, int) { quoted(v); }
  void put(const Tagged& v, int indent) { put(Map{longForm(v)}, indent); }

  void put(const List& list, int indent) {
    if (list.empty()) return void(out += "[]");
    out += '[';
    for (const auto& item : list) {
      startItem(indent);
      write(item, indent + 2);
    }
    endItems(']', indent);
  }

  void put(const Map& map, int indent) {
    if (map.empty()) return void(out += "{}");
    out += '{';
    for (const auto& entry : map) {
      startItem(indent);
      quoted(entry.key);
      out += compact_ ? ":" : ": ";
      write(entry.value, indent + 2);
    }
    endItems('}', indent);
  }

  void startItem(int indent) {
    if (out.back() != '[' && out.back() != '{') out += ',';
    newLine(indent + 2);
  }
  void endItems(char bracket, int indent) {
    newLine(indent);
    out += bracket;
  }
  void newLine(int indent) {
    if (!compact_) out.append(1, '\n').append(static_cast<std::size_t>(indent), ' ');
  }

  // RFC 8259, section 7. What is treacherous is escaped as well.
  void quoted(std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
      const auto run = harmlessRun(text, at);
      plain(run);
      at += run.size();
      if (at == text.size()) break;
      const auto [c, bytes] = readableAt(text, at);
      if (c == '"' || c == '\\')
        out.append(1, '\\').append(1, static_cast<char>(c));
      else if (c == '\n')
        out += "\\n";
      else if (c == 0xfffd || text::isTreacherous(c))
        escape(static_cast<unsigned>(c));
      else
        out.append(text.substr(at, bytes));
      at += bytes;
    }
    out += '"';
  }

  void plain(std::string_view run) {
    for (auto at = run.find("##"); at != run.npos; at = run.find("##")) {
      const bool command = text::startsLogCommand(run.substr(at));
      out.append(run.substr(0, at + 1));
      if (command) escape('#');
      run.remove_prefix(at + 1 + command);
    }
    out += run;
  }

  void escape(unsigned c) {
    if (c > 0xffff) {  // two halves
      escape(0xd800 + ((c - 0x10000) >> 10));
      c = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
  }

  bool compact_;
};

}  // namespace

std::string toCompactJson(const Value& document) {
  JsonWriter writer{true};
  writer.write(document, 0);
  return std::move(writer.out);
}

std::string toJson(const Value& document) {
  JsonWriter writer{false};
  writer.write(document, 0);
  writer.out += '\n';
  return std::move(writer.out);
}

}  // namespace data
