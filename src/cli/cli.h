#pragma once

namespace cli {

/// What the process ends with.
enum ExitStatus {
  ok = 0,
  badInput = 1,  ///< the input has errors, or a file cannot be read or written
  badUsage = 2,  ///< the command line is wrong
  findings = 3,  ///< the input was read, and what was found in it is bad enough
};

/// Runs the program; returns its exit status.
int run(int argc, const char* const* argv);

}  // namespace cli
