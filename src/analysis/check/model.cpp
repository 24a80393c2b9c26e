#include "analysis/check/model.h"

#include <algorithm>
#include <charconv>

#include "cloudformation/references.h"

namespace check {
namespace {

bool isReference(const data::Tagged& tagged) { return tagged.tag == "Ref" || tagged.tag == "GetAtt"; }

}  // namespace

bool Node::isUnknown() const { return isSet() && value_->as<data::Tagged>() && !reference(); }

std::optional<std::string> Node::text() const {
  if (!isSet()) return {};
  if (const auto* text = value_->as<std::string>()) return *text;
  if (const auto* flag = value_->as<bool>()) return *flag ? "true" : "false";
  if (const auto* number = value_->as<std::int64_t>()) return std::to_string(*number);
  if (const auto* real = value_->as<double>()) return data::toJson(*real).substr(0, data::toJson(*real).size() - 1);
  return {};
}

std::optional<std::string> Node::word() const {
  auto word = text();
  for (auto at = std::size_t{0}; word && at < word->size(); ++at)
    if ((*word)[at] >= 'A' && (*word)[at] <= 'Z') (*word)[at] = static_cast<char>((*word)[at] - 'A' + 'a');
  return word;
}

std::optional<std::int64_t> Node::number() const {
  const auto words = text();
  if (!words) return {};
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), number);
  return error == std::errc{} && end == words->data() + words->size() ? std::optional{number} : std::nullopt;
}

std::optional<double> Node::real() const {
  const auto words = text();
  if (!words) return {};
  double number = 0;
  const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), number);
  return error == std::errc{} && end == words->data() + words->size() ? std::optional{number} : std::nullopt;
}

std::optional<bool> Node::flag() const {
  const auto words = text();
  if (words == "true" || words == "True" || words == "TRUE") return true;
  if (words == "false" || words == "False" || words == "FALSE") return false;
  return {};
}

Truth Node::truth(bool whenAbsent) const {
  if (!isSet()) return whenAbsent ? Truth::yes : Truth::no;
  const auto known = flag();
  return !known ? Truth::unknown : *known ? Truth::yes : Truth::no;
}

Node Node::operator[](std::string_view key) const {
  auto path = path_.empty() ? std::string{key} : path_ + "." + std::string{key};
  if (!owner_) return {};
  if (isUnknown()) return {*owner_, value_, span_, std::move(path)};
  const auto* map = isSet() ? value_->as<Map>() : nullptr;
  if (map)
    for (const auto& entry : *map) {
      if (entry.key != key) continue;
      const bool below = entry.value.span().line != entry.keySpan.line;  // or nowhere
      const bool isBlock = entry.value.as<Map>() || entry.value.as<List>();
      auto span = isBlock || below ? entry.keySpan : entry.value.span();
      if (!span.isSet()) span = entry.value.span().isSet() ? entry.value.span() : span_;  // of a stack that was built
      return {*owner_, &entry.value, span, std::move(path)};
    }
  return {*owner_, nullptr, span_, std::move(path)};
}

std::vector<Node> Node::items() const {
  if (!isSet()) return {};
  const auto* list = value_->as<List>();
  if (!list) return {*this};
  std::vector<Node> items;
  items.reserve(list->size());
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto span = (*list)[i].span().isSet() ? (*list)[i].span() : span_;
    items.emplace_back(*owner_, &(*list)[i], span, path_);
  }
  return items;
}

std::vector<std::pair<std::string, Node>> Node::entries() const {
  const auto* map = isSet() ? value_->as<Map>() : nullptr;
  if (!map) return {};
  std::vector<std::pair<std::string, Node>> entries;
  for (const auto& entry : *map) entries.emplace_back(entry.key, (*this)[entry.key]);
  return entries;
}

const Resource* Node::resource(std::string_view type) const {
  const auto named = reference();
  return named && (type.empty() || named->resource->is(type)) ? named->resource : nullptr;
}

std::vector<const Resource*> Node::resources(std::string_view type) const {
  std::vector<const Resource*> found;
  for (const auto& item : items())
    if (const auto* resource = item.resource(type)) found.push_back(resource);
  return found;
}

bool Node::hasUnknownItems() const { return std::ranges::any_of(items(), &Node::isUnknown); }

std::optional<Reference> Node::reference() const {
  const auto* tagged = isSet() ? value_->as<data::Tagged>() : nullptr;
  if (!tagged || !isReference(*tagged)) return {};
  const auto* target = tagged->value->as<std::string>();
  if (!target) return {};
  const auto dot = tagged->tag == "GetAtt" ? target->find('.') : target->size();
  const auto* resource = owner_->model->find(std::string_view{*target}.substr(0, dot));
  if (!resource) return {};
  return Reference{resource, dot >= target->size() ? std::string_view{} : std::string_view{*target}.substr(dot + 1)};
}

const Value* Node::written() const {
  const auto* declaration = owner_ ? owner_->model->source().find(owner_->id) : nullptr;
  const auto* written = declaration ? &declaration->properties : nullptr;
  for (std::string_view path{path_}; written && !path.empty();) {
    const auto dot = path.find('.');
    const auto* map = written->as<Map>();
    written = map ? data::find(*map, path.substr(0, dot)) : nullptr;
    path.remove_prefix(dot == path.npos ? path.size() : dot + 1);
  }
  return written;
}

bool Node::isImport() const {
  const auto* value = written();
  const auto call = value ? cfn::callOf(*value) : std::nullopt;
  return call && call->function == "ImportValue";
}

std::vector<const Resource*> Model::all(std::string_view type) const {
  std::vector<const Resource*> found;
  for (const auto& resource : resources_)
    if (resource.is(type)) found.push_back(&resource);
  return found;
}

const Resource* Model::find(std::string_view id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &resources_[found->second];
}

bool Model::comesAfter(const Resource& later, const Resource& earlier) const {
  before_.resize(resources_.size());
  auto& before = before_[indexOf(later)];
  if (before.empty()) {
    before.resize(resources_.size());
    std::vector<const Resource*> open{&later};
    while (!open.empty()) {
      const auto* resource = open.back();
      open.pop_back();
      for (const auto* needed : resource->needs)
        if (!before[indexOf(*needed)]) {
          before[indexOf(*needed)] = true;
          open.push_back(needed);
        }
    }
  }
  return before[indexOf(earlier)];
}

bool Model::isHandedOut(const Resource& resource) const {
  return std::ranges::any_of(usersOf(resource), [](const Resource* user) {
    return user->is("AWS::CloudFormation::Stack") || user->is("AWS::CloudFormation::CustomResource") ||
           user->type.starts_with("Custom::");
  });
}

}  // namespace check
