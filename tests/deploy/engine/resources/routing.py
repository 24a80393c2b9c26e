"""Route tables, their routes and who uses them; network ACLs."""
from ..aws import ignore_errors, tag_specifications, truth
from ..registry import Made, creates, updates


@creates("AWS::EC2::RouteTable")
def _route_table(context, properties):
    tags = tag_specifications("route-table", properties)
    table = context.call("ec2", "create_route_table", properties, TagSpecifications=tags)["RouteTable"]["RouteTableId"]
    return Made(table, {"RouteTableId": table}, lambda: context.client("ec2").delete_route_table(RouteTableId=table))


@creates("AWS::EC2::Route")
def _route(context, properties):
    destination = {name: value for name, value in properties.values.items() if name.startswith("Destination")}
    table = properties.values["RouteTableId"]
    context.call("ec2", "create_route", properties)
    block = next(iter(destination.values()))
    return Made(f"{table}|{block}", {"CidrBlock": block},
                lambda: ignore_errors(lambda: context.client("ec2").delete_route(RouteTableId=table, **destination)))


@updates("AWS::EC2::Route")
def _update_route(context, resource, properties, changed):
    if any(name == "RouteTableId" or name.startswith("Destination") for name in changed):
        return False
    context.call("ec2", "replace_route", properties)
    return True


@creates("AWS::EC2::SubnetRouteTableAssociation")
def _route_table_association(context, properties):
    return _association(context, context.call("ec2", "associate_route_table", properties)["AssociationId"])


def _association(context, association):
    return Made(association, {"Id": association},
                lambda: context.client("ec2").disassociate_route_table(AssociationId=association))


@updates("AWS::EC2::SubnetRouteTableAssociation")
def _update_route_table_association(context, resource, properties, changed):
    if changed != {"RouteTableId"}:
        return False
    answer = context.client("ec2").replace_route_table_association(
        AssociationId=resource.physical_id, RouteTableId=properties.take("RouteTableId"))
    resource.made = _association(context, answer["NewAssociationId"])
    return True


@creates("AWS::EC2::NetworkAcl")
def _network_acl(context, properties):
    tags = tag_specifications("network-acl", properties)
    acl = context.call("ec2", "create_network_acl", properties, TagSpecifications=tags)["NetworkAcl"]["NetworkAclId"]
    return Made(acl, {"Id": acl}, lambda: context.client("ec2").delete_network_acl(NetworkAclId=acl))


@creates("AWS::EC2::NetworkAclEntry")
def _network_acl_entry(context, properties):
    acl, number = properties.values["NetworkAclId"], int(properties.values["RuleNumber"])
    egress = truth(properties.take("Egress", False))
    context.call("ec2", "create_network_acl_entry", properties, rename={"Icmp": "IcmpTypeCode"}, Egress=egress)
    delete = context.client("ec2").delete_network_acl_entry
    return Made(f"{acl}|{number}", {}, lambda: ignore_errors(lambda: delete(NetworkAclId=acl, RuleNumber=number, Egress=egress)))


@creates("AWS::EC2::SubnetNetworkAclAssociation")
def _network_acl_association(context, properties):
    ec2, subnet = context.client("ec2"), properties.take("SubnetId")
    before = _acl_of(ec2, subnet)
    answer = ec2.replace_network_acl_association(AssociationId=before["NetworkAclAssociationId"],
                                                 NetworkAclId=properties.take("NetworkAclId"))

    def restore():
        current = _acl_of(ec2, subnet)
        ec2.replace_network_acl_association(AssociationId=current["NetworkAclAssociationId"], NetworkAclId=before["NetworkAclId"])

    return Made(answer["NewAssociationId"], {"AssociationId": answer["NewAssociationId"]}, restore)


def _acl_of(ec2, subnet):
    filters = [{"Name": "association.subnet-id", "Values": [subnet]}]
    associations = [each for acl in ec2.describe_network_acls(Filters=filters)["NetworkAcls"] for each in acl["Associations"]]
    return next(each for each in associations if each["SubnetId"] == subnet)
