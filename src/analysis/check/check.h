#pragma once

#include <span>

#include "analysis/check/rule.h"

/// Whole-stack checks of a template: what would fail, hang, leak, cost or lose data once it is deployed.
namespace check {

/// A finding that is taken as it is, and why; also written in a template, as `Metadata` of a resource or of the whole:
///
///   Metadata:
///     Cairn:
///       ignore:
///         - rule: health-ignored
///           reason: the instances judge themselves
struct Ignore {
  std::string rule;
  std::string reason;
};

struct Findings {
  std::vector<diag::Diagnostic> all;
  std::vector<diag::Ignored> ignored;
};

/// Asks every rule. Places are those of the template's source; of a template that was not read they have line 0 and
/// only the names of resource and property.
Findings check(const cfn::Template&, const Options&, const std::vector<Ignore>& ignored = {});

/// Every rule, in the order of the families.
std::vector<const Rule*> allRules();
/// The rule of that name; nullptr if there is none.
const Rule* findRule(std::string_view id);

/// The areas in their order, each once.
std::vector<std::string_view> areas();
/// The page of a rule, in Markdown: what comes of the mistake, what to write instead, and an example.
std::string pageOf(const Rule&);
/// Name of that page's file.
std::string pageName(const Rule&);
/// The page that lists all rules.
std::string indexPage();

/// A short template with lines that are wrong, behind `-`, and those that say it right, behind `+`; empty if there is
/// none for the rule.
std::string_view exampleOf(std::string_view id);
std::string wrongSide(std::string_view example);
std::string rightSide(std::string_view example);

/// The day that it is, which decides what is out of support.
Day today();

}  // namespace check
