#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/file_text.h"

namespace cli {

using data::FileText;

/// Reads a file, at most `limit` bytes of it: the caller refuses more than it wants and need not hold the rest.
FileText readFile(const std::string& path, std::size_t limit);

bool fileExists(const std::string& path);

/// Puts `text` into the file at once: it is written to a temporary file beside it, which then takes its place. Missing
/// folders are made. Returns what went wrong, as a message, or nothing.
std::optional<std::string> replaceFile(const std::string& path, std::string_view text);

}  // namespace cli
