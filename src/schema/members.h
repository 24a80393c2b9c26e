#pragma once

#include <cstddef>

namespace schema {

/// Stands for a value of any type, to find out how many of them a struct takes.
struct Anything {
  template <class T>
  operator T() const;
};

/// How many members an aggregate has.
template <class T, class... Given>
consteval std::size_t memberCount() {
  if constexpr (requires { T{Given{}..., Anything{}}; })
    return memberCount<T, Given..., Anything>();
  else
    return sizeof...(Given);
}

}  // namespace schema
