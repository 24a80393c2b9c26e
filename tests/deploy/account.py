"""What the account holds before the stack comes: the hosted zone, the certificate, the key pair and the public images."""

# The parameters by which the makers of these systems publish their newest image; the engine puts /aws/service for /public.
# moto has Amazon's own.
PUBLIC_IMAGES = [
    f"/public/debian/release/12/latest/{architecture}" for architecture in ("amd64", "arm64")
] + [
    f"/public/canonical/ubuntu/server/24.04/stable/current/{architecture}/hvm/ebs-gp3/ami-id" for architecture in ("amd64", "arm64")
]


def prepare(cloud, expected):
    # The engine takes the ids of these from where AWS would not (engine/patches.py).
    cloud.client("route53").create_hosted_zone(Name=expected.zone_name, CallerReference=f"id:{expected.zone_id}")
    if expected.certificate:
        tag = {"Key": "arn", "Value": expected.certificate}
        cloud.client("acm").request_certificate(DomainName=expected.domain, ValidationMethod="DNS", Tags=[tag])
    if expected.key_pair:
        cloud.client("ec2").create_key_pair(KeyName=expected.key_pair)
    if image := expected.instances.get("image"):
        cloud.client("ec2").register_image(Name=f"id:{image}")
    for parameter in PUBLIC_IMAGES:
        image = cloud.client("ec2").register_image(Name=parameter.replace("/", "-"))["ImageId"]
        cloud.client("ssm").put_parameter(Name=parameter, Value=image, Type="String")
