#pragma once

#include <chrono>
#include <functional>

#include "analysis/check/model.h"

namespace check {

using Day = std::chrono::sys_days;

/// What rules are asked with.
struct Options {
  Day today;                      ///< decides what is out of support
  cfn::Given given{};             ///< parameters
  std::size_t templateBytes = 0;  ///< as it will be deployed
};

/// Takes what one rule finds.
class Report {
 public:
  using Add = std::function<void(diag::Diagnostic)>;
  Report(const diag::Rule& rule, const Options& options, const Add& add)
      : rule_{rule}, options_{options}, add_{add}, severity_{rule.severity} {}

  /// `at` is the cause; `fix` says what to write instead.
  void operator()(const Node& at, std::string message, std::string fix, std::vector<diag::Related> related = {}) const;
  void operator()(const Resource& at, std::string message, std::string fix,
                  std::vector<diag::Related> related = {}) const;
  void operator()(diag::Span at, std::string message, std::string fix) const;  ///< about no resource
  /// For what the rule says in a milder form, such as of an open group that nothing leads to.
  Report as(diag::Severity severity) const {
    auto milder = *this;
    milder.severity_ = severity;
    return milder;
  }
  Day today() const { return options_.today; }
  const Options& options() const { return options_; }

 private:
  const diag::Rule& rule_;
  const Options& options_;
  const Add& add_;
  diag::Severity severity_;
};

/// One rule: what it says, and how it looks. The page in docs/rules is made of the same words.
struct Rule {
  diag::Rule text;
  void (*look)(const Model&, const Report&);
};

/// The place of another resource that has to do with a finding.
inline diag::Related at(const Resource& resource, std::string message) { return {resource.span, std::move(message)}; }
inline diag::Related at(const Node& node, std::string message) { return {node.span(), std::move(message)}; }

}  // namespace check
