// Every property of a stack has the place of the field of the config that decides it: its line, or its default. A
// constant has none. Which field decides what is found out by giving each field other values.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "app/load.h"
#include "catch.h"
#include "config/boot.h"
#include "data/read_yaml.h"
#include "data/write.h"
#include "project/judge.h"
#include "project/project.h"

namespace {

namespace fs = std::filesystem;
using data::List;
using data::Map;
using data::Value;
using Paths = std::set<std::string>;

std::string slurp(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator{file}, {}};
}

/// A property, down to its scalars and function calls.
struct Leaf {
  std::string text;
  diag::Span place;    ///< of the value or of the list or map that it is in
  std::string placed;  ///< the path of that
};
using Leaves = std::map<std::string, Leaf>;

/// What tells an item of a list from the others, where its index changes with them.
std::string nameOf(const Value& item, std::size_t index) {
  if (const auto* map = item.as<Map>())
    for (const auto* key : {"Sid", "Key"})
      if (const auto* name = data::find(*map, key))
        if (const auto* text = name->as<std::string>()) return *text;
  return std::to_string(index);
}

void flatten(const Value& value, const std::string& path, diag::Span place, std::string placed, Leaves& leaves) {
  if (value.span().isSet()) {
    place = value.span();
    placed = path;
  }
  if (const auto* map = value.as<Map>(); map && !map->empty()) {
    for (const auto& entry : *map) flatten(entry.value, path + "." + entry.key, place, placed, leaves);
  } else if (const auto* list = value.as<List>(); list && !list->empty()) {
    for (std::size_t i = 0; i < list->size(); ++i)
      flatten((*list)[i], path + "." + nameOf((*list)[i], i), place, placed, leaves);
  } else {
    leaves[path] = {data::toCompactJson(value), place, std::move(placed)};
  }
}

/// The properties of each resource.
std::map<std::string, Leaves> leavesOf(const cfn::Template& stack) {
  std::map<std::string, Leaves> all;
  for (const auto& resource : stack.resources())
    flatten(resource.properties, resource.logicalId, {}, {}, all[resource.logicalId]);
  return all;
}

/// The document with another value at that path.
Value with(const Value& document, std::string_view path, const Value& value) {
  if (path.empty()) return value;
  const auto dot = path.find('.');
  const auto key = path.substr(0, dot);
  const auto rest = dot == path.npos ? std::string_view{} : path.substr(dot + 1);
  Map map;
  if (const auto* given = document.as<Map>()) map = *given;
  if (document.as<std::string>()) map = {{"preset", document, {}}};  // the short form of `application`
  for (auto& entry : map)
    if (entry.key == key) {
      entry.value = with(entry.value, rest, value);
      return map;
    }
  map.push_back({std::string{key}, with({}, rest, value), {}});
  return map;
}

Value plain(std::string text) { return std::move(Value{std::move(text)}.readAt({1, 1, 1}, true)); }

/// Values of fields of which the description gives none that fits every stack.
const std::map<std::string, std::vector<std::string>, std::less<>> known{
    {"database.version", {"8.0", "8.4.9", "10.11", "11.4.9"}},
    {"database.class", {"db.t4g.small", "db.m8g.large"}},
    {"database.name", {"other"}},
    {"load_balancer.health_path", {"/other"}},
    {"domain", {"other.example.com", "www.example.org"}},
    {"hosted_zone.id", {"Z9999999999"}},
    {"instances.type", {"t4g.large", "t3.large"}},
    {"instances.image", {"ami-0123456789abcdef0"}},
    {"network.nat_instance_type", {"t4g.large", "t3.large"}},
    {"network.cidr", {"10.40.0.0/16", "172.20.0.0/16"}},
    {"application.preset", {"matomo", "wordpress", "mediawiki"}},
    {"application.mail.host", {"mail.example.com"}},
    {"application.mail.secret", {"arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbCdEf"}},
};

