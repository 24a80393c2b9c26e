#pragma once

#include <span>
#include <string_view>
#include <vector>

/// What CloudFormation's resource schemas say of every resource type of every region, not only of those that Cairn makes
/// ("Resource type definition schema"). The data are constants in the program: they cost nothing until asked for.
namespace aws {

/// A property of a resource type, at the top level.
struct PropertyInfo {
  std::string_view name;
  bool required = false;
  bool readOnly = false;               ///< an attribute: GetAtt gives it, a template cannot set it
  bool createOnly = false;             ///< a change replaces the resource
  bool conditionalCreateOnly = false;  ///< some changes replace the resource
};

/// A property whose change replaces the resource, by its path: `CidrBlock`, `PosixUser.Uid`, `Rules.*.Name`, where `*` is
/// any item of a list. A path stands for everything below it.
struct ReplacingProperty {
  std::string_view path;
  bool conditional = false;  ///< only some changes do
};

class TypeInfo {
 public:
  constexpr TypeInfo(std::string_view type, std::string_view properties) : type_{type}, properties_{properties} {}

  std::string_view type() const { return type_; }
  /// Sorted by name.
  std::vector<PropertyInfo> properties() const;
  std::vector<ReplacingProperty> replacingProperties() const;
  /// Whether its resources have the tag `aws:cloudformation:stack-name` from the moment they exist.
  bool hasStackTags() const;
  /// Whether it takes properties that the schema does not list, as custom resources do.
  bool isOpen() const;

 private:
  std::string_view type_;
  std::string_view properties_;  ///< as generate.py encodes them
};

/// nullptr for a type that no region knows: a custom resource, a module, or a typing error.
const TypeInfo* find(std::string_view type);

/// All types, sorted by name.
std::span<const TypeInfo> allTypes();

}  // namespace aws
