#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/evaluate.h"

/// A template as rules read it: resources with evaluated properties, what names what, and what is created before what.
namespace check {

using data::List;
using data::Map;
using data::Value;

using cfn::Truth;

struct Resource;
class Model;

/// What a `Ref` (no attribute) or a `Fn::GetAtt` names.
struct Reference {
  const Resource* resource;
  std::string_view attribute;
};

/// A value within a resource, or the lack of it. Below what is not known everything is unknown; below what is absent
/// everything is absent. It points into its Model.
class Node {
 public:
  Node() = default;
  Node(const Resource& owner, const Value* value, diag::Span span, std::string path)
      : owner_{&owner}, value_{value}, span_{span}, path_{std::move(path)} {}

  bool isSet() const { return value_ != nullptr; }
  explicit operator bool() const { return isSet(); }
  /// Whether it is set to what only the deployment tells, which is no reference to a resource either.
  bool isUnknown() const;
  /// Whether it is set to a scalar, a list or a map.
  bool isKnown() const { return isSet() && !isUnknown(); }

  std::optional<std::string> text() const;  ///< of a scalar
  std::optional<std::string> word() const;  ///< the text in small letters, where case does not count
  std::optional<std::int64_t> number() const;
  std::optional<double> real() const;
  std::optional<bool> flag() const;
  bool is(std::string_view word) const { return text() == word; }
  /// A flag that is off where nothing is said.
  Truth truth(bool whenAbsent = false) const;

  Node operator[](std::string_view key) const;
  std::vector<Node> items() const;                            ///< of a list; a single value is a list of itself
  std::vector<std::pair<std::string, Node>> entries() const;  ///< of a map
  std::optional<Reference> reference() const;
  /// The resource that a reference names, if it is of that type (of any type: no type given).
  const Resource* resource(std::string_view type = {}) const;
  /// Of the items, those that name a resource of the type.
  std::vector<const Resource*> resources(std::string_view type = {}) const;
  /// Whether some item is neither text nor a reference to a resource of the template.
  bool hasUnknownItems() const;

  /// What is written there, before it is evaluated; nullptr if it is not at its path, as within a list.
  const Value* written() const;
  /// Whether it is another stack's: never a resource of this one.
  bool isImport() const;

  const Value* value() const { return value_; }
  const Resource* owner() const { return owner_; }
  diag::Span span() const { return span_; }
  const std::string& path() const { return path_; }

 private:
  const Resource* owner_ = nullptr;
  const Value* value_ = nullptr;
  diag::Span span_{};
  std::string path_;
};

/// A resource that is made, or may be.
struct Resource {
  const Model* model = nullptr;
  std::string id;
  std::string_view type;
  diag::Span span{};                     ///< of the logical id
  bool output = false;                   ///< an output names it
  bool certain = true;                   ///< false if a condition decides that the template does not tell
  Value properties;                      ///< evaluated
  Value attributes;                      ///< such as `DeletionPolicy`, `UpdatePolicy`, `Metadata`; evaluated
  const Value* metadata = nullptr;       ///< as it is written
  std::vector<const Resource*> needs{};  ///< what it names or depends on, directly
  std::vector<const Resource*> users{};  ///< the other way round

  Node operator[](std::string_view property) const { return all()[property]; }
  Node attribute(std::string_view name) const { return Node{*this, &attributes, span, ""}[name]; }
  Node all() const { return {*this, &properties, span, ""}; }
  bool is(std::string_view wanted) const { return type == wanted; }
};

class Model {
 public:
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  const std::vector<Resource>& resources() const { return resources_; }
  std::vector<const Resource*> all(std::string_view type) const;
  const Resource* find(std::string_view id) const;

  /// Whether the first is created after the second, because it names it or depends on it, be it through others.
  bool comesAfter(const Resource& later, const Resource& earlier) const;
  /// Those whose properties name the resource.
  const std::vector<const Resource*>& usersOf(const Resource& resource) const { return resource.users; }
  /// Whether a nested stack, a custom resource or a macro is handed the resource and may change it.
  bool isHandedOut(const Resource&) const;

  const cfn::Template& source() const { return source_; }
  /// Whether an output of the stack names the resource, so that other stacks may use it.
  bool isOutput(const Resource& resource) const { return resource.output; }

 private:
  friend std::unique_ptr<Model> modelOf(const cfn::Template&, const cfn::Given&);
  explicit Model(const cfn::Template& source) : source_{source} {}
  std::size_t indexOf(const Resource& resource) const {
    return static_cast<std::size_t>(&resource - resources_.data());
  }

  const cfn::Template& source_;
  std::vector<Resource> resources_;
  std::map<std::string_view, std::size_t> byId_;
  mutable std::vector<std::vector<bool>> before_;  ///< for each resource, what is created before it, once asked
};

/// The model of a template, which it points into.
std::unique_ptr<Model> modelOf(const cfn::Template&, const cfn::Given& = {});

}  // namespace check