std::vector<Value> othersFor(const schema::Field& field, const std::string& path) {
  std::vector<Value> all;
  if (const auto found = known.find(path); found != known.end()) {
    for (const auto& text : found->second) all.push_back(plain(text));
    return all;
  }
  const auto& kind = *field.kind;
  switch (field.type()) {
    case schema::Type::flag:
      return {plain("true"), plain("false")};
    case schema::Type::choice:
      for (const auto& choice : kind.choices) all.push_back(plain(std::string{choice.word}));
      return all;
    case schema::Type::number: {
      const auto shown = schema::show(field);
      const auto* now = shown.as<std::int64_t>();
      for (const auto other : {field.most.value_or(9), field.least.value_or(1), now ? *now + 1 : 1, now ? *now - 1 : 2})
        all.push_back(plain(std::to_string(other)));
      return all;
    }
    case schema::Type::text:
      for (const auto example : field.examples) all.push_back(plain(std::string{example}));
      if (!kind.example.empty()) all.push_back(plain(std::string{kind.example}));
      return all;
    case schema::Type::list: {
      all.emplace_back(List{});
      std::vector<Value> items;
      for (const auto& item : field.fields) {
        const auto shown = schema::show(item);
        if (const auto* text = shown.as<std::string>()) items.push_back(plain(*text));
      }
      for (std::size_t i = 0; i < items.size(); ++i) {
        auto fewer = items;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        all.emplace_back(std::move(fewer));
      }
      if (path == "ssh.from") all.emplace_back(List{plain("192.0.2.0/24")});
      if (path == "instances.spot.types") all.emplace_back(List{plain("m8g.large")});
      if (path == "network.subnets.public") all.emplace_back(List{plain("10.30.96.0/24"), plain("10.30.97.0/24")});
      if (path == "network.subnets.private") all.emplace_back(List{plain("10.30.98.0/24"), plain("10.30.99.0/24")});
      if (path == "network.subnets.isolated") all.emplace_back(List{plain("10.30.100.0/24"), plain("10.30.101.0/24")});
      return all;
    }
    default:
      return all;
  }
}

/// Whether one of the paths is the other, or around it.
bool areRelated(const std::string& a, const std::string& b) {
  const auto& [outer, inner] = a.size() < b.size() ? std::tie(a, b) : std::tie(b, a);
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '.');
}

/// What changes only what instances are told, or another stack, or none.
bool isElsewhere(const std::string& path) {
  if (path.starts_with("pipeline")) return path != "pipeline.permissions_boundary";
  if (path == "assert") return true;
  return path.starts_with("application.") && path != "application.preset" && !path.starts_with("application.mail") &&
         !path.starts_with("application.logs");
}

/// A golden config, its stack, and the stacks of the config with other values.
class Golden {
 public:
  explicit Golden(fs::path folder)
      : folder_{std::move(folder)}, sources_{"config.yaml", slurp(folder_ / "config.yaml")} {
    diag::Diagnostics diagnostics{sources_};
    loaded_ = config::load(sources_.first(), diagnostics, readFile());
    INFO(asText(diagnostics));
    REQUIRE_FALSE(diagnostics.hasErrors());
    document_ = data::readYaml(sources_.first(), diagnostics);
  }

  cfn::Template stack() { return constructs::buildStack(*loaded_, sources_).document; }
  cfn::Template stackWithoutPlaces() const { return constructs::buildStack(loaded_->config); }

  /// The field whose place it is.
  std::string fieldAt(diag::Span place) const {
    const auto& source = sources_.of(place);
    if (source.isDefault()) return source.field;
    std::string found;
    forEach(loaded_->schema, [&](const schema::Field& field, const std::string& path) {
      const auto isAt = [&](const schema::Field& each) {
        return each.given() && each.origin.line == place.line && each.origin.column == place.column;
      };
      if (isAt(field)) found = path;
      if (field.type() == schema::Type::list)
        for (const auto& item : field.fields)
          if (isAt(item)) found = path;
    });
    return found;
  }

