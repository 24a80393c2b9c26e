#include <fmt/format.h>

#include "schema/documents.h"
#include "schema/plain.h"

namespace schema {
namespace {

std::string inYaml(const data::Value& value) {
  if (const auto* list = value.as<data::List>()) {
    std::string items;
    for (const auto& item : *list) items += (items.empty() ? "" : ", ") + inYaml(item);
    return items;
  }
  if (const auto* text = value.as<std::string>()) return writtenInYaml(*text);
  if (!value.isSet()) return "";
  auto json = data::toJson(value);
  if (json.ends_with('\n')) json.pop_back();
  return json;
}

void shortestOf(const Field& group, std::size_t indent, std::string& out) {
  for (const auto& field : group.fields) {
    if (!applies(group, field) || !mustBeGiven(field)) continue;
    if (field.type() == Type::group && !shortMember(field)) {
      out += fmt::format("{:{}}{}:\n", "", indent, field.name);
      shortestOf(field, indent + 2, out);
    } else {
      const auto example = exampleOf(field);
      out += fmt::format("{:{}}{}: {}\n", "", indent, field.name,
                         field.type() == Type::list ? fmt::format("[{}]", example) : example);
    }
  }
}

/// Comments of at most 100 columns.
void comment(std::string_view text, std::size_t indent, std::string_view mark, std::string& out) {
  const auto width = 100 - indent - mark.size();
  while (!text.empty()) {
    auto end = text.size();
    if (end > width) {
      end = text.rfind(' ', width);
      if (end == text.npos || end == 0) end = std::min(text.find(' '), text.size());
    }
    out += fmt::format("{:{}}{}{}\n", "", indent, mark, text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
}

std::string defaultOrExample(const Field& field) {
  if (field.type() == Type::map) return exampleOf(field);
  const auto value = show(field);
  const bool isEmpty = inYaml(value).empty() || inYaml(value) == "\"\"";
  const bool bare = field.kind->plainNumber;  // text, but as it stands
  const auto* text = value.as<std::string>();
  const auto written = isEmpty ? exampleOf(field) : bare && text ? *text : inYaml(value);
  return field.type() == Type::list ? fmt::format("[{}]", written) : written;
}

void annotate(const Field& group, const std::string& path, std::size_t indent, bool live, std::string& out) {
  for (const auto& field : group.fields) {
    if (!applies(group, field)) {
      comment(fmt::format("{}: only with {}, see `cairn explain {}`", field.name, alternativesOf(group, field),
                          path + std::string{field.name}),
              indent, "# ", out);
      continue;
    }
    const bool given = live && mustBeGiven(field);
    const std::string_view off = given ? "" : "#";  // in the first column: without it the line is as it should be
    const auto inner = path + std::string{field.name};
    if (field.type() == Type::group) {
      out += '\n';
      comment(field.doc, indent, "# ", out);
      if (indent > 0 && !given) {  // a file to start from is short
        comment(fmt::format("{}: see `cairn explain {}`", field.name, inner), indent, "# ", out);
        continue;
      }
      out += fmt::format("{}{:{}}{}:\n", off, "", indent, field.name);
      annotate(field, inner + ".", indent + 2, given, out);
      continue;
    }
    comment(field.doc, indent, "# ", out);
    for (const auto& [word, doc] : field.kind->choices)
      comment(doc.empty() ? std::string{word} : fmt::format("{}: {}", word, doc), indent, "#   ", out);
    const auto text = field.required ? exampleOf(field) : defaultOrExample(field);
    out += fmt::format("{}{:{}}{}: {}\n", off, "", indent, field.name, text);
  }
}

}  // namespace

std::string shortestExample(const Field& schema) {
  std::string out;
  shortestOf(schema, 0, out);
  return out;
}

std::string annotatedExample(const Field& schema) {
  std::string out;
  annotate(schema, "", 0, true, out);
  return out;
}

}  // namespace schema
