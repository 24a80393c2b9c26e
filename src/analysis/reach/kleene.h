#pragma once

#include <string>
#include <string_view>

#include "cloudformation/evaluate.h"

/// Static reachability: who can open a connection to whom, by the template alone.
namespace reach {

using cfn::Truth;

/// Where in the templates something stands; `owner` is the resource it belongs to.
struct Place {
  diag::Span span{};
  std::string_view owner{};
};

/// Why something is not known.
struct Reason {
  std::string text;
  Place place;
};

/// A truth value of Kleene's logic; an unknown one carries its reason.
class Tri {
 public:
  Tri(bool truth) : truth_{truth ? Truth::yes : Truth::no} {}
  Tri(const Reason* unknown) : truth_{Truth::unknown}, why_{unknown} {}

  bool isYes() const { return truth_ == Truth::yes; }
  bool isNo() const { return truth_ == Truth::no; }
  bool isUnknown() const { return truth_ == Truth::unknown; }
  Truth truth() const { return truth_; }
  const Reason* why() const { return why_; }

  friend Tri operator&(Tri a, Tri b) { return a.isNo() ? a : b.isNo() ? b : a.isUnknown() ? a : b; }
  friend Tri operator|(Tri a, Tri b) { return a.isYes() ? a : b.isYes() ? b : a.isUnknown() ? a : b; }
  Tri operator!() const { return isUnknown() ? *this : Tri{isNo()}; }

 private:
  Truth truth_;
  const Reason* why_ = nullptr;
};

/// True, unless something may not be there.
inline Tri presentUnless(const Reason* maybe) { return maybe ? Tri{maybe} : Tri{true}; }

}  // namespace reach
