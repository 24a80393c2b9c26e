#pragma once

#include <memory>

#include "analysis/reach/network.h"
#include "analysis/reach/question.h"

namespace reach {

enum class Word { no, some, yes, unknown };
std::string_view name(Word);

/// A step of the evidence, with its place; line 0 for a template that was not read.
struct Line {
  Truth truth;
  std::string text;
  diag::Span span{};
  std::string owner;    ///< the resource it belongs to
  bool isRule = false;  ///< of a security group
};

struct Witness {
  std::string flow;
  std::vector<Line> steps;
};

struct Answer {
  std::string question;
  Word word = Word::unknown;
  std::optional<Witness> passes{};  ///< a flow that passes, hop by hop: of yes and some
  std::optional<Witness>
      blocked{};                 ///< one that does not: of no the one with the fewest barriers, and they are all there
  std::vector<Line> unknowns{};  ///< what the answer hangs on
  int barriers = 0;              ///< of no: how many close the weakest way
  std::string open{};            ///< of yes and some: for what it is open, such as `tcp 80, 443`
  std::vector<Witness> legs{};   ///< of a pivot, from one to the next
  std::vector<std::string> assumptions{};  ///< of this answer, beside those of all
};

struct Results {
  std::vector<Answer> answers;
  std::vector<std::string> assumptions;  ///< of every answer
};

/// What follows from one combination of the values that conditions compare, as far as the templates leave them open.
struct World {
  cfn::Evaluated evaluated;
  std::string chosen;  ///< what tells it from the others
  Network network;
};

/// Templates taken together, in every world: evaluated once for all that is asked about them.
class Worlds {
 public:
  explicit Worlds(std::vector<const cfn::Template*> templates, const cfn::Given& = {});

  const std::vector<const cfn::Template*>& templates() const { return templates_; }
  const std::deque<World>& all() const { return all_; }
  bool hasResource(std::string_view id) const { return all_.front().evaluated.find(id) != nullptr; }
  /// With every condition left open that the templates leave open.
  const Network& undecided() const { return undecided_ ? undecided_->network : all_.front().network; }

 private:
  void add(cfn::Given, std::string chosen, std::size_t budget);
  void addNetwork(World&) const;

  std::vector<const cfn::Template*> templates_;
  std::deque<World> all_;             // their networks point into them
  std::unique_ptr<World> undecided_;  // if it is none of them
};

/// How much an answer tells: all of it, or no flows (the word, what is open, what an unknown one hangs on).
enum class Detail { full, brief };

/// Answers every question. Each names resources that are there; see checkNames.
Results ask(const Worlds&, const std::vector<Question>&, Detail = Detail::full);

/// The defaults of parameters that answers may rest on.
std::vector<std::string> assumedDefaults(const Worlds&);

/// What is wrong with the ends of a question, as a message; empty if they can be asked about.
std::string checkNames(const Question&, const Worlds&);
/// Whether both ends are the internet or ranges of it: then no flow between them passes the network.
bool areOutside(const Question&, const Worlds&);

/// Who has a place in the network, by their logical ids, in the order of the matrix; and who of them opens connections.
struct Ends {
  std::vector<std::string> all, starting;
};
Ends ends(const Worlds&);

}  // namespace reach
