"""Usage: bombs.py FOLDER. Writes templates that are small, and gigabytes or hours if everything in them were evaluated."""
import json
import sys
from pathlib import Path

folder = Path(sys.argv[1])
folder.mkdir(exist_ok=True)


def write(name, value=None, **sections):
    resources = {"V": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": value}}}
    (folder / f"{name}.json").write_text(json.dumps({"Resources": resources, **sections}))


def nested(value, times, around):
    for _ in range(times):
        value = around(value)
    return value


write("to_json_string", nested('x"', 40, lambda v: {"Fn::ToJsonString": {"a": v}}))
write("join_and_split", nested("aaaa,bbbb", 4, lambda v: {"Fn::Join": [v, {"Fn::Split": ["a", v]}]}))
write("sub", nested({"Ref": "AWS::Region"}, 12, lambda v: {"Fn::Sub": ["${a}" * 10, {"a": v}]}))
write("if", nested({"Ref": "AWS::Region"}, 11, lambda v: {"Fn::If": ["C", v, {"Fn::Join": ["-", [v, "x"]]}]}),
      Parameters={"P": {"Type": "String"}}, Conditions={"C": {"Fn::Equals": [{"Ref": "P"}, "a"]}})
write("parameter", nested({"Fn::Join": [{"Ref": "P"}, [{"Ref": "P"}] * 40]}, 3, lambda v: {"Fn::Join": [v, [v] * 4]}),
      Parameters={"P": {"Type": "String", "Default": "x" * 3000}})
write("cidr", nested("10.0.0.0/8", 30, lambda v: {"Fn::Select": [0, {"Fn::Cidr": [v, 1, 8]}]}))
write("base64", nested("x" * 1000, 50, lambda v: {"Fn::Base64": v}))
write("mapping", {"Fn::FindInMap": ["M", "A", "B"]},
      Mappings={"M": {"A": {"B": {"Fn::FindInMap": ["M", "A", "B"]}}}}, Transform="Macro")

# Each subnet has the range of the next one, twice.
subnet = lambda block: {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": "vpc-1", "CidrBlock": block}}
write("attributes", Resources={**{f"S{i}": subnet({"Fn::Sub": f"${{S{i + 1}.CidrBlock}}" * 2}) for i in range(60)},
                               "S60": subnet("10.0.0.0/24")})
# One long list, joined by everybody, again and again.
joined = {"Fn::Join": ["-", {"Ref": "L"}]}
write("references", Parameters={"L": {"Type": "CommaDelimitedList", "Default": ",".join(["10.0.0.0/16"] * 300)}},
      Resources={f"G{i}": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": {"Fn::Join": ["", [joined] * 20]}}}
                 for i in range(300)})
write("outputs", "10.0.0.0/16", Parameters={"P": {"Type": "String", "Default": "x" * 4000}},
      Outputs={f"O{i}": {"Value": {"Fn::Sub": "${P}" * 1000}} for i in range(100)})
write("conditions", "10.0.0.0/16", Parameters={"P": {"Type": "String"}},
      Conditions={"C0": {"Fn::Equals": [{"Ref": "P"}, "a"]},
                  **{f"C{i}": {"Fn::Or": [{"Condition": f"C{i - 1}"}] * 10} for i in range(1, 200)}})
(folder / "aliases.yaml").write_text(
    "Metadata:\n  a: &a " + "x" * 200000 + "\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n"
    "      DisplayName:\n        Fn::Join:\n          - ''\n          - [" + ", ".join(["*a"] * 20000) + "]\n")
