// For libFuzzer (CONTRIBUTING.md tells how to run it). A template, an empty line, and what is asked about it: questions
// and assertions, one a line. Any text is refused with a reason or answered.
#include "put.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size > 20'000) return 0;
  const std::string text{reinterpret_cast<const char*>(bytes), size};
  const auto end = text.find("\n\n");
  if (end != text.npos) fuzz::put(text.substr(0, end + 1), text.substr(end + 2));
  return 0;
}
