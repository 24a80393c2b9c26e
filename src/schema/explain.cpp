#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "schema/documents.h"
#include "schema/wording.h"

namespace schema {
namespace {

/// A heading, and lines of two columns below it.
struct Table {
  std::string_view heading;
  std::vector<std::pair<std::string, std::string_view>> rows;
};

std::string written(const Table& table) {
  if (table.rows.empty()) return {};
  std::size_t width = 0;
  for (const auto& [name, doc] : table.rows) width = std::max(width, name.size());
  auto out = fmt::format("\n{}:\n", table.heading);
  for (const auto& [name, doc] : table.rows)
    out += doc.empty() ? fmt::format("  {}\n", name) : fmt::format("  {:{}}  {}\n", name, width, doc);
  return out;
}

std::string about(const Field& field, std::string_view path, const std::string& alternatives) {
  std::string out =
      path.empty() ? fmt::format("The {}\n\n{}\n", field.noun, field.doc) : fmt::format("{}\n\n{}\n", path, field.doc);
  if (!field.text.empty()) out += fmt::format("\n{}\n", field.text);
  if (!alternatives.empty()) out += fmt::format("\nOnly with {}\n", alternatives);
  if (field.type() != Type::group) {
    out += fmt::format("\nValue:   {}\n", valueOf(field));
    out += field.required ? "Required\n" : fmt::format("Default: {}\n", defaultOf(field));
    if (!field.examples.empty()) out += fmt::format("Example: {}\n", fmt::join(field.examples, ", "));
  } else if (const auto* member = shortMember(field)) {
    out += fmt::format("\nMay be written as one value, that of `{}.{}`: `{}: {}`\n", path, member->name, path,
                       exampleOf(*member));
  }
  Table words{"Words", {}};
  for (const auto& [word, doc] : choicesOf(field)) words.rows.emplace_back(word, doc);
  out += written(words);
  Table fields{"Fields", {}};
  if (const auto group = groupOf(field))
    for (const auto& inner : group->fields)
      fields.rows.emplace_back(path.empty() ? std::string{inner.name} : fmt::format("{}.{}", path, inner.name),
                               inner.doc);
  return out + written(fields);
}

/// Looks below `field`, whose own path are the first `length` characters. Alternatives may have a field of one name
/// each: all of them are told of.
std::optional<std::string> find(const Field& field, std::string_view path, std::size_t length,
                                const std::string& alternatives = {}) {
  if (length == path.size()) return about(field, path, alternatives);
  const auto begin = length == 0 ? 0 : length + 1;
  const auto end = std::min(path.find('.', begin), path.size());
  const auto group = groupOf(field);
  if (!group) return {};
  std::optional<std::string> all;
  for (const auto& inner : group->fields) {
    if (inner.name != path.substr(begin, end - begin)) continue;
    const auto found = find(inner, path, end, alternativesOf(*group, inner));
    if (found) all = all ? *all + "\n" + *found : *found;
  }
  return all;
}

void collect(const Field& field, const std::string& path, std::vector<std::string>& paths) {
  if (const auto group = groupOf(field))
    for (const auto& inner : group->fields) {
      const auto own = path + std::string{inner.name};
      if (std::ranges::find(paths, own) == paths.end()) paths.push_back(own);
      collect(inner, own + ".", paths);
    }
}

}  // namespace

std::optional<std::string> explain(const Field& schema, std::string_view path) { return find(schema, path, 0); }

std::vector<std::string> paths(const Field& schema) {
  std::vector<std::string> all;
  collect(schema, "", all);
  return all;
}

}  // namespace schema
