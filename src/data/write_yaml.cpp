#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "data/value.h"

namespace data {
namespace {

bool hasControls(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

/// Whether the text can stand as lines below a `|`: what scripts and policies look like.
bool fitsBlock(std::string_view text) {
  if (text.find('\n') == text.npos || text.starts_with(' ') || text.starts_with('\n') || text.ends_with("\n\n"))
    return false;
  return std::ranges::none_of(text, [](unsigned char c) { return (c < ' ' && c != '\n') || c == 0x7f; });
}

/// Whether YAML reads the bare word back as this very string.
bool isPlain(std::string_view text) {
  constexpr std::string_view indicators = ":{}[],&*#?|-<>=!%@`\"'\\ .+~0123456789";
  constexpr std::array<std::string_view, 9> keywords{"true", "false", "yes", "no", "on", "off", "null", "y", "n"};
  if (text.empty() || indicators.find(text.front()) != indicators.npos || text.ends_with(' ') || text.ends_with(':'))
    return false;
  if (text.find(": ") != text.npos || text.find(" #") != text.npos || hasControls(text)) return false;
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::ranges::find(keywords, lower) == keywords.end();
}

class Writer {
 public:
  std::string out;

  void map(const Map& entries, int indent, bool startsOnThisLine = false) {
    for (const auto& [key, value, span] : entries) {
      if (!std::exchange(startsOnThisLine, false)) margin(indent);
      word(key);
      out += ':';
      after(value, indent + 2);
      if (indent == 0 || (indent == 2 && value.as<Map>())) blankLine();
    }
  }

 private:
  /// Writes `value` after a key, dash or tag: on the same line if it is a scalar, below it otherwise.
  void after(const Value& value, int indent) {
    value.visit([&](const auto& v) { write(v, indent); });
  }

  void write(std::monostate, int) { endLine(" null"); }
  void write(bool v, int) { endLine(v ? " true" : " false"); }
  void write(std::int64_t v, int) { endLine(fmt::format(" {}", v)); }
  void write(double v, int) { endLine(fmt::format(" {}", v)); }

  void write(const std::string& text, int indent) {
    if (!fitsBlock(text)) {
      out += ' ';
      word(text);
      return endLine();
    }
    endLine(text.ends_with('\n') ? " |" : " |-");
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      if (end > at) margin(indent);
      endLine(std::string_view{text}.substr(at, end - at));
      at = end + 1;
    }
  }

  void write(const List& list, int indent) {
    if (list.empty()) return endLine(" []");
    endLine();
    for (const auto& item : list) {
      margin(indent);
      out += '-';
      if (const auto* entries = item.as<Map>(); entries && !entries->empty()) {
        out += ' ';
        map(*entries, indent + 2, true);
      } else {
        after(item, indent + 2);
      }
    }
  }

  void write(const Map& entries, int indent) {
    if (entries.empty()) return endLine(" {}");
    endLine();
    map(entries, indent);
  }

  void write(const Tagged& tagged, int indent) {
    out += " !" + tagged.tag;
    after(*tagged.value, indent);
  }

  void word(std::string_view text) {
    if (isPlain(text)) {
      out += text;
      return;
    }
    out += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\')
        (out += '\\') += c;
      else if (hasControls({&c, 1}))
        out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
      else
        out += c;
    }
    out += '"';
  }

  void margin(int indent) { out.append(static_cast<std::size_t>(indent), ' '); }
  void endLine(std::string_view text = "") { (out += text) += '\n'; }
  void blankLine() {
    if (!out.ends_with("\n\n")) out += '\n';
  }
};

}  // namespace

std::string toYaml(const Map& document, std::string_view header) {
  Writer writer;
  if (!header.empty()) writer.out = fmt::format("# {}\n", header);
  writer.map(document, 0);
  writer.out.erase(writer.out.find_last_not_of('\n') + 2);
  return std::move(writer.out);
}

}  // namespace data
