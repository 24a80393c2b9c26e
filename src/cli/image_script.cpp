#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "constructs/boot_data.h"

namespace cli {

void addImageScript(CLI::App& app, int& status) {
  const auto path = std::make_shared<std::string>();
  auto* command =
      app.add_subcommand("image-script", "Print the script that installs a config's packages into an image");
  command->add_option("config", *path, "The config file, - for standard input")->required()->type_name("CONFIG");
  command->footer(
      "Example:\n  cairn image-script config/matomo.yaml > bake.sh\n\n"
      "Run it as root on an instance of the config's system, make an AMI of that instance, and give its id as\n"
      "`instances.image`: instances then skip what they find installed, and boot in a fraction of the time.\n"
      "It ends by removing what is that instance's alone (logs, host keys, authorized keys, machine id): terminate it "
      "then.");
  command->callback([path, &status] {
    project::Project project{{"image-script", {.config = true}}};
    const auto* file = openOnly(project, *path);
    status = file && writeOutput(constructs::imageScript(file->config->config)) ? ok : badInput;
  });
}

}  // namespace cli
