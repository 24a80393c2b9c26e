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
hints "help generat" "did you mean \`generate\`?"
hints "explain egress" "did you mean \`network.egress\`?"
hints "explain instance.type" "did you mean \`instances.type\`?"
hints "explain zzzzzzzz" "\`cairn explain\` lists them"
hints "generate site.yaml --format JSON" "did you mean \`json\`?"
hints "reach site.yaml --format JSON" "did you mean \`json\`?"
hints "check site.yaml --format Sarif" "did you mean \`sarif\`?"
"$cairn" help generate | grep -q "^Usage: cairn generate " || { echo "help generate"; failures=$((failures + 1)); }
"$cairn" help | grep -q "^Usage: cairn " || { echo "help"; failures=$((failures + 1)); }
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
# Each command says what it takes and what the file is, whatever the file is called, in YAML and JSON.
# kind FILE NOUN: every command that does not take the file says that it is NOUN, and what the command takes instead.
kind() {
  local file=$1 noun=$2 command
  shift 2
  for command in "$@"; do
    # shellcheck disable=SC2086  # several words
    "$cairn" $command "$file" >both 2>&1
    local status=$?
    [[ $status == 1 && $(<both) == *"$noun; \`$command\` takes a "*"[wrong-kind]"* && $(<both) == *'`cairn '* ]] && continue
    echo "$command $file: status $status, not '$noun'"
    cat both
    failures=$((failures + 1))
  done
}
"$cairn" app show php >preset.yaml
printf '{"name": "shop", "title": "Shop", "php": {}}\n' >preset.json
printf '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}\n' >template.json
printf 'Resource:\n  T: {Type: AWS::SNS::Topic}\nParameters: {}\n' >slip.yaml
printf 'Resources:\n  T: {Type: AWS::SNS::Topic\n' >cut.yaml
: >empty.yaml
printf '# nothing\n---\n' >comment.yaml
printf -- '- name: site\n' >list.yaml
printf '[{"name": "site"}]\n' >list.json
printf 'hello\n' >word.yaml
configs=(generate image-script pipeline)
stacks=(check reach permissions)
presets=('app show' 'app check')
for file in template.yaml template.json slip.yaml cut.yaml; do
  kind $file "this is a CloudFormation template" "${configs[@]}" "${presets[@]}"
done
for file in preset.yaml preset.json; do kind $file "this is a preset" "${configs[@]}" "${stacks[@]}"; done
for file in site.yaml config.json flow.yaml; do kind $file "this is a config" "${presets[@]}"; done
for file in empty.yaml comment.yaml; do kind $file "the file is empty" "${configs[@]}" "${stacks[@]}" "${presets[@]}"; done
for file in list.yaml list.json; do kind $file "this is a list" "${configs[@]}" "${stacks[@]}" "${presets[@]}"; done
kind word.yaml "this is a single value" "${configs[@]}" "${stacks[@]}" "${presets[@]}"

# says STATUS TEXT COMMAND...: `cairn COMMAND`, with what stands on standard input.
says() {
  local wanted=$1 text=$2
  shift 2
  "$cairn" "$@" >both 2>&1
  local status=$?
  [[ $status == "$wanted" && $(<both) == *"$text"* ]] && return
  echo "cairn $*: status $status, or no '$text'"
  head -c 1000 both
  failures=$((failures + 1))
}
printf 'foo: 1\n' >other.yaml
says 1 'a config or a CloudFormation template, and this is neither' check other.yaml
says 1 "unknown field \`foo\`" generate other.yaml
printf 'name: site\napplication: ./template.yaml\n' >wrong-preset.yaml
says 1 'it is a CloudFormation template, not a preset' generate wrong-preset.yaml

