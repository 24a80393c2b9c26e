"""usage: deploy_test.py CAIRN [unittest's arguments]

The jobs of a generated workflow, every `run:` of them, in the order in which GitHub runs them, against moto under the engine of
tests/deploy.
"""
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from repository import BRANCH, BUCKET, ENVIRONMENT, ROLES, STACK, STACK_ARN, Site, results, story

CAIRN = None


class Case(unittest.TestCase):
    maxDiff = None

    PIPELINE = {}

    def setUp(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="cairn-pipeline-")))
        self.site = self.enterContext(Site(CAIRN, folder, **self.PIPELINE))
        self.addCleanup(lambda: self.assertEqual(list(self.site.not_allowed()), []))

    def expect(self, jobs, **wanted):
        wanted = {name.replace("_", "-"): result for name, result in wanted.items()}
        self.assertEqual(results(jobs), wanted, story(jobs) + self.site.cloud.log())
        return jobs

    def error(self, job):
        """The one thing that the page of the run shows."""
        (message,) = job.errors()
        return message

    def comment(self, number):
        (comment,) = self.site.github.comments[number]
        return comment["body"]


class Deploy(Case):
    def test_from_the_first_pull_request_on(self):
        """The steps build on each other, so they are one test."""
        self.first_pull_request()
        self.first_deploy()
        self.nothing_to_do()
        self.change()
        self.large_template()
        self.drift()
        self.refresh()

    def first_pull_request(self):
        # Somebody else's comment that begins alike, and so many comments that they fill pages.
        self.site.github.comments[1] = [
            {"id": 1, "user": {"login": "mallory"}, "body": f"<!-- cairn {STACK} head=0 digest=0 -->"}] + [
            {"id": number, "user": {"login": "alice"}, "body": "no"} for number in range(2, 130)]
        jobs = self.expect(self.site.pull_request(1), check="success", plan="success")
        self.assertEqual(jobs["plan"].roles, [ROLES["SITE_PROD_PLAN_ROLE"]])
        self.assertEqual(jobs["check"].roles, [])
        self.assertEqual(jobs["check"].steps[-2:], ["Nothing in the stack would fail, hang, leak or lose data", "cfn-lint"])
        self.site.github.comments[1] = self.site.github.comments[1][129:]
        self.assertIn("are new", self.comment(1))
        self.assertIn("| new | `Database` | AWS::RDS::DBInstance |", self.comment(1))
        self.assertEqual(self.site.stack()["StackStatus"], "REVIEW_IN_PROGRESS")
        self.assertEqual(self.site.change_sets(), [])

        before = self.comment(1)
        self.assertNotIn("The roles change", before)
        self.site.github.pulls[1]["files"] = [*self.site.files(), self.site.files()[0].replace(".yaml", ".access.template.yaml")]
        self.expect(self.site.pull_request(1, only=["plan"]), plan="success")
        self.assertNotEqual(self.comment(1), before, "it names another commit")
        self.assertIn("The roles change", self.comment(1))
        digest = [part for part in before.split() if part.startswith("digest=")]
        self.assertIn(digest[0], self.comment(1))

    def first_deploy(self):
        jobs = self.expect(self.site.merge(1), check="success", prepare="success", deploy="success")
        self.assertEqual(jobs["prepare"].roles, [ROLES["SITE_PROD_PREPARE_ROLE"]])
        self.assertEqual(jobs["deploy"].roles, [ROLES["SITE_PROD_DEPLOY_ROLE"]])
        self.assertEqual(self.site.stack()["StackStatus"], "CREATE_COMPLETE")
        self.assertIn("are new", jobs["prepare"].summary)
        self.assertIn("The changes are those that pull request #1 showed.", jobs["prepare"].log)
        self.assertIn("  CREATE_COMPLETE  Database", jobs["deploy"].log)
        self.assertIn("https://www.example.com/-/health answers", jobs["deploy"].log)
        self.assertIn("| Url | `` https://www.example.com/ `` |", jobs["deploy"].summary)
        self.assertEqual(jobs["deploy"].environment, ENVIRONMENT)

    def nothing_to_do(self):
        plan = ["plan"]
        self.site.pull_request(2, only=plan)
        self.assertIn("Nothing changes.", self.comment(2))
        jobs = self.site.merge(2, only=["prepare"])
        self.assertEqual(jobs["prepare"].outputs, {"change-set": "", "change-set-id": "", "content": ""}, story(jobs))
        self.assertEqual(self.site.change_sets(), [each for each in self.site.change_sets() if each["Status"] != "FAILED"])

    def change(self):
        site = self.site
        name = site.config.get("database", {}).get("name", "app")
        site.save(database={"name": "other"}, instances={"max": 3})
        site.save_template_that_fits("json")  # which is then sent as JSON without blanks
        site.pull_request(3, only=["plan"])
        said = self.comment(3).splitlines()
        self.assertIn("Of its resources 2 are replaced, ", said[3])
        lines = [line for line in said if line.startswith("| ")][2:]
        replaced, others = lines[:2], lines[2:]
        self.assertIn("| **replaced** | `Database` | AWS::RDS::DBInstance | **`DBName`**; the old one deleted, a snapshot kept |", replaced)
        self.assertTrue(all(line.startswith(("| **replaced** | `Database`", "| **replaced** | `BootProgram1`")) for line in replaced), replaced)
        self.assertIn("| changed | `Instances` | AWS::AutoScaling::AutoScalingGroup | `MaxSize`, `TargetGroupARNs` |", others)
        self.assertIn("| new | `SshListener` | AWS::ElasticLoadBalancingV2::Listener |  |", others)

        site.save(database={"name": name}, ssh={"from": ["203.0.113.0/24"]})
        site.pull_request(3, only=["plan"])
        self.assertNotIn("| **replaced** | `Database`", self.comment(3))
        self.assertIn("Of its resources 1 is replaced, ", self.comment(3))  # the programs that know how many instances there may be
        jobs = site.merge(3, only=["prepare", "deploy"])
        self.assertEqual(site.stack()["StackStatus"], "UPDATE_COMPLETE", story(jobs))
        group = site.cloud.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"][0]
        self.assertEqual(group["MaxSize"], 3)

    def large_template(self):
        """What is too large even as JSON without blanks goes by way of a bucket."""
        site = self.site
        self.assertEqual(self.uploaded(), [])
        site.save_template_that_fits(None)
        jobs = site.pull_request(4, only=["plan"])
        self.assertEqual(jobs["plan"].result, "success", story(jobs))
        self.assertIn("are new", self.comment(4))
        (size,) = self.uploaded()
        self.assertGreater(size, 51200)
        site.save(ssh={"from": ["203.0.113.0/24"]})

    def uploaded(self):
        return [each["Size"] for each in self.site.cloud.client("s3").list_objects_v2(Bucket="templates").get("Contents", [])]

    def drift(self):
        self.assertIn("IN_SYNC", self.night())
        self.assertEqual(self.site.github.issues, [])

        name = self.site.resource("Instances")
        self.site.cloud.client("autoscaling").update_auto_scaling_group(AutoScalingGroupName=name, MaxSize=7)
        self.night()
        (issue,) = self.site.github.issues
        self.assertIn("| `Instances` | AWS::AutoScaling::AutoScalingGroup | `/MaxSize` | `` 3 `` | `` 7 `` |", issue["body"])

        record = {"Name": "www.example.com.", "Type": "A"}
        zone = self.site.config["hosted_zone"]["id"]
        records = self.site.cloud.client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        (there,) = [each for each in records if (each["Name"], each["Type"]) == (record["Name"], record["Type"])]
        self.change_record(zone, "DELETE", there)
        self.night()
        (issue,) = self.site.github.issues
        self.assertIn("**is gone**", issue["body"])

        self.change_record(zone, "CREATE", there)
        self.site.cloud.client("autoscaling").update_auto_scaling_group(AutoScalingGroupName=name, MaxSize=3)
        self.night()
        self.assertEqual([each["state"] for each in self.site.github.issues], ["closed"])

    def night(self):
        jobs = self.expect(self.site.night(), find_drift="success")
        self.assertEqual(jobs["find-drift"].roles, [ROLES["SITE_PROD_DRIFT_ROLE"]])
        return jobs["find-drift"].log

    def change_record(self, zone, action, record):
        self.site.cloud.client("route53").change_resource_record_sets(
            HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": action, "ResourceRecordSet": record}]})

    def refresh(self):
        before = self.instances()
        jobs = self.expect(self.site.by_hand("refresh-instances"), refresh_instances="success")
        self.assertIn("Successful, 100 %", jobs["refresh-instances"].log)
        self.assertEqual(len(self.instances()), len(before))
        self.assertEqual(self.instances() & before, set())

    def instances(self):
        group, = self.site.cloud.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
        return {each["InstanceId"] for each in group["Instances"]}


class Refused(Case):
    """What must not get through, and what it says then."""

    def test_before_the_first_deploy(self):
        site = self.site
        # A fork gets no credentials; a template that is not what the config gives stops everything.
        self.expect(site.pull_request(1, fork=True), check="success")
        site.save(generate=False, instances={"max": 3})
        jobs = self.expect(site.pull_request(2), check="failure")
        self.assertIn("is not what", jobs["check"].log)
        self.assertNotIn("cfn-lint", jobs["check"].steps)
        site.save()

        # Another program than the one that wrote the workflow.
        good, site.github.release = site.github.release, site.github.release + b"."
        jobs = self.expect(site.pull_request(3), check="failure")
        self.assertIn("has the checksum", self.error(jobs["check"]))
        site.github.release = good

        # What CloudFormation finds before it begins.
        zone = site.config["hosted_zone"]["id"]
        record = {"Name": "www.example.com", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
        change = {"HostedZoneId": zone, "ChangeBatch": {"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]}}
        site.cloud.client("route53").change_resource_record_sets(**change)
        jobs = site.pull_request(4, only=["plan"])
        self.assertEqual(jobs["plan"].result, "failure", story(jobs))
        self.assertIn("already exists", self.error(jobs["plan"]))
        self.assertIn("There is no change set", self.comment(4))
        self.assertEqual(site.change_sets(), [])
        change["ChangeBatch"]["Changes"][0]["Action"] = "DELETE"
        site.cloud.client("route53").change_resource_record_sets(**change)

        # A template that is too large, where the access stack is of an older Cairn, which made no bucket.
        site.save_template_that_fits(None)
        bucket = site.runner.variables.pop("SITE_PROD_TEMPLATE_BUCKET")
        jobs = site.pull_request(5, only=["plan"])
        self.assertIn("larger than 51200 bytes", self.error(jobs["plan"]))
        site.runner.variables["SITE_PROD_TEMPLATE_BUCKET"] = bucket
        site.save(ssh={"from": []})

        # A deploy by hand, from another branch.
        jobs = site.by_hand("deploy", branch="feature", only=["prepare"])
        self.assertEqual(self.error(jobs["prepare"]), f"only {BRANCH} is deployed")

    def test_failures(self):
        site = self.site
        # By hand without a review, which is what the environment's approval is for.
        jobs = site.by_hand("deploy", only=["prepare", "deploy"])
        self.assertEqual(jobs["deploy"].result, "success", story(jobs))

        self.changed_after_review()
        self.changed_after_approval()
        self.stuck_rollback()

    def changed_after_review(self):
        site = self.site
        site.save(instances={"max": 3})
        site.pull_request(3, only=["plan"])
        # Pushed on the way: what was reviewed is not the last commit.
        head = dict(site.github.pulls[3]["head"])
        site.github.pulls[3]["head"]["sha"] = site.commit()
        jobs = site.merge(3, only=["prepare"])
        self.assertIn("Pull request #3 has no change set of its last commit", self.error(jobs["prepare"]))

        site.github.pulls[3]["head"] = head
        site.save(instances={"max": 4})
        jobs = site.merge(3, only=["prepare"])
        self.assertIn("The changes are not those that pull request #3 showed", self.error(jobs["prepare"]))
        self.assertIn("`MaxSize`", jobs["prepare"].summary)

        jobs = site.push(only=["prepare"])
        self.assertIn("This commit came without a pull request", self.error(jobs["prepare"]))
        self.assertEqual([each for each in site.change_sets() if each["ExecutionStatus"] == "AVAILABLE"], [])

    def changed_after_approval(self):
        site = self.site

        def meanwhile(job):
            if job == "deploy":
                cloudformation = site.cloud.client("cloudformation")
                body = (site.tree / site.files()[1]).read_text(encoding="utf-8").replace("MaxSize: '4'", "MaxSize: '5'")
                cloudformation.create_change_set(StackName=STACK, ChangeSetName="other", ChangeSetType="UPDATE", TemplateBody=body,
                                                 Capabilities=["CAPABILITY_IAM"])
                cloudformation.execute_change_set(StackName=STACK, ChangeSetName="other")

        site.pull_request(5, only=["plan"])
        jobs = site.merge(5, before=meanwhile, only=["prepare", "deploy"])
        self.assertEqual(jobs["deploy"].result, "failure", story(jobs))
        self.assertIn("OBSOLETE", jobs["deploy"].log)

    def stuck_rollback(self):
        site = self.site
        jobs = site.by_hand("continue-rollback")
        self.assertIn("there is no rollback to continue", self.error(jobs["continue-rollback"]))
        # The target group changes, the group of instances fails, and the target group cannot be changed back.
        site.save(instances={"max": 6}, load_balancer={"health_path": "/healthy"})
        site.fault("WebTargetGroup", "throttled", after=1)
        site.fault("Instances", "Max spot instance count exceeded")
        site.pull_request(6, only=["plan"])
        jobs = site.merge(6, only=["prepare", "deploy"])
        why, next_step = self.error(jobs["deploy"]).split("\n")
        self.assertEqual(why, f"{STACK} is in UPDATE_ROLLBACK_FAILED. Instances: Max spot instance count exceeded", story(jobs))
        self.assertIn("with the action continue-rollback", next_step)
        jobs = site.pull_request(7, only=["plan"])
        self.assertIn("with the action continue-rollback", self.error(jobs["plan"]))

        jobs = self.expect(site.by_hand("continue-rollback", skip="$(touch hurt)"), continue_rollback="failure")
        self.assertIn("is not a logical id", self.error(jobs["continue-rollback"]))
        self.expect(site.by_hand("continue-rollback"), continue_rollback="failure")
        site.mend("Instances")
        jobs = self.expect(site.by_hand("continue-rollback", skip="WebTargetGroup"), continue_rollback="success")
        self.assertEqual(jobs["continue-rollback"].roles, [ROLES["SITE_PROD_DEPLOY_ROLE"]])
        self.assertEqual(site.stack()["StackStatus"], "UPDATE_ROLLBACK_COMPLETE")


class FirstDeploy(Case):
    """It fails, and there is a way out."""

    def test_fails(self):
        self.goes_on()
        self.begins_anew()

    def goes_on(self):
        """The database is there and protected when the instances fail: what was created stays, and the next deploy goes on."""
        site = self.site
        site.fault("Instances", "no capacity left, ::error::100%")
        site.pull_request(1, only=["plan"])
        jobs = self.site.merge(1, only=["prepare", "deploy"])
        self.assertEqual([jobs["prepare"].result, jobs["deploy"].result], ["success", "failure"], story(jobs))
        message = self.error(jobs["deploy"])
        # Why, is what the first failed event says.
        self.assertTrue(message.startswith(f"{STACK} is in CREATE_FAILED. Instances: no capacity left, ::error::100%\n"), message)
        self.assertIn("deploy again: CloudFormation continues from here", message)
        self.assertNotIn("Ask the application whether it is well", jobs["deploy"].steps)
        database = site.resource("Database")

        site.mend("Instances")
        site.pull_request(2, only=["plan"])
        jobs = site.merge(2, only=["prepare", "deploy"])
        self.assertEqual(jobs["deploy"].result, "success", story(jobs))
        self.assertEqual((site.stack()["StackStatus"], site.resource("Database")), ("UPDATE_COMPLETE", database))
        self.delete()

    def begins_anew(self):
        """Somebody deploys by hand with rollback: deletion protection holds it up. The message has the commands that work."""
        site = self.site
        site.fault("Instances", "no capacity left")
        cloudformation = site.cloud.client("cloudformation")
        body = (site.tree / site.files()[1]).read_text(encoding="utf-8")
        cloudformation.create_change_set(StackName=STACK, ChangeSetName="by-hand", ChangeSetType="CREATE", TemplateBody=body,
                                         Capabilities=["CAPABILITY_IAM"])
        cloudformation.execute_change_set(StackName=STACK, ChangeSetName="by-hand")
        self.await_status("ROLLBACK_FAILED")
        site.mend("Instances")
        jobs = site.pull_request(30, only=["plan"])
        message = self.error(jobs["plan"])
        self.assertIn(f"{STACK} is in ROLLBACK_FAILED and cannot be changed", message)
        commands = [line.strip() for line in message.splitlines() if line.startswith("  ")]
        self.assertEqual(len(commands), 5, message)
        run = subprocess.run(["bash", "-euo", "pipefail", "-c", "\n".join(commands)], env={**site.cloud.environment}, check=False,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(run.returncode, 0, run.stdout)
        with self.assertRaises(cloudformation.exceptions.ClientError):
            site.stack()

    def delete(self):
        site = self.site
        site.cloud.client("rds").modify_db_instance(DBInstanceIdentifier=site.resource("Database"), DeletionProtection=False)
        site.cloud.client("cloudformation").delete_stack(StackName=STACK)

    def await_status(self, wanted):
        deadline = time.monotonic() + 300
        while (status := self.site.stack()["StackStatus"]) != wanted:
            self.assertTrue(status.endswith("_IN_PROGRESS") and time.monotonic() < deadline, status)
            time.sleep(0.5)


class Attacked(Case):
    """A pull request's author owns its workflow, and so its role. What is approved is executed all the same, or nothing."""

    EVIL = """
        Resources:
          Evil:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::999999999999:root"}, Action: "sts:AssumeRole"}]}
              Policies: [{PolicyName: x, PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}}]
        """

    def test_change_set_of_another(self):
        site, access = self.site, self.site.access()
        service = ROLES["SITE_PROD_SERVICE_ROLE"]
        cloudformation = site.cloud.client("cloudformation")

        def attack(job):
            if job != "deploy":
                return
            (prepared,) = site.change_sets()
            name, arn = prepared["ChangeSetName"], prepared["ChangeSetId"]
            # The role of pull requests may neither take it away nor make, nor execute, another.
            for each in (name, arn):
                self.assertFalse(access.allows("PlanRole", "cloudformation:DeleteChangeSet", STACK_ARN, ChangeSetName=each))
                self.assertFalse(access.allows("PlanRole", "cloudformation:ExecuteChangeSet", STACK_ARN, ChangeSetName=each))
            self.assertFalse(access.allows("PlanRole", "cloudformation:CreateChangeSet", STACK_ARN, ChangeSetName=name, RoleArn=service))
            # What it may make, the role of deployments does not execute.
            own = "cairn-review-1"
            self.assertTrue(access.allows("PlanRole", "cloudformation:CreateChangeSet", STACK_ARN, ChangeSetName=own, RoleArn=service))
            self.assertFalse(access.allows("PlanRole", "cloudformation:CreateChangeSet", STACK_ARN, ChangeSetName=own, RoleArn="arn:other"))
            self.assertFalse(access.allows("PlanRole", "cloudformation:CreateChangeSet", STACK_ARN, ChangeSetName=own, RoleArn=service,
                                           TemplateUrl="https://evil.s3.amazonaws.com/t.json"))
            self.assertFalse(access.allows("DeployRole", "cloudformation:ExecuteChangeSet", STACK_ARN, ChangeSetName=own))
            self.assertTrue(access.allows("DeployRole", "cloudformation:ExecuteChangeSet", STACK_ARN, ChangeSetName=arn))
            # Nor may it put another template in the place of the one that is deployed.
            self.assertFalse(access.allows("PlanRole", "s3:PutObject", f"arn:aws:s3:::{BUCKET}/cairn/{STACK}/cairn-deploy-0.json"))
            self.assertTrue(access.allows("PlanRole", "s3:PutObject", f"arn:aws:s3:::{BUCKET}/cairn/{STACK}/cairn-review-0.json"))
            # And if somebody who may do more does it: the deploy sees that it is another one.
            cloudformation.delete_change_set(StackName=STACK, ChangeSetName=name)
            cloudformation.create_change_set(StackName=STACK, ChangeSetName=name, ChangeSetType="CREATE", TemplateBody=self.EVIL,
                                             Capabilities=["CAPABILITY_IAM"], RoleARN=service)

        site.pull_request(1, only=["plan"])
        jobs = site.merge(1, before=attack, only=["prepare", "deploy"])
        self.assertEqual(jobs["deploy"].result, "failure", story(jobs))
        self.assertIn("somebody made another of the same name", self.error(jobs["deploy"]))
        self.assertEqual(site.stack()["StackStatus"], "REVIEW_IN_PROGRESS")
        self.assertEqual(site.cloud.client("iam").list_roles()["Roles"], [])


if __name__ == "__main__":
    CAIRN = sys.argv.pop(1)
    unittest.main()
