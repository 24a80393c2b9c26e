#include "aws/schema_tables.h"

#include <algorithm>

// The text of a type's properties is made by generate.py: words with a blank between them, each a name or a path and its
// marks. Paths below the top level stand there only where they replace.
namespace aws {
namespace {

constexpr std::string_view marks = "!=#~";  // required, read-only, create-only, conditionally create-only
constexpr std::string_view open = "*";
constexpr std::string_view stackTags = "@";

/// Calls `visit(name, marks)` with each word.
template <class Visit>
void forEachWord(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const auto name = word.substr(0, word.find_first_of(marks));
    if (word != open && word != stackTags) visit(name, word.substr(name.size()));
  }
}

/// Whether one of the words that stand before the properties, each a single character, is `word`.
bool hasWord(std::string_view text, std::string_view word) {
  for (; text.size() == 1 || (text.size() > 1 && text[1] == ' '); text.remove_prefix(std::min<std::size_t>(2, text.size())))
    if (text.substr(0, 1) == word) return true;
  return false;
}

}  // namespace

std::vector<PropertyInfo> TypeInfo::properties() const {
  std::vector<PropertyInfo> all;
  forEachWord(properties_, [&](std::string_view name, std::string_view marked) {
    if (name.find('.') != name.npos) return;
    all.push_back({
        .name = name,
        .required = marked.find('!') != marked.npos,
        .readOnly = marked.find('=') != marked.npos,
        .createOnly = marked.find('#') != marked.npos,
        .conditionalCreateOnly = marked.find('~') != marked.npos,
    });
  });
  return all;
}

std::vector<ReplacingProperty> TypeInfo::replacingProperties() const {
  std::vector<ReplacingProperty> all;
  forEachWord(properties_, [&](std::string_view name, std::string_view marked) {
    if (marked.find('#') != marked.npos)
      all.push_back({name, false});
    else if (marked.find('~') != marked.npos)
      all.push_back({name, true});
  });
  return all;
}

bool TypeInfo::hasStackTags() const { return hasWord(properties_, stackTags); }
bool TypeInfo::isOpen() const { return hasWord(properties_, open); }

const TypeInfo* find(std::string_view type) {
  const auto all = allTypes();
  const auto found = std::ranges::lower_bound(all, type, {}, &TypeInfo::type);
  return found != all.end() && found->type() == type ? &*found : nullptr;
}

}  // namespace aws
