#include "app/duplicates.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "schema/characters.h"
#include "schema/plain.h"

namespace app {
namespace {

/// What boot.sh and app.php write; applications have /etc/cairn/app.
bool isCairns(std::string_view path) {
  constexpr auto files = std::to_array<std::string_view>({
      "/etc/fstab",
      "/etc/nginx/nginx.conf",
  });
  constexpr auto prefixes = std::to_array<std::string_view>({
      "/etc/cron.d/cairn",
      "/etc/logrotate.d/cairn",
      "/etc/stunnel/cairn-",
      "/etc/systemd/system/cairn-",
      "/usr/local/lib/cairn/",
  });
  const auto isBelow = [path](std::string_view prefix) { return path.starts_with(prefix); };
  if (std::ranges::find(files, path) != files.end() || std::ranges::any_of(prefixes, isBelow)) return true;
  return path.starts_with("/etc/cairn/") && !path.starts_with("/etc/cairn/app/");
}

// Values that could not be read are empty here, and were reported.
class Checker {
 public:
  Checker(const schema::Field& described, diag::Diagnostics& diagnostics)
      : described_{described}, diagnostics_{diagnostics} {}

  void checkFiles(const std::vector<File>& files) {
    std::set<std::string_view> seen;
    for (const auto& file : files) {
      const auto& path = file.path.text();
      if (path.empty()) continue;
      if (!seen.insert(path).second)
        error("repeated-path", file.path, fmt::format("`files` has two items with the path `{}`", path),
              "remove one of them");
      if (isCairns(path))
        error("reserved-path", file.path, fmt::format("`{}` is a file that Cairn writes", path),
              "write another path; `/etc/cairn/app/` is for files of the application");
    }
  }

  void checkJobs(const std::vector<Cron>& jobs) {
    std::set<std::string> seen;
    for (const auto& job : jobs) {
      auto command = job.schedule.text();
      bool isWhole = !command.empty();
      for (const auto& argument : job.argv) {
        isWhole = isWhole && !argument.text().empty();
        command += '\0' + argument.text();
      }
      if (isWhole && !seen.insert(command).second)
        error("repeated-job", job.schedule, "`cron` has the same command twice at the same times",
              "remove one of them");
    }
  }

  void checkProgram(const std::vector<Argument>& argv) {
    if (argv.empty()) return;
    const auto& program = argv.front();
    const auto& text = program.text();
    if (text.starts_with('-'))
      return error("not-a-program", program, fmt::format("`{}` is an option, not a program", text),
                   fmt::format("write the program before it, such as `[php, {}]`", schema::writtenInYaml(text)));
    if (text.find(' ') == text.npos || text.find("{{") != text.npos) return;
    std::vector<std::string> words;
    for (std::string_view rest = text; !rest.empty();)
      if (const auto word = schema::takeUntil(rest, ' '); !word.empty()) words.push_back(schema::writtenInYaml(word));
    error("not-a-program", program, fmt::format("`{}` is a command line, not a program", text),
          fmt::format("write each argument as an item of its own: `[{}]`", fmt::join(words, ", ")));
  }

  template <class T>
  void checkPrograms(const std::vector<T>& commands) {
    for (const auto& command : commands) checkProgram(command.argv);
  }

 private:
  void error(std::string_view rule, const auto& variable, std::string message, std::string hint) {
    diagnostics_.error(rule, originOf(described_, variable), std::move(message), std::move(hint));
  }

  const schema::Field& described_;
  diag::Diagnostics& diagnostics_;
};

}  // namespace

void checkDuplicates(const Parts& parts, const schema::Field& described, diag::Diagnostics& diagnostics) {
  Checker checker{described, diagnostics};
  checker.checkFiles(parts.files);
  checker.checkJobs(parts.cron);
}

void checkPrograms(const Parts& parts, const schema::Field& described, diag::Diagnostics& diagnostics) {
  Checker checker{described, diagnostics};
  checker.checkProgram(parts.install.check.argv);
  checker.checkPrograms(parts.install.commands);
  checker.checkPrograms(parts.install.upgrade);
  checker.checkPrograms(parts.boot);
  for (const auto& job : parts.cron) checker.checkProgram(job.argv);
}

}  // namespace app
