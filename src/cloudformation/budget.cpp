#include "cloudformation/budget.h"

namespace cfn {

bool Budget::spend(std::size_t bytes) {
  left_ = bytes < left_ ? left_ - bytes : 0;
  return left_ > 0;
}

bool Budget::spend(const data::Value& value) {
  const auto* text = value.as<std::string>();
  if (!spend(valueCost + (text ? text->size() : 0))) return false;
  if (const auto* list = value.as<data::List>()) {
    for (const auto& item : *list)
      if (!spend(item)) return false;
  } else if (const auto* map = value.as<data::Map>()) {
    for (const auto& entry : *map)
      if (!spend(entry.key.size()) || !spend(entry.value)) return false;
  } else if (const auto* tagged = value.as<data::Tagged>()) {
    return spend(*tagged->value);
  }
  return true;
}

}  // namespace cfn
