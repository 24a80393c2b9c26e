#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cloudformation/functions.h"

namespace constructs {

/// A value for an instance: known now, or known to CloudFormation at deploy time.
struct BootValue {
  std::string name;  ///< [A-Z_]+, becomes a file name on the instance
  std::variant<std::string, cfn::Expression> value;
  std::size_t longest = 0;  ///< of an expression: bytes of its value at most
};

/// The user data of an instance: the constant head, its values, and a constant script. Values travel one a line in a
/// quoted here-document, and the parts are put together by Fn::Join, which interprets nothing. Known values that need
/// more than letters, digits and hyphens are refused: what a user wrote travels packed. All others are made by AWS, and
/// their alphabets have neither blanks nor ends of lines, so none can close the here-document or reach another line:
/// stacks' names have letters, digits and hyphens ("CreateStack"), ids and host names these and dots, ARNs and the
/// names of log groups `:/_.#+=@` besides ("Amazon Resource Names", "CreateSecret", "CreateLogGroup").
cfn::Expression userData(const std::vector<BootValue>&, std::string_view script);

/// The same script, when every value is known.
std::string userDataText(const std::vector<BootValue>&, std::string_view script);

/// What `config::packed` has made, cut into the pieces in which it travels: user data holds the first, parameters of
/// Systems Manager the others, one each. A parameter that costs nothing holds 4 KB, and one call reads ten
/// ("PutParameter", "GetParameters"). The end never stands in user data, so every instance goes the same way.
struct Programs {
  static constexpr std::size_t mostInParameter = 4096;
  static constexpr std::size_t mostParameters = 10;

  /// `secrets`: how many the application has, whose ARNs are lines of user data.
  Programs(std::string_view packed, std::size_t secrets);
  /// How many parameters so many bytes take.
  static std::size_t parametersFor(std::size_t packed, std::size_t secrets);
  std::string sum() const;  ///< SHA-256 of what parameters hold, each with an end of line

  std::string first;
  std::vector<std::string> parameters;
};

/// The script that unpacks the programs, as far as it has them, and gets the rest.
std::string bootScript(const Programs&);
std::size_t bootScriptSize(std::size_t packed, std::size_t secrets);  ///< how long that is, without making it

/// The script that has all of them and makes an image.
std::string imageScript(std::string_view packed);

/// Bytes of user data that EC2 takes ("Run commands when you launch an EC2 instance with user data input").
constexpr std::size_t mostUserData = 16'384;

/// How large the user data is when each value is as long as it can be.
std::size_t largestSize(const std::vector<BootValue>&, std::size_t script);

}  // namespace constructs
