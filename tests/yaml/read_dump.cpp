// Reads YAML documents, each with a NUL behind it, from standard input, and writes a line of JSON for each: what was
// read or the rule it broke. The first argument is the limit of bytes; `tags` as the second allows tags.
#include <fmt/format.h>

#include <cstdio>
#include <iterator>
#include <string>

#include "data/read_yaml.h"

namespace {

std::string json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' ')
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + '"';
}

std::string place(diag::Span span) { return fmt::format("[{},{},{}]", span.line, span.column, span.length); }

/// Every value as [kind, place, what it holds].
std::string dump(const data::Value& value) {
  std::string out;
  if (const auto* list = value.as<data::List>()) {
    for (const auto& item : *list) out += (out.empty() ? "" : ",") + dump(item);
    return fmt::format("[\"list\",{},[{}]]", place(value.span()), out);
  }
  if (const auto* map = value.as<data::Map>()) {
    for (const auto& entry : *map)
      out +=
          fmt::format("{}[{},{},{}]", out.empty() ? "" : ",", json(entry.key), place(entry.keySpan), dump(entry.value));
    return fmt::format("[\"map\",{},[{}]]", place(value.span()), out);
  }
  if (const auto* tagged = value.as<data::Tagged>())
    return fmt::format("[\"tag\",{},[{},{}]]", place(value.span()), json(tagged->tag), dump(*tagged->value));
  return fmt::format("[\"{}\",{},{}]", value.plain() ? "plain" : "quoted", place(value.span()),
                     json(*value.as<std::string>()));
}

std::string answer(std::string text, const data::ReadLimits& limits) {
  diag::Sources sources{"test", std::move(text)};
  diag::Diagnostics diagnostics{sources};
  const auto value = data::readYaml(sources.first(), diagnostics, limits);
  if (value.isSet()) return dump(value);
  const auto first = diagnostics.inFileOrder().at(0);
  return fmt::format("[\"error\",{},{},{}]", place(first.span), json(first.rule), json(first.message));
}

}  // namespace

int main(int argc, char** argv) {
  data::ReadLimits limits;
  if (argc > 1) limits.bytes = std::stoul(argv[1]);
  limits.tags = argc > 2;
  std::string document;
  for (int c; (c = std::getchar()) != EOF;) {
    if (c != '\0') {
      document += static_cast<char>(c);
      continue;
    }
    fmt::print("{}\n", answer(std::move(document), limits));
    document.clear();
  }
}
