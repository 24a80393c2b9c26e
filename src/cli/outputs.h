#pragma once

#include <string>
#include <vector>

namespace cli {

/// A file that a command makes from a config.
struct Output {
  std::string path;
  std::string text;
};

enum class Outcome { written, unchanged, failed };

/// Puts the text into the file, at once or not at all, unless it stands there already. With `check` nothing is written,
/// and a file that is not what the config gives has failed. Reports what went wrong on standard error.
Outcome deliver(const Output&, const std::string& config, bool check);

/// Throws CLI::ValidationError if writing all of them, before any is written, would replace a file that was read, or
/// one of them another. A path that is empty stands for standard output.
void refuseWrong(const std::vector<Output>&);

/// What stands at the top of a template that was made from the config.
std::string headerOf(const std::string& config);

}  // namespace cli
