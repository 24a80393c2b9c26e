#include "analysis/check/names.h"

namespace check {
namespace {

/// The name in lower case without final dot, if the template tells it.
std::optional<std::string> nameOf(const Node& node) {
  auto text = node.word();
  if (!text) return {};
  if (text->ends_with('.')) text->pop_back();
  if (text->starts_with("\\052.")) text->replace(0, 4, "*");  // as Route 53 writes it
  return text;
}

bool same(const Node& one, const Node& two) {
  return one && two && cfn::identity(*one.value()) == cfn::identity(*two.value());
}

}  // namespace

std::vector<Node> recordsOf(const Model& model) {
  std::vector<Node> records;
  for (const auto* record : model.all("AWS::Route53::RecordSet")) records.push_back(record->all());
  for (const auto* group : model.all("AWS::Route53::RecordSetGroup"))
    for (const auto& record : (*group)["RecordSets"].items()) records.push_back(record);
  return records;
}

std::optional<Reference> targetOf(const Node& record) {
  const auto name = record["AliasTarget"]["DNSName"];
  if (const auto whole = name.reference()) return whole;
  const auto* call = name.isSet() ? name.value()->as<data::Tagged>() : nullptr;
  const auto* parts = call && call->tag == "Join" ? call->value->as<List>() : nullptr;
  if (!parts || parts->empty()) return {};
  return Node{*name.owner(), &parts->back(), name.span(), name.path()}.reference();
}

std::string shownName(const Node& node) {
  if (const auto name = nameOf(node)) return *name;
  if (!node) return "";
  auto json = data::toJson(*node.value());
  json.pop_back();
  std::string line;
  for (const char c : json)
    if (c != '\n' && (c != ' ' || line.empty() || line.back() != ' ')) line += c;
  return line;
}

Truth coversName(const Node& pattern, const Node& name) {
  if (same(pattern, name)) return Truth::yes;
  const auto one = nameOf(pattern);
  const auto two = nameOf(name);
  if (!one || !two) return Truth::unknown;
  if (*one == *two) return Truth::yes;
  if (!one->starts_with("*.")) return Truth::no;
  const auto dot = two->find('.');
  return dot != two->npos && std::string_view{*two}.substr(dot) == std::string_view{*one}.substr(1) ? Truth::yes
                                                                                                    : Truth::no;
}

Truth liesIn(const Node& name, const Node& zone) {
  if (same(name, zone)) return Truth::yes;
  const auto inner = nameOf(name);
  const auto outer = nameOf(zone);
  if (!inner || !outer) return Truth::unknown;
  return *inner == *outer || inner->ends_with("." + *outer) ? Truth::yes : Truth::no;
}

}  // namespace check
