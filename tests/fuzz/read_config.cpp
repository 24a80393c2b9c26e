// For libFuzzer (CONTRIBUTING.md tells how to run it). Any text is read as a config or refused with a reason; what is
// read becomes a stack, against which its assertions are held.
#include "put.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size <= 20'000) fuzz::build({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
