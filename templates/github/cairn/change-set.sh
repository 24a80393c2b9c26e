#!/usr/bin/env bash
# usage: change-set.sh review|deploy
# Makes a change set of the template and tells what is in it: on the page of the run, in changes.md, and as outputs
#   change-set     its name; empty where nothing changes, and after a review, which leaves nothing behind
#   change-set-id  the end of its ARN, which no other change set has
#   digest         the same for the same changes, whoever makes the change set
#   content        of all that will be executed: the changes, the template, the parameters
# Not the ARN: GitHub drops outputs that hold what is masked, as the number of the account is. The role for reviews can
# make and delete only change sets named cairn-review-*, so none of them can take the place of one to deploy.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"
largest=51200 # bytes that the API takes ("CloudFormation quotas")
purpose=$1
prefix=cairn-$purpose-
name=$prefix$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT

# Sets `kind`, and `failure`: what a failure does to the stack. A creation that is rolled back would have to delete the
# database, which deletion protection refuses; so what was created stays, and the next deploy goes on from there.
choose_kind() {
  local status
  status=$(stack_status)
  kind=UPDATE failure=ROLLBACK
  case $status in
    none | REVIEW_IN_PROGRESS) kind=CREATE failure=DO_NOTHING ;;
    CREATE_FAILED | UPDATE_FAILED) failure=DO_NOTHING ;;
    UPDATE_ROLLBACK_FAILED)
      fail "$STACK is in $status: first run this workflow by hand, with the action continue-rollback" ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | DELETE_FAILED)
      fail "$STACK is in $status and cannot be changed: delete it first."$'\n'"$(how_to_delete)" ;;
    *_IN_PROGRESS) fail "$STACK is in $status: another operation is in progress" ;;
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
  [[ $BUCKET ]] || fail "the template is larger than $largest bytes, so CloudFormation accepts it only from a bucket, and" \
    "the repository has no variable that names one: deploy the stack $STACK-access again, and set the variables that" \
    "\`cairn pipeline\` prints"
  local key
  key=cairn/$STACK/$prefix$(sha256sum <"$work/template" | head -c 64).json
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

# Nothing of an earlier try may pass for the outcome of this one.
rm -f "$work/changes.md" "$work/digest"
[[ $GITHUB_EVENT_NAME == pull_request || $GITHUB_REF == "refs/heads/$BRANCH" ]] || fail "only $BRANCH is deployed"

choose_kind
put_body
aws cloudformation create-change-set --stack-name "$STACK" --change-set-name "$name" --change-set-type "$kind" \
  --on-stack-failure "$failure" "${body[@]}" --capabilities CAPABILITY_IAM --role-arn "$SERVICE_ROLE" \
  --output json >/dev/null
if [[ $purpose == review ]]; then trap delete_change_set EXIT; fi

status=CREATE_PENDING
while [[ $status =~ ^CREATE_(PENDING|IN_PROGRESS)$ ]]; do
  describe_change_set "$name"
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
if [[ $purpose == review || $status == FAILED ]]; then
  output change-set ''
else
  arn=$(jq -r .ChangeSetId "$work/change-set.json")
  content=$(content_of "$arn")
  output change-set-id "${arn##*/}"
  output content "$content"
  output change-set "$name"
fi
