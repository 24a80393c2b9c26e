#include "schema/unknown_field.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "text/ascii.h"

namespace schema {
namespace {

/// `multi_az` for multiAz, MultiAZ, multi-az and "Multi AZ".
std::string inSnakeCase(std::string_view name) {
  std::string snake;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = text::isUpper(name[i]) && i > 0 && !text::isUpper(name[i - 1]);
    if (begins && snake.back() != '_') snake += '_';
    const bool separates = name[i] == '-' || name[i] == ' ' || name[i] == '.';
    snake += separates ? '_' : text::lowered(name[i]);
  }
  return snake;
}

struct Elsewhere {
  std::string path;
  std::string group;
  Field* field;
};

/// The fields of other groups; lists, and groups that most files do without, left out.
void collect(Field& group, const std::string& path, const Field* except, std::vector<Elsewhere>& found) {
  for (auto& field : group.fields) {
    const auto name = path.empty() ? std::string{field.name} : fmt::format("{}.{}", path, field.name);
    if (&group != except) found.push_back({name, path, &field});
    if (field.type() == Type::group && (!field.optional || field.given())) collect(field, name, except, found);
  }
}

void mark(Field& field) {
  field.sound = false;
  field.misspelt = true;
}

/// The group to write the field under, or nothing.
std::string whereItBelongs(Field& root, const Field& group, const std::string& name) {
  std::vector<Elsewhere> fields;
  collect(root, "", &group, fields);
  std::vector<std::string> places;
  for (const auto& [path, inside, field] : fields)
    if (field->name == name) {
      if (!field->given()) mark(*field);
      places.push_back(inside.empty() ? "at the top level" : fmt::format("under `{}`", inside));
    }
  return fmt::format("{}", fmt::join(places, " or "));
}

std::string closestElsewhere(Field& root, const Field& group, const std::string& name) {
  std::vector<Elsewhere> fields;
  collect(root, "", &group, fields);
  std::vector<std::string_view> names;
  for (const auto& field : fields) names.push_back(field.field->name);
  const auto near = diag::closest(name, names);
  if (near.empty()) return "";
  const auto at = std::ranges::find(names, near) - names.begin();
  return fields[static_cast<std::size_t>(at)].path;
}

}  // namespace

void refuseUnknownField(Field& root, Field& group, const Place& place, const data::Entry& entry, bool suggest,
                        diag::Diagnostics& diagnostics) {
  const auto path = place.path();
  const auto refuse = [&](std::string hint) {
    diagnostics.error("unknown-field", entry.keySpan,
                      path.empty() ? fmt::format("unknown field {}", quote(entry.key))
                                   : fmt::format("`{}` has no field {}", path, quote(entry.key)),
                      std::move(hint));
  };
  if (!suggest) return refuse("");
  std::vector<std::string_view> names;
  for (const auto& field : group.fields)
    if (applies(group, field)) names.push_back(field.name);
  const auto pick = [&](std::string_view name) { mark(*memberNamed(group, name)); };

  const auto snake = inSnakeCase(entry.key);
  if (std::ranges::find(names, snake) != names.end()) return pick(snake), refuse(fmt::format("write `{}`", snake));
  if (const auto* other = memberNamed(group, snake))
    return refuse(fmt::format("`{}` goes with {}", snake, alternativesOf(group, *other)));
  if (const auto where = whereItBelongs(root, group, snake); !where.empty())
    return refuse(fmt::format("`{}` belongs {}", snake, where));
  if (const auto near = diag::closest(snake, names); !near.empty())
    return pick(near), refuse(diag::didYouMean(snake, names));
  if (const auto far = closestElsewhere(root, group, snake); !far.empty())
    return refuse(fmt::format("did you mean `{}`?", far));
  refuse(fmt::format("one of `{}`", fmt::join(names, "`, `")));
}

}  // namespace schema
