#!/usr/bin/env python3
"""What the handlers of resource types call, and what IAM knows of these actions.

usage: handlers.py FOLDER    prints handlers.txt anew from AWS's resource schemas, FOLDER/*.json, with `handlers` in them

generate.py takes actions.txt from here: the actions' resources are those of the Service Authorization Reference, of which
cfn-lint's package has a copy. The build compresses both lists into the program (pack_handlers.cpp).
"""
import fnmatch
import json
import sys
from pathlib import Path

import cfnlint.data.AdditionalSpecs

HERE = Path(__file__).resolve().parent
HANDLERS = ("create", "read", "update", "delete", "list")


def noted():
    """Type name -> handler -> text, of handlers.txt."""
    found = {}
    for line in (HERE / "handlers.txt").read_text().splitlines():
        if line.startswith("AWS::"):
            found[line] = handlers = {}
        elif line.startswith("  "):
            handler, text = line.split(maxsplit=1)
            assert handler in HANDLERS, line
            handlers[handler] = text
    return found


def permissions(text):
    """`ec2: CreateVpc DescribeVpcs` -> ec2:CreateVpc, ec2:DescribeVpcs."""
    service = ""
    for word in text.split():
        if word.endswith(":"):
            service = word
        else:
            yield service + word


def as_text(found):
    """The other way; in the order of their names."""
    words, last = [], ""
    for service, action in sorted({(service.lower(), action) for service, action in (permission.split(":") for permission in found)}):
        words += [service + ":"] * (service != last) + [action]
        last = service
    return " ".join(words)


def reference():
    return json.loads((Path(cfnlint.data.AdditionalSpecs.__path__[0]) / "Policies.json").read_text())


# What schemas declare that is no action, but the name of an API call, a slip, or of no service that IAM knows under that name.
ODD = set("""
    ec2:CreateVpcEndpointServicePermissions ec2:DeleteVpcEndpoint ec2:DeleteVpcEndpointServicePermissions
    ec2:DescribeAvailabilityZoneMappings ec2:DescribeSecurityGroup ec2:DescribeVpcEndpoint es:UpdateDomain events:CreateRule
    iam:AssumeRole iam:DescribeOrganization iam:assumeRole kms:ListKeysForService kms:ReEncrypt lambda:GetLayerVersionByArn
    lambda:Invoke lambda:TagResource20170331v2 lambda:UntagResource20170331v2 network-firewall:ListTagsForResources
    s3:DeleteBucketAnalyticsConfiguration s3:DeleteBucketCors s3:DeleteBucketEncryption s3:DeleteBucketLifecycle
    s3:DeleteBucketMetricsConfiguration s3:DeleteBucketReplication s3:DoesObjectExist s3:GetBucketNotificationConfiguration
    s3:GetObjectMetadata s3:HeadBucket s3:HeadObject s3:ListObjects s3:ListObjectsV2 s3:PutBucketEncryption
    s3:PutBucketNotificationConfiguration s3:PutBucketReplication s3:PutObjectLockConfiguration s3:REST.PUT.OBJECT
    s3:listBuckets
""".split())


def known_action(services, permission):
    """What IAM's reference says of an action or a pattern of actions; nothing where it is no action at all."""
    service, action = permission.split(":")
    actions = services.get(service, {}).get("Actions", {})
    if action.endswith("*") and any(fnmatch.fnmatch(name, action.lower()) for name in actions):
        return {}  # a pattern, of which some are known
    if action.lower() not in actions and service in services and permission not in ODD:
        return {}  # newer than the reference: it can be narrowed to nothing
    return actions.get(action.lower())


def action_text(banner):
    """The text of actions.txt."""
    types, services = noted(), reference()
    actions, resources = {}, {}
    for permission in sorted({p for handlers in types.values() for text in handlers.values() for p in permissions(text)}):
        service = permission.split(":")[0]
        known = known_action(services, permission)
        if known is None:
            continue
        # Their case differs from place to place, and some are of two words.
        kinds = sorted(resource.lower().replace(" ", "-") for resource in known.get("Resources") or [])
        kinds_known = {key.lower().replace(" ", "-"): value for key, value in services[service].get("Resources", {}).items()}
        kinds = [kind for kind in kinds if kind in kinds_known]
        actions[permission] = " ".join(kinds)
        for resource in kinds:
            formats = " ".join(text.replace(".*", "*") for text in kinds_known[resource]["ARNFormats"])
            tagged = "aws:ResourceTag/${TagKey}" in (kinds_known[resource].get("ConditionKeys") or [])
            resources[f"{service}:{resource}"] = f"{'tagged' if tagged else 'untagged'} {formats}"
    rows = [f"{name} {text}".strip() for name, text in sorted(actions.items())]
    rows += [f"arn {name} {text}" for name, text in sorted(resources.items())]
    return (banner.replace("//", "#") + "# Of the actions in handlers.txt: the kinds of resources that a policy can narrow them to, and the ARNs of these kinds.\n"
            + "\n".join(rows) + "\n")


def main(folder):
    head = (HERE / "handlers.txt").read_text().split("\n\n")[0]
    print(head)
    for path in sorted(Path(folder).glob("*.json")):
        schema = json.loads(path.read_text())
        handlers = {name: schema.get("handlers", {}).get(name, {}).get("permissions", []) for name in HANDLERS}
        print(f"\n{schema['typeName']}")
        for name, found in handlers.items():
            if found:
                print(f"  {name} {as_text(found)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
