#pragma once

#include "data/constant.h"

namespace assets {

/// A file of templates/apps/, read when this program was built.
struct Preset {
  std::string_view name;
  std::string_view file;  ///< below templates/
  std::string_view text;
  std::span<const data::Node> nodes;
};

/// All of them, sorted by name.
std::span<const Preset> presets();

}  // namespace assets
