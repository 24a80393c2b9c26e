#pragma once

#include <map>

#include "diagnostics/diagnostics.h"
#include "schema/schema.h"

// A small config with a field of every type, so that the framework is tested without the real config.
namespace sample {

enum class Mode { fast, slowAndSteady };

/// `#` and lower case letters.
class Tag {
 public:
  static constexpr std::string_view meaning = "`#` and lower case letters, such as `#blue`";
  static constexpr std::string_view pattern = "^#[a-z]+$";
  static constexpr std::string_view example = "#blue";
  static std::optional<Tag> parse(const std::string& text) {
    if (text.size() < 2 || text[0] != '#' || text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1) != text.npos)
      return {};
    return Tag{text};
  }
  static schema::Problem problem(const std::string& text) {
    if (text.find('#') == text.npos) return {"does not begin with `#`", "write `\"#" + text + "\"`"};
    return {};
  }
  const std::string& text() const { return text_; }
  Tag() = default;
  explicit Tag(std::string text) : text_{std::move(text)} {}

 private:
  std::string text_;
};

/// A number, a dot, a number.
class Version {
 public:
  static constexpr std::string_view meaning = "a version such as `8.10`";
  static constexpr std::string_view pattern = "^[0-9]+\\.[0-9]+$";
  static constexpr bool plainNumber = true;
  static std::optional<Version> parse(const std::string& text) {
    const auto dot = text.find('.');
    if (dot == text.npos || dot == 0 || dot + 1 == text.size() || text.find_first_not_of("0123456789.") != text.npos ||
        text.find('.', dot + 1) != text.npos)
      return {};
    Version version;
    version.text_ = text;
    return version;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_{"1.0"};
};

struct Listener {
  std::int64_t port = 80;
  std::string host;
};

struct Inner {
  bool backUp = true;
  std::int64_t keepDays = 7;
};

struct Server {
  std::int64_t count = 2;
  std::optional<std::int64_t> spare;
  Mode mode = Mode::fast;
  std::optional<Mode> fallback;
  Inner inner;
};

struct Zone {
  std::string id;
  std::string note;
};

struct Sample {
  std::string name;
  std::string title = "none";
  Version version;
  std::optional<Tag> tag;
  Zone zone;
  Server server;
  std::vector<Tag> tags;
  std::vector<Listener> listeners;
  std::vector<std::int64_t> ports;
  std::vector<Mode> modes;
};

schema::Field describe(Sample&);

/// What comes of reading a text: the values and, as the user sees them, the mistakes.
struct Read {
  explicit Read(std::string text);
  Read(const Read&) = delete;

  diag::Sources sources;
  diag::Diagnostics diagnostics{sources};
  Sample config;
  schema::Field schema = describe(config);

  /// `2:3 rule: message -> hint` of each mistake.
  std::vector<std::string> mistakes() const;
};

/// The mistakes in a text, after lines that give what must be given.
std::vector<std::string> mistakesIn(const std::string& text);

}  // namespace sample
