#pragma once

#include <span>

#include "cloudformation/template.h"

namespace cfn {

/// The most that CloudFormation takes ("AWS CloudFormation quotas": 1 MB in an S3 bucket).
constexpr std::size_t mostTemplateBytes = 1'048'576;

/// Reads any CloudFormation template, in YAML or JSON. Everything in it has its place; intrinsic functions stay as they
/// are written, in either form (see callOf). Reports what makes it no template: no resources, a resource without a
/// type, references to nothing and in circles. Nothing if there were errors.
std::optional<Template> readTemplate(const diag::Source&, diag::Diagnostics&);
/// The same of what readDocument read from the source.
std::optional<Template> readTemplate(const Value& document, const diag::Source&, diag::Diagnostics&);

/// Reads a document in YAML or JSON within the limits of a template, whatever it holds. Not set if there were errors.
Value readDocument(const diag::Source&, diag::Diagnostics&);

/// The keys that a template may have at its top ("Template anatomy").
std::span<const std::string_view> sectionNames();

}  // namespace cfn
