#!/bin/sh
# usage: pack.sh apt|dnf FILE
# The program as it travels to instances whose packages come by apt or dnf. Templates may have 51,200 bytes, so every byte
# counts: lines that are a comment or nothing and the indentation go, outside of here-documents. So do the lines behind
# `# >>> apt`, `# >>> dnf` and `# >>> all` up to the next such mark or `# <<<`, but for those of this system; behind `all`
# stands what chooses between the two. Variables of PHP, of the program and of what it writes, get short names; those with a
# backslash before them are nginx's. A line that begins with `function` begins their scope.
set -eu
export LC_ALL=C

stripped=$(awk -v kind="$1" '
  ending != "" { print; if ($0 ~ "^[ \t]*" ending ";?$" || $0 ~ "^[ \t]*" ending "[,);]") ending = ""; next }
  /^[ \t]*# >>> (apt|dnf|all)$/ { only = $3; next }
  /^[ \t]*# <<<$/ { only = ""; next }
  only != "" && only != kind { next }
  /^[ \t]*(#( .*)?|\/\/.*)?$/ { next }
  { sub(/^[ \t]+/, ""); print }
  match($0, /<<-?<?[ ]?["\x27]?[A-Z_]+["\x27]?/) && $0 !~ /<<<["$]/ {
    ending = substr($0, RSTART, RLENGTH); gsub(/[^A-Z_]/, "", ending)
  }' "$2")

case $2 in
  *.php) ;;
  *) printf '%s\n' "$stripped"; exit ;;
esac
printf '%s\n' "$stripped" | awk '
  function short(name) {
    if (!(name in names)) names[name] = substr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", ++many, 1)
    if (many > 52) exit 1
    return names[name]
  }
  /^function / { split("", names); many = 0 }
  {
    names["argv"] = "argv"
    out = ""
    while (match($0, /[$][a-z][a-z_]*/)) {
      name = substr($0, RSTART + 1, RLENGTH - 1)
      ours = substr($0, RSTART - 1, 1) != "\\" && substr($0, RSTART + RLENGTH, 1) !~ /[A-Za-z0-9]/
      out = out substr($0, 1, RSTART) (ours ? short(name) : name)
      $0 = substr($0, RSTART + RLENGTH)
    }
    print out $0
  }'
