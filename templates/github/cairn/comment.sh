#!/usr/bin/env bash
# Puts what change-set.sh found into one comment of the pull request, which it finds again by its first line. That line
# also says of which commit it speaks, and the digest of the changes: reviewed.sh reads it.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

repository=/repos/$GITHUB_REPOSITORY
mark="<!-- cairn $STACK "
{
  if [[ -f $work/digest ]]; then
    echo "${mark}head=$HEAD digest=$(<"$work/digest") -->"
    cat "$work/changes.md"
  else
    echo "${mark}head=$HEAD -->"
    echo "### Stack $STACK in $AWS_REGION"
    echo
    echo "There is no change set, so the changes are not known yet."
  fi
  if github_list "$repository/pulls/$PULL_REQUEST/files" |
    jq -e --arg file "$ACCESS_TEMPLATE" 'any(.filename == $file)' >/dev/null; then
    echo
    echo "**The roles change.** Before you merge, deploy the stack $STACK-access with an administrator's rights."
  fi
  echo
  echo "<sub>Commit $HEAD, [this run]($GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID)</sub>"
} >"$work/comment.md"
jq -n --rawfile body "$work/comment.md" '{$body}' >"$work/comment.json"

# A comment of somebody else who writes the same first line does not count.
id=$(github_list "$repository/issues/$PULL_REQUEST/comments" | jq -r --arg mark "$mark" '
  [.[] | select(.user.login == "github-actions[bot]" and (.body | startswith($mark)))] | first | values | .id')
if [[ $id ]]; then
  github PATCH "$repository/issues/comments/$id" --data "@$work/comment.json" -o /dev/null
else
  github POST "$repository/issues/$PULL_REQUEST/comments" --data "@$work/comment.json" -o /dev/null
fi
