// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/ssm.h"

namespace aws::ssm {

cfn::Map properties(const Parameter& v) {
  return cfn::fields({
      {"AllowedPattern", v.AllowedPattern},
      {"DataType", v.DataType},
      {"Description", v.Description},
      {"Name", v.Name},
      {"Policies", v.Policies},
      {"Tags", v.Tags},
      {"Tier", v.Tier},
      {"Type", v.Type},
      {"Value", v.Value},
  });
}

}  // namespace aws::ssm
