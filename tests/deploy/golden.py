"""usage: golden.py FOLDER...

Deploys each golden template on a cloud of its own and asks, through the AWS CLI, whether the stack is what the golden's config asks for.
"""
import sys
import time
from pathlib import Path

from cloud import Cloud
from deployment import Deployment, say
from expected import expect


def deploys_as_asked(folder):
    config, template = folder / "config.yaml", folder / "template.yaml"
    started = time.monotonic()
    with Cloud(expect(config).region) as cloud:
        deployment = Deployment(cloud, config)
        run = deployment.deploy(template)
        if run.returncode:
            print(f"{folder.name}: {run.stdout}{run.stderr}{deployment.failures()}\n{cloud.log()}")
            return False
        problems = deployment.problems()
    print(f"{folder.name}: {say(problems) or 'as asked for'} ({time.monotonic() - started:.0f} s)")
    return not problems


if __name__ == "__main__":
    sys.exit(not all([deploys_as_asked(Path(folder)) for folder in sys.argv[1:]]))
