#include "data/read_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace data {
namespace {

diag::Span at(const YAML::Mark& mark) { return {mark.line + 1, mark.column + 1, 1}; }

class Builder : public YAML::EventHandler {
 public:
  Value root;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { put(Value{""}.readAt(at(mark), true)); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
    auto span = at(mark);
    span.length = std::max(1, static_cast<int>(text.size()));
    put(Value{text}.readAt(span, tag == "?"));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open_.push_back({Value{List{}}.readAt(at(mark)), {}, false});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open_.push_back({Value{Map{}}.readAt(at(mark)), {}, false});
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Value value;
    Value key;
    bool hasKey;
  };
  void close() {
    auto value = std::move(open_.back().value);
    open_.pop_back();
    put(std::move(value));
  }
  void put(Value value) {
    if (open_.empty()) {
      root = std::move(value);
      return;
    }
    auto& top = open_.back();
    if (const auto* list = top.value.as<List>()) {
      const_cast<List*>(list)->push_back(std::move(value));
    } else if (!top.hasKey) {
      top.key = std::move(value);
      top.hasKey = true;
    } else {
      const_cast<Map*>(top.value.as<Map>())->push_back({*top.key.as<std::string>(), std::move(value), top.key.span()});
      top.hasKey = false;
    }
  }
  std::vector<Open> open_;
};

}  // namespace

Value readYaml(const diag::Source& source, diag::Diagnostics& diagnostics, ReadLimits) try {
  std::istringstream text{source.text};
  YAML::Parser parser{text};
  Builder builder;
  parser.HandleNextDocument(builder);
  return std::move(builder.root);
} catch (const YAML::Exception& e) {
  diagnostics.error("bad-yaml", {e.mark.line + 1, e.mark.column + 1, 1}, e.msg);
  return {};
}

}  // namespace data
