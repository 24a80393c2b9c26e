#pragma once

#include "config/config.h"
#include "data/value.h"

namespace config {

/// What the bootstrap of an instance is to know and is known before the deployment: [A-Z_]+ to text. It becomes the
/// files in /etc/cairn/values, beside those that only the deployment knows.
data::Map bootValues(const Config&);

/// All that an instance is told and that is known before the deployment (/etc/cairn/app.json).
data::Value told(const Config&);

/// The programs that boot an instance and what it is told, a zero byte between them, packed as they travel to it: in
/// one stream, since they share words. The first of them is what an instance needs to get the rest.
std::string packed(const Config&);
/// The same before it is packed, without what it is told.
std::string programs(const Config&);

/// The packages of an instance: those of the system, of PHP's extensions and of the application.
std::vector<std::string> packagesOf(const Config&);

}  // namespace config
