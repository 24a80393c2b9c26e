#pragma once

#include <string>

namespace data {

/// The text of a file, or what is wrong with it, as a message: `error` is empty when all is well.
struct FileText {
  std::string text;
  std::string error;
  std::string advice{};  ///< what to do about the error, where more is known than that it cannot be read
};

}  // namespace data
