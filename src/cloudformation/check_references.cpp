#include <fmt/format.h>

#include <map>
#include <set>

#include "cloudformation/normal_form.h"
#include "cloudformation/references.h"

namespace cfn {
namespace {

struct Edge {
  std::string to;
  diag::Span span;
};
using Graph = std::map<std::string, std::vector<Edge>, std::less<>>;

/// Finds the first way through each node that leads back to it.
class Cycles {
 public:
  Cycles(const Graph& graph, std::string_view kind, diag::Diagnostics& diagnostics)
      : graph_{graph}, kind_{kind}, diagnostics_{diagnostics} {}

  void check() {
    for (const auto& [name, edges] : graph_) visit(name);
  }

 private:
  struct Step {
    const std::string* name;
    const std::vector<Edge>* edges;
    std::size_t next = 0;
  };

  void visit(const std::string& start) {
    if (done_.contains(start)) return;
    std::vector<Step> way;  // not on the machine's stack: a chain may be as long as the template
    std::set<std::string_view> onWay;
    const auto enter = [&](const std::string& name) {
      way.push_back({&name, &graph_.find(name)->second});
      onWay.insert(name);
    };
    enter(start);
    while (!way.empty()) {
      auto& step = way.back();
      if (step.next == step.edges->size()) {
        done_.insert(*step.name);
        onWay.erase(*step.name);
        way.pop_back();
        continue;
      }
      const auto& edge = (*step.edges)[step.next++];
      const auto to = graph_.find(edge.to);
      if (to == graph_.end() || done_.contains(edge.to)) continue;
      if (onWay.contains(edge.to))
        report(way, edge);
      else
        enter(to->first);
    }
  }

  void report(const std::vector<Step>& way, const Edge& closing) {
    std::string names = closing.to;
    bool within = false;
    for (const auto& step : way) {
      if (within) names += " → " + *step.name;
      within |= *step.name == closing.to;
    }
    diagnostics_.error("reference-cycle", closing.span,
                       fmt::format("the {} refer to each other in a circle: {} → {}", kind_, names, closing.to),
                       "none of them can be made first: take one reference out");
  }

  const Graph& graph_;
  std::string_view kind_;
  diag::Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> done_;
};

class Checker {
 public:
  Checker(const Sections& sections, diag::Diagnostics& diagnostics) : sections_{sections}, diagnostics_{diagnostics} {
    for (const auto& resource : sections.resources) resources_.insert(resource.logicalId);
    for (const auto& parameter : sections.parameters) parameters_.insert(parameter.key);
    for (const auto& condition : sections.conditions) conditions_.insert(condition.key);
  }

  void check() {
    Graph graph;
    for (const auto& resource : sections_.resources) {
      auto& edges = graph[resource.logicalId];
      for (const auto& reference : referencesIn(resource.properties)) {
        checkName(reference);
        // The transform makes several resources of one of these, and takes such circles apart.
        if (!resource.type.text.starts_with("AWS::Serverless::")) edges.push_back({reference.name, reference.span});
      }
      for (const auto& name : resource.dependsOn) {
        if (!resources_.contains(name.text) && isClosed()) missing("resource", name.text, name.span, resources_);
        edges.push_back({name.text, name.span});
      }
      if (!resource.condition.text.empty()) checkCondition(resource.condition.text, resource.condition.span);
      checkConditionsIn(resource.properties);
    }
    Cycles{graph, "resources", diagnostics_}.check();
    for (const auto& output : sections_.outputs) {
      for (const auto& reference : referencesIn(output.value)) checkName(reference);
      checkConditionsIn(output.value);
    }
    checkConditions();
    if (isClosed()) checkMappings();
  }

 private:
  using Names = std::set<std::string_view>;

  /// Whether everything there is stands in the template, and no transform adds to it.
  bool isClosed() const { return !sections_.transform.isSet() && !data::find(sections_.mappings, "Fn::Transform"); }

  void missing(std::string_view kind, std::string_view name, diag::Span span, const Names& names) {
    diagnostics_.error("unknown-reference", span, fmt::format("there is no {} `{}` in the template", kind, name),
                       diag::didYouMean(name, {names.begin(), names.end()}));
  }

  void checkName(const Reference& reference) {
    if (resources_.contains(reference.name) || !isClosed()) return;
    if (reference.attribute.empty() && parameters_.contains(reference.name)) return;
    auto names = resources_;
    if (reference.attribute.empty()) names.insert(parameters_.begin(), parameters_.end());
    missing(reference.attribute.empty() ? "resource or parameter" : "resource", reference.name, reference.span, names);
  }

  void checkCondition(std::string_view name, diag::Span span) {
    if (!conditions_.contains(name) && isClosed()) missing("condition", name, span, conditions_);
  }

  /// The names of conditions in `If`.
  void checkConditionsIn(const Value& value) {
    if (const auto call = callOf(value)) {
      const auto* list = call->argument->as<List>();
      if (call->function == "If" && list && !list->empty())
        if (const auto* name = list->front().as<std::string>()) checkCondition(*name, list->front().span());
      return checkConditionsIn(*call->argument);
    }
    if (const auto* list = value.as<List>())
      for (const auto& item : *list) checkConditionsIn(item);
    else if (const auto* map = value.as<Map>())
      for (const auto& entry : *map) checkConditionsIn(entry.value);
  }

  void checkConditions() {
    Graph graph;
    for (const auto& condition : sections_.conditions) collect(condition.value, graph[condition.key]);
    for (const auto& [name, edges] : graph)
      for (const auto& edge : edges) checkCondition(edge.to, edge.span);
    Cycles{graph, "conditions", diagnostics_}.check();
  }

  /// A mapping holds texts and lists of them, below two keys; a transform may fill in others.
  void checkMappings() {
    const auto check = [&](const Value& value) {
      if (const auto* call = firstCallIn(value))
        diagnostics_.error("function-in-mapping", call->span(),
                           fmt::format("a mapping cannot contain the function `{}`", callOf(*call)->function),
                           "write the value, or use the function where the mapping is used");
    };
    for (const auto& mapping : sections_.mappings) {
      const auto* keys = mapping.value.as<Map>();
      if (!keys) check(mapping.value);
      for (const auto& first : keys ? *keys : Map{}) {
        const auto* values = first.value.as<Map>();
        if (!values || (values->size() == 1 && values->front().key.starts_with("Fn::"))) {
          check(first.value);
          continue;
        }
        for (const auto& second : *values) check(second.value);
      }
    }
  }

  /// The conditions that a condition names.
  void collect(const Value& value, std::vector<Edge>& edges) {
    const auto addName = [&](const Value& name) {
      if (const auto* text = name.as<std::string>()) edges.push_back({*text, name.span()});
    };
    const auto* map = value.as<Map>();
    if (map && map->size() == 1 && map->front().key == "Condition") return addName(map->front().value);
    if (const auto call = callOf(value)) {
      if (call->function == "Condition") return addName(*call->argument);
      return collect(*call->argument, edges);
    }
    if (const auto* list = value.as<List>())
      for (const auto& item : *list) collect(item, edges);
  }

  const Sections& sections_;
  diag::Diagnostics& diagnostics_;
  Names resources_;
  Names parameters_;
  Names conditions_;
};

}  // namespace

void checkReferences(const Sections& sections, diag::Diagnostics& diagnostics) {
  Checker{sections, diagnostics}.check();
}

}  // namespace cfn
