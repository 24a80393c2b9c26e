#!/usr/bin/env bash
# Goes on with the rollback of an update that got stuck, leaving out the resources that SKIP names.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

status=$(stack_status)
[[ $status == UPDATE_ROLLBACK_FAILED ]] || fail "$STACK is in $status, so there is no rollback to continue"
read -ra ids <<<"$SKIP"
for id in "${ids[@]}"; do [[ $id =~ ^[A-Za-z0-9]+$ ]] || fail "$id is not a logical id"; done
token=cairn-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT
aws cloudformation continue-update-rollback --stack-name "$STACK" --role-arn "$SERVICE_ROLE" \
  --client-request-token "$token" ${ids[0]:+--resources-to-skip "${ids[@]}"}
follow "$token" '^UPDATE_ROLLBACK_COMPLETE$'
