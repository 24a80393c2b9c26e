#!/usr/bin/env bash
# Executes the change set that was prepared and approved: just that one, by its ARN, and only if its content is still
# what was prepared. CloudFormation refuses it if the stack has changed since.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

[[ $CHANGE_SET == cairn-deploy-* && $CHANGE_SET_ID && $CONTENT ]] || fail "$CHANGE_SET is not a change set to deploy"
describe_change_set "$CHANGE_SET"
arn=$(jq -r .ChangeSetId "$work/change-set.json")
[[ $arn == *":changeSet/$CHANGE_SET/$CHANGE_SET_ID" ]] ||
  fail "the change set $CHANGE_SET is not the one that was prepared: somebody made another of the same name"
describe_change_set "$arn"
[[ $(content_of "$arn") == "$CONTENT" ]] ||
  fail "the change set $CHANGE_SET differs from what was prepared, so it is not executed"

token=cairn-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT
aws cloudformation execute-change-set --stack-name "$STACK" --change-set-name "$arn" --client-request-token "$token"
follow "$token" '^(CREATE|UPDATE)_COMPLETE$'