# Standard input, which is read once.
says 0 'AWSTemplateFormatVersion' generate - <site.yaml
says 0 'standard input: nothing found' check - <site.yaml
says 0 'standard input: nothing found' check - <template.yaml
says 0 '' reach - <site.yaml
says 0 'Statement' permissions - <site.yaml
says 1 'write --stack-name' permissions - <template.yaml
says 0 '#!/bin/bash' image-script - <site.yaml
says 0 'name: php' app show - <preset.yaml
says 0 'standard input: nothing wrong' app check - <preset.yaml
says 2 "config's path in the repository" pipeline - <site.yaml
says 1 'standard input can be read only once' reach - - <site.yaml
says 2 'standard input can be read only once' reach - --questions - <site.yaml
says 0 '' generate - --out-dir made <site.yaml
[[ -s made/site.template.yaml ]] || { echo "no file named by the config"; failures=$((failures + 1)); }
says 1 'it is a directory' check - <directory
says 2 "write the question in quotes: 'internet Database tcp 3306'" reach site.yaml internet Database tcp 3306

# `--parameter` is the same for each command: a name or a value that no template allows is an error.
cat >parameters.yaml <<'END'
Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod], Default: dev}
  Port: {Type: Number, MinValue: 1, MaxValue: 65535, Default: 80}
  Name: {Type: String, AllowedPattern: '[a-z]+', MinLength: 2, MaxLength: 5, ConstraintDescription: lower case letters, Default: abc}
  Ports: {Type: List<Number>, Default: '1,2'}
  Zones: {Type: CommaDelimitedList, AllowedValues: [a, b], Default: a}
  Password: {Type: String, NoEcho: true, AllowedPattern: '[a-z]+', Default: abc}
  Image: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', AllowedPattern: ami-.*, Default: /image}
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '${Stage}-${Port}-${Name}'}}
END
for command in check reach 'permissions --stack-name site'; do
  # shellcheck disable=SC2206  # several words
  words=($command)
  for file in parameters.yaml template.yaml site.yaml; do
    says 1 "no parameter \`Foo\`" "${words[@]}" $file --parameter Foo=bar
    says 2 'write KEY=VALUE' "${words[@]}" $file --parameter Foo
    says 2 'write KEY=VALUE' "${words[@]}" $file --parameter =bar
    says 1 "did you mean \`AWS::Region\`?" "${words[@]}" $file --parameter AWS::Regin=eu-west-1
    says 1 'is not a region' "${words[@]}" $file --parameter AWS::Region=europe
    says 1 'the 12 digits' "${words[@]}" $file --parameter AWS::AccountId=12
    says 0 '' "${words[@]}" $file --parameter AWS::Region=eu-west-1 --parameter AWS::AccountId=123456789012
  done
  says 1 "did you mean \`Stage\`?" "${words[@]}" parameters.yaml --parameter Stag=dev
  says 1 'given twice' "${words[@]}" parameters.yaml --parameter Stage=dev --parameter Stage=prod
  says 1 'parameters.yaml:2:40: error:' "${words[@]}" parameters.yaml --parameter Stage=prd
  says 1 "did you mean \`prod\`?" "${words[@]}" parameters.yaml --parameter Stage=prd
  for good in Stage=prod Port=80 Port=80.0 Name=ab 'Ports=1, 2' Zones=a,b Image=/other; do
    says 0 '' "${words[@]}" parameters.yaml --parameter "$good"
  done
  for wrong in Port=x Port= Port=0 Port=65536 Port=0x10 Name=A Name=a Name=abcdef Ports=1,x Zones=a,c; do
    says 1 '[wrong-parameter]' "${words[@]}" parameters.yaml --parameter "$wrong"
  done
  says 1 'the value does not match its AllowedPattern' "${words[@]}" parameters.yaml --parameter Password=SECRET1
  [[ $(<both) != *SECRET1* ]] || { echo "a secret was repeated"; failures=$((failures + 1)); }
done
says 0 '' reach parameters.yaml site.yaml --parameter Stage=prod
says 1 "the templates have no parameter \`Foo\`" reach parameters.yaml site.yaml --parameter Foo=bar
exit $((failures > 0))
