#pragma once

#include <string_view>

/// What characters look like to people: the one table of those that do not look like anything.
namespace text {

/// Whether a reader, an editor or a terminal may drop or change the character, or show it as nothing: controls, line
/// breaks other than the line feed, spaces of no or unusual width, fillers, marks of direction, tags, noncharacters.
bool isTreacherous(char32_t);

/// Whether the text begins with `##`, a word or none, and `[`: a command to the runners of Azure Pipelines, GitHub
/// Actions and TeamCity, wherever in a line of a log it is.
bool startsLogCommand(std::string_view);

}  // namespace text
