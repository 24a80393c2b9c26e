#include "analysis/check/proof.h"

#include <fmt/format.h>

namespace check {

const reach::Worlds& Proof::worlds() {
  if (!worlds_) worlds_ = std::make_unique<reach::Worlds>(std::vector{&model_.source()}, given_);
  return *worlds_;
}

reach::Word Proof::ask(std::string_view from, std::string_view to, std::string_view protocol, std::int64_t port) {
  const auto question = reach::parseQuestion(fmt::format("{} {} {} {}", from, to, protocol, port));
  const auto* asked = std::get_if<reach::Question>(&question);
  if (!asked || !reach::checkNames(*asked, worlds()).empty()) return reach::Word::unknown;
  return reach::ask(worlds(), {*asked}, reach::Detail::brief).answers.front().word;
}

bool Proof::hasPlace(std::string_view id) {
  const auto& network = worlds().undecided();
  return network.hostOf.contains(id) || network.subnetOf.contains(id);
}

}  // namespace check
