"""Shared files (EFS) and buckets (S3)."""
import json

from ..aws import as_text, ignore_errors, tags_of, truth
from ..registry import Made, creates, updates


@creates("AWS::EFS::FileSystem")
def _file_system(context, properties):
    efs = context.client("efs")
    tags, backup = tags_of(properties, "FileSystemTags"), properties.take("BackupPolicy")
    lifecycle, policy = properties.take("LifecyclePolicies"), properties.take("FileSystemPolicy")
    # moto cannot change the backup policy later, only take it along.
    made = context.call("efs", "create_file_system", properties, CreationToken=context.name(), Tags=tags,
                        Backup=(backup or {}).get("Status") == "ENABLED")
    file_system = made["FileSystemId"]
    if lifecycle:
        efs.put_lifecycle_configuration(FileSystemId=file_system, LifecyclePolicies=lifecycle)
    if policy:
        efs.put_file_system_policy(FileSystemId=file_system, Policy=json.dumps(policy))
    return Made(file_system, {"FileSystemId": file_system, "Arn": made["FileSystemArn"]},
                lambda: efs.delete_file_system(FileSystemId=file_system))


@updates("AWS::EFS::FileSystem")
def _update_file_system(context, resource, properties, changed):
    if changed - {"LifecyclePolicies", "FileSystemPolicy"}:
        return False
    efs, file_system = context.client("efs"), resource.physical_id
    if "LifecyclePolicies" in changed:
        efs.put_lifecycle_configuration(FileSystemId=file_system, LifecyclePolicies=properties.take("LifecyclePolicies") or [])
    if "FileSystemPolicy" in changed:
        efs.put_file_system_policy(FileSystemId=file_system, Policy=json.dumps(properties.take("FileSystemPolicy")))
    return True


@creates("AWS::EFS::MountTarget")
def _mount_target(context, properties):
    made = context.call("efs", "create_mount_target", properties)
    target = made["MountTargetId"]
    return Made(target, {"Id": target, "IpAddress": made["IpAddress"]},
                lambda: context.client("efs").delete_mount_target(MountTargetId=target))


@creates("AWS::EFS::AccessPoint")
def _access_point(context, properties):
    token, tags = properties.take("ClientToken") or context.name(), tags_of(properties, "AccessPointTags")
    made = context.call("efs", "create_access_point", properties, ClientToken=token, Tags=tags)
    point = made["AccessPointId"]
    return Made(point, {"AccessPointId": point, "Arn": made["AccessPointArn"]},
                lambda: context.client("efs").delete_access_point(AccessPointId=point))


@creates("AWS::S3::Bucket")
def _bucket(context, properties):
    s3, name = context.client("s3"), properties.take("BucketName") or context.name(63).lower()
    place = {} if context.region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": context.region}}
    s3.create_bucket(Bucket=name, **place)
    _secure_bucket(s3, name, properties)
    lifecycle = properties.take("LifecycleConfiguration")
    if lifecycle:
        rules = [_lifecycle_rule(rule, context.name()) for rule in lifecycle["Rules"]]
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
    tags = tags_of(properties)
    if tags:
        s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": tags})
    attributes = {"Arn": f"arn:aws:s3:::{name}", "DomainName": f"{name}.s3.amazonaws.com",
                  "RegionalDomainName": f"{name}.s3.{context.region}.amazonaws.com"}
    return Made(name, attributes, lambda: s3.delete_bucket(Bucket=name))


def _secure_bucket(s3, name, properties):
    encryption = properties.take("BucketEncryption")
    if encryption:
        rules = [
            {"ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"],
             "BucketKeyEnabled": truth(rule.get("BucketKeyEnabled", False))}
            for rule in encryption["ServerSideEncryptionConfiguration"]
        ]
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
    block = properties.take("PublicAccessBlockConfiguration")
    if block:
        flags = {key: truth(value) for key, value in block.items()}
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=flags)
    for setting, operation in (("OwnershipControls", s3.put_bucket_ownership_controls),
                               ("VersioningConfiguration", s3.put_bucket_versioning)):
        value = properties.take(setting)
        if value:
            operation(Bucket=name, **{setting: value})


def _lifecycle_rule(rule, generated_name):
    result = {"Status": rule["Status"], "ID": rule.get("Id", generated_name), "Filter": {"Prefix": rule.get("Prefix", "")}}
    if "ExpirationInDays" in rule:
        result["Expiration"] = {"Days": int(rule["ExpirationInDays"])}
    if "NoncurrentVersionExpiration" in rule:
        result["NoncurrentVersionExpiration"] = {"NoncurrentDays": int(rule["NoncurrentVersionExpiration"]["NoncurrentDays"])}
    if "AbortIncompleteMultipartUpload" in rule:
        days = int(rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"])
        result["AbortIncompleteMultipartUpload"] = {"DaysAfterInitiation": days}
    known = {"Status", "Id", "Prefix", "ExpirationInDays", "NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload"}
    if set(rule) - known:
        raise ValueError(f"lifecycle rule with {sorted(set(rule) - known)}")
    return result


@creates("AWS::S3::BucketPolicy")
def _bucket_policy(context, properties):
    s3, bucket = context.client("s3"), properties.take("Bucket")
    s3.put_bucket_policy(Bucket=bucket, Policy=as_text(properties.take("PolicyDocument")))
    return Made(bucket, {}, lambda: ignore_errors(lambda: s3.delete_bucket_policy(Bucket=bucket), "NoSuchBucket"))
