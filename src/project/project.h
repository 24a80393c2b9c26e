#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/load.h"
#include "config/load.h"
#include "constructs/stack.h"
#include "project/kind.h"

/// The one door: a path that a command is given is opened once, and what is behind it is known from then on.
namespace project {

/// Who opens files, for the messages, and which kinds it takes.
struct Command {
  std::string_view name;  ///< "generate"
  Kinds takes;
};

/// A file that was opened without an error.
struct File {
  const diag::Source* source = nullptr;
  Kind kind = Kind::unknown;
  std::unique_ptr<config::LoadedConfig> config{};  ///< of a config
  std::unique_ptr<app::LoadedPreset> preset{};     ///< of a preset
  std::vector<constructs::Stack> stacks{};         ///< of a config those that it makes; of a template itself

  std::string region() const { return config ? config->config.region.text() : ""; }
};

/// The files of one call. Opening prints nothing: the command reports what is in `diagnostics`.
class Project {
 public:
  explicit Project(Command command) : command_{command} {}
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  diag::Sources sources;
  diag::Diagnostics diagnostics{sources};
  std::deque<File> files;  ///< in the order in which they were opened

  /// Opens a path; `-` is standard input. Returns the file; nullptr if it has errors, which are in `diagnostics`.
  File* open(const std::string& path);
  /// The same for one of Cairn's own presets, if the word names one.
  File* openPreset(const std::string& nameOrPath);

  /// Every template of the files, in their order.
  std::vector<const cfn::Template*> templates() const;

 private:
  bool isRight(const diag::Source&, const Content&);
  File* openText(const diag::Source&);
  File* read(const diag::Source&, Content);

  Command command_;
};

/// Reads a config with the files that it names and checks everything that needs no stack; nullptr if it has errors.
std::unique_ptr<config::LoadedConfig> readConfig(const diag::Source&, diag::Diagnostics&);

}  // namespace project
