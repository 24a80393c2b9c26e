#pragma once

#include "analysis/reach/network.h"
#include "analysis/reach/question.h"

namespace reach {

enum class Word { no, some, yes, unknown };
std::string_view name(Word);

/// A step of the evidence, with its place for printing; `file` is empty for a template that was not read.
struct Line {
  Truth truth;
  std::string text;
  std::string file;
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
};

struct Results {
  std::vector<Answer> answers;
  std::vector<std::string> assumptions;
};

/// Answers every question about the templates taken together. A question that names no resource is a
/// std::invalid_argument with a message for the user; see checkNames.
Results ask(const std::vector<const cfn::Template*>& templates, const std::vector<Question>& questions,
            const cfn::Given& given = {});

/// What is wrong with the names in a question, as a message; empty if they are all there.
std::string checkNames(const Question&, const std::vector<const cfn::Template*>& templates);

/// Who has a place in the network, by their logical ids, in the order of the matrix; and who of them opens connections.
struct Ends {
  std::vector<std::string> all, starting;
};
Ends ends(const std::vector<const cfn::Template*>& templates, const cfn::Given& given = {});

}  // namespace reach
