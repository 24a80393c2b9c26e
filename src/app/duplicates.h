#pragma once

#include "app/preset.h"
#include "diagnostics/diagnostics.h"

namespace app {

/// Checks that no two items of parts stand for the same: a path that is written twice, a job that runs twice,
/// a file that Cairn writes itself.
void checkDuplicates(const Parts&, const schema::Field& described, diag::Diagnostics&);

/// Checks that what is run is a program, and not a whole command line or an option of what runs it.
void checkPrograms(const Parts&, const schema::Field& described, diag::Diagnostics&);

}  // namespace app
