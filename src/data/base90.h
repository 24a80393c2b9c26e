#pragma once

#include <string>
#include <string_view>

namespace data {

/// The bytes as a number, the first the least, in printable characters, the least digit first: `!` to `~` without those
/// that JSON and YAML write with an escape, and without braces, which values of parameters may not have in pairs
/// ("PutParameter").
std::string base90(std::string_view bytes);

/// How many characters that is.
std::size_t base90Size(std::size_t bytes);

/// How many bytes fit into so many characters.
std::size_t base90Room(std::size_t characters);

}  // namespace data