  /// What giving each field other values shows.
  struct Deciders {
    std::map<std::string, Paths> ofLeaf;      ///< the fields that change, remove or add it
    std::map<std::string, Paths> ofResource;  ///< the fields that take it away
    Paths tried;                              ///< the fields of which the config may have another value
  };
  Deciders deciders(const std::map<std::string, Leaves>& leaves) const {
    Deciders all;
    forEach(loaded_->schema, [&](const schema::Field& field, const std::string& path) {
      if (isElsewhere(path)) return;
      int taken = 0;
      const auto given = data::toCompactJson(schema::show(field));
      for (const auto& value : othersFor(field, path)) {
        const auto* text = value.as<std::string>();
        if (text && (given == *text || given == '"' + *text + '"')) continue;
        if (text && taken == 2 && field.type() != schema::Type::choice)
          break;  // more would take long and tell nothing new
        const auto other = leavesWith(path, value);
        if (other.empty()) continue;
        ++taken;
        all.tried.insert(path);
        for (const auto& [id, properties] : leaves) {
          const auto changed = other.find(id);
          if (changed == other.end()) {
            all.ofResource[id].insert(path);
            continue;
          }
          for (const auto& [leaf, now] : properties) {
            const auto then = changed->second.find(leaf);
            if (then == changed->second.end() || then->second.text != now.text) all.ofLeaf[leaf].insert(path);
          }
          for (const auto& [leaf, then] : changed->second)
            if (!properties.contains(leaf)) all.ofLeaf[leaf].insert(path);
        }
      }
    });
    return all;
  }

 private:
  app::ReadFile readFile() const {
    return [this](const std::string& path) { return data::FileText{slurp(folder_ / path), {}}; };
  }

  /// Empty if the config may not have the value.
  std::map<std::string, Leaves> leavesWith(const std::string& path, const Value& value) const {
    config::LoadedConfig other;
    diag::Sources sources{"config.yaml", ""};
    diag::Diagnostics diagnostics{sources};
    schema::read(other.schema, with(document_, path, value), diagnostics);
    if (diagnostics.hasErrors()) return {};
    auto& application = other.config.application;
    app::resolve(application, other.config.instances.system, other.schema, readFile(), diagnostics);
    config::checkRules(other.config, other.schema, diagnostics);
    if (diagnostics.hasErrors()) return {};
    return leavesOf(constructs::buildStack(other.config, data::toCompactJson(config::told(other.config))));
  }

  fs::path folder_;
  diag::Sources sources_;
  std::unique_ptr<config::LoadedConfig> loaded_;
  Value document_;
};

bool isAnyRelated(const Paths& paths, const std::string& field) {
  return std::ranges::any_of(paths, [&](const auto& each) { return areRelated(each, field); });
}

