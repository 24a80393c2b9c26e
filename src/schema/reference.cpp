#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "schema/documents.h"
#include "schema/wording.h"

namespace schema {
namespace {

/// Text for a cell of a table.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

std::string meaningOf(const Field& field) {
  std::string out{field.doc};
  if (!field.examples.empty())
    out += fmt::format(" {}: `{}`.", field.examples.size() > 1 ? "Examples" : "Example",
                       fmt::join(field.examples, "`, `"));
  return out;
}

void wordsOf(const Field& field, std::string_view path, std::string& out) {
  const auto choices = choicesOf(field);
  if (choices.empty()) return;
  out += fmt::format("\n`{}` is one of:\n\n", path);
  for (const auto& [word, doc] : choices)
    out += doc.empty() ? fmt::format("- `{}`\n", word) : fmt::format("- `{}`: {}\n", word, doc);
}

void sectionOf(const Field& group, const std::string& path, const std::string& alternatives, std::string& out);

void subsectionsOf(const Field& group, const std::string& path, std::string& out) {
  for (const auto& field : group.fields) {
    const auto inner = path.empty() ? std::string{field.name} : fmt::format("{}.{}", path, field.name);
    if (const auto below = groupOf(field)) sectionOf(*below, inner, alternativesOf(group, field), out);
  }
}

/// The table of the fields that the group has always, or of those that it has with certain words.
void rowsOf(const Field& group, const std::vector<std::string_view>& words, std::string& out) {
  std::string rows;
  std::string heading;
  for (const auto& field : group.fields) {
    if (field.type() == Type::group || field.onlyWith != words) continue;
    heading = words.empty() ? "" : fmt::format("\nOnly with {}:\n", alternativesOf(group, field));
    rows += fmt::format("| `{}` | {} | {} | {} |\n", field.name, cell(valueOf(field)), cell(defaultOf(field)),
                        cell(meaningOf(field)));
  }
  if (!rows.empty()) out += heading + "\n| Field | Value | Default | Meaning |\n| --- | --- | --- | --- |\n" + rows;
}

void fieldsOf(const Field& group, const std::string& path, std::string& out) {
  std::vector<std::vector<std::string_view>> alternatives;  // in the order of their first fields; none: always there
  for (const auto& field : group.fields)
    if (std::ranges::find(alternatives, field.onlyWith) == alternatives.end()) alternatives.push_back(field.onlyWith);
  for (const auto& words : alternatives) rowsOf(group, words, out);
  for (const auto& field : group.fields)
    wordsOf(field, path.empty() ? std::string{field.name} : fmt::format("{}.{}", path, field.name), out);
}

void sectionOf(const Field& group, const std::string& path, const std::string& alternatives, std::string& out) {
  out += fmt::format("\n## {}\n\n{}\n", path, group.doc);
  if (!alternatives.empty()) out += fmt::format("\nOnly with {}.\n", alternatives);
  if (!group.text.empty()) out += fmt::format("\n{}\n", group.text);
  if (const auto* member = shortMember(group))
    out += fmt::format("\nMay be written as one value, that of `{0}.{1}`: `{0}: {2}`.\n", path, member->name,
                       exampleOf(*member));
  if (group.optional) out += "\nOptional. Its required fields apply only if the group is present.\n";
  fieldsOf(group, path, out);
  subsectionsOf(group, path, out);
}

constexpr std::string_view introduction =
    R"(A {0} is one YAML file. Fields that it omits have their defaults. The shortest {0}:

```yaml
{1}```

Write numbers, `true` and `false` without quotes. Text needs quotes only if YAML parsers would read it as another type, as
with `"on"`. An unknown field and a value that does not fit are errors; all errors are reported at once.
)";

}  // namespace

std::string reference(const Field& schema) {
  auto out = fmt::format("# The {}\n\n{}\n\n", schema.noun, schema.doc);
  out += fmt::format(introduction, schema.noun, shortestExample(schema));
  if (!schema.text.empty()) out += fmt::format("\n{}\n", schema.text);
  out += "\n## Top-level fields\n";
  fieldsOf(schema, "", out);
  subsectionsOf(schema, "", out);
  return out;
}

}  // namespace schema
