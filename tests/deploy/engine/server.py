"""python3 -m engine.server PORT: moto's server on that loopback port, with our CloudFormation."""
import logging
import os
import sys

# moto reads these when it is imported.
os.environ.update(
    AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_EC2_METADATA_DISABLED="true", AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull, NO_PROXY="127.0.0.1,localhost", no_proxy="127.0.0.1,localhost",
    MOTO_ACM_VALIDATION_WAIT="0", MOTO_IAM_LOAD_MANAGED_POLICIES="true", MOTO_ENABLE_AMI_VALIDATION="true",
    MOTO_EC2_ENABLE_INSTANCE_TYPE_VALIDATION="true",
)
os.environ.pop("AWS_ENDPOINT_URL", None)
os.environ.pop("AWS_PROFILE", None)

import moto.cloudformation.urls  # noqa: E402
import moto.server  # noqa: E402

from . import aws, patches, refresh, resources  # noqa: E402,F401
from .api import CloudFormation  # noqa: E402


def main(port):
    logging.basicConfig(level=logging.WARNING, format="%(name)s %(message)s")
    aws.connect_to(f"http://127.0.0.1:{port}")
    patches.apply()
    refresh.apply()
    moto.cloudformation.urls.url_paths["{0}/$"] = CloudFormation.dispatch
    moto.server.main(["-H", "127.0.0.1", "-p", str(port)])


if __name__ == "__main__":
    main(int(sys.argv[1]))
