#pragma once

#include "cloudformation/property.h"

// How a value stands in a template, below the key `V`.
inline std::string yaml(const cfn::Value& value) { return data::toYaml({{"V", value}}); }
inline std::string yaml(const cfn::Expression& expression) { return yaml(expression.value); }

/// The value as JSON in one line.
inline std::string json(const cfn::Value& value) {
  std::string line;
  bool inMargin = false;
  for (const char c : data::toJson(value)) {
    inMargin = c == '\n' || (inMargin && c == ' ');
    if (!inMargin) line += c;
  }
  return line;
}
inline std::string json(const cfn::Expression& expression) { return json(expression.value); }
