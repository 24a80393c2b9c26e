#pragma once

#include <functional>
#include <memory>

#include "app/application.h"
#include "assets/presets.h"
#include "data/file_text.h"
#include "diagnostics/diagnostics.h"

namespace app {

/// A preset that was read, with its description, which points into it: so it stays where it is.
struct LoadedPreset {
  LoadedPreset() = default;
  LoadedPreset(const LoadedPreset&) = delete;
  LoadedPreset& operator=(const LoadedPreset&) = delete;

  Preset preset;
  schema::Field described = describe(preset);
};

/// Reads a preset and checks it. With errors it holds what could be read of it.
std::unique_ptr<LoadedPreset> loadPreset(const diag::Source&, diag::Diagnostics&);

/// What no single field of a preset can tell; also for one that a config carries.
void checkPreset(const Preset&, const schema::Field& described, diag::Diagnostics&);
/// The same of parts, which belong to the preset or change it.
void checkParts(const Preset&, const Parts&, const schema::Field& described, diag::Diagnostics&);
/// Reports a value that is too long for its setting.
void checkLength(const Setting&, std::string_view value, diag::Span, diag::Diagnostics&);

/// The preset of Cairn's that has the name; nullptr if there is none. assets::presets() are all of them.
const assets::Preset* findPreset(std::string_view name);
/// Takes it without a check: a test has checked those of Cairn's.
std::unique_ptr<LoadedPreset> takePreset(const assets::Preset&);
/// Says that there is no preset of that name, and which one may be meant.
void refuseUnknown(std::string_view name, diag::Span, diag::Diagnostics&);

/// Reads a file that a config names; the path is the one written there.
using ReadFile = std::function<data::FileText(const std::string& path)>;

/// Puts together what the application of a config is: the preset it names or carries, with what the config changes of
/// it. `at` is the description of the config.
void resolve(Application&, System, const schema::Field& at, const ReadFile&, diag::Diagnostics&);

/// What the instances are told of it (/etc/cairn/app.json): all that is known before the deployment. `system` is what
/// the bootstrap itself is to know.
data::Value forInstances(const Application&, std::string_view domain, data::Map system);

}  // namespace app
