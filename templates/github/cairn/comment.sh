#!/usr/bin/env bash
# Puts what change-set.sh found into one comment of the pull request, which it finds again by its first line. That line
# also says of which commit it speaks, and the digest of the changes: reviewed.sh reads it.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

mark="<!-- cairn $STACK "
run=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID
if [[ -f $work/digest ]]; then
  text="${mark}head=$HEAD digest=$(<"$work/digest") -->"$'\n'"$(<"$work/changes.md")"
else
  text="${mark}head=$HEAD -->"$'\n'"### Stack $STACK in $AWS_REGION"$'\n\n'"There is no change set, so nobody knows yet what would change."
fi
text+=$'\n\n'"<sub>Commit $HEAD, [this run]($run)</sub>"
jq -n --arg body "$text" '{$body}' >"$work/comment.json"

# A comment of somebody else who writes the same first line does not count.
id=$(github_list "/repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" | jq -r --arg mark "$mark" '
  [.[] | select(.user.login == "github-actions[bot]" and (.body | startswith($mark)))] | first | values | .id')
if [[ $id ]]; then
  github PATCH "/repos/$GITHUB_REPOSITORY/issues/comments/$id" --data "@$work/comment.json" -o /dev/null
else
  github POST "/repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --data "@$work/comment.json" -o /dev/null
fi
