#include "cloudformation/for_each.h"

#include "../cloudformation/read.h"
#include "catch.h"

namespace {

std::vector<std::string> idsOf(const cfn::Template& stack) {
  std::vector<std::string> ids;
  for (const auto& resource : stack.resources()) ids.push_back(resource.logicalId);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a loop is written out as AWS::LanguageExtensions does it") {
  const auto stack = readGood(R"(
Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: "First, second-one"}
Conditions:
  Fn::ForEach::Wanted:
    - Which
    - [A, B]
    - Has${Which}: !Equals [a, a]
Resources:
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - Topic&{Name}:
        Type: AWS::SNS::Topic
        Properties:
          TopicName: !Ref Name
          DisplayName: !Sub "for ${Name} in ${AWS::Region}"
  Fn::ForEach::Outer:
    - X
    - [A, B]
    - Fn::ForEach::Inner:
        - Y
        - ["1", "2"]
        - Queue${X}${Y}:
            Type: AWS::SQS::Queue
            Condition: Has${X}
            Properties:
              Fn::ForEach::Sizes:
                - Property
                - [DelaySeconds, VisibilityTimeout]
                - ${Property}: 30
Outputs:
  Fn::ForEach::Urls:
    - X
    - [A, B]
    - Url${X}: {Value: !GetAtt "Queue${X}1.Arn"}
)");
  CHECK(idsOf(stack) == Ids{"TopicFirst", "Topicsecondone", "QueueA1", "QueueA2", "QueueB1", "QueueB2"});
  const auto& topic = *stack.propertiesOf("Topicsecondone");
  CHECK(*data::find(topic, "TopicName")->as<std::string>() == "second-one");
  const auto& queue = *stack.propertiesOf("QueueB2");
  REQUIRE(queue.size() == 2);
  CHECK(queue.back().key == "VisibilityTimeout");
  CHECK(stack.find("QueueB2")->condition.text == "HasB");
  CHECK(stack.sections().conditions.size() == 2);
  REQUIRE(stack.sections().outputs.size() == 2);
  CHECK(stack.sections().outputs.back().key == "UrlB");
}

TEST_CASE("a loop over what is not known stays, and makes the template open") {
  const auto stack = readGood(R"(
Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList}
Resources:
  Known: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref TopicOne}}
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - Topic${Name}: {Type: AWS::SNS::Topic}
)");
  CHECK(idsOf(stack) == Ids{"Known"});
}

TEST_CASE("circles that AWS::Serverless takes apart are read") {
  const auto stack = readGood(R"(
Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {DefinitionBody: !Sub "${Order.Arn}"}}
  Order: {Type: AWS::Serverless::Function, Properties: {Events: {Post: {RestApiId: !Ref Api}}}}
)");
  CHECK(stack.resources().size() == 2);
}
