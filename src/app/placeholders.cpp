#include "app/placeholders.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

/// What every instance knows.
constexpr auto always = std::to_array<std::string_view>({
    "app.name",  "mail.auth",   "app.root",        "app.shared",    "db.ca",     "db.host",
    "db.name",   "db.password", "db.port",         "db.user",       "domain",    "instance",
    "mail.from", "mail.host",   "mail.encryption", "mail.password", "mail.port", "mail.user",
    "nodes",     "region",      "time_zone",       "upload_limit",  "url",
});

constexpr auto encoders =
    std::to_array<std::string_view>({"bytes", "ini", "json", "matomo", "php", "raw", "sh", "url"});

std::vector<std::string> valuesOf(const Preset& preset) {
  std::vector<std::string> values{always.begin(), always.end()};
  for (const auto& setting : preset.settings) values.push_back(fmt::format("setting.{}", setting.name.text()));
  for (const auto& secret : preset.secrets)
    if (secret.user)
      for (const auto* member : {"password", "username"})
        values.push_back(fmt::format("secret.{}.{}", secret.name.text(), member));
    else
      values.push_back(fmt::format("secret.{}", secret.name.text()));
  return values;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

constexpr std::string_view literal = "; for a literal `{{` write `{{{{`";

/// What nobody may see: it is written by an encoder, which takes every character, and is no argument.
bool isSecret(std::string_view value) {
  return value == "db.password" || value == "mail.password" ||
         (value.starts_with("secret.") && !value.ends_with(".username"));
}

/// The encoder of the language that the text around a value is in, as far as a path or what goes before tells.
std::string_view encoderFor(std::string_view path, std::string_view before) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> byEnding{{{".ini.php", "ini"},
                                                                                   {".php", "php"},
                                                                                   {".ini", "ini"},
                                                                                   {".json", "json"},
                                                                                   {".js", "json"},
                                                                                   {".yaml", "json"},
                                                                                   {".yml", "json"},
                                                                                   {".sh", "sh"}}};
  const auto line = before.substr(before.find_last_of("\n\"' ") + 1);
  if (line.find("://") != line.npos) return "url";
  for (const auto& [ending, encoder] : byEnding)
    if (path.ends_with(ending)) return encoder;
  return "bytes";
}

/// How the values of a text are written, and in which file.
struct Form {
  enum { encoded, verbatim, bytes } kind;
  std::string_view path{};
};

class Checker {
 public:
  Checker(const Preset& preset, const schema::Field& described, diag::Diagnostics& diagnostics)
      : values_{valuesOf(preset)}, described_{described}, diagnostics_{diagnostics} {}

  void check(const std::string& text, diag::Span at, Form form) {
    for (std::size_t begin = 0; (begin = text.find("{{", begin)) != text.npos;) {
      if (text.compare(begin, 4, "{{{{") == 0) {  // stands for `{{`, as in app.php
        begin += 4;
        continue;
      }
      const auto end = std::min(text.find("}}", begin), text.find('\n', begin));
      if (end == text.npos || text[end] == '\n') {
        report(text, begin, 2, at, "unclosed-placeholder", "`{{` without `}}` on the same line",
               fmt::format("write `{{{{VALUE}}}}`{}", literal));
        begin += 2;
        continue;
      }
      checkOne(text, begin, end + 2 - begin, at, form);
      begin = end + 2;
    }
  }
  template <class T>
  void check(const T& variable, const std::string& text, Form form) {
    check(text, schema::originOf(described_, variable), form);
  }

 private:
  void checkOne(const std::string& text, std::size_t begin, std::size_t size, diag::Span at, Form form) {
    const auto inner = std::string_view{text}.substr(begin + 2, size - 4);
    const auto bar = inner.find('|');
    const auto value = trimmed(inner.substr(0, bar));
    const auto refuse = [&](std::string_view rule, std::string message, std::string hint) {
      report(text, begin, size, at, rule, std::move(message), std::move(hint));
    };
    if (std::ranges::find(values_, value) == values_.end()) {
      const auto part = std::ranges::find_if(
          values_, [&](const std::string& known) { return known.starts_with(fmt::format("{}.", value)); });
      const auto near = part == values_.end() ? diag::closest(value, {values_.begin(), values_.end()}) : *part;
      return refuse("unknown-value", fmt::format("unknown placeholder `{}`", value),
                    near.empty() ? fmt::format("write a value such as `{{{{db.host}}}}`{}", literal)
                                 : fmt::format("did you mean `{}`?", near));
    }
    if (form.kind == Form::verbatim) {
      if (isSecret(value))
        return refuse(
            "secret-in-argument", "every process may read the arguments of a command, as `ps` does",
            fmt::format("write it in `environment`, which commands have, as `NAME: \"{{{{{}|bytes}}}}\"`", value));
      if (bar != inner.npos)
        refuse("encoder-in-argument", "an argument uses the value without an encoder",
               fmt::format("write `{{{{{}}}}}`", value));
      return;
    }
    if (bar == inner.npos)
      return refuse("missing-encoder", fmt::format("`{}` has no encoder", value),
                    form.kind == Form::bytes ? fmt::format("write `{{{{{}|bytes}}}}`", value)
                                             : fmt::format("write `{{{{{}|ENCODER}}}}` with one of `{}`", value,
                                                           fmt::join(encoders, "`, `")));
    checkEncoder(trimmed(inner.substr(bar + 1)), value, std::string_view{text}.substr(0, begin), form, refuse);
  }

