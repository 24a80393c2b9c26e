"""AWS Backup: vaults and plans. moto has no selections."""
from ..aws import Properties
from ..registry import Made, creates


@creates("AWS::Backup::BackupVault")
def _vault(context, properties):
    name = properties.values["BackupVaultName"]
    arn = context.call("backup", "create_backup_vault", properties)["BackupVaultArn"]
    return Made(name, {"BackupVaultName": name, "BackupVaultArn": arn},
                lambda: context.client("backup").delete_backup_vault(BackupVaultName=name))


@creates("AWS::Backup::BackupPlan")
def _plan(context, properties):
    plan = dict(properties.take("BackupPlan"))
    rules = []
    for rule in plan.pop("BackupPlanRule"):
        rule = dict(rule)
        vault = rule.pop("TargetBackupVault")
        rules.append({**rule, "TargetBackupVaultName": vault})
    inner = Properties({"BackupPlan": {**plan, "Rules": rules}})
    made = context.call("backup", "create_backup_plan", inner)
    for name in inner.unapplied():
        properties.note(name)
    return Made(made["BackupPlanId"], {"BackupPlanId": made["BackupPlanId"], "BackupPlanArn": made["BackupPlanArn"]},
                lambda: context.client("backup").delete_backup_plan(BackupPlanId=made["BackupPlanId"]))
