#pragma once

#include "app/types.h"
#include "diagnostics/diagnostics.h"
#include "schema/schema.h"

namespace app {

/// Checks directives for php.ini: PHP has them, and takes the value for what it says. PHP passes over what it does not
/// know, and reads `1GB` as one byte.
void checkIni(const schema::Dictionary<IniName, IniValue>&, const schema::Field& described, diag::Diagnostics&);

}  // namespace app
