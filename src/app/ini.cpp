#include "app/ini.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "schema/characters.h"
#include "text/ascii.h"

namespace app {
namespace {

// The directives of PHP 8.2 to 8.4 and of its own extensions ("List of php.ini directives"), by what they take.
constexpr std::string_view sizes = R"(
fiber.stack_size memory_limit mysqlnd.net_cmd_buffer_size mysqlnd.net_read_buffer_size opcache.jit_buffer_size
opcache.max_file_size post_max_size realpath_cache_size upload_max_filesize zend.max_allowed_stack_size
zend.reserved_stack_size
)";
constexpr std::string_view numbers = R"(
bcmath.scale default_socket_timeout error_reporting hard_timeout max_execution_time max_file_uploads
max_input_nesting_level max_input_time max_input_vars max_multipart_body_parts mysqli.default_port mysqli.max_links
mysqli.max_persistent mysqlnd.net_read_timeout opcache.file_update_protection opcache.force_restart_timeout
opcache.interned_strings_buffer opcache.jit_hot_func opcache.jit_hot_loop opcache.log_verbosity_level
opcache.max_accelerated_files opcache.max_wasted_percentage opcache.memory_consumption opcache.revalidate_freq
pcre.backtrack_limit pcre.recursion_limit precision realpath_cache_ttl serialize_precision session.cache_expire
session.cookie_lifetime session.gc_divisor session.gc_maxlifetime session.gc_probability
session.sid_bits_per_character session.sid_length smtp_port soap.wsdl_cache soap.wsdl_cache_limit
soap.wsdl_cache_ttl unserialize_max_depth user_ini.cache_ttl zend.assertions zend.exception_string_param_max_len
zlib.output_compression_level
)";
constexpr std::string_view flags = R"(
allow_url_fopen allow_url_include auto_globals_jit cgi.fix_pathinfo cgi.force_redirect display_startup_errors
enable_dl enable_post_data_reading expose_php fastcgi.logging file_uploads gd.jpeg_ignore_warning html_errors
ignore_repeated_errors ignore_repeated_source ignore_user_abort implicit_flush intl.use_exceptions log_errors
mail.add_x_header mbstring.encoding_translation mbstring.strict_detection mysqli.allow_local_infile
mysqli.allow_persistent opcache.enable opcache.enable_cli opcache.enable_file_override opcache.file_cache_only
opcache.huge_code_pages opcache.protect_memory opcache.record_warnings opcache.revalidate_path opcache.save_comments
opcache.use_cwd opcache.validate_permission opcache.validate_root opcache.validate_timestamps pcre.jit phar.readonly
phar.require_hash register_argc_argv report_memleaks session.auto_start session.cookie_httponly
session.cookie_secure session.lazy_write session.upload_progress.cleanup session.upload_progress.enabled
session.use_cookies session.use_only_cookies session.use_strict_mode session.use_trans_sid short_open_tag
soap.wsdl_cache_enabled zend.detect_unicode zend.enable_gc zend.exception_ignore_args zend.multibyte
)";
constexpr std::string_view texts = R"(
arg_separator.input arg_separator.output assert.active assert.bail assert.callback assert.exception assert.warning
auto_append_file auto_detect_line_endings auto_prepend_file browscap cgi.discard_path cgi.nph
cgi.redirect_status_env curl.cainfo date.default_latitude date.default_longitude date.sunrise_zenith
date.sunset_zenith date.timezone default_charset default_mimetype disable_classes disable_functions display_errors
doc_root docref_ext docref_root error_append_string error_log error_log_mode error_prepend_string
exif.decode_jis_intel exif.decode_jis_motorola exif.decode_unicode_intel exif.decode_unicode_motorola
exif.encode_jis exif.encode_unicode extension_dir fastcgi.error_header filter.default filter.default_flags from
highlight.comment highlight.default highlight.html highlight.keyword highlight.string iconv.input_encoding
iconv.internal_encoding iconv.output_encoding include_path input_encoding internal_encoding intl.default_locale
intl.error_level ldap.max_links mail.force_extra_parameters mail.log mail.mixed_lf_and_crlf mbstring.detect_order
mbstring.http_input mbstring.http_output mbstring.http_output_conv_mimetypes mbstring.internal_encoding
mbstring.language mbstring.regex_retry_limit mbstring.regex_stack_limit mbstring.substitute_character
mysqli.default_host mysqli.default_pw mysqli.default_socket mysqli.default_user mysqli.local_infile_directory
mysqli.rollback_on_cached_plink mysqlnd.collect_memory_statistics mysqlnd.collect_statistics mysqlnd.debug
mysqlnd.log_mask mysqlnd.mempool_default_size mysqlnd.sha256_server_public_key mysqlnd.trace_alloc
opcache.blacklist_filename opcache.consistency_checks opcache.dups_fix opcache.error_log opcache.file_cache
opcache.file_cache_consistency_checks opcache.jit opcache.jit_bisect_limit opcache.jit_blacklist_root_trace
opcache.jit_blacklist_side_trace opcache.jit_debug opcache.jit_hot_return opcache.jit_hot_side_exit
opcache.jit_max_exit_counters opcache.jit_max_loop_unrolls opcache.jit_max_polymorphic_calls
opcache.jit_max_recursive_calls opcache.jit_max_recursive_returns opcache.jit_max_root_traces
opcache.jit_max_side_traces opcache.jit_max_trace_length opcache.jit_prof_threshold opcache.lockfile_path
opcache.opt_debug_level opcache.optimization_level opcache.preferred_memory_model opcache.preload
opcache.preload_user opcache.restrict_api open_basedir openssl.cafile openssl.capath output_buffering
output_encoding output_handler pdo_mysql.default_socket phar.cache_list report_zend_debug request_order
sendmail_from sendmail_path session.cache_limiter session.cookie_domain session.cookie_path session.cookie_samesite
session.name session.referer_check session.save_handler session.save_path session.serialize_handler
session.trans_sid_hosts session.trans_sid_tags session.upload_progress.freq session.upload_progress.min_freq
session.upload_progress.name session.upload_progress.prefix soap.wsdl_cache_dir sys_temp_dir syslog.facility
syslog.filter syslog.ident tidy.clean_output tidy.default_config unserialize_callback_func upload_tmp_dir
url_rewriter.hosts url_rewriter.tags user_agent user_dir user_ini.filename variables_order zend.script_encoding
zend.signal_check zlib.output_compression zlib.output_handler
)";

