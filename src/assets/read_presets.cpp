// usage: read-presets FOLDER FILE... >presets.cpp
// A step of the build: reads the presets (FILE below FOLDER) and writes them as constants, for assets/presets.h.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "data/read_yaml.h"

namespace {

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text)
    if (c == '\n')
      out += "\\n";
    else if (c < ' ' || c > '~')
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    else
      out += c == '"' || c == '\\' || c == '?' ? std::string{'\\', c} : std::string{c};
  return out + "\"sv";
}

std::string literal(const diag::Span& span) {
  return fmt::format("{{{}, {}, {}}}", span.line, span.column, span.length);
}

/// Writes the value, which stands at that key of a map, and what is in it.
void put(std::string& out, const data::Value& value, std::string_view key = {}, diag::Span keySpan = {}) {
  const auto* list = value.as<data::List>();
  const auto* map = value.as<data::Map>();
  const auto* text = value.as<std::string>();
  const auto* type = list ? "list" : map ? "map" : value.plain() ? "plain" : "quoted";
  out += fmt::format("    {{data::Node::Type::{}, {}, {}, {}, {}, {}}},\n", type,
                     list  ? list->size()
                     : map ? map->size()
                           : 0,
                     literal(text ? *text : ""), literal(value.span()), literal(key), literal(keySpan));
  if (list)
    for (const auto& item : *list) put(out, item);
  if (map)
    for (const auto& entry : *map) put(out, entry.value, entry.key, entry.keySpan);
}

}  // namespace

int main(int argc, char** argv) {
  std::string out =
      "#include \"assets/presets.h\"\n\nusing namespace std::string_view_literals;\n\nnamespace assets {\n";
  std::string table;
  for (int i = 2; i < argc; ++i) {
    const auto path = std::filesystem::path{argv[1]} / argv[i];
    std::ifstream file{path};
    diag::Sources sources;
    const auto& source = sources.add(path.string(), {std::istreambuf_iterator<char>{file}, {}});
    diag::Diagnostics diagnostics{sources};
    const auto value = data::readYaml(source, diagnostics);
    fmt::print(stderr, "{}", asText(diagnostics));
    if (diagnostics.hasErrors()) return 1;
    const auto name = path.stem().string();
    out += fmt::format("\nstatic constexpr data::Node {}[] = {{\n", name);
    put(out, value);
    out += "};\n";
    table += fmt::format("    {{\"{}\", \"{}\", {}, {}}},\n", name, argv[i], literal(source.text), name);
  }
  fmt::print(
      "{}\nstatic constexpr Preset all[] = {{\n{}}};\nstd::span<const Preset> presets() {{ return all; }}\n\n"
      "}}  // namespace assets\n",
      out, table);
}
