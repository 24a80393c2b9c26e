"""Where moto's services differ from AWS in ways that a network load balancer, a NAT instance or a known zone id would notice."""
import threading

import moto
from moto.acm import models as acm
from moto.core.types import Base64EncodedString
from moto.ec2 import models as ec2
from moto.ec2.models import launch_templates
from moto.elbv2 import models as elbv2
from moto.route53 import models as route53
from moto.ssm import models as ssm

WRITTEN_FOR = "5.2.1"
_this_call = threading.local()


def apply():
    if moto.__version__ != WRITTEN_FOR:
        print(f"the engine was written for moto {WRITTEN_FOR}, this is {moto.__version__}")
    _name_network_load_balancers()
    _let_zones_choose_their_id()
    _let_certificates_choose_their_arn()
    _let_images_choose_their_id()
    _publish_parameters()
    _take_user_data_of_later_versions()


def _name_network_load_balancers():
    """moto gives each load balancer the ARN of an application load balancer."""
    make_arn, create = elbv2.make_arn_for_load_balancer, elbv2.ELBv2Backend.create_load_balancer

    def make_arn_of_kind(*args, **kwargs):
        kind = {"network": "net", "gateway": "gwy"}.get(getattr(_this_call, "kind", None), "app")
        return make_arn(*args, **kwargs).replace(":loadbalancer/app/", f":loadbalancer/{kind}/")

    def create_of_kind(self, *args, **kwargs):
        _this_call.kind = kwargs.get("loadbalancer_type")
        return create(self, *args, **kwargs)

    elbv2.make_arn_for_load_balancer = make_arn_of_kind
    elbv2.ELBv2Backend.create_load_balancer = create_of_kind


def _let_zones_choose_their_id():
    """A template names an existing hosted zone by its id. The caller reference `id:Z...` makes a zone with that id."""
    create = route53.Route53Backend.create_hosted_zone

    def create_with_id(self, name, *args, **kwargs):
        zone = create(self, name, *args, **kwargs)
        if zone.caller_reference.startswith("id:"):
            del self.zones[zone.resource_id]
            zone.resource_id = zone.caller_reference.removeprefix("id:")
            self.zones[zone.resource_id] = zone
        return zone

    route53.Route53Backend.create_hosted_zone = create_with_id


def _let_certificates_choose_their_arn():
    """Likewise an existing certificate: its tag `arn` gives it that ARN."""
    request = acm.AWSCertificateManagerBackend.request_certificate

    def request_with_arn(self, domain, token, names, tags, *args, **kwargs):
        arn = request(self, domain, token, names, tags, *args, **kwargs)
        wanted = next((tag["Value"] for tag in tags or [] if tag["Key"] == "arn"), None)
        if wanted is None:
            return arn
        certificate = self._certificates.pop(arn)
        certificate.arn = wanted
        self._certificates[wanted] = certificate
        return wanted

    acm.AWSCertificateManagerBackend.request_certificate = request_with_arn


def _let_images_choose_their_id():
    """Likewise an image of the user's: the name `id:ami-...` makes one with that id."""
    register = ec2.EC2Backend.register_image

    def register_with_id(self, name=None, description=None):
        image = register(self, name, description)
        if (name or "").startswith("id:"):
            del self.amis[image.id]
            image.id = name.removeprefix("id:")
            self.amis[image.id] = image
        return image

    ec2.EC2Backend.register_image = register_with_id


def _publish_parameters():
    """The parameters of other makers' images are nobody's to write: /public/... appears as /aws/service/..."""
    put = ssm.SimpleSystemManagerBackend.put_parameter

    def put_public(self, name, *args, **kwargs):
        parameter = put(self, name, *args, **kwargs)
        if name.startswith("/public/"):
            parameter.name = name.replace("/public/", "/aws/service/", 1)
            self._parameters[parameter.name] = self._parameters.pop(name)
        return parameter

    ssm.SimpleSystemManagerBackend.put_parameter = put_public


def _take_user_data_of_later_versions():
    """moto knows the user data of a launch template's first version for base64, and launches nothing from the others."""
    def user_data(version):
        text = version.data.get("UserData")
        return Base64EncodedString(text) if isinstance(text, str) else text

    launch_templates.LaunchTemplateVersion.user_data = property(user_data)
