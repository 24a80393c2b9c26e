#include "app/types.h"

#include "catch.h"

namespace {

template <class Kind>
void checkAll(std::initializer_list<std::string_view> good, std::initializer_list<std::string_view> bad) {
  for (const auto text : good) {
    INFO(text);
    CHECK(Kind::matches(text));
  }
  for (const auto text : bad) {
    INFO(text);
    CHECK_FALSE(Kind::matches(text));
  }
}

}  // namespace

// Each of these was given to `crontab -n` of Debian 12, which said the same, but for what never runs.
TEST_CASE("schedules are those that cron reads, and that run") {
  checkAll<app::ScheduleKind>(
      {"* * * * *", "59 23 31 12 7", "0 0 1 1 0", "*/59 */23 */30 */11 */7", "1-5,7,*/20 0-23/2 1,15 JAN-mar Mon-fri",
       "0 4 29 2 *", "0 4 31 feb 1", "0 4 31 1,2 *", "00 04 * * 5-7", "0 0 31 2 0-6", "5-5 * * * *", "0 0 30 */2 *"},
      {"",
       "60 * * * *",
       "* 24 * * *",
       "* * 0 * *",
       "* * 32 * *",
       "* * * 0 *",
       "* * * 13 *",
       "* * * * 8",
       "-1 * * * *",
       "*/0 * * * *",
       "*/60 * * * *",
       "5/2 * * * *",
       "9-3 * * * *",
       "* * * dec-jan *",
       "* * * * fri-sun",
       "* * * * FRID",
       "mon * * * *",
       "1,,2 * * * *",
       "1, * * * *",
       ",1 * * * *",
       "1-2-3 * * * *",
       "1- * * * *",
       "* * * *",
       "* * * * * *",
       "*  * * * *",
       " * * * * *",
       "* * * * *\n",
       "*\t* * * *",
       "0 0 31 2 *",
       "0 0 30 feb *",
       "0 0 31 4,6,9,11 */2",
       "@daily",
       "@reboot",
       "%0 * * * *",
       "* * * * ?",
       "*5 * * * *",
       "** * * * *",
       "99999999999 * * * *"});
}

TEST_CASE("variables of a fallback are those that nginx has") {
  checkAll<app::FallbackKind>(
      {"=404", "=503", "/index.php?$args", "/i$is_args$args", "/x?q=$uri&$arg_a&$http_x_y", "/"},
      {"/i?$nosuch", "/i$", "/i?$", "/$1", "/$arg_", "/$Args", "=200", "=40", "i.php", "/a b", "/a;b", "/${uri}",
       "/a\"", "/a\n"});
}

TEST_CASE("patterns are those that PCRE2 compiles") {
  checkAll<app::PatternKind>(
      {"^/index\\.php$", "(a|b)", "{", "a{2,3}", "(?i)x", "(?<name>x)", "[[:alpha:]]", "\\d+\\Q*\\E", "]"},
      {"(", "[", "*", "+a", "(?<x", "a{3,2}", "\\", "(?P<1>a)", "[b-a]", "(?<uri>x)", "(?<Args>x)", "(?<arg_x>x)",
       "[[:none:]]", "\\p{Nope}", "a\"b", "a\nb", ""});
}

TEST_CASE("paths lead where they say") {
  checkAll<app::RelativePathKind>(
      {"a", "a/b.php", ".env", "a/.b", "..a", "a..b"},
      {"", "/a", "a/", "a//b", ".", "./a", "a/.", "..", "../a", "a/..", "a/../b", "a b", "a\\b"});
  checkAll<app::FilePathKind>({"a", "/a/b", "/.a"}, {"/", "/a/", "//a", "/./a", "/..", "/a/../b", "~/a", "a\n"});
}

TEST_CASE("requests are those that curl sends as they stand") {
  checkAll<app::RequestPathKind>({"/", "/a?b=c&d=%5B%5D", "/a/~b:c@d"}, {"", "a", "?a", "/a[1]", "/a{b,c}", "/a b",
                                                                         "/a#b", "/%", "/%4", "/%zz", "/\"", "/a\nb"});
}

TEST_CASE("URLs of archives name a host, and no secret") {
  checkAll<app::UrlKind>(
      {"https://a.example.com/x.tgz", "https://a:8443/{{version}}/x", "https://a/b?c=d@e",
       "https://v{{version}}.example.com/"},
      {"http://a/x", "https:///x", "https://a..b/x", "https://-a/x", "https://a:0/x", "https://a:65536/x",
       "https://a:b/x", "https://u:p@a/x", "https://a/{b,c}", "https://a/[1-2]", "https://a/{{name}}"});
  checkAll<app::PlainUrlKind>({"https://a/x"}, {"https://a/{{version}}"});
}

TEST_CASE("hosts, addresses and sums") {
  checkAll<app::HostNameKind>({"a", "smtp.example.com", "a-b.c"},
                              {"a..b", "-a.b", "a-.b", ".a", "a.", "a_b", "A.b", ""});
  checkAll<app::EmailKind>({"a.b+c@example.com", "a@b"},
                           {"a..b@c", ".a@c", "a.@c", "a@", "@c", "a@-c", "a@c..d", "a@b@c", "a b@c"});
  checkAll<app::Sha256Kind>({std::string(63, '0') + "1"}, {std::string(63, 'a'), std::string(64, 'g')});
  checkAll<app::TimeZoneKind>({"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"},
                              {"Europe/Berln", "US/Pacific", "europe/berlin", "Europe/", "", "Z", "GMT+1"});
}
