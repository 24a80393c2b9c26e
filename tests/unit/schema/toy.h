#pragma once

#include "schema/schema.h"

// A small file with alternatives and raw values, so that both are tested without the real config.
namespace toy {

enum class Shape { ball, box, bag };

struct Lid {
  std::string colour;
  std::int64_t hinges = 2;
};

struct Toy {
  Shape shape = Shape::ball;
  std::string label = "none";
  std::int64_t radius = 3;  // of a ball
  std::int64_t size = 10;   // of a ball
  std::string boxSize;      // the same name, of a box
  Lid lid;                  // of a box
  std::int64_t weight = 1;  // of a ball and a box
};

struct Crate {
  std::string name;
  Toy toy;
  std::vector<Toy> others;
  data::Value extra;
  schema::Dictionary<std::string, data::Value> overrides;
};

schema::Field describe(Crate&);

/// What comes of reading a text: the values and, as the user sees them, the mistakes.
struct Read {
  explicit Read(std::string text);
  Read(const Read&) = delete;

  diag::Sources sources;
  diag::Diagnostics diagnostics{sources};
  Crate crate;
  schema::Field schema = describe(crate);

  /// `2:3 rule: message -> hint` of each mistake.
  std::vector<std::string> mistakes() const;
};

}  // namespace toy