/// Extensions of others bring directives of their own; these prefixes are PHP's.
constexpr std::string_view prefixes = R"(
arg_separator assert bcmath cgi curl date fastcgi fiber filter gd iconv intl ldap mail mbstring mysqli mysqlnd opcache
pcre pdo_mysql phar session soap syslog tidy user_ini zend zlib
)";

bool has(std::string_view words, std::string_view word) {
  for (auto at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const auto isBlank = [&](std::size_t place) { return words[place] == ' ' || words[place] == '\n'; };
    if (isBlank(at - 1) && isBlank(at + word.size())) return true;
  }
  return false;
}

void addWords(std::string_view text, std::vector<std::string_view>& words) {
  while (!text.empty()) {
    auto line = schema::takeUntil(text, '\n');
    while (!line.empty()) words.push_back(schema::takeUntil(line, ' '));
  }
}

std::vector<std::string_view> allNames() {
  std::vector<std::string_view> names;
  for (const auto list : {sizes, numbers, flags, texts}) addWords(list, names);
  return names;
}

bool isOfPhp(std::string_view name) {
  const auto dot = name.find('.');
  return dot == name.npos || has(prefixes, name.substr(0, dot));
}

bool isWhole(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  return schema::consistsOf(value, 18, schema::isDigit);
}

using text::lowerCase;

bool isFlag(std::string_view value) { return has("\non off yes no true false 1 0\n", lowerCase(value)); }

/// Digits with one letter at most, which PHP multiplies by.
bool isSize(std::string_view value) {
  if (!value.empty() && std::string_view{"KMGkmg"}.find(value.back()) != std::string_view::npos) value.remove_suffix(1);
  return isWhole(value);
}

std::string sizeInstead(std::string_view value) {
  const auto digits = value.substr(0, value.find_first_not_of("0123456789"));
  auto unit = lowerCase(value.substr(digits.size()));
  unit.erase(0, unit.find_first_not_of(' '));
  const auto letter = unit.empty() ? '\0' : text::raised(unit.front());
  if (digits.empty() || digits.size() > 9 || (letter != 'K' && letter != 'M' && letter != 'G'))
    return "write a number of bytes, or a number followed by `K`, `M` or `G`, such as `512M`";
  return fmt::format("write `{}{}`", digits, letter);
}

struct Complaint {
  std::string message;
  std::string hint;
};

std::optional<Complaint> complaintAbout(std::string_view name, std::string_view value) {
  if (has(sizes, name) && !isSize(value))
    return Complaint{fmt::format("`{}` is not a size", value), sizeInstead(value)};
  if (name == "error_reporting" && !isWhole(value))
    return Complaint{fmt::format("PHP reads `{}` as 0 here, because constants have no meaning in quotes", value),
                     "write the number: `32767` for E_ALL, `24575` without deprecations"};
  if (has(numbers, name) && !isWhole(value))
    return Complaint{fmt::format("`{}` must be a whole number, not `{}`", name, value), "write only digits"};
  if (has(flags, name) && !isFlag(value))
    return Complaint{fmt::format("`{}` must be on or off, not `{}`", name, value), "write `1` or `0`"};
  if (name == "date.timezone" && !TimeZoneKind::matches(value))
    return Complaint{fmt::format("`{}` is not a time zone", value), "remove it, and write `application.time_zone`"};
  return {};
}

}  // namespace

void checkIni(const schema::Dictionary<IniName, IniValue>& ini, const schema::Field& described,
              diag::Diagnostics& diagnostics) {
  const auto names = allNames();
  for (const auto& [key, value] : ini.entries) {
    if (value.text().empty()) continue;  // it could not be read
    const auto& name = key.text();
    const bool isKnown = std::ranges::find(names, name) != names.end();
    if (!isKnown && isOfPhp(name)) {
      const auto* field = schema::fieldOf(described, value);
      diagnostics.error(
          "unknown-directive", field ? field->key : diag::Span{}, fmt::format("PHP has no directive `{}`", name),
          diag::didYouMean(name, names,
                           "remove it; directives of extensions have a dot, such as `redis.session.locking_enabled`"));
    }
    if (!isKnown || value.text().find("{{") != std::string::npos) continue;
    if (auto wrong = complaintAbout(name, value.text()))
      diagnostics.error("wrong-directive", schema::originOf(described, value), std::move(wrong->message),
                        std::move(wrong->hint));
  }
}

}  // namespace app
