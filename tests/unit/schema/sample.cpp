#include "sample.h"

#include <fmt/format.h>

#include "schema/read.h"

template <>
struct schema::Words<sample::Mode> {
  static constexpr std::array all{
      std::pair{sample::Mode::fast, Choice{"fast", "As fast as it gets."}},
      std::pair{sample::Mode::slowAndSteady, Choice{"slow-and-steady", ""}},
  };
};

namespace sample {

static void describe(schema::Group& group, Listener& listener) {
  group.field("port", listener.port, "Port to listen on.").between(1, 65535);
  group.field("host", listener.host, "Name of the host.").required().example("www");
}

static void describe(schema::Group& group, Inner& inner) {
  group.field("back_up", inner.backUp, "Whether to keep a copy.");
  group.field("keep_days", inner.keepDays, "How long.").atLeast(1).unit("days");
}

static void describe(schema::Group& group, Server& server) {
  group.text("Servers are cattle.");
  group.field("count", server.count, "How many | of them.").between(1, 9);
  group.field("spare", server.spare, "How many more.").atMost(5);
  group.field("mode", server.mode, "How they run.");
  group.field("fallback", server.fallback, "How they run when tired.");
  group.field("inner", server.inner, "What is inside.");
}

static void describe(schema::Group& group, Zone& zone) {
  group.field("id", zone.id, "Its id.").required().placeholder("Z123");
  group.field("note", zone.note, "Anything.");
}

schema::Field describe(Sample& sample) {
  auto root = schema::rootOf(sample, "config", "A sample.");
  schema::Group group{root};
  group.field("name", sample.name, "Its name.").required().example("shop").example("blog");
  group.field("title", sample.title, "Its title.");
  group.field("version", sample.version, "Its version.");
  group.field("tag", sample.tag, "Its tag.");
  group.field("zone", sample.zone, "Where it is.");
  group.field("server", sample.server, "What it runs on.");
  group.field("tags", sample.tags, "More tags.").atMost(3).unique();
  group.field("listeners", sample.listeners, "What it listens to.");
  group.field("ports", sample.ports, "Some ports.").between(1, 100).unique();
  group.field("modes", sample.modes, "Some modes.");
  return root;
}

Read::Read(std::string text) : sources{"sample.yaml", std::move(text)} {
  schema::read(schema, sources.first(), diagnostics);
}

std::vector<std::string> Read::mistakes() const {
  std::vector<std::string> lines;
  for (const auto& each : diagnostics.inFileOrder())
    lines.push_back(
        fmt::format("{}:{} {}: {} -> {}", each.span.line, each.span.column, each.rule, each.message, each.hint));
  return lines;
}

std::vector<std::string> mistakesIn(const std::string& text) {
  return Read{"name: shop\nzone:\n  id: Z1\n" + text}.mistakes();
}

}  // namespace sample
