#pragma once

#include "data/value.h"

namespace cfn {

/// What evaluating templates may cost in all. A file below a kilobyte can stand for gigabytes (a Join of a Split of a
/// Join ...), so whatever is made or walked through is paid for, in bytes: a value costs what it takes in memory.
class Budget {
 public:
  static constexpr std::size_t whole = 16 * 1024 * 1024;
  static constexpr std::size_t valueCost = 64;  ///< without its text

  /// False once more is wanted than there is; nothing is left then.
  bool spend(std::size_t bytes);
  /// The cost of a value with all that is in it.
  bool spend(const data::Value&);
  bool isSpent() const { return left_ == 0; }
  std::size_t spent() const { return whole - left_; }

 private:
  std::size_t left_ = whole;
};

}  // namespace cfn
