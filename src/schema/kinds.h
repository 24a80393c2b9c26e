#pragma once

// How variables of each C++ type are shown and read; a part of schema.h.
#include "schema/schema.h"

namespace schema {

/// The words alone, in the order of the table.
template <class E>
inline constexpr auto choicesOf = [] {
  std::array<Choice, Words<E>::all.size()> choices{};
  for (std::size_t i = 0; i < choices.size(); ++i) choices[i] = Words<E>::all[i].second;
  return choices;
}();

template <class T>
data::Value showScalar(const T& variable) {
  if constexpr (isOptional<T>) {
    return variable ? showScalar(*variable) : data::Value{};
  } else if constexpr (std::is_enum_v<T>) {
    for (const auto& [value, choice] : Words<T>::all)
      if (value == variable) return choice.word;
    return {};
  } else if constexpr (Grammar<T>) {
    return std::string{variable.text()};
  } else {
    return variable;
  }
}

/// Text that is a whole number in decimal.
std::optional<std::int64_t> parseNumber(const std::string& text);

template <Scalar T>
std::optional<T> parseScalar(const std::string& text) {
  if constexpr (std::is_enum_v<T>) {
    for (const auto& [value, choice] : Words<T>::all)
      if (choice.word == text) return value;
    return {};
  } else if constexpr (Grammar<T>) {
    return T::parse(text);
  } else if constexpr (std::same_as<T, std::int64_t>) {
    return parseNumber(text);
  } else if constexpr (std::same_as<T, bool>) {
    return text == "true" || text == "false" ? std::optional{text == "true"} : std::nullopt;
  } else {
    return text;
  }
}

template <class T>
constexpr Kind scalarKind() {
  Kind kind{};
  if constexpr (std::is_enum_v<T>) {
    kind.type = Type::choice;
    kind.choices = choicesOf<T>;
  } else if constexpr (Grammar<T>) {
    kind.type = Type::text;
    kind.meaning = T::meaning;
    kind.pattern = T::pattern;
    if constexpr (requires { T::example; }) kind.example = T::example;
    if constexpr (requires { T::plainNumber; }) kind.plainNumber = T::plainNumber;
    if constexpr (requires { T::placeholders; }) kind.placeholders = T::placeholders;
    if constexpr (requires(const std::string& s) {
                    { T::problem(s) } -> std::same_as<Problem>;
                  })
      kind.problem = [](const std::string& text) { return T::problem(text); };
  } else {
    kind.type = std::same_as<T, bool> ? Type::flag : std::same_as<T, std::int64_t> ? Type::number : Type::text;
  }
  return kind;
}

/// A variable of type T, which is V or an optional V.
template <class T, class V>
constexpr Kind singleKind() {
  auto kind = scalarKind<V>();
  kind.identity = &identityOf<T>;
  kind.optional = isOptional<T>;
  kind.show = [](const void* variable) { return showScalar(*static_cast<const T*>(variable)); };
  kind.parse = [](void* variable, const std::string& text) {
    auto value = parseScalar<V>(text);
    if (value && variable) *static_cast<T*>(variable) = std::move(*value);
    return value.has_value();
  };
  return kind;
}

template <Scalar T>
struct KindOf<T> {
  static constexpr Kind kind = singleKind<T, T>();
};

template <Scalar T>
struct KindOf<std::optional<T>> {
  static constexpr Kind kind = singleKind<std::optional<T>, T>();
};

/// Any YAML.
template <>
struct KindOf<data::Value> {
  static constexpr Kind kind{
      .type = Type::raw, .identity = &identityOf<data::Value>, .optional = true, .show = [](const void* variable) {
        return *static_cast<const data::Value*>(variable);
      }};
};

/// A field for one item, with the list's name and the rules that are about each item.
template <class T>
Field itemField(const Field& list, T& item) {
  Field field{"", "", nullptr, nullptr};
  Group{field}.field(list.name, item, list.doc);
  auto bound = std::move(field.fields.front());
  bound.least = list.least;
  bound.most = list.most;
  bound.unit = list.unit;
  bound.examples = list.examples;
  return bound;
}

template <class T>
struct KindOf<std::vector<T>> {
  static void resize(Field& list, std::size_t size) {
    static_cast<std::vector<T>*>(list.variable)->assign(size, T{});
    bind(list);
  }
  static void bind(Field& list) {
    list.fields.clear();
    for (auto& item : *static_cast<std::vector<T>*>(list.variable)) list.fields.push_back(itemField(list, item));
  }
  static Prototype prototype(const Field& list) {
    auto item = std::make_shared<T>();
    auto field = std::make_shared<Field>(itemField(list, *item));
    return {std::move(item), std::move(field)};
  }
  static constexpr Kind kind{.type = Type::list,
                             .identity = &identityOf<std::vector<T>>,
                             .bind = bind,
                             .resize = resize,
                             .prototype = prototype};
};

/// A key as text that lives as long as the key.
template <class K>
std::string_view keyText(const K& key) {
  if constexpr (std::is_enum_v<K>) {
    for (const auto& [value, choice] : Words<K>::all)
      if (value == key) return choice.word;
    return {};
  } else if constexpr (Grammar<K>) {
    static_assert(std::is_lvalue_reference_v<decltype(key.text())>, "the text of a key must be a member of it");
    return key.text();
  } else {
    return key;
  }
}

template <class K, class V>
struct KindOf<Dictionary<K, V>> {
  static void setKeys(Field& map, const std::vector<std::string>& keys) {
    auto& entries = static_cast<Dictionary<K, V>*>(map.variable)->entries;
    entries.assign(keys.size(), {});
    for (std::size_t i = 0; i < keys.size(); ++i) entries[i].key = *parseScalar<K>(keys[i]);
    bind(map);
  }
  static void bind(Field& map) {
    map.fields.clear();
    for (auto& [key, value] : static_cast<Dictionary<K, V>*>(map.variable)->entries) {
      map.fields.push_back(itemField(map, value));
      map.fields.back().name = keyText(key);
    }
  }
  static Prototype prototype(const Field& map) {
    auto value = std::make_shared<V>();
    auto field = std::make_shared<Field>(itemField(map, *value));
    return {std::move(value), std::move(field)};
  }
  static constexpr Kind kind{.type = Type::map,
                             .identity = &identityOf<Dictionary<K, V>>,
                             .bind = bind,
                             .key = &KindOf<K>::kind,
                             .setKeys = setKeys,
                             .prototype = prototype};
};

template <class T>
requires std::is_aggregate_v<T> && std::is_class_v<T> &&(!Grammar<T>)struct KindOf<T> {
  static constexpr Kind kind{.type = Type::group, .identity = &identityOf<T>, .members = memberCount<T>()};
};

}  // namespace schema
