#include <fmt/format.h>

#include <algorithm>

#include "app/load.h"
#include "app/words.h"

namespace app {
namespace {

using data::List;
using data::Map;
using data::Value;

/// Leaves out what is not set or empty, all through.
Value pruned(const Value& value) {
  if (const auto* map = value.as<Map>()) {
    Map kept;
    for (const auto& [key, inner, span] : *map)
      if (auto rest = pruned(inner); rest.isSet()) kept.push_back({key, std::move(rest), {}});
    return kept.empty() ? Value{} : Value{std::move(kept)};
  }
  if (const auto* list = value.as<List>()) {
    List kept;
    for (const auto& item : *list) kept.push_back(pruned(item));
    return kept.empty() ? Value{} : Value{std::move(kept)};
  }
  const auto* text = value.as<std::string>();
  return text && text->empty() ? Value{} : value;
}

/// Without these members, which are for people or were made use of already.
Map without(const Map& map, std::initializer_list<std::string_view> names) {
  Map kept;
  for (const auto& entry : map)
    if (std::ranges::find(names, entry.key) == names.end()) kept.push_back(entry);
  return kept;
}

List secretsOf(const Preset& preset) {
  List secrets;
  for (const auto& [name, doc, user, length] : preset.secrets)
    secrets.push_back(Map{{"name", name.text()}, {"user", user ? Value{*user} : Value{}}});
  return secrets;
}

/// The word that Matomo, WordPress and Laravel have for it, after PHPMailer.
std::string_view asPhpSays(Encryption encryption) {
  return encryption == Encryption::starttls ? "tls" : encryption == Encryption::tls ? "ssl" : "";
}

/// What templates may ask for and is known already.
Map valuesOf(const Application& application, std::string_view domain) {
  Map values;
  const auto put = [&](std::string_view name, std::string_view value) {
    values.push_back({std::string{name}, value, {}});
  };
  for (const auto& [name, value] : application.resolved.settings) put(fmt::format("setting.{}", name), value);
  put("time_zone", application.timeZone.text());
  put("upload_limit", fmt::format("{}M", application.uploadLimit));
  const auto& mail = application.mail;
  const bool given = !mail.host.text().empty();
  put("mail.host", mail.host.text());
  put("mail.port", given ? fmt::format("{}", mail.port) : "");
  put("mail.from", given ? mail.from.text() : fmt::format("noreply@{}", domain));
  put("mail.encryption", given ? asPhpSays(mail.encryption) : "");
  put("mail.auth", mail.secret ? "plain" : "");
  put("mail.user", "");  // a secret's, if there is one
  put("mail.password", "");
  return values;
}

}  // namespace

Value forInstances(const Application& application, std::string_view domain, Map system) {
  auto preset = application.resolved.preset;
  auto described = describe(preset);
  schema::bindItems(described);
  const auto shown = schema::show(described);
  auto out = without(*shown.as<Map>(), {"title", "packages", "settings", "secrets", "php"});
  out.push_back({"php", without(*find(*shown.as<Map>(), "php")->as<Map>(), {"versions", "extensions"}), {}});
  out.push_back({"secrets", secretsOf(preset), {}});
  if (application.allowDowngrade) out.push_back({"allow_downgrade", true, {}});
  auto told = *pruned(out).as<Map>();
  told.push_back({"values", valuesOf(application, domain), {}});
  told.push_back({"system", std::move(system), {}});
  return told;
}

}  // namespace app
