#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/value.h"
#include "diagnostics/diagnostics.h"
#include "schema/problem.h"

namespace schema {

/// `raw` is any YAML, which is kept as it was read.
enum class Type { group, list, map, text, number, flag, choice, raw };

/// A word of an enum; an empty `doc` says that the word explains itself.
struct Choice {
  std::string_view word;
  std::string_view doc;
};

struct Field;

/// What a list or a map describes before it has elements: a field bound to a variable of its own.
struct Prototype {
  std::shared_ptr<void> variable;
  std::shared_ptr<Field> field;
};

/// What can be done with variables of one C++ type: one constant a type. What does not apply is null or empty.
struct Kind {
  Type type;
  const void* identity;           ///< tells C++ types apart, where `Type` is not enough
  bool optional = false;          ///< may be left unset: a std::optional
  bool plainNumber = false;       ///< text that may look like a number without quotes, such as a version
  bool placeholders = false;      ///< text in which `{{` is looked at by whoever reads it
  std::string_view meaning = {};  ///< of text with a grammar: completes "must be ..."
  std::string_view pattern = {};  ///< the same as an ECMA-262 regular expression
  std::string_view example = {};
  std::span<const Choice> choices = {};        ///< of a choice
  std::size_t members = 0;                     ///< of a group: of the struct
  data::Value (*show)(const void*) = nullptr;  ///< of scalars; not set for an optional without value
  /// Of scalars: stores a text's value, or only tries it if there is no variable; false if it has none.
  bool (*parse)(void*, const std::string&) = nullptr;
  Problem (*problem)(const std::string&) = nullptr;
  void (*bind)(Field& listOrMap) = nullptr;            ///< binds a field to each element that the variable has
  void (*resize)(Field& list, std::size_t) = nullptr;  ///< makes room and binds a field to each element
  const Kind* key = nullptr;                           ///< of a map: of its keys
  void (*setKeys)(Field& map, const std::vector<std::string>&) = nullptr;  ///< the same for a map; the keys are right
  Prototype (*prototype)(const Field& listOrMap) = nullptr;
};

/// One field of a described file, bound to the variable that holds its value.
struct Field {
  std::string_view name;
  std::string_view doc;
  const Kind* kind;
  void* variable;

  bool required = false;
  bool optional = false;                     ///< of a group: may be left out, whatever is required in it
  std::string_view shortFor{};               ///< of a group: a single value in its place is that of this member
  std::string_view selector{};               ///< of a group: the member whose word decides which others it has
  std::vector<std::string_view> onlyWith{};  ///< of a member: the words of the selector with which it exists; none: all
  std::size_t derived = 0;                   ///< of a group: members that are worked out, not read
  std::size_t included = 0;                  ///< of a group: fields beyond its own members, through Group::include
  std::optional<std::int64_t> least{};       ///< of a number, or of each number of a list
  std::optional<std::int64_t> most{};
  std::string_view unit{};
  std::optional<std::size_t> mostItems{};
  bool uniqueItems = false;
  std::string_view placeholder{};  ///< what `init` writes for a value that the user must give
  std::vector<std::string_view> examples{};
  std::string_view noun{};      ///< of the outermost group: what the whole file is, "config"
  std::string_view text{};      ///< of a group: what the reference page tells before its fields
  std::vector<Field> fields{};  ///< of a group; the elements of a list or map that was read

  // Left behind by reading:
  diag::Span key{};       ///< line 0 if the field was not given
  diag::Span origin{};    ///< of the value; of a list or group that of its key
  bool sound = true;      ///< false if the value could not be taken from the file
  bool misspelt = false;  ///< an unknown field was probably meant to be this one

  Type type() const { return kind->type; }
  bool given() const { return origin.line != 0; }
};

/// The member that a single value in place of the group stands for; nullptr if it takes none.
const Field* shortMember(const Field& group);

/// The member whose word decides which other members the group has; nullptr if it has all of them always.
const Field* selectorOf(const Field& group);

/// Whether the group has the member, by the word that its selector holds.
bool applies(const Field& group, const Field& member);

/// The member of that name: the one that applies, where alternatives have one each. nullptr if there is none.
const Field* memberNamed(const Field& group, std::string_view name);
Field* memberNamed(Field& group, std::string_view name);

/// The alternatives that have the member, as they are written: "`engine: mysql` or `engine: mariadb`"; empty if all.
std::string alternativesOf(const Field& group, const Field& member);

/// Whether a file must say something of it: a group if anything in it is required.
bool mustBeGiven(const Field&);

/// Describes the elements of lists and maps that were filled otherwise than by reading.
void bindItems(Field&);

/// The field's value, or its default before anything was read.
data::Value show(const Field&);

/// A value to write for the field, as one writes it in YAML: its placeholder, example, default or first word, whatever
/// there is; of a list one item, of a group what must be given.
std::string exampleOf(const Field&);

/// What the field takes, to complete "write ...": "a whole number between 2 and 3".
std::string expected(const Field&);

/// Calls `visit(field, path)` with each field below `group`, outer before inner; the path is written `network.zones`.
template <class Visit>
void forEach(const Field& group, Visit&& visit, const std::string& prefix = {}) {
  for (const auto& field : group.fields) {
    const auto path = prefix + std::string{field.name};
    visit(field, path);
    if (field.type() == Type::group) forEach(field, visit, path + ".");
  }
}

}  // namespace schema
