// error: invalid initialization|no viable conversion
#include "cloudformation/functions.h"

#ifdef RIGHT
cfn::Expression name(const std::string& text) { return cfn::sub({cfn::region(), text}); }
#else
cfn::Expression name(const std::string& text) { return cfn::sub(text); }
#endif
