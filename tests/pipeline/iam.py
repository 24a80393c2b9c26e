"""What the roles of an access stack may do, as IAM decides it from the template. Anything that is not modelled is an error."""
import fnmatch
import re

PSEUDO = {"AWS::Partition": "aws", "AWS::Region": "eu-west-1", "AWS::AccountId": "123456789012", "AWS::StackName": "access"}


class Access:
    def __init__(self, template, names):
        """`names` are what the resources of the template are called: ARNs of roles, names of buckets."""
        self.resources, self.names = template["Resources"], names

    def allows(self, role, action, resource=None, **context):
        """Whether the role may do that; without `resource`, to anything. Names of conditions have no prefix."""
        decisions = {
            statement["Effect"]
            for policy in self.resources[role]["Properties"]["Policies"] for statement in policy["PolicyDocument"]["Statement"]
            if self._applies(statement, action, resource, context)
        }
        return decisions == {"Allow"}

    def _applies(self, statement, action, resource, context):
        return (any(fnmatch.fnmatchcase(action, each) for each in statement["Action"])
                and (resource is None or any(fnmatch.fnmatchcase(resource, self.text(each)) for each in statement["Resource"]))
                and all(self._holds(test, key, values, context)
                        for test, keys in statement.get("Condition", {}).items() for key, values in keys.items()))

    def _holds(self, test, key, values, context):
        patterns = [self.text(each) for each in (values if isinstance(values, list) else [values])]
        given = context.get(key.split(":")[-1])
        if given is None:
            return test.endswith("IfExists")
        match = {"StringEquals": str.__eq__, "StringLike": fnmatch.fnmatchcase, "StringLikeIfExists": fnmatch.fnmatchcase}[test]
        return any(match(given, pattern) for pattern in patterns)

    def text(self, value):
        if isinstance(value, str):
            return value
        (function, argument), = value.items()
        if function == "Ref":
            return PSEUDO.get(argument) or self.names[argument]
        if function == "Fn::GetAtt":
            return self.names[argument if isinstance(argument, str) else ".".join(argument)]
        assert function == "Fn::Sub", value
        return re.sub(r"\$\{([^}]+)\}", lambda found: PSEUDO.get(found[1]) or self.names[found[1]], argument)
