# shellcheck shell=bash
# What the steps share. They stand for themselves: bash, jq, curl and the AWS CLI, as GitHub's runners have them.
set -euo pipefail
shopt -s inherit_errexit
export AWS_PAGER=''

poll=${POLL_SECONDS:-5}
work=${RUNNER_TEMP:?}/cairn
mkdir -p "$work"

# A workflow command ends at a line break, so breaks are written in its own way.
one_line() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

# fail WORD...: ends the step; the page of the run shows the words.
fail() {
  printf '::error::%s\n' "$(one_line "$*")" >&2
  exit 1
}

output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; } # output NAME VALUE, for later steps

summary() { cat >>"$GITHUB_STEP_SUMMARY"; } # standard input, in Markdown, onto the page of the run

# github METHOD PATH [CURL-OPTION...]: asks GitHub's API. The token goes through a pipe: no list of processes shows it.
github() {
  curl -fsS --max-time 30 -X "$1" -H 'Accept: application/vnd.github+json' -H 'X-GitHub-Api-Version: 2022-11-28' \
    --config - "${@:3}" "$GITHUB_API_URL$2" <<<"header = \"Authorization: Bearer $GH_TOKEN\""
}

# github_list PATH: all pages of a list, as one.
github_list() {
  local page=0 items
  while :; do
    page=$((page + 1))
    items=$(github GET "$1$([[ $1 == *\?* ]] && echo '&' || echo '?')per_page=100&page=$page")
    printf '%s\n' "$items"
    (($(jq length <<<"$items") == 100)) || break
  done | jq -sc add
}

stack_status() { # none, where there is no such stack
  aws cloudformation describe-stacks --stack-name "$STACK" --query 'Stacks[0].StackStatus' --output text \
    2>"$work/error" || { grep -q 'does not exist' "$work/error" && echo none; } || fail "$(<"$work/error")"
}

# describe_change_set NAME-OR-ARN: into change-set.json.
describe_change_set() {
  aws cloudformation describe-change-set --stack-name "$STACK" --change-set-name "$1" --include-property-values \
    --output json >"$work/change-set.json"
}

# look_at JQ-OPTION...: what is in the change set, in words or as a digest of it.
look_at() {
  jq "$@" --arg stack "$STACK" --arg region "$AWS_REGION" -f "${BASH_SOURCE[0]%/*}/changes.jq" "$work/change-set.json"
}

# content_of ARN: a digest of all that the change set in change-set.json will do: the changes, the template as
# CloudFormation holds it, the parameters, and what else it sets.
content_of() {
  local content
  content=$({
    look_at -cS --arg as digest
    jq -cS '{Parameters, Tags, Capabilities, NotificationARNs, RollbackConfiguration, OnStackFailure, ImportExistingResources,
      IncludeNestedStacks} | .Parameters |= (. // [] | sort_by(.ParameterKey))' "$work/change-set.json"
    aws cloudformation get-template --stack-name "$STACK" --change-set-name "$1" --template-stage Original --output json |
      jq -cS .TemplateBody
  } | sha256sum)
  printf '%s\n' "${content%% *}"
}

# How to get rid of a stack whose creation failed, for people who may do more than the workflow: deletion protection
# keeps the database, and the role that CloudFormation deploys with may delete neither it nor the file system.
how_to_delete() {
  local aws="aws --region $AWS_REGION" resource="describe-stack-resource --stack-name $STACK --logical-resource-id"
  cat <<END
  database=\$($aws cloudformation $resource Database --query StackResourceDetail.PhysicalResourceId --output text)
  $aws rds modify-db-instance --db-instance-identifier "\$database" --no-deletion-protection --apply-immediately
  $aws rds delete-db-instance --db-instance-identifier "\$database" --skip-final-snapshot
  $aws rds wait db-instance-deleted --db-instance-identifier "\$database"
  $aws cloudformation delete-stack --stack-name $STACK
Leave out the commands for the database if the stack has none. A file system that is left over holds nothing yet:
delete it in the console.
END
}

# What to do about a failure, by the state that the stack is left in.
way_out() {
  case $1 in
    CREATE_FAILED | UPDATE_FAILED)
      echo "The created resources stay. Fix the cause and deploy again: CloudFormation continues from here." \
        "To begin anew instead, delete the stack:"
      how_to_delete ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED)
      echo "The stack has to be deleted before the next deploy:"
      how_to_delete ;;
    UPDATE_ROLLBACK_FAILED)
      echo "The rollback got stuck. Fix the cause, then run this workflow by hand, with the action continue-rollback." ;;
  esac
}

# follow TOKEN WANTED: shows the events of the operation that was begun with the token until it has ended, and fails if
# the stack is not in the wanted state then. What failed first is why: the rest was cancelled on its account.
follow() {
  local token=$1 wanted=$2 last='' status='' events first=''
  echo "The events of $STACK:"
  while :; do
    # The newest come first. 500 are more than happen between two looks.
    events=$(aws cloudformation describe-stack-events --stack-name "$STACK" --max-items 500 --output json |
      jq -c --arg token "$token" --arg last "$last" '
        [.StackEvents[] | select(.ClientRequestToken == $token)] | (map(.EventId) | index($last)) as $seen |
        .[:($seen // length)] | reverse')
    # One line each, which begins with the status: what AWS says is not read as a workflow command.
    jq -r '.[] | "  \(.ResourceStatus)  \(.LogicalResourceId)  \(.ResourceStatusReason // "" | gsub("\\s+"; " "))"
      ' <<<"$events"
    last=$(jq -r --arg last "$last" 'last.EventId // $last' <<<"$events")
    [[ $first ]] || first=$(jq -r '
      map(select((.ResourceStatus | endswith("_FAILED")) and .PhysicalResourceId != .StackId and
                 (.ResourceStatusReason // "" | test("cancelled"; "i") | not))) |
      first | values | "\(.LogicalResourceId): \(.ResourceStatusReason // .ResourceStatus)"' <<<"$events")
    status=$(jq -r --arg status "$status" '
      map(select(.PhysicalResourceId == .StackId).ResourceStatus) | last // $status' <<<"$events")
    [[ $status =~ (_COMPLETE|_FAILED)$ ]] && break
    sleep "$poll"
  done
  [[ $status =~ $wanted ]] && return
  local next
  next=$(way_out "$status")
  fail "$STACK is in $status. ${first:-No event says why.}${next:+$'\n'$next}"
}
