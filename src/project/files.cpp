#include "project/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

namespace project {
namespace {

namespace fs = std::filesystem;

std::string reason() { return std::strerror(errno); }

/// A file descriptor that is closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  Descriptor(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }
  void take(int number) { number_ = number; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

bool writeAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The permissions that the file has, or that a new one gets.
mode_t modeFor(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// A file, whichever of its names it was reached by.
struct Identity {
  dev_t device;
  ino_t inode;
  bool operator==(const Identity&) const = default;
};

Identity identityOf(const struct stat& status) { return {status.st_dev, status.st_ino}; }

/// The regular files that were read as input in this run, and by which name.
std::vector<std::pair<Identity, std::string>>& inputs() {
  static std::vector<std::pair<Identity, std::string>> all;
  return all;
}

constexpr int patience = 1000;  // milliseconds that the other end of a pipe has to come

/// Why what is there cannot be read as a file; empty if it can, or if nothing is there.
std::string kindThatIsNoFile(const struct stat& status, bool isStandardInput) {
  if (S_ISDIR(status.st_mode)) return "it is a directory, not a file";
  if (S_ISSOCK(status.st_mode)) return "it is a socket, not a file";
  if (S_ISBLK(status.st_mode) || (S_ISCHR(status.st_mode) && !isStandardInput)) return "it is a device, not a file";
  return {};
}

/// Waits until there is something to read, or for a pipe that nobody has opened to write until somebody does.
void await(int descriptor, int milliseconds) {
  pollfd wanted{descriptor, POLLIN, 0};
  ::poll(&wanted, 1, milliseconds);
}

/// At most `limit` bytes. The descriptor does not block: a pipe is waited for only while somebody holds its other end.
FileText readAll(int descriptor, std::size_t limit, bool isPipe) {
  std::string text;
  constexpr std::size_t chunk = 16 * 1024;
  bool awaited = false;
  while (text.size() < limit) {
    const auto had = text.size();
    text.resize(had + std::min(chunk, limit - had));
    const auto got = ::read(descriptor, text.data() + had, text.size() - had);
    text.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) {
      await(descriptor, -1);
      continue;
    }
    if (got < 0) return {{}, reason()};
    if (got > 0) continue;
    if (!isPipe || !text.empty() || std::exchange(awaited, true)) break;
    await(descriptor, patience);
  }
  if (isPipe && text.empty()) return {{}, "it is a pipe that no program writes to"};
  return {std::move(text), {}};
}

constexpr std::string_view standardInput = "standard input";

bool isStandardInputPath(const std::string& path) {
  return path == "-" || path == "/dev/stdin" || path == "/dev/fd/0" || path == "/proc/self/fd/0";
}

FileText read(const std::string& path, std::size_t limit, bool asInput) {
  const bool isStandardInput = isStandardInputPath(path);
  static bool standardInputRead = false;
  if (isStandardInput && std::exchange(standardInputRead, true)) return {{}, "standard input can be read only once"};
  struct stat status {};
  if (!isStandardInput) {  // before it is opened: to open a device can do something
    if (::stat(path.c_str(), &status) != 0) return {{}, reason()};
    if (auto kind = kindThatIsNoFile(status, false); !kind.empty()) return {{}, std::move(kind)};
  }
  // Standard input is shared with others, who may not want it to be without blocking.
  Descriptor file{isStandardInput ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                  : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (!file || ::fstat(file.get(), &status) != 0) return {{}, reason()};
  if (auto kind = kindThatIsNoFile(status, isStandardInput); !kind.empty()) return {{}, std::move(kind)};
  if (asInput && S_ISREG(status.st_mode)) inputs().emplace_back(identityOf(status), path);
  return readAll(file.get(), limit, S_ISFIFO(status.st_mode) && !isStandardInput);
}

/// Where writing to the path ends up: links are followed, also to what is not there yet.
fs::path targetOf(const std::string& path) {
  std::error_code error;
  auto target = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? fs::path{path} : target;
}

std::optional<Identity> fileAt(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return identityOf(status);
}

/// A pipe or a device takes what it is given as it comes; it cannot be replaced.
std::optional<std::string> writeInto(const fs::path& target, std::string_view text) {
  Descriptor file{-1};
  for (int waited = 0;; waited += 20) {  // a pipe that nobody reads would block
    const int opened = ::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened >= 0 || errno != ENXIO || waited >= patience) {
      if (opened < 0 && errno == ENXIO) return "no program reads from it";
      if (opened < 0) return reason();
      ::fcntl(opened, F_SETFL, ::fcntl(opened, F_GETFL) & ~O_NONBLOCK);
      file.take(opened);
      break;
    }
    ::poll(nullptr, 0, 20);
  }
  return writeAll(file.get(), text) && file.close() ? std::nullopt : std::optional{reason()};
}

}  // namespace

FileText readFile(const std::string& path, std::size_t limit) { return read(path, limit, true); }
FileText readOutput(const std::string& path, std::size_t limit) { return read(path, limit, false); }

std::string wrongOutputs(const std::vector<std::string>& paths) {
  std::vector<fs::path> targets;
  for (const auto& path : paths) {
    const auto target = targetOf(path);
    if (const auto file = fileAt(target))
      for (const auto& [input, name] : inputs())
        if (input == *file)
          return name == path
                     ? fmt::format("{} is an input: the output would replace it, name another file", path)
                     : fmt::format("{} is the input {}: the output would replace it, name another file", path, name);
    for (std::size_t i = 0; i < targets.size(); ++i)
      if (targets[i] == target)
        return fmt::format("two outputs would be written to {}{}", path,
                           paths[i] == path ? "" : fmt::format(", also known as {}", paths[i]));
    targets.push_back(target);
  }
  return {};
}

std::string shownName(const std::string& path) { return path == "-" ? std::string{standardInput} : path; }

bool isNamed(const std::string& path) {
  return path != "-" && path != standardInput && !path.starts_with("/dev/") && !path.starts_with("/proc/");
}

bool fileExists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::optional<std::string> replaceFile(const std::string& path, std::string_view text) {
  if (auto wrong = wrongOutputs({path}); !wrong.empty()) return wrong;
  std::error_code error;
  const auto target = targetOf(path);
  if (fs::exists(target, error) && !fs::is_regular_file(target, error)) {
    if (fs::is_directory(target, error)) return "it is a directory, not a file";
    return writeInto(target, text);
  }
  fs::create_directories(target.parent_path(), error);
  if (error) return error.message();
  auto temporary = (target.parent_path() / fmt::format(".{}.XXXXXX", target.filename().string())).string();
  Descriptor file{::mkostemp(temporary.data(), O_CLOEXEC)};
  if (!file) return reason();
  if (::fchmod(file.get(), modeFor(target)) == 0 && writeAll(file.get(), text) && file.close() &&
      ::rename(temporary.c_str(), target.c_str()) == 0)
    return {};
  auto why = reason();
  ::unlink(temporary.c_str());
  return why;
}

}  // namespace project
