#!/usr/bin/env bash
# usage: command_line.sh CAIRN
# What the program does with files that are none: status 1, a message, nothing on standard output, no file written.
set -uo pipefail

cairn=$1
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

# refuses NAME PATH: `cairn generate PATH` must refuse with a message that names the file.
refuses() {
  "$cairn" generate "$2" -o out/template.yaml >stdout 2>stderr
  local status=$?
  [[ $status == 1 && ! -s stdout && ! -e out && $(<stderr) == *"$2"*error:* ]] && return
  echo "$1: status $status, standard error:"
  head -c 2000 stderr
  failures=$((failures + 1))
}

mkdir directory
head -c 3000000 /dev/urandom >random.yaml
head -c 100000 /dev/zero >zeros.yaml
truncate -s 100M huge.yaml
printf 'name: matomo\n' >unreadable.yaml
chmod 000 unreadable.yaml
ln -s loop.yaml loop.yaml
printf 'name: matomo\n' >$'odd \e[31m.yaml'

refuses "a directory" directory
refuses "a missing file" missing.yaml
refuses "random bytes" random.yaml
refuses "zeros" zeros.yaml
refuses "100 MB" huge.yaml
refuses "a link to itself" loop.yaml
refuses "no file at all" /dev/null
refuses "text without end" /dev/zero
[[ -r unreadable.yaml ]] || refuses "an unreadable file" unreadable.yaml

"$cairn" generate $'odd \e[31m.yaml' >stdout 2>stderr
if grep -q $'\e' stderr; then
  echo "the name of a file reached the terminal as it is"
  failures=$((failures + 1))
fi

# `cairn permissions` prints a policy or says why not, and what would make another policy than meant is wrong usage.
printf 'Resources: {Vpc: {Type: AWS::EC2::VPC}}\n' >two_words.yaml
for file in missing.yaml random.yaml unreadable-as-a-stack.yaml two_words.yaml; do
  "$cairn" permissions "$file" >stdout 2>stderr
  status=$?
  if [[ $status != 1 || -s stdout || $(<stderr) != *"$file"*error:* ]]; then
    echo "permissions $file: status $status"
    cat stderr
    failures=$((failures + 1))
  fi
done
for option in --stack-name='a*' --account=12 --region=nowhere --partition=x --parameter=x; do
  "$cairn" permissions two_words.yaml "$option" >stdout 2>stderr
  status=$?
  if [[ $status != 2 || -s stdout || $(<stderr) != *"${option%%=*}"* ]]; then
    echo "permissions $option: status $status"
    cat stderr
    failures=$((failures + 1))
  fi
done

# Each command answers by its own help, and words that are none get a hint and status 2.
names=$("$cairn" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z-]*\) .*/\1/p')
[[ $(wc -w <<<"$names") -gt 5 ]] || { echo "no commands in the help"; failures=$((failures + 1)); }
for name in $names; do
  "$cairn" "$name" --help | grep -q "^Usage: cairn $name " || { echo "$name has another's help"; failures=$((failures + 1)); }
done
# hints WORDS HINT: `cairn WORDS` is wrong usage, whose message has the hint.
hints() {
  # shellcheck disable=SC2086  # several words
  "$cairn" $1 >stdout 2>stderr
  local status=$?
  [[ $status == 2 && ! -s stdout && $(<stderr) == *"$2"* ]] && return
  echo "cairn $1: status $status"
  cat stderr
  failures=$((failures + 1))
}
hints "" "cairn: a command is missing: one of generate, "
hints "generat x.yaml" "did you mean \`generate\`?"
hints "app" "cairn app: a command is missing: one of list, show, check"
hints "app shwo php" "did you mean \`show\`?"
hints "app show" "cairn app show: preset is required"
hints "generate" "cairn generate: config is required"
"$cairn" app show matom 2>stderr && failures=$((failures + 1))
[[ $(<stderr) == *"did you mean \`matomo\`?"* ]] || { cat stderr; failures=$((failures + 1)); }

# A new file in the folder that one stands in.
printf 'name: site\ndomain: www.example.com\nhosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}\n' >site.yaml
if ! "$cairn" generate site.yaml -o new.yaml 2>stderr || [[ ! -s new.yaml ]]; then
  echo "a new file in this folder:"
  cat stderr
  failures=$((failures + 1))
fi

# A file is what it contains, however it is written and however it comes.
cat >config.json <<'END'
{"name": "site", "domain": "www.example.com", "hosted_zone": {"name": "example.com", "id": "Z0123456789ABCDEFGHIJ"}}
END
printf '{name: site, domain: www.example.com, hosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}}\n' >flow.yaml
sed 's/^\([a-z_]*\):/"\1":/' site.yaml >quoted.yaml
sed 's/^/  /' site.yaml >indented.yaml
printf '  Resources:\n    T:\n      Type: AWS::SNS::Topic\n' >template.yaml
printf '? Resources\n: T: {Type: AWS::SNS::Topic}\n' >complex.yaml
for file in config.json flow.yaml quoted.yaml indented.yaml site.yaml template.yaml complex.yaml; do
  for command in check reach 'permissions --stack-name site' generate image-script; do
    [[ $file == template.yaml || $file == complex.yaml ]] && [[ $command == generate || $command == image-script ]] && continue
    # shellcheck disable=SC2086  # several words
    "$cairn" $command "$file" >direct 2>stderr || { echo "$command $file:"; head -c 500 direct stderr; failures=$((failures + 1)); }
    # shellcheck disable=SC2002,SC2086
    cat "$file" | "$cairn" $command /dev/stdin >piped 2>stderr || { echo "$command /dev/stdin of $file:"; head -c 500 stderr; failures=$((failures + 1)); }
    diff <(sed "s|$file|FILE|; /^# Generated by/d" direct) <(sed 's|/dev/stdin|FILE|; /^# Generated by/d' piped) >difference ||
      { echo "$command: $file and /dev/stdin differ"; head -5 difference; failures=$((failures + 1)); }
  done
done
exit $((failures > 0))
