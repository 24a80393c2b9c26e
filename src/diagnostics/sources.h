#pragma once

#include <deque>
#include <string>

namespace diag {

/// A stretch of one line of a file, in code points. Lines and columns count from 1; line 0 stands for the file as a
/// whole.
struct Span {
  int line = 0;
  int column = 0;
  int length = 1;
  int source = 0;  ///< which file: an index into Sources

  /// Whether it says anything of a place: a line, or a default of a field.
  bool isSet() const { return line != 0 || source != 0; }
};

/// A file that was read; or a field that a file does not give, whose default then decides.
struct Source {
  std::string name;  ///< of the file
  std::string text;
  int index = 0;
  std::string field{};  ///< of a default: such as `database.version`
  std::string value{};  ///< and the default itself; empty for a group of fields

  Span whole() const { return {0, 0, 1, index}; }
  bool isDefault() const { return !field.empty(); }
};

/// The files of one run, in the order they were read: what spans point into. A config comes before the files that it
/// names. Defaults stand among them, so that the span of a value that no file gives says which default it is.
class Sources {
 public:
  Sources() = default;
  Sources(std::string name, std::string text) { add(std::move(name), std::move(text)); }
  Sources(const Sources&) = delete;
  Sources& operator=(const Sources&) = delete;

  /// The reference stays valid as long as the Sources do.
  const Source& add(std::string name, std::string text);
  /// A default of the file that the span is in; the result has no line.
  Span addDefault(Span file, std::string field, std::string value);
  const Source& first() const { return all_.front(); }
  const Source& of(Span span) const { return all_.at(static_cast<std::size_t>(span.source)); }

 private:
  std::deque<Source> all_;
};

}  // namespace diag
