#include "cloudformation/read_template.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "cloudformation/for_each.h"
#include "cloudformation/references.h"
#include "data/read_json.h"

namespace cfn {
namespace {

constexpr data::ReadLimits limits{.bytes = mostTemplateBytes, .depth = 64, .tags = true, .aliased = 100'000};

constexpr std::array<std::string_view, 10> sectionsKnown{"AWSTemplateFormatVersion",
                                                         "Conditions",
                                                         "Description",
                                                         "Mappings",
                                                         "Metadata",
                                                         "Outputs",
                                                         "Parameters",
                                                         "Resources",
                                                         "Rules",
                                                         "Transform"};

constexpr std::string_view whatATemplateIs = "a CloudFormation template has its resources in a map `Resources`";

class Reader {
 public:
  explicit Reader(diag::Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

  Sections read(const Value& document) {
    const auto* map = document.as<Map>();
    if (!map) {
      error("no-template", document.span(), "this is no template: it is no map", whatATemplateIs);
      return {};
    }
    if (!data::find(*map, "Resources")) {
      std::vector<std::string_view> keys;
      for (const auto& entry : *map) keys.push_back(entry.key);
      const auto near = diag::closest("Resources", keys);
      const auto span = near.empty() ? document.span() : entryOf(*map, near).keySpan;
      error("no-template", span, "this is no template: it has no `Resources`",
            near.empty() ? std::string{whatATemplateIs} : "write `Resources`");
      return {};
    }
    transformed_ = data::find(*map, "Transform") != nullptr;
    Sections sections;
    for (const auto& entry : *map) readSection(entry, sections);
    return sections;
  }

 private:
  void error(std::string_view rule, diag::Span span, std::string message, std::string_view hint = {}) {
    diagnostics_.error(rule, span, std::move(message), std::string{hint});
  }

  static const data::Entry& entryOf(const Map& map, std::string_view key) {
    return *std::ranges::find(map, key, &data::Entry::key);
  }

  void readSection(const data::Entry& entry, Sections& sections) {
    if (entry.key == "Resources") return readResources(entry, sections);
    if (entry.key == "Description") return void(sections.description = entry.value);
    if (entry.key == "Transform") return void(sections.transform = entry.value);
    if (entry.key == "AWSTemplateFormatVersion" || entry.key == "Hooks") return;
    if (entry.key == "Globals" && transformed_) return;  // AWS::Serverless fills them in
    auto* section = entry.key == "Metadata"     ? &sections.metadata
                    : entry.key == "Parameters" ? &sections.parameters
                    : entry.key == "Rules"      ? &sections.rules
                    : entry.key == "Mappings"   ? &sections.mappings
                    : entry.key == "Conditions" ? &sections.conditions
                    : entry.key == "Outputs"    ? &sections.outputs
                                                : nullptr;
    if (!section) {
      return error("unknown-section", entry.keySpan, fmt::format("`{}` is no section of a template", entry.key),
                   diag::didYouMean(entry.key, {sectionsKnown.begin(), sectionsKnown.end()}));
    }
    if (isNothing(entry.value)) return;
    if (const auto* map = entry.value.as<Map>())
      for (const auto& each : *map) {
        // A loop over what is not known, in a section that holds names.
        const bool loop = each.key.starts_with("Fn::ForEach::");
        if (loop) sections.transform = each.value;
        if (!loop) section->push_back(each);
      }
    else
      error("bad-section", entry.value.span(), fmt::format("`{}` is no map", entry.key));
  }

  static bool isNothing(const Value& value) {
    const auto* text = value.as<std::string>();
    return text && value.plain() && (text->empty() || *text == "null" || *text == "~");
  }

  void readResources(const data::Entry& section, Sections& sections) {
    const auto* map = section.value.as<Map>();
    if (!map || map->empty())
      return error("no-template", section.keySpan, "this is no template: `Resources` holds no resource",
                   whatATemplateIs);
    std::set<std::string_view> seen;
    for (const auto& entry : *map) {
      if (entry.key.starts_with("Fn::")) {  // a loop or an include makes resources that do not stand here
        sections.transform = entry.value;
        continue;
      }
      if (!seen.insert(entry.key).second) {
        error("duplicate-key", entry.keySpan, fmt::format("a loop makes the resource `{}` twice", entry.key),
              "write the loop's name into the logical id so that each item gives another");
        continue;
      }
      readResource(entry, sections);
    }
  }

  void readResource(const data::Entry& entry, Sections& sections) {
    const auto* map = entry.value.as<Map>();
    if (!map)
      return error("bad-resource", entry.keySpan, fmt::format("the resource `{}` is no map", entry.key),
                   "write its `Type` and `Properties` below it");
    Declaration resource{.logicalId = entry.key, .span = entry.keySpan};
    for (const auto& attribute : *map) readAttribute(attribute, resource);
    if (resource.type.text.empty() && !data::find(*map, "Type"))
      return error("bad-resource", entry.keySpan, fmt::format("the resource `{}` has no `Type`", entry.key),
                   "write for example `Type: AWS::EC2::VPC`");
    sections.resources.push_back(std::move(resource));
  }

  void readAttribute(const data::Entry& attribute, Declaration& resource) {
    const auto& value = attribute.value;
    if (attribute.key == "Type")
      resource.type = name(attribute);
    else if (attribute.key == "Condition")
      resource.condition = name(attribute);
    else if (attribute.key == "DependsOn")
      readDependsOn(attribute, resource);
    else if (attribute.key == "DeletionPolicy")
      resource.deletionPolicy = value;
    else if (attribute.key == "UpdateReplacePolicy")
      resource.updateReplacePolicy = value;
    else if (attribute.key == "CreationPolicy")
      resource.creationPolicy = value;
    else if (attribute.key == "UpdatePolicy")
      resource.updatePolicy = value;
    else if (attribute.key == "Metadata")
      resource.metadata = value;
    else if (attribute.key == "Properties" && !isNothing(value)) {
      if (value.as<Map>())
        resource.properties = value;
      else
        error("bad-resource", value.span(), fmt::format("the properties of `{}` are no map", resource.logicalId));
    }
  }

  Name name(const data::Entry& attribute) {
    if (const auto* text = attribute.value.as<std::string>(); text && !text->empty())
      return {*text, attribute.value.span()};
    error("bad-resource", attribute.value.span(), fmt::format("`{}` is no text", attribute.key));
    return {};
  }

  void readDependsOn(const data::Entry& attribute, Declaration& resource) {
    const auto* list = attribute.value.as<List>();
    if (!list) return void(resource.dependsOn.push_back(name(attribute)));
    for (const auto& item : *list) resource.dependsOn.push_back(name({attribute.key, item, attribute.keySpan}));
  }

  diag::Diagnostics& diagnostics_;
  bool transformed_ = false;
};

}  // namespace

Value readDocument(const diag::Source& source, diag::Diagnostics& diagnostics) {
  return data::looksLikeJson(source.text) ? data::readJson(source, diagnostics, limits)
                                          : data::readYaml(source, diagnostics, limits);
}

std::span<const std::string_view> sectionNames() { return sectionsKnown; }

std::optional<Template> readTemplate(const Value& document, const diag::Source& source,
                                     diag::Diagnostics& diagnostics) {
  if (!document.isSet()) return {};
  const auto written = writeOutLoops(document);
  auto sections = Reader{diagnostics}.read(written.document);
  if (!diagnostics.hasErrors()) checkReferences(sections, diagnostics);
  if (diagnostics.hasErrors()) return {};
  return Template{std::move(sections), source.name};
}

std::optional<Template> readTemplate(const diag::Source& source, diag::Diagnostics& diagnostics) {
  const auto document = readDocument(source, diagnostics);
  if (!document.isSet()) return {};
  return readTemplate(document, source, diagnostics);
}

}  // namespace cfn
