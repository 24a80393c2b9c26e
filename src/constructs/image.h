#pragma once

#include <string_view>

#include "config/config.h"

namespace constructs {

/// What Cairn knows of an operating system's machine image.
struct Image {
  std::string id;               ///< dynamic reference to the public SSM parameter that names the newest image
  std::string_view rootDevice;  ///< name of the root volume's device in it
};

Image imageOf(config::System, config::Architecture);

}  // namespace constructs
