#include "aws/schema_tables.h"

#include <algorithm>

#include "catch.h"

using aws::find;

namespace {

aws::PropertyInfo property(std::string_view type, std::string_view name) {
  for (const auto& property : find(type)->properties())
    if (property.name == name) return property;
  FAIL(type << " has no " << name);
  return {};
}

bool replaces(std::string_view type, std::string_view path, bool conditional) {
  return std::ranges::any_of(find(type)->replacingProperties(), [&](const auto& property) {
    return property.path == path && property.conditional == conditional;
  });
}

}  // namespace

TEST_CASE("every type of every region is known, in the order of their names") {
  const auto types = aws::allTypes();
  CHECK(types.size() > 1500);
  CHECK(std::ranges::is_sorted(types, {}, &aws::TypeInfo::type));
  for (const auto& type : types) CHECK(find(type.type()) == &type);
  CHECK(find("AWS::EC2::Vpc") == nullptr);
  CHECK(find("") == nullptr);
}

TEST_CASE("a type tells its properties") {
  CHECK(property("AWS::EC2::Subnet", "VpcId").required);
  CHECK(property("AWS::EC2::Subnet", "VpcId").createOnly);
  CHECK_FALSE(property("AWS::EC2::Subnet", "Tags").createOnly);
  CHECK(property("AWS::EC2::VPC", "VpcId").readOnly);
  CHECK(property("AWS::EC2::VPC", "InstanceTenancy").conditionalCreateOnly);
  for (const auto& property : find("AWS::EC2::NetworkAclEntry")->properties())
    CHECK(property.name.find_first_of(".*!=#~ ") == std::string_view::npos);
}

TEST_CASE("a type tells what replaces it, also below the top level") {
  CHECK(replaces("AWS::RDS::DBInstance", "StorageEncrypted", false));
  CHECK(replaces("AWS::RDS::DBInstance", "Engine", true));
  CHECK(replaces("AWS::EFS::AccessPoint", "PosixUser", false));
  CHECK_FALSE(replaces("AWS::EFS::AccessPoint", "PosixUser.Uid", false));  // told by the path above it
  CHECK(std::ranges::any_of(aws::allTypes(), [](const auto& type) {
    return std::ranges::any_of(type.replacingProperties(),
                               [](const auto& property) { return property.path.find('.') != property.path.npos; });
  }));
}

TEST_CASE("custom resources take any property") {
  CHECK(find("AWS::CloudFormation::CustomResource")->isOpen());
  CHECK_FALSE(find("AWS::EC2::VPC")->isOpen());
}
