#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.h"

namespace cli {

/// Takes one of the words of an option for what it stands for.
template <class E>
CLI::Validator words(std::vector<std::pair<std::string, E>> all) {
  return {[all = std::move(all)](std::string& word) {
            std::string names;
            std::vector<std::string_view> known;
            for (const auto& [name, value] : all) {
              if (name == word) return word = std::to_string(static_cast<int>(value)), std::string{};
              names += (names.empty() ? "" : ", ") + name;
              known.push_back(name);
            }
            const auto similar = diag::didYouMean(word, known);
            return fmt::format("`{}` is none of {}{}{}", word, names, similar.empty() ? "" : "; ", similar);
          },
          ""};
}

}  // namespace cli
