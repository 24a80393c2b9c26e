"""usage: golden.py [--boto] FOLDER...

Deploys each golden template with the AWS CLI on a cloud of its own and asks, through the AWS CLI or (faster) boto3, whether the stack is
what the golden's config asks for.
"""
import sys
import time
from pathlib import Path

from cloud import Cloud
from deployment import Deployment, say
from expected import expect


def deploys_as_asked(folder, by_boto):
    config, template = folder / "config.yaml", folder / "template.yaml"
    started = time.monotonic()
    with Cloud(expect(config).region) as cloud:
        deployment = Deployment(cloud, config)
        run = deployment.deploy(template)
        if run.returncode:
            print(f"{folder.name}: {run.stdout}{run.stderr}{deployment.failures()}\n{cloud.log()}")
            return False
        problems = deployment.problems(by_boto=by_boto)
    print(f"{folder.name}: {say(problems) or 'as asked for'} ({time.monotonic() - started:.0f} s)")
    return not problems


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "--boto"]
    sys.exit(not all([deploys_as_asked(folder, "--boto" in sys.argv) for folder in folders]))
