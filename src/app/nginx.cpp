#include "app/nginx.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "diagnostics/diagnostics.h"
#include "schema/characters.h"
#include "text/ascii.h"

namespace app {
namespace {

using schema::Problem;

// Those of the core and of FastCGI, which every build has ("Alphabetical index of variables", nginx.org).
constexpr auto variables = std::to_array<std::string_view>({
    "args",
    "binary_remote_addr",
    "body_bytes_sent",
    "bytes_sent",
    "connection",
    "connection_requests",
    "connection_time",
    "content_length",
    "content_type",
    "document_root",
    "document_uri",
    "fastcgi_path_info",
    "fastcgi_script_name",
    "gzip_ratio",
    "host",
    "hostname",
    "https",
    "is_args",
    "limit_rate",
    "msec",
    "nginx_version",
    "pid",
    "pipe",
    "proxy_protocol_addr",
    "proxy_protocol_port",
    "query_string",
    "realpath_root",
    "remote_addr",
    "remote_port",
    "remote_user",
    "request",
    "request_body",
    "request_body_file",
    "request_completion",
    "request_filename",
    "request_id",
    "request_length",
    "request_method",
    "request_time",
    "request_uri",
    "scheme",
    "server_addr",
    "server_name",
    "server_port",
    "server_protocol",
    "status",
    "time_iso8601",
    "time_local",
    "uri",
});
constexpr auto families = std::to_array<std::string_view>({"arg_", "cookie_", "http_", "sent_http_", "sent_trailer_"});

bool isKnown(std::string_view name) {
  const auto ofFamily = [&](std::string_view family) {
    return name.starts_with(family) && name.size() > family.size();
  };
  return std::ranges::find(variables, name) != variables.end() || std::ranges::any_of(families, ofFamily);
}

using Code = std::unique_ptr<pcre2_code, decltype(&pcre2_code_free)>;

struct Compiled {
  Code code;
  int error;
  std::size_t place;
};

Compiled compiled(const std::string& text) {
  int error = 0;
  PCRE2_SIZE place = 0;
  auto* const code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, &error, &place, nullptr);
  return {{code, pcre2_code_free}, error, place};
}

/// A group whose name nginx has a variable for already, which it refuses.
std::string takenName(const pcre2_code& code) {
  std::uint32_t count = 0, size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(&code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(&code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(&code, PCRE2_INFO_NAMETABLE, &table);
  for (std::uint32_t at = 0; at < count; ++at) {
    std::string name{reinterpret_cast<const char*>(table + at * size + 2)};
    if (isKnown(text::lowerCase(name))) return name;
  }
  return "";
}

/// The name behind a `$`.
std::string_view nameAt(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, [](char c) { return schema::isAlphanumeric(c) || c == '_'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::optional<std::string_view> unknownVariable(std::string_view text) {
  for (auto at = text.find('$'); at != text.npos; at = text.find('$', at + 1))
    if (const auto name = nameAt(text.substr(at + 1)); !isKnown(name)) return name;
  return {};
}

}  // namespace

bool isRegularExpression(const std::string& text) {
  const auto [code, error, place] = compiled(text);
  return code && takenName(*code).empty();
}

Problem problemOfExpression(const std::string& text) {
  const auto [code, error, place] = compiled(text);
  if (code) {
    const auto taken = takenName(*code);
    return taken.empty() ? Problem{}
                         : Problem{fmt::format("names a group `{}`, which is the name of an nginx variable", taken),
                                   "use another name"};
  }
  std::array<unsigned char, 256> message{};
  pcre2_get_error_message(error, message.data(), message.size());
  return {fmt::format("is not a valid regular expression: {}", reinterpret_cast<const char*>(message.data())),
          fmt::format("fix it {}; write a backslash before a character that is meant literally",
                      place == 0 ? "at its beginning" : fmt::format("after `{}`", text.substr(0, place)))};
}

bool fitsExpression(const std::string& expression, std::string_view text) {
  const auto code = compiled(expression).code;
  if (!code) return false;
  const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data{
      pcre2_match_data_create_from_pattern(code.get(), nullptr), pcre2_match_data_free};
  return pcre2_match(code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                     PCRE2_ANCHORED | PCRE2_ENDANCHORED, data.get(), nullptr) >= 0;
}

bool hasKnownVariables(std::string_view text) { return !unknownVariable(text); }

Problem problemOfVariables(std::string_view text) {
  const auto name = unknownVariable(text);
  if (!name) return {};
  if (name->empty())
    return {"contains a `$` that does not begin a variable", "remove it, or write a variable such as `$args`"};
  if (schema::isDigit(name->front()))
    return {fmt::format("contains `${}`, but a fallback has no captured groups", *name),
            "write `$uri` for the path, or `$args` for the query"};
  const auto near = diag::closest(*name, {variables.begin(), variables.end()});
  return {fmt::format("contains `${}`, which is not an nginx variable", *name),
          near.empty() ? "write one such as `$uri` or `$args`" : fmt::format("did you mean `${}`?", near)};
}

}  // namespace app
