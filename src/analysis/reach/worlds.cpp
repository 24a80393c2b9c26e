#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/ask.h"
#include "cloudformation/budget.h"

// Several templates, and what follows from each value of what conditions compare.
namespace reach {
namespace {

constexpr std::size_t mostChoices = 6, mostWorlds = 64;
constexpr std::size_t mostCost = 64 * 1024 * 1024;  // bytes of all worlds; what is not split by then stays undecided

/// The answers of all worlds together: where they differ, it depends.
Answer joined(std::vector<Answer> answers, const std::vector<std::string>& chosen) {
  std::size_t shown = 0;  // of no: the weakest of all
  for (std::size_t i = 1; i < answers.size(); ++i) {
    if (answers[i].barriers < answers[shown].barriers) shown = i;
    if (answers[i].word == answers.front().word) continue;
    Answer differs{.question = answers.front().question};
    differs.unknowns.push_back(
        {Truth::unknown, fmt::format("{}: {}", chosen.front(), name(answers.front().word)), {}, {}});
    differs.unknowns.push_back({Truth::unknown, fmt::format("{}: {}", chosen[i], name(answers[i].word)), {}, {}});
    return differs;
  }
  auto out = std::move(answers[shown]);
  if (!chosen[shown].empty() && (out.passes || out.blocked))
    out.assumptions.push_back(
        fmt::format("the evidence is for this case, and the answer the same in others: {}", chosen[shown]));
  return out;
}

std::size_t costOf(const cfn::Evaluated& evaluated) {
  cfn::Budget budget;
  for (const auto& resource : evaluated.resources)
    for (const auto& property : resource.properties) budget.spend(property.value);
  return budget.spent();
}

}  // namespace

Worlds::Worlds(std::vector<const cfn::Template*> templates, const cfn::Given& given)
    : templates_{std::move(templates)} {
  add(given, {}, mostWorlds);
  for (auto& world : all_) addNetwork(world);
  if (undecided_) addNetwork(*undecided_);
}

void Worlds::addNetwork(World& world) const { world.network = buildNetwork(world.evaluated, templates_); }

/// Every combination of the choices that there are, as far as that are not too many.
void Worlds::add(cfn::Given given, std::string chosen, std::size_t budget) {
  auto evaluated = cfn::evaluate(templates_, given);
  const auto* choice = evaluated.choices.empty() ? nullptr : &evaluated.choices.front();
  const auto ways = choice ? choice->options.size() + choice->mayBeElse : 0;
  if (!choice || given.chosen.size() == mostChoices || ways > budget ||
      (all_.size() + ways) * costOf(evaluated) > mostCost) {
    all_.push_back({std::move(evaluated), std::move(chosen), {}});
    return;
  }
  auto options = choice->options;
  if (choice->mayBeElse) options.push_back(std::string{cfn::somethingElse});
  const auto subject = choice->subject, reason = choice->reason;
  if (!undecided_) undecided_ = std::make_unique<World>(World{std::move(evaluated), {}, {}});
  for (const auto& option : options) {
    given.chosen[subject] = option;
    const auto shown = option == cfn::somethingElse ? std::string{"something else"} : fmt::format("`{}`", option);
    add(given, fmt::format("{}{}{} is {}", chosen, chosen.empty() ? "" : ", ", reason, shown), budget / options.size());
  }
}

Results ask(const Worlds& worlds, const std::vector<Question>& questions, Detail detail) {
  std::vector<std::vector<Answer>> answers(questions.size());
  std::vector<std::string> chosen;
  Results results;
  for (const auto& world : worlds.all()) {
    chosen.push_back(world.chosen);
    Asker asker{world.network, detail};
    for (std::size_t i = 0; i < questions.size(); ++i) answers[i].push_back(asker.ask(questions[i]));
  }
  for (auto& all : answers) results.answers.push_back(joined(std::move(all), chosen));
  results.assumptions = assumedDefaults(worlds);
  results.assumptions.push_back("nobody else changes what the template makes");
  results.assumptions.push_back(
      "only connections count: request and reply both pass; what listens, DNS, TLS and permissions are not looked at");
  return results;
}

bool areOutside(const Question& question, const Worlds& worlds) {
  return std::ranges::all_of(worlds.all(), [&](const World& world) {
    return isOutside(world.network, question.from) && isOutside(world.network, question.to);
  });
}

std::string checkNames(const Question& question, const Worlds& worlds) {
  const auto check = [&](std::string_view id) -> std::string {
    if (worlds.hasResource(id)) return {};
    std::vector<std::string_view> names{"internet"};
    std::string called;  // so in several templates
    for (const auto& resource : worlds.all().front().evaluated.resources) {
      names.push_back(resource.id);
      if (resource.id.ends_with(id) && resource.id.ends_with(fmt::format("/{}", id)))
        called += fmt::format("{}`{}`", called.empty() ? "" : " or ", resource.id);
    }
    if (!called.empty()) return fmt::format("several templates have `{}`: write {}", id, called);
    const auto near = diag::closest(id, names);
    return fmt::format("no resource is called `{}`{}", id,
                       near.empty() ? "" : fmt::format(", did you mean `{}`?", near));
  };
  for (const auto* end : {&question.from, &question.to})
    if (const auto* named = std::get_if<Named>(end))
      if (auto wrong = check(named->id); !wrong.empty()) return wrong;
  for (const auto& id : question.avoided)
    if (auto wrong = check(id); !wrong.empty()) return wrong;
  if (areOutside(question, worlds)) return "both ends are the internet: ask about a resource";
  return {};
}

}  // namespace reach
