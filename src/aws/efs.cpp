// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/efs.h"

namespace aws::efs {

cfn::Value access_point::toValue(const PosixUser& v) {
  return cfn::fields({
      {"Gid", v.Gid},
      {"SecondaryGids", v.SecondaryGids},
      {"Uid", v.Uid},
  });
}

cfn::Value access_point::toValue(const CreationInfo& v) {
  return cfn::fields({
      {"OwnerGid", v.OwnerGid},
      {"OwnerUid", v.OwnerUid},
      {"Permissions", v.Permissions},
  });
}

cfn::Value access_point::toValue(const RootDirectory& v) {
  return cfn::fields({
      {"CreationInfo", v.CreationInfo},
      {"Path", v.Path},
  });
}

cfn::Map properties(const AccessPoint& v) {
  return cfn::fields({
      {"AccessPointTags", v.AccessPointTags},
      {"ClientToken", v.ClientToken},
      {"FileSystemId", v.FileSystemId},
      {"PosixUser", v.PosixUser},
      {"RootDirectory", v.RootDirectory},
  });
}

cfn::Value file_system::toValue(const BackupPolicy& v) {
  return cfn::fields({
      {"Status", v.Status},
  });
}

cfn::Value file_system::toValue(const FileSystemProtection& v) {
  return cfn::fields({
      {"ReplicationOverwriteProtection", v.ReplicationOverwriteProtection},
  });
}

cfn::Value file_system::toValue(const LifecyclePolicy& v) {
  return cfn::fields({
      {"TransitionToArchive", v.TransitionToArchive},
      {"TransitionToIA", v.TransitionToIA},
      {"TransitionToPrimaryStorageClass", v.TransitionToPrimaryStorageClass},
  });
}

cfn::Value file_system::toValue(const ReplicationDestination& v) {
  return cfn::fields({
      {"AvailabilityZoneName", v.AvailabilityZoneName},
      {"FileSystemId", v.FileSystemId},
      {"KmsKeyId", v.KmsKeyId},
      {"Region", v.Region},
      {"RoleArn", v.RoleArn},
      {"Status", v.Status},
      {"StatusMessage", v.StatusMessage},
  });
}

cfn::Value file_system::toValue(const ReplicationConfiguration& v) {
  return cfn::fields({
      {"Destinations", v.Destinations},
  });
}

cfn::Map properties(const FileSystem& v) {
  return cfn::fields({
      {"AvailabilityZoneName", v.AvailabilityZoneName},
      {"BackupPolicy", v.BackupPolicy},
      {"BypassPolicyLockoutSafetyCheck", v.BypassPolicyLockoutSafetyCheck},
      {"Encrypted", v.Encrypted},
      {"FileSystemPolicy", v.FileSystemPolicy},
      {"FileSystemProtection", v.FileSystemProtection},
      {"FileSystemTags", v.FileSystemTags},
      {"KmsKeyId", v.KmsKeyId},
      {"LifecyclePolicies", v.LifecyclePolicies},
      {"PerformanceMode", v.PerformanceMode},
      {"ProvisionedThroughputInMibps", v.ProvisionedThroughputInMibps},
      {"ReplicationConfiguration", v.ReplicationConfiguration},
      {"ThroughputMode", v.ThroughputMode},
  });
}

cfn::Map properties(const MountTarget& v) {
  return cfn::fields({
      {"FileSystemId", v.FileSystemId},
      {"IpAddress", v.IpAddress},
      {"IpAddressType", v.IpAddressType},
      {"Ipv6Address", v.Ipv6Address},
      {"SecurityGroups", v.SecurityGroups},
      {"SubnetId", v.SubnetId},
  });
}

}  // namespace aws::efs
