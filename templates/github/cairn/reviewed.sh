#!/usr/bin/env bash
# Fails, and deletes the change set, unless it makes the changes that the pull request of this commit showed last.
# GitHub knows that one whether it was merged, rebased or squashed.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

repository=/repos/$GITHUB_REPOSITORY

refuse() {
  aws cloudformation delete-change-set --stack-name "$STACK" --change-set-name "$CHANGE_SET"
  fail "$1. The summary of this run shows what would change now;" \
    "to deploy that, run this workflow by hand, with the action deploy."
}

# A moment after the push GitHub may not know yet.
for try in 1 2 3; do
  pull=$(github_list "$repository/commits/$GITHUB_SHA/pulls" | jq -c --arg branch "$BRANCH" '
    [.[] | select(.merged_at and .base.ref == $branch)] | first | values')
  [[ $pull || $try == 3 ]] || sleep "$poll"
  [[ ! $pull ]] || break
done
[[ $pull ]] || refuse "This commit came without a pull request, so nobody has seen what it changes"
number=$(jq -r .number <<<"$pull") head=$(jq -r .head.sha <<<"$pull")

reviewed=$(github_list "$repository/issues/$number/comments" |
  jq -r --arg mark "<!-- cairn $STACK head=$head digest=" '
    [.[] | select(.user.login == "github-actions[bot]" and (.body | startswith($mark))) |
     .body | ltrimstr($mark) | .[:64]] | first | values')
[[ $reviewed ]] || refuse "Pull request #$number has no change set of its last commit, $head"
[[ $reviewed == "$DIGEST" ]] || refuse "The changes are not those that pull request #$number showed"
echo "The changes are those that pull request #$number showed."
