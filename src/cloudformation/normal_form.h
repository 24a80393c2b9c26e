#pragma once

#include "cloudformation/evaluate.h"

namespace cfn {

/// The first call in the value, itself included; nullptr if there is none.
const Value* firstCallIn(const Value&);

}  // namespace cfn

/// The functions over normal forms: each takes and gives what evaluate.h describes. `span` is where the call stands.
namespace cfn::normal {

Value unknown(std::string reason, diag::Span cause, diag::Span span);
/// Unknown for a reason that only the place of the value tells from others: what is unknown there is equal to itself.
Value unknownHere(std::string_view reason, std::size_t file, diag::Span span);
/// Like `cause`, which is unknown or known once deployed, but something made of it.
Value unknownFrom(const Value& cause, std::string_view made, diag::Span span);
Value symbol(std::string_view tag, Value argument, diag::Span span);
/// A bool or number as text.
Value scalar(const Value&);
const std::string* textOf(const Value&);
/// What of the tag it is; nullptr if it is not.
const Value* taggedAs(const Value&, std::string_view tag);
bool isNoValue(const Value&);
/// Whether the list's length is not known, since items under unknown conditions may be left out.
bool mayLoseItems(const List&);

Value concatenated(const List& parts, diag::Span span);
Value join(const Value& delimiter, const Value& list, diag::Span span);
Value split(const Value& delimiter, const Value& text, diag::Span span);
/// How often the part, which is not empty, is in the literal parts of the text.
std::size_t occurrences(std::string_view part, const Value& text);
Value select(const Value& index, const Value& list, diag::Span span);
Value cidr(const List& arguments, diag::Span span);
Value length(const Value& list, diag::Span span);
Value toJsonString(const Value&, diag::Span span);

}  // namespace cfn::normal
