#include "toy.h"

#include <fmt/format.h>

#include "schema/read.h"

template <>
struct schema::Words<toy::Shape> {
  static constexpr std::array all{
      std::pair{toy::Shape::ball, Choice{"ball", "It rolls."}},
      std::pair{toy::Shape::box, Choice{"box", ""}},
      std::pair{toy::Shape::bag, Choice{"bag", ""}},
  };
};

namespace toy {

static void describe(schema::Group& group, Lid& lid) {
  group.field("colour", lid.colour, "Its colour.").required().example("red");
  group.field("hinges", lid.hinges, "How many.").between(0, 4);
}

static void describe(schema::Group& toys, Toy& toy) {
  toys.oneOf("shape", toy.shape, "What it looks like.")
      .with(Shape::ball,
            [&](schema::Group& group) {
              group.field("radius", toy.radius, "Half of its width.").between(1, 9);
              group.field("size", toy.size, "How large it is.").atLeast(1);
            })
      .with(Shape::box,
            [&](schema::Group& group) {
              group.field("size", toy.boxSize, "Width and height.").required().example("3x4");
              group.field("lid", toy.lid, "What closes it.");
            })
      .with({Shape::ball, Shape::box},
            [&](schema::Group& group) { group.field("weight", toy.weight, "How heavy it is.").atLeast(1); });
  toys.field("label", toy.label, "What is written on it.");
}

schema::Field describe(Crate& crate) {
  auto root = schema::rootOf(crate, "crate", "What is in a crate.");
  schema::Group group{root};
  group.field("name", crate.name, "Its name.").required().example("a");
  group.field("toy", crate.toy, "The toy in it.");
  group.field("others", crate.others, "More toys.");
  group.field("extra", crate.extra, "Anything.").example("[1, two]");
  group.field("overrides", crate.overrides, "Anything by name.");
  return root;
}

Read::Read(std::string text) : sources{"crate.yaml", std::move(text)} {
  schema::read(schema, sources.first(), diagnostics);
}

std::vector<std::string> Read::mistakes() const {
  std::vector<std::string> lines;
  for (const auto& each : diagnostics.inFileOrder())
    lines.push_back(
        fmt::format("{}:{} {}: {} -> {}", each.span.line, each.span.column, each.rule, each.message, each.hint));
  return lines;
}

}  // namespace toy
