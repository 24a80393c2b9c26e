#include "constructs/application.h"

#include <fmt/format.h>

#include <array>

#include "constructs/names.h"
#include "text/ascii.h"

namespace constructs {
namespace {

/// `admin_password` as part of a logical id: AdminPassword.
std::string idOf(std::string_view name) {
  std::string id;
  bool begins = true;
  for (const char c : name) {
    if (c != '_') id += begins ? text::raised(c) : c;
    begins = c == '_';
  }
  return id;
}

/// Letters and digits alone break nothing, wherever they are put; 32 of them are 190 bits.
aws::secretsmanager::Secret::Handle addSecret(Draft& stack, const app::Secret& secret, diag::Span preset) {
  aws::secretsmanager::secret::GenerateSecretString generate{.ExcludePunctuation = true,
                                                             .PasswordLength = secret.length};
  if (secret.user) {
    generate.GenerateStringKey = "password";
    auto json = data::toCompactJson(data::Map{{"username", *secret.user}});
    generate.SecretStringTemplate = std::move(json);
  }
  const auto handle = stack[fmt::format("{}Secret", idOf(secret.name.text()))] = aws::secretsmanager::Secret{
      .Description = cfn::From<std::string>{secret.doc, preset},
      .GenerateSecretString = cfn::From<aws::secretsmanager::secret::GenerateSecretString>{generate, preset},
      .Tags = nameTag(secret.name.text()),
  };
  // What it encrypts, and who it lets in, outlives the stack in snapshots.
  stack.onDeletion(handle, cfn::DeletionPolicy::RetainExceptOnCreate);
  return handle;
}

/// CloudWatch keeps logs for certain numbers of days ("PutRetentionPolicy"): the next one.
std::int64_t retention(std::int64_t days) {
  constexpr std::array<std::int64_t, 23> all{1,   3,   5,   7,    14,   30,   60,   90,   120,  150,  180, 365,
                                             400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, 3653};
  for (const auto each : all)
    if (each >= days) return each;
  return all.back();
}

}  // namespace

Application addApplication(Draft& stack, const app::Application& config) {
  Application application;
  const auto preset = stack.placeOf(config.preset, config.define);
  const auto secrets = Draft::Part{stack, preset};
  for (const auto& secret : config.resolved.preset.secrets)
    application.secrets.push_back({secret.name.text(), addSecret(stack, secret, preset), secret.user.has_value()});
  if (config.logs.enabled) {
    const auto part = stack.part(config.logs);
    const auto logs = stack["Logs"] = aws::logs::LogGroup{
        .RetentionInDays = stack.from(config.logs.keepDays, retention(config.logs.keepDays)),
        .Tags = nameTag("logs"),
    };
    stack.onDeletion(logs, cfn::DeletionPolicy::Delete);
    application.logs = logs;
  }
  return application;
}

void addLoginOutputs(Draft& stack, const Application& application) {
  for (const auto& [name, secret, isLogin] : application.secrets) {
    if (!isLogin) continue;
    stack.output(fmt::format("{}Login", idOf(name)),
                 cfn::sub({"aws secretsmanager get-secret-value --region ", cfn::region(), " --secret-id ", secret,
                           " --query SecretString --output text"}),
                 fmt::format("Command that prints the user name and password of the login {}", name));
  }
}

}  // namespace constructs
