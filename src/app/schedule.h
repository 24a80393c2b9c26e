#pragma once

#include <string_view>

#include "schema/problem.h"

namespace app {

/// Whether the text is five fields of a crontab that both crons take, Debian's and Amazon Linux's, and that run at some
/// time. cron ignores a whole file for one line that it cannot read.
bool isSchedule(std::string_view);

/// What is wrong with a text that is none.
schema::Problem problemOfSchedule(std::string_view);

}  // namespace app
