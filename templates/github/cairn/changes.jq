# A change set, as `describe-change-set --include-property-values` gives it, in Markdown; with `--arg as digest` in a
# form that is the same for the same changes. $stack and $region name what is changed.

def changes: [.Changes[]? | .ResourceChange | select(.)];

def kind:
  if .Action == "Modify" and .Replacement == "True" then 0
  elif .Action == "Remove" then 1
  elif .Action == "Modify" and .Replacement == "Conditional" then 2
  elif .Action == "Modify" then 3
  else 4 end;

def words: ["**replaced**", "**removed**", "perhaps replaced", "changed", "new"];

def old: # what becomes of the old resource
  {Delete: "deleted", Retain: "kept", Snapshot: "deleted, a snapshot kept",
   ReplaceAndDelete: "the old one deleted", ReplaceAndRetain: "the old one kept",
   ReplaceAndSnapshot: "the old one deleted, a snapshot kept"}[.PolicyAction // ""] // empty;

def reasons: # which properties change; those that replace the resource in bold
  [.Details[]? | .Target | select(.Name) |
   if .RequiresRecreation == "Always" then "**`\(.Name)`**" else "`\(.Name)`" end] | unique;

def row:
  ([(reasons | join(", ")), old] | map(select(. != "")) | join("; ")) as $what |
  "| \(words[kind]) | `\(.LogicalResourceId)` | \(.ResourceType) | \($what) |";

def count($which; $one; $many):
  map(select(kind == $which)) | length | if . == 0 then empty elif . == 1 then "1 \($one)" else "\(.) \($many)" end;

def sentence:
  [count(0; "is replaced"; "are replaced"), count(1; "is removed"; "are removed"),
   count(2; "is perhaps replaced"; "are perhaps replaced"), count(3; "is changed"; "are changed"),
   count(4; "is new"; "are new")] | join(", ");

def table:
  "| | resource | type | what changes |\n| --- | --- | --- | --- |\n" +
  (sort_by(kind, .LogicalResourceId) | map(row) | join("\n"));

def markdown:
  "### Stack \($stack) in \($region)\n" +
  if .Status == "FAILED" then "\nNothing changes."
  else changes |
    if length == 0 then "\nNo resource changes, only outputs or tags."
    elif length <= 30 then "\nOf its resources \(sentence).\n\n\(table)"
    else
      (map(select(kind < 3)) | if length > 0 then "\n\n" + table else "" end) as $grave |
      "\nOf its resources \(sentence).\($grave)\n\n<details><summary>All \(length)</summary>\n\n\(table)\n\n</details>"
    end
  end;

# What one side has and the other has not, whatever the order it was told in.
def digest:
  {nothing: (.Status == "FAILED"),
   changes: (changes | map({Action, LogicalResourceId, ResourceType, Replacement, PolicyAction,
     Before: (.BeforeContext // "null" | fromjson), After: (.AfterContext // "null" | fromjson),
     Details: ([.Details[]? | {ChangeSource, Evaluation, CausingEntity, Target: (.Target | {
       Attribute, Name, Path, RequiresRecreation, BeforeValue, AfterValue})}] | unique)
     }) | sort_by(.LogicalResourceId))};

if $ARGS.named.as == "digest" then digest else markdown end
