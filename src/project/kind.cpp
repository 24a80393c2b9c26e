#include "project/kind.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/load.h"
#include "cloudformation/read_template.h"
#include "config/load.h"
#include "text/ascii.h"

namespace project {
namespace {

/// A key of the outermost level, and what is written below it.
struct Key {
  std::string text;
  diag::Span span{};
  const data::Value* value = nullptr;
};

/// The keys at the top of a kind of document.
struct Vocabulary {
  Kind kind;
  std::vector<std::string_view> keys;
};

std::vector<std::string_view> namesOf(const schema::Field& root) {
  std::vector<std::string_view> names;
  for (const auto& field : root.fields) names.push_back(field.name);
  return names;
}

/// Those that are wanted first: they win where keys fit two kinds alike.
std::vector<Vocabulary> vocabularies(const Kinds& wanted) {
  const auto sections = cfn::sectionNames();
  std::vector<Vocabulary> all{{Kind::cloudFormation, {sections.begin(), sections.end()}},
                              {Kind::config, namesOf(config::LoadedConfig{}.schema)},
                              {Kind::preset, namesOf(app::LoadedPreset{}.described)}};
  std::ranges::stable_partition(all, [&](const Vocabulary& each) { return wanted.has(each.kind); });
  return all;
}

/// Only CloudFormation has resources, and they may stand where `Resources` was forgotten.
bool isResource(const Key& key) {
  const auto* map = key.value ? key.value->as<data::Map>() : nullptr;
  const auto* type = map ? data::find(*map, "Type") : nullptr;
  const auto* text = type ? type->as<std::string>() : nullptr;
  return text && text->starts_with("AWS::");
}

/// A key counts for a kind that has it, and a little for one that has a similar key.
int fitOf(const Vocabulary& vocabulary, const Key& key) {
  if (std::ranges::find(vocabulary.keys, key.text) != vocabulary.keys.end()) return 2;
  return diag::closest(key.text, vocabulary.keys).empty() ? 0 : 1;
}

struct Judgement {
  Kind kind = Kind::unknown;
  diag::Span decisive{};
};

Judgement judge(const std::vector<Key>& keys, const Kinds& wanted) {
  for (const auto& key : keys)
    if (key.text == "Resources" || key.text == "AWSTemplateFormatVersion" || isResource(key))
      return {Kind::cloudFormation, key.span};
  // Without describing what each kind holds: most configs are known by this.
  if (const auto key = std::ranges::find(keys, "domain", &Key::text); key != keys.end())
    return {Kind::config, key->span};
  constexpr std::size_t enough = 100;  // keys of one document: more of them tell no more
  Judgement best;
  int most = 0;
  for (const auto& vocabulary : vocabularies(wanted)) {
    Judgement found{vocabulary.kind, {}};
    int fit = 0;
    for (std::size_t i = 0; i < std::min(keys.size(), enough); ++i) {
      const auto one = fitOf(vocabulary, keys[i]);
      if (one == 2 && found.decisive.line == 0) found.decisive = keys[i].span;
      fit += one;
    }
    if (fit > most) most = fit, best = found;
  }
  return best;
}

std::vector<Key> keysOf(const data::Map& map) {
  std::vector<Key> keys;
  for (const auto& entry : map) keys.push_back({entry.key, entry.keySpan, &entry.value});
  return keys;
}

std::string_view withoutQuotes(std::string_view key) {
  const bool quoted = key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front();
  return quoted ? key.substr(1, key.size() - 2) : key;
}

/// The keys of a text that no reader can read: those of the lines that are indented as the first one is. In JSON the
/// braces around them do not count.
std::vector<Key> keysOfLines(std::string_view text) {
  constexpr std::string_view spaces = " \t\r{";
  std::vector<Key> keys;
  std::size_t indent = std::string_view::npos;
  while (!text.empty()) {
    const auto line = text::takeLine(text);
    const auto start = line.find_first_not_of(spaces);
    if (start == line.npos || line[start] == '#' || line.starts_with("---") || line.starts_with('%')) continue;
    if (indent == line.npos) indent = start;
    const auto colon = line.find(':', start);
    if (start != indent || colon == line.npos) continue;
    keys.push_back({std::string{withoutQuotes(text::trimmed(line.substr(start, colon - start)))}});
  }
  return keys;
}

bool isNothing(const data::Value& value) {
  const auto* text = value.as<std::string>();
  return text && value.plain() && (text->empty() || *text == "~" || *text == "null");
}

bool isBlank(std::string_view text) {
  while (!text.empty()) {
    const auto line = text::takeLine(text);
    const auto start = line.find_first_not_of(" \t\r");
    if (start != line.npos && line[start] != '#' && line != "---" && line != "...") return false;
  }
  return true;
}

}  // namespace

std::string_view nounOf(Kind kind) {
  switch (kind) {
    case Kind::config:
      return "a config";
    case Kind::cloudFormation:
      return "a CloudFormation template";
    case Kind::preset:
      return "a preset";
    case Kind::empty:
      return "empty";
    case Kind::list:
      return "a list";
    case Kind::text:
      return "a single value";
    case Kind::unknown:
      break;
  }
  return "a document of another kind";
}

bool Kinds::has(Kind kind) const {
  return (kind == Kind::config && config) || (kind == Kind::cloudFormation && cloudFormation) ||
         (kind == Kind::preset && preset);
}

std::string Kinds::text() const {
  std::string all;
  for (const auto kind : {Kind::config, Kind::cloudFormation, Kind::preset})
    if (has(kind)) all += (all.empty() ? "" : " or ") + std::string{nounOf(kind)};
  return all;
}

Content contentOf(const diag::Source& source, diag::Sources& sources, const Kinds& wanted) {
  Content content{.problems = diag::Diagnostics{sources}};
  if (isBlank(source.text)) {
    content.kind = Kind::empty;
    return content;
  }
  content.document = cfn::readDocument(source, content.problems);
  if (!content.isDocument()) {
    const auto judged = judge(keysOfLines(source.text), wanted);
    content.kind = judged.kind;
    return content;
  }
  if (const auto* map = content.document.as<data::Map>()) {
    const auto judged = judge(keysOf(*map), wanted);
    content.kind = judged.kind;
    content.decisive = judged.decisive;
  } else {
    content.kind = content.document.as<data::List>() ? Kind::list
                   : isNothing(content.document)     ? Kind::empty
                                                     : Kind::text;
    content.decisive = content.document.span();
  }
  return content;
}

}  // namespace project
