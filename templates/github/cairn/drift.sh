#!/usr/bin/env bash
# Looks for what was changed behind the stack's back. There is one issue about it at most, found again by its first
# line: it is opened, rewritten, and closed when all is as the template says.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

id=$(aws cloudformation detect-stack-drift --stack-name "$STACK" --query StackDriftDetectionId --output text)
while :; do
  found=$(aws cloudformation describe-stack-drift-detection-status --stack-drift-detection-id "$id" --output json)
  status=$(jq -r .DetectionStatus <<<"$found")
  [[ $status == DETECTION_IN_PROGRESS ]] || break
  sleep "$poll"
done
drift=$(jq -r '.StackDriftStatus // ""' <<<"$found")
# A type that cannot be checked makes the whole detection fail, yet says what it found.
[[ $status == DETECTION_COMPLETE || $drift == DRIFTED ]] ||
  fail "drift could not be detected: $(jq -r '.DetectionStatusReason // .DetectionStatus' <<<"$found")"

mark="<!-- cairn drift $STACK -->"
{
  echo "$mark"
  echo "The stack $STACK in $AWS_REGION differs from its template: it was changed outside CloudFormation."
  echo
  aws cloudformation describe-stack-resource-drifts --stack-name "$STACK" \
    --stack-resource-drift-status-filters MODIFIED DELETED --output json | jq -r '
      def code: "`` \(tostring | .[:200] | gsub("\\s+"; " ") | gsub("`"; "\u0027") | gsub("\\|"; "\\|")) ``";
      "| resource | type | property | template | found |\n| --- | --- | --- | --- | --- |",
      (.StackResourceDrifts | sort_by(.LogicalResourceId)[] |
       "| `\(.LogicalResourceId)` | \(.ResourceType) |" as $start |
       if .StackResourceDriftStatus == "DELETED" then "\($start) | | **is gone** |"
       else .PropertyDifferences[] |
         "\($start) `\(.PropertyPath)` | \(.ExpectedValue | code) | \(.ActualValue | code) |"
       end)'
  echo
  echo "To keep the change, put it into the config; otherwise revert it."
} >"$work/drift.md"

repository=/repos/$GITHUB_REPOSITORY
issue=$(github_list "$repository/issues?state=open&creator=github-actions%5Bbot%5D" | jq -r --arg mark "$mark" '
  [.[] | select(.pull_request | not) | select(.body // "" | startswith($mark))] | first | values | .number')
if [[ $drift == DRIFTED ]]; then
  summary <"$work/drift.md"
  jq -n --arg title "Drift of stack $STACK" --rawfile body "$work/drift.md" '{$title, $body}' >"$work/issue.json"
  if [[ $issue ]]; then
    github PATCH "$repository/issues/$issue" --data "@$work/issue.json" -o /dev/null
  else
    github POST "$repository/issues" --data "@$work/issue.json" -o /dev/null
  fi
elif [[ $issue ]]; then
  github POST "$repository/issues/$issue/comments" -o /dev/null \
    --data '{"body": "The stack matches its template again."}'
  github PATCH "$repository/issues/$issue" --data '{"state": "closed"}' -o /dev/null
fi
echo "Drift of $STACK: $drift"
