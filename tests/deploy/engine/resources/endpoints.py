"""Private ways to AWS's own services."""
from ..aws import tag_specifications
from ..registry import Made, creates


@creates("AWS::EC2::VPCEndpoint")
def _endpoint(context, properties):
    tags = tag_specifications("vpc-endpoint", properties)
    endpoint = context.call("ec2", "create_vpc_endpoint", properties, TagSpecifications=tags)["VpcEndpoint"]["VpcEndpointId"]
    return Made(endpoint, {"Id": endpoint}, lambda: context.client("ec2").delete_vpc_endpoints(VpcEndpointIds=[endpoint]))
