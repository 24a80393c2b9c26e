#include "analysis/check/check.h"

#include "analysis/check/ignore.h"
#include "analysis/check/rules/service_rules.h"

namespace check {
namespace {

using Family = std::span<const Rule> (*)();
constexpr Family families[] = {
    networkRules,  routeRules,           accessRules,   balancerRules, listenerRules, tlsRules,
    dnsRules,      orderRules,           bootRules,     instanceRules, userDataRules, fileRules,
    databaseRules, databaseSettingRules, dataRules,     identityRules, trustRules,    costRules,
    supportRules,  limitRules,           propertyRules, rightRules,    policyRules,   refusedRules,
    sizeRules,     placeRules,           serviceRules,  wiringRules,   ignoreRules,
};

}  // namespace

void Report::operator()(const Node& at, std::string message, std::string fix,
                        std::vector<diag::Related> related) const {
  add_({severity_, rule_.id, at.span(), std::move(message), std::move(fix), at.owner() ? at.owner()->id : "", at.path(),
        std::move(related)});
}

void Report::operator()(const Resource& at, std::string message, std::string fix,
                        std::vector<diag::Related> related) const {
  add_({severity_, rule_.id, at.span, std::move(message), std::move(fix), at.id, "", std::move(related)});
}

void Report::operator()(diag::Span at, std::string message, std::string fix) const {
  add_({severity_, rule_.id, at, std::move(message), std::move(fix), "", "", {}});
}

std::vector<const Rule*> allRules() {
  std::vector<const Rule*> all;
  for (const auto family : families)
    for (const auto& rule : family()) all.push_back(&rule);
  return all;
}

const Rule* findRule(std::string_view id) {
  for (const auto* rule : allRules())
    if (rule->text.id == id) return rule;
  return nullptr;
}

Findings check(const cfn::Template& source, const Options& options, const std::vector<Ignore>& ignored) {
  const auto model = modelOf(source, options.given);
  Findings findings;
  Ignores ignores{*model, ignored};
  const Report::Add add = [&](diag::Diagnostic finding) { ignores.sort(std::move(finding), findings); };
  for (const auto* rule : allRules()) rule->look(*model, {rule->text, options, add});
  ignores.report(findings);
  return findings;
}

Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace check
