#include "cloudformation/evaluator.h"

#include <fmt/format.h>

#include <algorithm>

namespace cfn {
namespace {

constexpr int deepest = 200;            // of values that lead to others; templates may nest in a circle
constexpr std::size_t costOfVisit = 8;  // to look at an item, of a list that stays as it is written

std::string_view baseName(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return slash == path.npos ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view path) {
  const auto name = baseName(path);
  return name.substr(0, name.find('.'));
}

bool isCustom(const Declaration& resource) {
  const std::string_view type = resource.type.text;
  return type.starts_with("Custom::") || type == "AWS::CloudFormation::CustomResource";
}

bool isListType(std::string_view type) { return type == "CommaDelimitedList" || type.starts_with("List<"); }

Value listOf(std::string_view text, diag::Span span) {
  List items;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    auto item = text.substr(0, comma);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    items.push_back(Value{item}.readAt(span));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return Value{std::move(items)}.readAt(span);
}

}  // namespace

/// Counts how deep values lead to others.
class Evaluator::Deeper {
 public:
  explicit Deeper(int& depth) : depth_{++depth} {}
  Deeper(const Deeper&) = delete;
  ~Deeper() { --depth_; }
  bool tooDeep() const { return depth_ > deepest; }

 private:
  int& depth_;
};

Evaluator::Evaluator(const std::vector<const Template*>& templates, const Given& given, Evaluated& result)
    : given_{given}, result_{result} {
  std::map<std::string, int> prefixes;
  for (const auto* source : templates) {
    File file{.source = source, .prefix = std::string{stem(source->file())}};
    if (const int times = ++prefixes[file.prefix]; times > 1) file.prefix += fmt::format("-{}", times);
    for (const auto& resource : source->resources()) {
      file.resources[resource.logicalId] = &resource;
      ++uses_[resource.logicalId];
    }
    files_.push_back(std::move(file));
  }
  if (files_.size() > 1) findParents();
}

void Evaluator::findParents() {
  for (std::size_t child = 0; child < files_.size(); ++child) {
    int found = 0;
    for (std::size_t file = 0; file < files_.size(); ++file)
      for (const auto& resource : files_[file].source->resources()) {
        if (file == child || resource.type.text != "AWS::CloudFormation::Stack") continue;
        const auto url = property(file, resource, "TemplateURL");
        const auto* joined = normal::taggedAs(url, "Join");
        const auto* text = normal::textOf(joined ? joined->as<List>()->back() : url);
        if (!text || baseName(*text) != baseName(files_[child].source->file())) continue;
        files_[child].parent = Parent{file, &resource};
        ++found;
      }
    if (found != 1) files_[child].parent.reset();
  }
  exports_.reset();
  for (auto& file : files_) {
    file.parameters.clear();  // some were evaluated without the parents
    file.conditions.clear();
  }
}

std::string Evaluator::idOf(std::size_t file, std::string_view logicalId) const {
  const auto uses = uses_.find(logicalId);
  if (uses == uses_.end() || uses->second < 2) return std::string{logicalId};
  return fmt::format("{}/{}", files_[file].prefix, logicalId);
}

Value Evaluator::tooLarge(std::size_t file, diag::Span span) const {
  return normal::unknownHere(budget_.isSpent()
                                 ? fmt::format("all values together take more than {} MB: the rest is not evaluated",
                                               Budget::whole / 1024 / 1024)
                                 : fmt::format("it leads through more than {} other values", deepest),
                             file, span);
}

Value Evaluator::paid(std::size_t file, Value value, diag::Span span) {
  return budget_.spend(value) ? std::move(value) : tooLarge(file, span);
}

Value Evaluator::evaluate(std::size_t file, const Value& value) {
  auto other = changed(file, value);
  return other ? *std::move(other) : value;
}

std::optional<Value> Evaluator::changed(std::size_t file, const Value& value) {
  if (const auto* text = value.as<std::string>()) {
    const auto start = text->find("{{resolve:");
    if (start == text->npos) return {};
    const auto end = std::min(text->find("}}", start), text->size());
    return normal::unknown(fmt::format("`{}` is looked up when the stack is deployed",
                                       text->substr(start, std::min(end + 2, text->size()) - start)),
                           value.span(), value.span());
  }
  if (const auto call = callOf(value)) {
    const Deeper deeper{depth_};
    if (deeper.tooDeep() || !budget_.spend(Budget::valueCost)) return tooLarge(file, value.span());
    return this->call(file, *call, value.span());
  }
  if (const auto* items = value.as<List>()) return changed(file, *items, value.span());
  if (const auto* entries = value.as<Map>()) return changed(file, *entries, value.span());
  return normal::scalar(value);
}

std::optional<Value> Evaluator::changed(std::size_t file, const List& items, diag::Span span) {
  if (!budget_.spend(items.size() * costOfVisit)) return tooLarge(file, span);
  std::optional<List> out;
  for (auto item = items.begin(); item != items.end(); ++item) {
    auto value = changed(file, *item);
    if (value && !out) out.emplace(items.begin(), item);
    if (!out) continue;
    if (!value) out->push_back(*item);
    if (value && value->isSet()) out->push_back(*std::move(value));
  }
  if (!out) return {};
  return Value{*std::move(out)}.readAt(span);
}

std::optional<Value> Evaluator::changed(std::size_t file, const Map& entries, diag::Span span) {
  if (!budget_.spend(entries.size() * costOfVisit)) return tooLarge(file, span);
  std::optional<Map> out;
  for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
    auto value =
        entry->key.starts_with("Fn::")
            ? std::optional{normal::unknown(fmt::format("`{}` writes this when the stack is deployed", entry->key),
                                            entry->keySpan, entry->keySpan)}
            : changed(file, entry->value);
    if (value && !out) out.emplace(entries.begin(), entry);
    if (!out) continue;
    if (!value) out->push_back(*entry);
    if (value && value->isSet()) out->push_back({entry->key, *std::move(value), entry->keySpan});
  }
  if (!out) return {};
  return Value{*std::move(out)}.readAt(span);
}

