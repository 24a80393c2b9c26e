#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What CloudFormation does to make, change and delete a resource of a type, as IAM actions (handlers.txt), and what IAM
/// knows of these actions ("Service Authorization Reference"). Compressed in the program, and taken apart by the first
/// question, some 10 ms: only what writes policies asks.
namespace aws {

enum class Handler { create, read, update, delete_, list };

struct TypeHandlers {
  std::string_view type;
  std::array<std::string_view, 5> text;  ///< by Handler: `ec2: CreateVpc DescribeVpcs iam: PassRole`
};

/// An action that IAM knows, and the kinds of resources that a policy can narrow it to; or a pattern of such actions.
struct ActionInfo {
  std::string_view action;     ///< `ec2:CreateVpc`, `ec2:Describe*`
  std::string_view resources;  ///< `ipam-pool vpc`; empty if only `*` will do
};

/// A kind of resource.
struct ArnInfo {
  std::string_view resource;  ///< `ec2:vpc`
  std::string_view formats;   ///< `arn:${Partition}:ec2:${Region}:${Account}:vpc/*`; several have a blank between them
  bool tagged;                ///< a policy can ask for the resource's tags
};

/// The actions of one handler, such as `ec2:CreateVpc` or `ec2:Describe*`; nothing if handlers.txt has not got the type.
/// Some types declare no permissions at all, and so no handler has any.
std::optional<std::vector<std::string>> permissionsOf(std::string_view type, Handler handler);

/// nullptr for what IAM does not know.
const ActionInfo* findAction(std::string_view action);
const ArnInfo* findArn(std::string_view resource);

std::span<const TypeHandlers> allHandlers();
std::span<const ActionInfo> allActions();
std::span<const ArnInfo> allArns();

}  // namespace aws
