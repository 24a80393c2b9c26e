#pragma once

#include "app/preset.h"
#include "diagnostics/diagnostics.h"

namespace app {

/// Where an application has what: the parts of a preset, or what a config has in their place.
struct Places {
  std::string_view name;  ///< of the application and of its folders
  const std::vector<Shared>* shared;
  const std::vector<RelativePath>* local;
  const std::vector<File>* files;
  std::vector<const Plugin*> plugins;
  const std::optional<RelativePath>* docroot;
  const std::vector<Log>* logs;
};

Places placesOf(const Preset&);

/// Refuses what would lead root into a folder that PHP may write, where PHP may have put a link: files, plugins, logs.
/// Speaks only of what has a place in the description.
void checkWritable(const Places&, const schema::Field& described, diag::Diagnostics&);

}  // namespace app