Value Evaluator::ref(std::size_t file, const std::string& name, diag::Span span) {
  if (name == "AWS::NoValue") return {};
  auto& here = files_[file];
  if (name.starts_with("AWS::")) {
    const auto given = given_.parameters.find(name);
    if (given != given_.parameters.end()) return paid(file, Value{given->second}, span).readAt(span);
    return normal::symbol("Ref", Value{name}, span);
  }
  if (const auto* declared = data::find(here.source->sections().parameters, name)) {
    const auto* map = declared->as<Map>();
    return paid(file, parameter(file, name, map ? *map : Map{}, declared->span()), span).readAt(span, true);
  }
  const auto resource = here.resources.find(name);
  if (resource == here.resources.end())
    return normal::unknown(fmt::format("`{}` is made by a transform", name), span, span);
  if (isCustom(*resource->second))
    return normal::unknown(fmt::format("the custom resource `{}` gives it", name), resource->second->span, span);
  return normal::symbol("Ref", Value{idOf(file, name)}, span);
}

Value Evaluator::parameter(std::size_t file, const std::string& name, const Map& declared, diag::Span span) {
  auto& here = files_[file];
  if (const auto known = here.parameters.find(name); known != here.parameters.end()) return known->second;
  const auto* type = data::find(declared, "Type");
  const auto* typeText = type ? type->as<std::string>() : nullptr;
  const std::string_view kind = typeText ? std::string_view{*typeText} : std::string_view{"String"};

  Value value;
  if (kind.starts_with("AWS::SSM::Parameter::Value<")) {
    value = normal::unknown(fmt::format("parameter `{}` is looked up in Systems Manager", name), span, span);
  } else if (const auto given = given_.parameters.find(name); given != given_.parameters.end()) {
    value = Value{given->second}.readAt(span);
  } else if (here.parent) {
    const auto values = property(here.parent->file, *here.parent->stack, "Parameters");
    if (const auto* map = values.as<Map>())
      if (const auto* handed = data::find(*map, name)) value = *handed;
  }
  if (!value.isSet()) {
    const auto* byDefault = data::find(declared, "Default");
    if (byDefault && !byDefault->as<Map>()) {
      value = evaluate(file, *byDefault);
      result_.defaults.push_back({name, value, here.source, byDefault->span()});
    } else {
      value = normal::unknown(fmt::format("parameter `{}` has no default", name), span, span);
    }
  }
  if (isListType(kind) && value.as<std::string>()) value = listOf(*value.as<std::string>(), value.span());
  here.parameters[name] = value;
  return value;
}

Value Evaluator::property(std::size_t file, const Declaration& resource, std::string_view name) {
  const auto* properties = resource.properties.as<Map>();
  const auto* written = properties ? data::find(*properties, name) : nullptr;
  return written ? evaluate(file, *written) : Value{};
}

}  // namespace cfn
