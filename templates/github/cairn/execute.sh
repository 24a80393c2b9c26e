#!/usr/bin/env bash
# Executes the change set that was prepared and approved: CloudFormation refuses it if the stack has changed since.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

token=cairn-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT
aws cloudformation execute-change-set --stack-name "$STACK" --change-set-name "$CHANGE_SET" \
  --client-request-token "$token"
follow "$token" '^(CREATE|UPDATE)_COMPLETE$'
