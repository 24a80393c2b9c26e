#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/value.h"

/// A small model of how IAM decides ("Policy evaluation logic"), for the parts of the language that Cairn writes.
namespace evaluator {

struct Request {
  std::string action;
  std::string resource = "*";
  std::map<std::string, std::string> context{};  ///< condition keys; what is not in here is missing
};

enum class Decision { implicitDeny, allow, deny };

/// A pattern of IAM: `*` is any text, `?` any character; `${*}`, `${?}` and `${$}` are the characters themselves.
bool matches(std::string_view pattern, std::string_view text);

/// What the policies decide together; a document that is not understood throws.
Decision decide(const std::vector<data::Map>& documents, const Request& request);

}  // namespace evaluator
