// Reads strings, each with a NUL behind it, from standard input and writes a document that holds each of them as a
// value, a list item, a nested value and a key, as YAML or (argument `json`) as JSON. `\0` within a string arrives as
// the bytes `C0 80`.
#include <cstdio>
#include <string>

#include "data/value.h"

namespace {

std::string withNul(std::string text) {
  for (auto at = text.find("\xc0\x80"); at != text.npos; at = text.find("\xc0\x80", at)) text.replace(at, 2, 1, '\0');
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  data::Map values, nested, keys, document;
  data::List items;
  std::string text;
  for (int c; (c = std::getchar()) != EOF;) {
    if (c != '\0') {
      text += static_cast<char>(c);
      continue;
    }
    const auto string = withNul(text);
    const auto name = "k" + std::to_string(values.size());
    values.push_back({name, string});
    items.push_back(string);
    nested.push_back(
        {name, data::Map{{"list", data::List{data::List{string, data::Map{{"in", string}, {"on", "x"}}}}}}});
    if (string.size() < 150) keys.push_back({string, name});
    text.clear();
  }
  document.push_back({"values", std::move(values)});
  document.push_back({"items", std::move(items)});
  document.push_back({"nested", std::move(nested)});
  document.push_back({"keys", std::move(keys)});
  const auto out = argc > 1 && std::string_view{argv[1]} == "json" ? data::toJson(document) : data::toYaml(document);
  std::fwrite(out.data(), 1, out.size(), stdout);
}
