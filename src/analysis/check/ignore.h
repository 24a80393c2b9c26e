#pragma once

#include "analysis/check/check.h"

namespace check {

/// What is ignored in a template and on the command line, and whether that was needed.
class Ignores {
 public:
  Ignores(const Model&, const std::vector<Ignore>& given);

  /// Puts the finding where it belongs.
  void sort(diag::Diagnostic finding, Findings&);
  /// Adds what is wrong with the ignores themselves, once all rules were asked.
  void report(Findings&) const;

 private:
  struct Entry {
    std::string rule;
    std::string reason;
    std::string resource{};  ///< empty: the whole template
    diag::Span span{};
    bool inFile = false;
    bool used = false;
  };
  void read(const Value& metadata, const std::string& resource);

  std::vector<Entry> entries_;
  std::vector<std::pair<diag::Span, std::string>> broken_;  ///< place and resource
};

std::span<const Rule> ignoreRules();

}  // namespace check
