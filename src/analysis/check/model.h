#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/value.h"

/// A template as rules read it: resources with evaluated properties, what names what, and what is created before what.
namespace check {

using data::List;
using data::Map;
using data::Value;

/// What can be said of something that may hang on a value that the template does not tell.
enum class Truth { no, yes, unknown };

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
  std::optional<std::int64_t> number() const;
  std::optional<double> real() const;
  std::optional<bool> flag() const;
  bool is(std::string_view word) const { return text() == word; }
  /// A flag that is off where nothing is said.
  Truth truth(bool whenAbsent = false) const;

  Node operator[](std::string_view key) const;
  std::vector<Node> items() const;  ///< of a list; a single value is a list of itself
  std::vector<std::pair<std::string, Node>> entries() const;  ///< of a map
  std::optional<Reference> reference() const;
  /// The resource that a reference names, if it is of that type (of any type: no type given).
  const Resource* resource(std::string_view type = {}) const;
  /// Of the items, those that name a resource of the type.
  std::vector<const Resource*> resources(std::string_view type = {}) const;
  /// Whether some item is neither text nor a reference to a resource of the template.
  bool hasUnknownItems() const;

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

struct Resource {
  const Model* model = nullptr;
  std::string id;
  std::string type;
  diag::Span span{};      ///< of the logical id
  bool certain = true;    ///< false if a condition decides that the template does not tell
  Value properties;       ///< evaluated
  Value body;             ///< everything below the logical id, evaluated but for `Properties`
  diag::Span propertiesSpan{};
  std::vector<const Resource*> needs{};  ///< what it names or depends on, directly

  Node operator[](std::string_view property) const;
  Node attribute(std::string_view name) const;  ///< such as `DeletionPolicy`, `UpdatePolicy`, `Metadata`
  Node all() const { return {*this, &properties, span, ""}; }
  bool is(std::string_view wanted) const { return type == wanted; }
};

class Model {
 public:
  Model() = default;
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  const std::vector<Resource>& resources() const { return resources_; }
  std::vector<const Resource*> all(std::string_view type) const;
  const Resource* find(std::string_view id) const;

  /// Whether the first is created after the second, because it names it or depends on it, be it through others.
  bool comesAfter(const Resource& later, const Resource& earlier) const;
  /// Those whose properties name the resource.
  std::vector<const Resource*> usersOf(const Resource&) const;
  /// Whether a nested stack, a custom resource or a macro is handed the resource and may change it.
  bool isHandedOut(const Resource&) const;

  const Map& section(std::string_view name) const;  ///< such as `Outputs`; empty if there is none

 private:
  friend std::unique_ptr<Model> model(const Map&, const Map&);
  std::size_t indexOf(const Resource& resource) const { return static_cast<std::size_t>(&resource - resources_.data()); }

  std::vector<Resource> resources_;
  std::map<std::string, std::size_t, std::less<>> byId_;
  Map document_;
  mutable std::vector<std::vector<bool>> before_;  ///< for each resource, what is created before it, once asked
};

/// The model of a template's document. `parameters` are values by name, which stand before the defaults.
std::unique_ptr<Model> model(const Map& document, const Map& parameters);

}  // namespace check
