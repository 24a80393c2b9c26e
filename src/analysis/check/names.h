#pragma once

#include "analysis/check/model.h"

/// Names of DNS.
namespace check {

/// Every record of the template, alone or of a group. A record of a group has no zone of its own.
std::vector<Node> recordsOf(const Model&);

/// What an alias leads to: `!GetAtt Balancer.DNSName`, also behind `dualstack.`; nothing for other records.
std::optional<Reference> targetOf(const Node& record);

/// The name as a template tells it, without a final dot; an expression as it is written.
std::string shownName(const Node&);

/// Whether a certificate for `pattern`, which may begin with `*.`, is good for `name`.
Truth coversName(const Node& pattern, const Node& name);

/// Whether the name is the zone's or below it.
Truth liesIn(const Node& name, const Node& zone);

}  // namespace check
