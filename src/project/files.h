#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/file_text.h"

namespace project {

using data::FileText;

/// Reads an input, at most `limit` bytes of it: the caller refuses more than it wants and need not hold the rest. No
/// output replaces a file that was read by this function. A pipe is waited for while another program holds its other
/// end; what is neither a file nor a pipe is refused. `-` is standard input, which can be read once.
FileText readFile(const std::string& path, std::size_t limit);
/// The same for a file that may be replaced: what an output was before.
FileText readOutput(const std::string& path, std::size_t limit);

/// What is wrong with writing to all of these paths: one of them is a file that was read, by whichever name (links are
/// followed), or two of them are one file. Empty if nothing is. Asked before the first of them is written.
std::string wrongOutputs(const std::vector<std::string>& paths);

/// The name of an input in messages: `-` is "standard input".
std::string shownName(const std::string& path);
/// Whether the path names a file, not a pipe or the like whose name says nothing.
bool isNamed(const std::string& path);

bool fileExists(const std::string& path);

/// Puts `text` into the file at once: it is written to a temporary file beside it, which then takes its place. Missing
/// folders are made. An input is never replaced. Returns what went wrong, as a message, or nothing.
std::optional<std::string> replaceFile(const std::string& path, std::string_view text);

}  // namespace project
