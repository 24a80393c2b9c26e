#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

#include "data/write.h"
#include "text/ascii.h"

namespace data {
namespace {

constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Which bytes a bare word may hold.
constexpr auto wordBytes = [] {
  std::array<bool, 256> bytes{};
  for (unsigned char c = 0; c < 128; ++c)
    bytes[c] = isLetter(static_cast<char>(c)) || (c >= '0' && c <= '9') ||
               std::string_view{"_./+=@-"}.find(static_cast<char>(c)) != std::string_view::npos;
  return bytes;
}();
constexpr bool isWordCharacter(char c) { return wordBytes[static_cast<unsigned char>(c)]; }

/// Words that some reader takes for a boolean or for nothing.
bool isKeyword(std::string_view text) {
  constexpr std::array<std::string_view, 9> keywords{"false", "n", "no", "null", "off", "on", "true", "y", "yes"};
  if (text.size() > 5) return false;
  return std::ranges::binary_search(keywords, text::lowerCase(text));
}

/// Whether every reader takes the bare text for this very string: words that begin like a name or a path, with single
/// blanks or colons between them, such as `AWS::EC2::VPC`.
bool isPlain(std::string_view text) {
  if (text.empty() || !(isLetter(text.front()) || text.front() == '_' || text.front() == '/')) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (isWordCharacter(text[at])) continue;
    if (text[at] != ' ' && text[at] != ':') return false;
    const bool goesOn = at + 1 < text.size() && (isWordCharacter(text[at + 1]) || text.substr(at).starts_with("::"));
    if (!goesOn) return false;
  }
  return !isKeyword(text);
}

/// Whether the text can stand as lines below a `|`, as scripts do. Text that ends in several breaks cannot: it would
/// take in the blank lines that the writer puts between resources.
bool fitsBlock(std::string_view text) {
  if (text.find('\n') == text.npos || std::string_view{" \t\n"}.find(text.front()) != std::string_view::npos)
    return false;
  if (text.ends_with("\n\n") || text.ends_with(' ') || text.ends_with('\t')) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (isHarmless(text[at])) {
      ++at;
      continue;
    }
    const auto [c, bytes] = readableAt(text, at);
    if (c == 0xfffd || (text::isTreacherous(c) && c != '\n' && c != '\t')) return false;
    at += bytes;
  }
  return true;
}

class YamlWriter {
 public:
  std::string out;

  void header(std::string_view line) {
    out += "# ";
    for (std::size_t at = 0; at < line.size();) {
      const auto [c, bytes] = readableAt(line, at);
      out.append(text::isTreacherous(c) || c == 0xfffd ? "?" : line.substr(at, bytes));
      at += bytes;
    }
    out += '\n';
  }

  void map(const Map& entries, std::size_t indent, bool onThisLine = false) {
    for (const auto& entry : entries) {
      if (!std::exchange(onThisLine, false)) margin(indent);
      key(entry.key);
      out += ':';
      after(entry.value, indent + 2);
      if (indent == 0 || (indent == 2 && entry.value.as<Map>())) blankLine();
    }
  }

 private:
  /// Writes the value behind a key, dash or tag: on the same line if it is a scalar, below it otherwise.
  void after(const Value& value, std::size_t indent) {
    value.visit([&](const auto& v) { put(v, indent); });
  }

  void put(std::monostate, std::size_t) { out += " null\n"; }
  void put(bool v, std::size_t) { out += v ? " true\n" : " false\n"; }
  void put(std::int64_t v, std::size_t) { fmt::format_to(std::back_inserter(out), " {}\n", v); }
  void put(double v, std::size_t) { fmt::format_to(std::back_inserter(out), " {}\n", numberText(v)); }

  void put(const std::string& text, std::size_t indent) {
    if (fitsBlock(text)) return block(text, indent);
    out += ' ';
    word(text);
    out += '\n';
  }

  void put(const List& list, std::size_t indent) {
    if (list.empty()) return void(out += " []\n");
    out += '\n';
    items(list, indent);
  }

  void put(const Map& entries, std::size_t indent) {
    if (entries.empty()) return void(out += " {}\n");
    out += '\n';
    map(entries, indent);
  }

  void put(const Tagged& tagged, std::size_t indent) {
    if (tagged.value->as<Tagged>()) return put(Map{longForm(tagged)}, indent);  // no value may have two tags
    out.append(" !").append(tagged.tag);
    after(*tagged.value, indent);
  }

  void items(const List& list, std::size_t indent, bool onThisLine = false) {
    for (const auto& item : list) {
      if (!std::exchange(onThisLine, false)) margin(indent);
      out += '-';
      if (const auto* entries = item.as<Map>(); entries && !entries->empty()) {
        out += ' ';
        map(*entries, indent + 2, true);
      } else if (const auto* inner = item.as<List>(); inner && !inner->empty()) {
        out += ' ';
        items(*inner, indent + 2, true);
      } else {
        after(item, indent + 2);
      }
    }
  }

  void block(std::string_view text, std::size_t indent) {
    const bool ended = text.ends_with('\n');
    out += ended ? " |\n" : " |-\n";
    if (ended) text.remove_suffix(1);
    for (bool more = true; more;) {
      const auto end = text.find('\n');
      const auto line = text.substr(0, end);
      if (!line.empty()) margin(indent);
      out.append(line).append(1, '\n');
      more = end != text.npos;
      if (more) text.remove_prefix(end + 1);
    }
  }

  void key(std::string_view text) {
    const auto start = out.size();
    word(text);
    if (out.size() - start > 1024) throw std::logic_error{"YAML has no such long keys"};
  }

  void word(std::string_view text) {
    if (isPlain(text))
      out += text;
    else
      quoted(text);
  }

  // "Double-quoted style" of YAML 1.2, section 7.3.1; the escapes mean the same in 1.1.
  void quoted(std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
      const auto run = harmlessRun(text, at);
      out += run;
      at += run.size();
      if (at == text.size()) break;
      const auto [c, bytes] = readableAt(text, at);
      if (c == '"' || c == '\\')
        out.append(1, '\\').append(1, static_cast<char>(c));
      else if (c == '\n')
        out += "\\n";
      else if (c == '\t')
        out += "\\t";
      else if (text::isTreacherous(c) || c == 0xfffd)
        escape(c);
      else
        out.append(text.substr(at, bytes));
      at += bytes;
    }
    out += '"';
  }

  void escape(char32_t c) {
    const auto number = static_cast<unsigned>(c);
    if (number <= 0xff)
      fmt::format_to(std::back_inserter(out), "\\x{:02x}", number);
    else if (number <= 0xffff)
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", number);
    else
      fmt::format_to(std::back_inserter(out), "\\U{:08x}", number);
  }

  void margin(std::size_t indent) { out.append(indent, ' '); }
  void blankLine() {
    if (!out.ends_with("\n\n")) out += '\n';
  }
};

}  // namespace

std::string toYaml(const Map& document, std::string_view header) {
  YamlWriter writer;
  writer.out.reserve(64 * 1024);  // a whole stack; growing would copy it again and again
  if (!header.empty()) writer.header(header);
  writer.map(document, 0);
  writer.out.erase(writer.out.find_last_not_of('\n') + 2);
  return std::move(writer.out);
}

}  // namespace data