/// Holds each property of a golden stack against the fields that decide it.
void checkPlaces(const std::string& name) {
  Golden golden{fs::path{SOURCE_DIR "/tests/golden"} / name};
  const auto stack = golden.stack();
  CHECK(data::toYaml(stack.document()) == data::toYaml(golden.stackWithoutPlaces().document()));
  const auto leaves = leavesOf(stack);
  const auto deciders = golden.deciders(leaves);
  int constants = 0;
  std::map<std::string, std::pair<std::string, Paths>> placed;  // by what has a place: its field, and what decides
  for (const auto& [id, properties] : leaves)
    for (const auto& [leaf, now] : properties) {
      const auto found = deciders.ofLeaf.find(leaf);
      const auto by = found == deciders.ofLeaf.end() ? Paths{} : found->second;
      const auto field = now.place.isSet() ? golden.fieldAt(now.place) : std::string{};
      std::string shown;
      for (const auto& each : by) shown += each + " ";
      INFO(name << ": " << leaf << " has the place of `" << field << "`, and is decided by: " << shown);
      if ((id == "InstanceTemplate" && leaf.find(".UserData") != leaf.npos) ||
          (id.starts_with("BootProgram") && !leaf.ends_with(".Type"))) {
        CHECK(field.starts_with("application."));  // made of nearly every field
      } else if (now.place.isSet()) {
        REQUIRE_FALSE(field.empty());
        // The engine decides as well, and MySQL has but one line of versions in standard support.
        const bool isFamily = leaf == "DatabaseParameters.Family" && field == "database.version";
        CHECK((by.empty() || isFamily || isAnyRelated(by, field)));
        if (isFamily) continue;
        auto& [decides, all] = placed[now.placed];
        decides = field;
        all.insert(by.begin(), by.end());
        if (const auto gone = deciders.ofResource.find(id); gone != deciders.ofResource.end())
          all.insert(gone->second.begin(), gone->second.end());
      } else {
        CHECK(by.empty());
        ++constants;
      }
    }
  for (auto& [path, each] : placed) {
    for (const auto& [leaf, by] : deciders.ofLeaf)
      if (leaf.starts_with(path)) each.second.insert(by.begin(), by.end());
    if (each.first == "application.preset") continue;  // presets have values in common
    if (path == "Files.FileSystemPolicy") continue;    // as Debian and Ubuntu have
    INFO(name << ": " << path << " has the place of `" << each.first << "`, which does not change it");
    CHECK((!isAnyRelated(deciders.tried, each.first) || isAnyRelated(each.second, each.first)));
  }
  CHECK(constants > 100);
  CHECK(placed.size() > 30);
}

const std::string head =
    "name: matomo\n"
    "domain: analytics.example.com\n"
    "hosted_zone:\n"
    "  name: example.com\n"
    "  id: Z0123456789ABCDEFGHIJ\n";

/// The findings about the stack of a config.
struct Checked {
  explicit Checked(const std::string& text, check::Options options) : sources{"config.yaml", text} {
    const auto config = project::readConfig(sources.first(), diagnostics);
    INFO(asText(diagnostics));
    REQUIRE_FALSE(diagnostics.hasErrors());
    project::checkStack(constructs::buildStack(*config, sources), *config, options, {}, diagnostics);
  }
  diag::Diagnostic finding(std::string_view rule) const {
    for (auto& each : diagnostics.inFileOrder())
      if (each.rule == rule) return each;
    FAIL("no finding of " << rule << " in:\n" << asText(diagnostics));
    return {};
  }

  diag::Sources sources;
  diag::Diagnostics diagnostics{sources};
};

check::Options on(int year) { return {check::Day{std::chrono::year{year} / std::chrono::January / 1}, {}, 0}; }

}  // namespace

TEST_CASE("each property of the golden stacks has the place of the field that decides it") {
  int cases = 0;
  for (const auto& folder : fs::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    ++cases;
    DYNAMIC_SECTION(folder.path().filename().string()) { checkPlaces(folder.path().filename()); }
  }
  CHECK(cases >= 20);
}

TEST_CASE("a finding stands at the item of a list that it is about") {
  std::string text = head + "ssh:\n  from:\n";
  for (int part = 1; part <= 140; ++part)  // more than half the internet
    if (part != 10 && part != 127) text += "    - " + std::to_string(part) + ".0.0.0/8\n";
  const Checked checked{text, on(2026)};
  const auto finding = checked.finding("open-to-the-world");
  CHECK(finding.resource == "LoadBalancerFrom130x0x0x0n8Ssh");
  CHECK(finding.span.line == 7 + 130 - 2);
  CHECK(finding.span.column == 7);
}

TEST_CASE("a finding about what a default decides names the default, and has no line") {
  const Checked byDefault{head, on(2032)};
  const auto finding = byDefault.finding("engine-out-of-support");
  CHECK(finding.span.line == 0);
  CHECK(asText(byDefault.diagnostics).find("= decided by `database.version`, default `8.4`\n") != std::string::npos);
  const Checked given{head + "database:\n  storage: 30\n  version: \"8.4\"\n", on(2032)};
  CHECK(given.finding("engine-out-of-support").span.line == 8);
  CHECK(given.finding("engine-out-of-support").span.column == 12);
}
