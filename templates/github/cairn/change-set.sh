#!/usr/bin/env bash
# usage: change-set.sh [--delete]
# Makes a change set of the template and tells what is in it: on the page of the run, in changes.md and as outputs
#   change-set  its ARN, empty where the stack is as the template says (or with --delete, which leaves nothing behind)
#   digest      the same for the same changes, whoever makes the change set
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"
here=${BASH_SOURCE[0]%/*}
largest=51200 # bytes that the API takes ("CloudFormation quotas")
# Nothing of an earlier try may pass for the outcome of this one.
rm -f "$work/changes.md" "$work/digest"

[[ $GITHUB_EVENT_NAME == pull_request || $GITHUB_REF == "refs/heads/$BRANCH" ]] || fail "only $BRANCH is deployed"

status=$(stack_status)
case $status in
  none | REVIEW_IN_PROGRESS) kind=CREATE ;;
  *_IN_PROGRESS) fail "$STACK is in $status: something else changes it at this moment" ;;
  UPDATE_ROLLBACK_FAILED) fail "$STACK is in $status: first run this workflow by hand, with the action continue-rollback" ;;
  ROLLBACK_COMPLETE | ROLLBACK_FAILED | DELETE_FAILED)
    fail "$STACK is in $status and cannot be changed: first delete it, by aws cloudformation delete-stack --stack-name $STACK" ;;
  *) kind=UPDATE ;;
esac

# As it was committed, if it fits; else as JSON without blanks; else by way of a bucket.
cp -- "$TEMPLATE" "$work/template"
if (($(wc -c <"$work/template") > largest)); then
  cairn generate "$CONFIG" --format json | jq -c . >"$work/template"
fi
body=(--template-body "file://$work/template")
if (($(wc -c <"$work/template") > largest)); then
  [[ $BUCKET ]] || fail "the template is larger than $largest bytes, so CloudFormation takes it only from a bucket: name one in the config"
  key=cairn/$STACK/$(sha256sum <"$work/template" | head -c 64).json
  aws s3 cp --no-progress "$work/template" "s3://$BUCKET/$key"
  body=(--template-url "https://$BUCKET.s3.$AWS_REGION.amazonaws.com/$key")
fi

name=cairn-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT
arn=$(aws cloudformation create-change-set --stack-name "$STACK" --change-set-name "$name" --change-set-type "$kind" "${body[@]}" \
  --capabilities CAPABILITY_IAM --role-arn "$SERVICE_ROLE" --query Id --output text)
delete() { aws cloudformation delete-change-set --change-set-name "$arn"; }
if [[ ${1:-} == --delete ]]; then trap delete EXIT; fi

while :; do
  aws cloudformation describe-change-set --change-set-name "$arn" --include-property-values --output json >"$work/change-set.json"
  [[ $(jq -r .Status "$work/change-set.json") =~ ^CREATE_(PENDING|IN_PROGRESS)$ ]] || break
  sleep "$poll"
done

reason=$(jq -r '.StatusReason // ""' "$work/change-set.json")
if [[ $(jq -r .Status "$work/change-set.json") == FAILED ]]; then
  [[ ${1:-} == --delete ]] || trap delete EXIT
  # Nothing to change counts as a failure there, and only its words tell it from others.
  if [[ ! $reason =~ (didn\'t contain changes|No updates are to be performed) ]]; then
    # What was found before the deployment is told apart from events (since 2025; an older CLI does not know it).
    found=$(aws cloudformation describe-events --change-set-name "$arn" --output json 2>/dev/null | jq -r '
      [.OperationEvents[]? | select(.ValidationStatus == "FAILED") |
       "\(.LogicalResourceId) \(.ValidationPath // ""): \(.ValidationStatusReason // .ValidationName)"] | unique[]' || true)
    fail "no change set: $reason${found:+$'\n'$found}"
  fi
fi

jq -r --arg stack "$STACK" --arg region "$AWS_REGION" -f "$here/changes.jq" "$work/change-set.json" >"$work/changes.md"
summary <"$work/changes.md"
digest=$(jq -cS --arg as digest --arg stack "$STACK" --arg region "$AWS_REGION" -f "$here/changes.jq" "$work/change-set.json" | sha256sum)
printf '%s\n' "${digest%% *}" >"$work/digest"
output digest "${digest%% *}"
if [[ ${1:-} == --delete || $(jq -r .Status "$work/change-set.json") == FAILED ]]; then arn_for_others=''; else arn_for_others=$arn; fi
output change-set "$arn_for_others"
cat "$work/changes.md"
