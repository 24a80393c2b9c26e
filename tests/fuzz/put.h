#pragma once

#include <string>

/// What the fuzz targets do with text that somebody wrote, as the commands do it. They abort on a broken promise.
namespace fuzz {

/// Reads the template and puts each line to it, as a question and as an assertion. Says whether the template was read.
bool put(const std::string& stack, const std::string& lines);

/// Reads the config, builds its stack and holds its assertions. Says whether the config was read.
bool build(const std::string& config);

}  // namespace fuzz
