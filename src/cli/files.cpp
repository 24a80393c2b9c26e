#include "cli/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace cli {
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

}  // namespace

FileText readFile(const std::string& path, std::size_t limit) {
  Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return {{}, reason()};
  if (S_ISDIR(status.st_mode)) return {{}, "is a directory, not a file"};

  std::string text;
  constexpr std::size_t chunk = 16 * 1024;
  while (text.size() < limit) {
    const auto had = text.size();
    text.resize(had + std::min(chunk, limit - had));
    const auto got = ::read(file.get(), text.data() + had, text.size() - had);
    text.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {{}, reason()};
    if (got == 0) break;
  }
  return {std::move(text), {}};
}

bool fileExists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::optional<std::string> replaceFile(const std::string& path, std::string_view text) {
  std::error_code error;
  // Through links: the link stays, what it leads to is replaced. Absolute, so that a new file here has a folder too.
  auto target = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) target = path;

  // A pipe or a device cannot be replaced, and takes what it is given as it comes.
  if (fs::exists(target, error) && !fs::is_regular_file(target, error)) {
    if (fs::is_directory(target, error)) return "is a directory, not a file";
    Descriptor file{::open(target.c_str(), O_WRONLY | O_CLOEXEC)};
    return file && writeAll(file.get(), text) && file.close() ? std::nullopt : std::optional{reason()};
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

}  // namespace cli
