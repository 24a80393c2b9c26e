#!/usr/bin/env bash
# usage: change-set.sh [--delete]
# Makes a change set of the template and tells what is in it: on the page of the run, in changes.md, and as outputs
#   change-set  its name; empty where nothing changes (or with --delete, which leaves nothing behind)
#   digest      the same for the same changes, whoever makes the change set
# Names, not ARNs: GitHub drops outputs that hold what is masked, as the number of the account is.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"
here=${BASH_SOURCE[0]%/*}
largest=51200 # bytes that the API takes ("CloudFormation quotas")
name=cairn-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT
delete=false
[[ ${1:-} != --delete ]] || delete=true

kind_of_change() {
  local status
  status=$(stack_status)
  case $status in
    none | REVIEW_IN_PROGRESS) echo CREATE ;;
    UPDATE_ROLLBACK_FAILED)
      fail "$STACK is in $status: first run this workflow by hand, with the action continue-rollback" ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | DELETE_FAILED)
      fail "$STACK is in $status and cannot be changed: first delete it, by" \
        "aws cloudformation delete-stack --region $AWS_REGION --stack-name $STACK" ;;
    *_IN_PROGRESS) fail "$STACK is in $status: something else changes it at this moment" ;;
    *) echo UPDATE ;;
  esac
}

# Sets `body`: the template as it was committed, if it fits; else as JSON without blanks; else by way of a bucket.
put_body() {
  cp -- "$TEMPLATE" "$work/template"
  if (($(wc -c <"$work/template") > largest)); then
    cairn generate "$CONFIG" --format json | jq -c . >"$work/template"
  fi
  body=(--template-body "file://$work/template")
  (($(wc -c <"$work/template") > largest)) || return 0
  [[ $BUCKET ]] || fail "the template is larger than $largest bytes, so CloudFormation takes it only from a bucket:" \
    "name one as \`pipeline.bucket\` in the config"
  local key
  key=cairn/$STACK/$(sha256sum <"$work/template" | head -c 64).json
  aws s3 cp --no-progress "$work/template" "s3://$BUCKET/$key"
  body=(--template-url "https://$BUCKET.s3.$AWS_REGION.amazonaws.com/$key")
}

delete_change_set() { aws cloudformation delete-change-set --stack-name "$STACK" --change-set-name "$name"; }

# What CloudFormation finds before anything is deployed is told apart from the events ("Validate stack deployments"); an
# older CLI cannot ask for it.
validation_errors() {
  aws cloudformation describe-events --stack-name "$STACK" --change-set-name "$name" --output json 2>/dev/null |
    jq -r '[.OperationEvents[]? | select(.ValidationStatus == "FAILED") |
      "\(.LogicalResourceId) \(.ValidationPath // ""): \(.ValidationStatusReason // .ValidationName)"] |
      unique[]' || true
}

look_at() { jq "$@" --arg stack "$STACK" --arg region "$AWS_REGION" -f "$here/changes.jq" "$work/change-set.json"; }

# Nothing of an earlier try may pass for the outcome of this one.
rm -f "$work/changes.md" "$work/digest"
[[ $GITHUB_EVENT_NAME == pull_request || $GITHUB_REF == "refs/heads/$BRANCH" ]] || fail "only $BRANCH is deployed"

kind=$(kind_of_change)
put_body
aws cloudformation create-change-set --stack-name "$STACK" --change-set-name "$name" --change-set-type "$kind" \
  "${body[@]}" --capabilities CAPABILITY_IAM --role-arn "$SERVICE_ROLE" --output json >/dev/null
if $delete; then trap delete_change_set EXIT; fi

status=CREATE_PENDING
while [[ $status =~ ^CREATE_(PENDING|IN_PROGRESS)$ ]]; do
  aws cloudformation describe-change-set --stack-name "$STACK" --change-set-name "$name" --include-property-values \
    --output json >"$work/change-set.json"
  status=$(jq -r .Status "$work/change-set.json")
  [[ $status != CREATE_* || $status == CREATE_COMPLETE ]] || sleep "$poll"
done

if [[ $status == FAILED ]]; then
  trap delete_change_set EXIT
  # Nothing to change is a failure there, and only the words tell it from others.
  reason=$(jq -r '.StatusReason // ""' "$work/change-set.json")
  if [[ ! $reason =~ (didn\'t contain changes|No updates are to be performed) ]]; then
    found=$(validation_errors)
    fail "no change set: $reason${found:+$'\n'$found}"
  fi
fi

look_at -r >"$work/changes.md"
summary <"$work/changes.md"
cat "$work/changes.md"
digest=$(look_at -cS --arg as digest | sha256sum)
printf '%s\n' "${digest%% *}" >"$work/digest"
output digest "${digest%% *}"
if $delete || [[ $status == FAILED ]]; then name_for_others=''; else name_for_others=$name; fi
output change-set "$name_for_others"
