#!/usr/bin/env bash
# Writes the outputs of the stack onto the page of the run.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

aws cloudformation describe-stacks --stack-name "$STACK" --query 'Stacks[0].Outputs' --output json | jq -r '
  "### Outputs\n\n| output | value | |\n| --- | --- | --- |",
  (. // [] | sort_by(.OutputKey)[] | "| \(.OutputKey) | `` \(.OutputValue) `` | \(.Description // "") |")' | summary
