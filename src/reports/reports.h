#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"

/// Reports for programs: findings as JSON documents.
namespace reports {

/// All that a report tells.
struct Report {
  const diag::Diagnostics& findings;
  const std::vector<diag::Ignored>& ignored;
  std::span<const diag::Rule* const> rules;  ///< those that were asked, in the order of their documentation
  std::string_view version;                  ///< of Cairn
  std::string_view pages;                    ///< address of the rules' pages; name and `.md` follow
};

/// The address of the page about a rule; empty if it is none of the report's rules.
std::string pageOf(const Report&, std::string_view rule);

/// `{"file", "findings": [...], "ignored": [...], "summary": {...}}`; line and column count from 1 and are left out
/// where a finding is about the file as a whole. A finding about a file that this one names has a `file` of its own.
std::string asJson(const Report&);

/// Static Analysis Results Interchange Format, version 2.1.0 (OASIS): what code scanning services take.
std::string asSarif(const Report&);

}  // namespace reports
