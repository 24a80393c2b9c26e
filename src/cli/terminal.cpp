#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "diagnostics/display.h"

namespace cli {

namespace {

diag::Colour colourOf(int descriptor) {
  const auto* noColour = std::getenv("NO_COLOR");
  const auto* terminal = std::getenv("TERM");
  if (noColour && *noColour) return diag::Colour::never;
  if (terminal && std::strcmp(terminal, "dumb") == 0) return diag::Colour::never;
  return isatty(descriptor) ? diag::Colour::always : diag::Colour::never;
}

}  // namespace

diag::Colour errorColour() { return colourOf(STDERR_FILENO); }
diag::Colour outputColour() { return colourOf(STDOUT_FILENO); }

bool writeOutput(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return true;
  writeError(fmt::format("cairn: cannot write to standard output: {}\n", std::strerror(errno)));
  return false;
}

void writeError(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void tellError(std::string_view line) { writeError(diag::printable(diag::shortened(line)) + "\n"); }

}  // namespace cli
