// usage: write_alternatives [FILE...]: the JSON Schema of a description with alternatives and values of any form; or, a
// line each, whether the reader takes the files.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "schema/documents.h"
#include "unit/schema/toy.h"

int main(int argc, char** argv) {
  if (argc == 1) std::fputs(data::toJson(schema::jsonSchema(toy::Read{"name: a\n"}.schema)).c_str(), stdout);
  for (int i = 1; i < argc; ++i) {
    std::ifstream in{argv[i]};
    const toy::Read read{std::string{std::istreambuf_iterator<char>{in}, {}}};
    std::puts(read.diagnostics.hasErrors() ? "refused" : "taken");
  }
}
