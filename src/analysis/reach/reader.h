#pragma once

#include "analysis/reach/network.h"

namespace reach {

using cfn::EvaluatedResource;
using cfn::List;
using cfn::Map;
using cfn::Value;

/// Reads properties in normal form into what the model wants: known, or a reason why not.
class Reader {
 public:
  Reader(Network& network, const EvaluatedResource& resource) : network_{&network}, resource_{&resource} {}

  const EvaluatedResource& resource() const { return *resource_; }
  const Map& properties() const { return resource_->properties; }
  Place place() const { return {resource_->declaration->span, resource_->id}; }
  Place placeOf(const Value&) const;
  /// Why the resource may not be there; nullptr if it is.
  const Reason* maybe() const;

  /// The value of that key; what writes it if something does so at deploy time; an unset value if it is not there.
  Value at(const Map&, std::string_view key) const;
  Value at(std::string_view key) const { return at(properties(), key); }
  /// Within maps and lists: `LaunchTemplateData.NetworkInterfaces.0`.
  Value deep(const Map&, std::string_view path) const;
  Value deep(std::string_view path) const { return deep(properties(), path); }

  /// Why the value is no text.
  const Reason* reasonFor(const Value&) const;
  Tri flag(const Value&, bool otherwise) const;
  Tri is(const Value&, std::string_view word, bool otherwise) const;  ///< case does not matter
  std::optional<int> number(const Value&) const;
  std::optional<int> port(const Value&) const;
  const Reason* reasonForPort(const Value&) const;  ///< why it is none

  struct Item {
    Value value;
    const Reason* maybe;
  };
  struct Items {
    std::vector<Item> items{};
    const Reason* others = nullptr;  ///< there may be others, or other ones
  };
  /// The items of a list, also of one that was joined to a text; a single value is a list of one.
  Items items(const Value&) const;
  /// Both values of an If under an unknown condition; else the value itself.
  std::vector<Item> alternatives(const Value&) const;

 private:
  void addItems(const Value&, const Reason* maybe, Items&) const;

  Network* network_;
  const EvaluatedResource* resource_;
};

/// The resource that a Ref or GetAtt names; empty if it is neither, or a pseudo parameter.
std::string_view resourceIn(const Value&);
const std::string* textOf(const Value&);
const std::string* textOf(Value&&) = delete;  // it would be gone
const Map& mapOf(const Value&);               ///< empty if it is none

}  // namespace reach
