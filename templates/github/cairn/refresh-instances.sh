#!/usr/bin/env bash
# Replaces the instances by new ones, each before the old one goes: for a newer image, or to have them boot again.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

group=$(aws cloudformation describe-stack-resource --stack-name "$STACK" --logical-resource-id Instances \
  --query StackResourceDetail.PhysicalResourceId --output text)
id=$(aws autoscaling start-instance-refresh --auto-scaling-group-name "$group" \
  --preferences '{"MinHealthyPercentage": 100, "MaxHealthyPercentage": 200}' \
  --query InstanceRefreshId --output text)
said=''
while :; do
  refresh=$(aws autoscaling describe-instance-refreshes --auto-scaling-group-name "$group" \
    --instance-refresh-ids "$id" --query 'InstanceRefreshes[0]' --output json)
  status=$(jq -r .Status <<<"$refresh")
  now="  $status, $(jq -r '.PercentageComplete // 0' <<<"$refresh") %"
  [[ $now == "$said" ]] || echo "$now"
  said=$now
  [[ $status =~ ^(Pending|InProgress|Baking|Cancelling|RollbackInProgress)$ ]] || break
  sleep "$poll"
done
[[ $status == Successful ]] ||
  fail "the instances were not all replaced: $status. $(jq -r '.StatusReason // ""' <<<"$refresh")"
