#include <fmt/format.h>

#include <array>

#include "cloudformation/evaluator.h"

// What the template tells of attributes, and of what other templates give.
namespace cfn {
namespace {

/// The port an engine listens on when none is named ("CreateDBInstance", parameter Port).
std::string_view defaultPort(std::string_view engine) {
  struct Default {
    std::string_view engine;
    std::string_view port;
  };
  constexpr std::array<Default, 8> defaults{{{"mysql", "3306"},
                                             {"mariadb", "3306"},
                                             {"aurora-mysql", "3306"},
                                             {"aurora", "3306"},
                                             {"postgres", "5432"},
                                             {"oracle-", "1521"},
                                             {"sqlserver-", "1433"},
                                             {"db2-", "50000"}}};
  for (const auto& known : defaults)
    if (known.engine.ends_with('-') ? engine.starts_with(known.engine) : engine == known.engine) return known.port;
  return {};
}

/// The last part, if it is a text.
const std::string* tailOf(const Value& name) {
  const auto* joined = normal::taggedAs(name, "Join");
  return joined ? normal::textOf(joined->as<List>()->back()) : nullptr;
}

}  // namespace

Value Evaluator::getAtt(std::size_t file, const Value& argument, diag::Span span) {
  const auto name = attributeOf(argument);
  if (!name) {
    const auto* list = argument.as<List>();
    const auto* id = list && list->size() == 2 ? list->front().as<std::string>() : nullptr;
    const auto attribute = id ? evaluate(file, list->back()) : Value{};
    if (const auto* text = normal::textOf(attribute)) return getAtt(file, List{Value{*id}, Value{*text}}, span);
    return normal::unknown(fmt::format("an attribute whose name is not known ({}:{})", span.line, span.column), span,
                           span);
  }
  const auto& resources = files_[file].resources;
  const auto found = resources.find(name->logicalId);
  if (found == resources.end())
    return normal::unknown(fmt::format("`{}.{}` is made by a transform", name->logicalId, name->attribute), span, span);
  return attribute(file, *found->second, name->attribute, span);
}

Value Evaluator::attribute(std::size_t file, const Declaration& resource, std::string_view name, diag::Span span) {
  const std::string_view type = resource.type.text;
  const auto id = idOf(file, resource.logicalId);
  if (type.starts_with("Custom::") || type == "AWS::CloudFormation::CustomResource")
    return normal::unknown(fmt::format("the custom resource `{}` gives `{}`", id, name), resource.span, span);
  if (type == "AWS::CloudFormation::Stack" && name.starts_with("Outputs.")) {
    for (std::size_t child = 0; child < files_.size(); ++child)
      if (files_[child].parent && files_[child].parent->stack == &resource) {
        auto value = output(child, name.substr(8));
        if (value.isSet()) return value.readAt(span);
      }
    return normal::unknown(fmt::format("the nested stack `{}` gives `{}`", id, name.substr(8)), resource.span, span);
  }
  const bool hasRange = type == "AWS::EC2::VPC" || type == "AWS::EC2::Subnet";
  if (name == "CidrBlock" && hasRange) {
    auto range = property(file, resource, name);
    if (normal::textOf(range) || unknownOf(range)) return range.readAt(span);
  }
  if (type.starts_with("AWS::RDS::DB") && (name == "Endpoint.Port" || name == "Port"))
    return port(file, resource, span);
  return normal::symbol("GetAtt", Value{fmt::format("{}.{}", id, name)}, span);
}

Value Evaluator::port(std::size_t file, const Declaration& resource, diag::Span span) {
  if (auto port = property(file, resource, "Port"); port.isSet()) return port.readAt(span);
  const auto id = idOf(file, resource.logicalId);
  const auto cluster = property(file, resource, "DBClusterIdentifier");
  if (const auto* name = normal::taggedAs(cluster, "Ref"))
    if (const auto* text = normal::textOf(*name))
      for (const auto& [logicalId, other] : files_[file].resources)
        if (other != &resource && idOf(file, logicalId) == *text && other->type.text == "AWS::RDS::DBCluster")
          return port(file, *other, span);
  const auto engine = property(file, resource, "Engine");
  const auto* text = normal::textOf(engine);
  const auto known = text && !cluster.isSet() ? defaultPort(*text) : std::string_view{};
  if (known.empty()) return normal::unknown(fmt::format("the port of `{}`, which names none", id), resource.span, span);
  return Value{known}.readAt(span);
}

Value Evaluator::output(std::size_t file, std::string_view name) {
  const auto* written = data::find(files_[file].source->sections().outputs, name);
  const auto* map = written ? written->as<Map>() : nullptr;
  const auto* value = map ? data::find(*map, "Value") : nullptr;
  return value ? evaluate(file, *value) : Value{};
}

/// Evaluated once: there are as many imports as exports.
const std::vector<Evaluator::Export>& Evaluator::exports() {
  if (exports_) return *exports_;
  exports_.emplace();  // the name of an export that imports another's sees none
  std::vector<Export> all;
  for (std::size_t file = 0; files_.size() > 1 && file < files_.size(); ++file)
    for (const auto& entry : files_[file].source->sections().outputs) {
      const auto* map = entry.value.as<Map>();
      const auto* exported = map ? data::find(*map, "Export") : nullptr;
      const auto* exportMap = exported ? exported->as<Map>() : nullptr;
      const auto* writtenName = exportMap ? data::find(*exportMap, "Name") : nullptr;
      if (!writtenName) continue;
      auto name = paid(file, evaluate(file, *writtenName), writtenName->span());
      auto itsIdentity = identity(name);
      all.push_back({file, entry.key, std::move(name), std::move(itsIdentity)});
    }
  exports_ = std::move(all);
  return *exports_;
}

Value Evaluator::importValue(std::size_t importer, const Value& name, diag::Span span) {
  const auto* text = normal::textOf(name);
  const auto* tail = tailOf(name);
  std::vector<Value> exact, alike;
  const auto wanted = identity(name);
  for (const auto& [file, key, exportName, exportIdentity] : exports()) {
    if (file == importer) continue;
    const auto* exportTail = tailOf(exportName);  // `${AWS::StackName}-VPC`: the stack's name is not known
    if (exportIdentity == wanted && text)
      exact.push_back(output(file, key));
    else if (exportTail && (tail ? *tail == *exportTail : text && text->ends_with(*exportTail)))
      alike.push_back(output(file, key));
  }
  auto& found = exact.empty() ? alike : exact;
  if (found.size() == 1 && found[0].isSet()) return found[0].readAt(span);
  const auto shown = text ? *text : tail ? "…" + *tail : wanted;
  return normal::unknown(fmt::format("`{}` is imported from another stack", shown), span, span);
}

}  // namespace cfn
