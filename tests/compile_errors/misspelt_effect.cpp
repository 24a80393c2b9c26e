// error: none but the listed words|is not a constant expression
#include "cloudformation/policy.h"

#ifdef RIGHT
cfn::PolicyStatement read() { return {.Action = {"s3:GetObject"}, .Effect = "Allow", .Resource = {"*"}}; }
#else
cfn::PolicyStatement read() { return {.Action = {"s3:GetObject"}, .Effect = "Permit", .Resource = {"*"}}; }
#endif