  void checkEncoder(std::string_view encoder, std::string_view value, std::string_view before, Form form,
                    const auto& refuse) {
    if (std::ranges::find(encoders, encoder) == encoders.end()) {
      return refuse("unknown-encoder", fmt::format("unknown encoder `{}`", encoder),
                    diag::didYouMean(encoder, {encoders.begin(), encoders.end()},
                                     fmt::format("write one of `{}`", fmt::join(encoders, "`, `"))));
    }
    if (form.kind == Form::bytes && encoder != "bytes")
      return refuse("encoder-in-ini",
                    "Cairn quotes each php.ini value as a whole, after it has replaced the placeholders",
                    fmt::format("write `{{{{{}|bytes}}}}`", value));
    if (encoder == "raw" && isSecret(value))
      refuse("raw-secret", fmt::format("`raw` fails on most characters, and `{}` may contain any character", value),
             fmt::format("write `{{{{{}|{}}}}}`", value, encoderFor(form.path, before)));
  }

  /// At the placeholder itself, which stands in the file as in the text, be it in quotes or in a block.
  void report(const std::string& text, std::size_t begin, std::size_t size, diag::Span at, std::string_view rule,
              std::string message, std::string hint) {
    const auto placeholder = std::string_view{text}.substr(begin, size);
    int before = 0;
    for (auto found = text.find(placeholder); found < begin; found = text.find(placeholder, found + 1)) ++before;
    diagnostics_.error(rule, placeOf(placeholder, before, at), std::move(message), std::move(hint));
  }

  diag::Span placeOf(std::string_view placeholder, int before, diag::Span at) const {
    const std::string_view file = diagnostics_.sources().of(at).text;
    std::size_t start = 0;
    for (int line = 1; line < at.line && start != file.npos; ++line) start = file.find('\n', start) + 1;
    auto found = file.find(placeholder, start);
    for (; before > 0 && found != file.npos; --before) found = file.find(placeholder, found + 1);
    if (at.line == 0 || found == file.npos) return at;
    const auto isFirstByte = [](char c) { return (c & 0xC0) != 0x80; };
    const auto length = [&](std::string_view part) {
      return static_cast<int>(std::ranges::count_if(part, isFirstByte));
    };
    const auto lineStart = found == 0 ? 0 : file.rfind('\n', found - 1) + 1;
    const auto lines = static_cast<int>(std::ranges::count(file.substr(start, found - start), '\n'));
    return {at.line + lines, length(file.substr(lineStart, found - lineStart)) + 1, length(placeholder), at.source};
  }

  std::vector<std::string> values_;
  const schema::Field& described_;
  diag::Diagnostics& diagnostics_;
};

void checkArguments(Checker& checker, const std::vector<Argument>& argv) {
  for (const auto& argument : argv) checker.check(argument, argument.text(), {Form::verbatim});
}

template <class T>
void checkCommands(Checker& checker, const std::vector<T>& commands) {
  for (const auto& command : commands) checkArguments(checker, command.argv);
}

}  // namespace

void checkPlaceholders(const Preset& preset, const Parts& parts, const schema::Field& described,
                       diag::Diagnostics& diagnostics) {
  Checker checker{preset, described, diagnostics};
  for (const auto& file : parts.files)
    checker.check(file.content, file.content.text(), {Form::encoded, file.path.text()});
  for (const auto& variable : parts.environment.entries)
    checker.check(variable.value, variable.value.text(), {Form::encoded});
  checkArguments(checker, parts.install.check.argv);
  checkCommands(checker, parts.install.commands);
  checkCommands(checker, parts.install.upgrade);
  checkCommands(checker, parts.boot);
  for (const auto& cron : parts.cron) checkArguments(checker, cron.argv);
}

void checkPlaceholders(const Preset& preset, const schema::Dictionary<IniName, IniValue>& ini,
                       const schema::Field& described, diag::Diagnostics& diagnostics) {
  Checker checker{preset, described, diagnostics};
  for (const auto& directive : ini.entries) checker.check(directive.value, directive.value.text(), {Form::bytes});
}

}  // namespace app
