#include "analysis/check/engines.h"

#include <fmt/format.h>

namespace check {
namespace {

using namespace std::chrono;

constexpr year_month_day on(int y, unsigned m, unsigned d) { return {year{y}, month{m}, day{d}}; }

// Read in November 2026: "Amazon RDS User Guide: Supported MySQL, MariaDB and PostgreSQL versions; Extended Support",
// "Amazon Aurora: release calendars", "Amazon ElastiCache: Extended Support versions"; the vendors' pages for operating
// systems and PHP; "AWS Lambda Developer Guide: Runtime deprecation policy". AWS has put such dates off, never forward.
constexpr Support lines[] = {
    {"mysql", "5.7", on(2024, 2, 29), on(2027, 2, 28)},
    {"mysql", "8.0", on(2026, 7, 31), on(2029, 7, 31)},
    {"mysql", "8.4", on(2029, 7, 31), on(2032, 7, 31)},
    {"mariadb", "10.4", on(2025, 2, 28), on(2025, 2, 28)},
    {"mariadb", "10.5", on(2026, 2, 28), on(2026, 2, 28)},
    {"mariadb", "10.6", on(2026, 12, 31), on(2026, 12, 31)},
    {"mariadb", "10.11", on(2028, 2, 29), on(2028, 2, 29)},
    {"mariadb", "11.4", on(2029, 5, 31), on(2029, 5, 31)},
    {"mariadb", "11.8", on(2028, 6, 30), on(2028, 6, 30)},
    {"mariadb", "12.3", on(2029, 6, 30), on(2029, 6, 30)},
    {"postgres", "11", on(2024, 2, 29), on(2027, 3, 31)},
    {"postgres", "12", on(2025, 2, 28), on(2028, 2, 29)},
    {"postgres", "13", on(2026, 2, 28), on(2029, 2, 28)},
    {"postgres", "14", on(2027, 2, 28), on(2030, 2, 28)},
    {"postgres", "15", on(2028, 2, 29), on(2031, 2, 28)},
    {"postgres", "16", on(2029, 2, 28), on(2032, 2, 29)},
    {"postgres", "17", on(2030, 2, 28), on(2033, 2, 28)},
    {"postgres", "18", on(2031, 2, 28), on(2034, 2, 28)},
    {"aurora-mysql", "5.7", on(2024, 10, 31), on(2029, 6, 30)},
    {"aurora-mysql", "8.0", on(2028, 4, 30), on(2029, 7, 31)},
    {"redis", "4", on(2026, 1, 31), on(2029, 1, 31)},
    {"redis", "5", on(2026, 1, 31), on(2029, 1, 31)},
    {"redis", "6", on(2027, 1, 31), on(2030, 1, 31)},
    {"amazon-linux", "2", on(2026, 6, 30), on(2026, 6, 30)},
    {"amazon-linux", "1", on(2023, 12, 31), on(2023, 12, 31)},
    {"amazon-linux", "2023", on(2029, 6, 30), on(2029, 6, 30)},
    {"ubuntu", "18.04", on(2023, 5, 31), on(2023, 5, 31)},
    {"ubuntu", "20.04", on(2025, 5, 31), on(2025, 5, 31)},
    {"ubuntu", "22.04", on(2027, 4, 30), on(2027, 4, 30)},
    {"ubuntu", "24.04", on(2029, 4, 30), on(2029, 4, 30)},
    {"debian", "10", on(2024, 6, 30), on(2024, 6, 30)},
    {"debian", "11", on(2026, 8, 31), on(2026, 8, 31)},
    {"debian", "12", on(2028, 6, 30), on(2028, 6, 30)},
    {"debian", "13", on(2030, 6, 30), on(2030, 6, 30)},
    {"php", "7.4", on(2022, 11, 28), on(2022, 11, 28)},
    {"php", "8.0", on(2023, 11, 26), on(2023, 11, 26)},
    {"php", "8.1", on(2025, 12, 31), on(2025, 12, 31)},
    {"php", "8.2", on(2026, 12, 31), on(2026, 12, 31)},
    {"php", "8.3", on(2027, 12, 31), on(2027, 12, 31)},
    {"php", "8.4", on(2028, 12, 31), on(2028, 12, 31)},
    {"php", "8.5", on(2029, 12, 31), on(2029, 12, 31)},
    {"lambda", "python2.7", on(2021, 7, 15), on(2021, 7, 15)},
    {"lambda", "python3.6", on(2022, 7, 18), on(2022, 7, 18)},
    {"lambda", "python3.7", on(2023, 12, 4), on(2023, 12, 4)},
    {"lambda", "python3.8", on(2024, 10, 14), on(2024, 10, 14)},
    {"lambda", "python3.9", on(2025, 12, 15), on(2025, 12, 15)},
    {"lambda", "python3.10", on(2026, 10, 31), on(2026, 10, 31)},
    {"lambda", "python3.11", on(2027, 6, 30), on(2027, 6, 30)},
    {"lambda", "nodejs8.10", on(2020, 3, 6), on(2020, 3, 6)},
    {"lambda", "nodejs10.x", on(2021, 7, 30), on(2021, 7, 30)},
    {"lambda", "nodejs12.x", on(2023, 3, 31), on(2023, 3, 31)},
    {"lambda", "nodejs14.x", on(2023, 12, 4), on(2023, 12, 4)},
    {"lambda", "nodejs16.x", on(2024, 6, 12), on(2024, 6, 12)},
    {"lambda", "nodejs18.x", on(2025, 9, 1), on(2025, 9, 1)},
    {"lambda", "nodejs20.x", on(2026, 4, 30), on(2026, 4, 30)},
    {"lambda", "nodejs22.x", on(2027, 4, 30), on(2027, 4, 30)},
    {"lambda", "ruby2.5", on(2021, 7, 30), on(2021, 7, 30)},
    {"lambda", "ruby2.7", on(2023, 12, 7), on(2023, 12, 7)},
    {"lambda", "ruby3.2", on(2026, 3, 31), on(2026, 3, 31)},
    {"lambda", "ruby3.3", on(2027, 3, 31), on(2027, 3, 31)},
    {"lambda", "go1.x", on(2024, 1, 8), on(2024, 1, 8)},
    {"lambda", "java8", on(2024, 1, 8), on(2024, 1, 8)},
    {"lambda", "java8.al2", on(2027, 6, 30), on(2027, 6, 30)},
    {"lambda", "java11", on(2027, 6, 30), on(2027, 6, 30)},
    {"lambda", "java17", on(2027, 6, 30), on(2027, 6, 30)},
    {"lambda", "dotnetcore3.1", on(2023, 4, 3), on(2023, 4, 3)},
    {"lambda", "dotnet6", on(2024, 12, 20), on(2024, 12, 20)},
    {"lambda", "dotnet8", on(2026, 11, 10), on(2026, 11, 10)},
    {"lambda", "provided", on(2024, 1, 8), on(2024, 1, 8)},
};

}  // namespace

const Support* supportOf(std::string_view product, std::string_view version) {
  for (const auto& line : lines)
    if (line.product == product && version.starts_with(line.line)) {
      const auto rest = version.substr(line.line.size());
      if (rest.empty() || (rest.front() == '.' && product != "lambda")) return &line;  // `java8.al2` is no `java8`
    }
  return nullptr;
}

std::string shownDay(year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace check
