#!/usr/bin/env bash
# usage: hostile.sh CAIRN TESTS
# What a file, its name or a word of the command line must not do: take the machine, hang, overwrite an input, reach a
# terminal or the log of a CI service as it is.
set -uo pipefail

cairn=$1
tests=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fails() {
  echo "$@"
  head -c 1000 "$work/stdout" "$work/stderr"
  failures=$((failures + 1))
}

# Small files, and gigabytes if they were evaluated: memory and time are limited, and what is not known is said to be.
python3 "$tests/bad_input/bombs.py" bombs
for file in bombs/*; do
  for command in check reach 'permissions --stack-name x'; do
    # shellcheck disable=SC2086  # several words
    (ulimit -v 400000 -t 10 && exec "$cairn" $command "$file") >stdout 2>stderr
    (($? <= 3)) || fails "$command $file: ended by itself"
    longest=$(cat stdout stderr | wc -L)
    ((longest < 2500)) || [[ $command == permissions* ]] || fails "$command $file: a line of $longest characters"
  done
done
"$cairn" reach bombs/sub.json >stdout 2>stderr || fails "reach bombs/sub.json"
cat >mapping.json <<'END'
{"Mappings": {"M": {"A": {"B":
  {"Fn::Join": ["", ["a", "b"]]}}}}, "Resources": {"T": {"Type": "AWS::SNS::Topic"}}}
END
"$cairn" check mapping.json >stdout 2>stderr
[[ $? == 1 && $(<stdout) == *'mapping.json:2:3: error: a mapping cannot contain the function '*Join* ]] || fails "a function in a mapping"

# Outputs that are inputs.
config='name: site
domain: www.example.com
hosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}
application: ./own.yaml
pipeline: {repository: example/site, subject: names}
'
setup() {
  rm -rf run && mkdir run && cd run || exit 1
  printf '%s' "$config" >c.yaml
  "$cairn" app show matomo >own.yaml
  ln -s c.yaml link.yaml
  ln c.yaml hard.yaml
  cp c.yaml before
  cp own.yaml own.before
}
# keeps WORDS...: the command is refused, and its inputs are what they were.
keeps() {
  setup
  "$cairn" "$@" >../stdout 2>../stderr
  local status=$?
  { [[ $status == 1 || $status == 2 ]] && cmp -s c.yaml before && cmp -s own.yaml own.before; } || fails "$*: status $status, an input is gone"
  [[ $(<../stderr) == *"$wanted"* ]] || fails "$*: no '$wanted'"
  cd .. || exit 1
}
wanted='input'
keeps generate c.yaml -o c.yaml
keeps generate c.yaml -o ./c.yaml
keeps generate c.yaml -o ../run/c.yaml
keeps generate c.yaml -o link.yaml
keeps generate c.yaml -o hard.yaml
keeps generate link.yaml -o c.yaml
keeps generate hard.yaml -o c.yaml
keeps generate c.yaml -o own.yaml
keeps generate c.yaml --format json -o c.yaml
keeps pipeline c.yaml --template c.yaml
keeps pipeline c.yaml --template own.yaml
wanted='exists already'
keeps init -o c.yaml
wanted='two outputs'
keeps pipeline c.yaml --template c.access.template.yaml
setup
mkdir sub && cp c.yaml own.yaml sub
"$cairn" generate c.yaml sub/c.yaml --out-dir out >../stdout 2>../stderr
[[ $? == 2 && ! -e out ]] || fails "two configs into one file"
mkdir out && echo old >out/b.template.yaml && ln -s b.template.yaml out/a.template.yaml && cp c.yaml a.yaml && cp c.yaml b.yaml
"$cairn" generate a.yaml b.yaml --out-dir out >../stdout 2>../stderr
[[ $? == 2 && $(<out/b.template.yaml) == old ]] || fails "two configs into one file, through a link"
ln -sf ../c.yaml out/c.template.yaml
"$cairn" generate c.yaml --out-dir out >../stdout 2>../stderr
{ [[ $? == 2 ]] && cmp -s c.yaml before; } || fails "a config behind a link in --out-dir"
# shellcheck disable=SC2094
"$cairn" generate - -o c.yaml <c.yaml >../stdout 2>../stderr
{ [[ $? == 2 ]] && cmp -s c.yaml before; } || fails "standard input from the output"
for time in first second; do "$cairn" generate c.yaml -o t.yaml || fails "writing, the $time time"; done
cd ..

# Files that are none.
mkfifo pipe
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
printf '%s' "${config/.\/own/matomo}" | sed 's/matomo.yaml/matomo/' >site.yaml
for file in pipe socket . /dev/zero /dev/null /dev/tty; do
  for command in generate check reach permissions pipeline image-script 'app check' 'app show ./'; do
    # shellcheck disable=SC2086  # several words
    timeout 30 "$cairn" ${command/ .\//} "$file" </dev/null >stdout 2>stderr
    [[ $? == [12] ]] || fails "$command $file"
  done
  timeout 30 "$cairn" reach bombs/cidr.json --questions "$file" </dev/null >stdout 2>stderr
  [[ $? == [12] || $file == /dev/null ]] || fails "--questions $file"
done
timeout 30 "$cairn" generate site.yaml -o pipe >stdout 2>stderr
[[ $? == 1 ]] || fails "a pipe that nobody reads"
timeout 30 "$cairn" check <(cat site.yaml) >stdout 2>stderr || fails "a pipe that somebody writes"
timeout 30 "$cairn" check /dev/stdin < <(sleep 1; cat site.yaml) >stdout 2>stderr || fails "a slow pipe"

# Text of others, on a terminal and in a log.
evil=$'\e]0;x\a\n::error::forged\n\u202e##[error]forged\u009b31m'
# harmless WHAT: nothing that a terminal or a runner acts upon.
harmless() {
  ! grep -qP '\x1b|\x07|\xc2\x9b|\xe2\x80\xae|^\s*::error::forged|##\[' stdout stderr || fails "$1"
}
cat >ignores.json <<END
{"Resources": {"Db": {"Type": "AWS::RDS::DBInstance", "Properties": {"PubliclyAccessible": true, "Engine": "mysql"},
 "Metadata": {"Cairn": {"ignore": [{"rule": "database-public", "reason": "\u001b]0;x\u0007\n::error::forged\n\u202e##[error]forged\u009b31m"}]}}}}}
END
for format in text json sarif github; do
  "$cairn" check ignores.json --format $format >stdout 2>stderr
  harmless "the reason of an ignore in $format"
  "$cairn" check ignores.json --format $format --ignore old-tls --reason "$evil" >stdout 2>stderr
  harmless "the reason of --ignore in $format"
done
for word in "$evil" "::error::forged" "--$evil"; do
  for command in generate check rules reach permissions pipeline image-script init explain 'app show' 'app check' 'app list' schema '' \
    'check --format' 'check site.yaml --parameter' 'check site.yaml --assert' 'reach ignores.json --assert' 'reach ignores.json' \
    'check site.yaml --ignore old-tls --reason x --today' 'permissions site.yaml --parameter' 'permissions site.yaml --account' \
    'permissions site.yaml --stack-name' 'generate site.yaml --format' 'pipeline site.yaml --provider' 'pipeline site.yaml --out-dir' \
    'reach ignores.json --questions' 'init -o /dev/null/' 'generate site.yaml --check -o'; do
    # shellcheck disable=SC2086  # several words
    "$cairn" $command "$word" >stdout 2>stderr </dev/null
    harmless "$command with a hostile word"
  done
done
cp site.yaml "$evil.yaml" 2>/dev/null || cp site.yaml $'\e]0;x\a##[error]forged.yaml'
for file in *forged*; do
  for command in 'app check' check 'generate -o /dev/null' permissions reach; do
    # shellcheck disable=SC2086  # several words
    "$cairn" $command "$file" >stdout 2>stderr
    harmless "$command with a file of a hostile name"
  done
done

# A finding has its line.
cat >default.yaml <<'END'
name: matomo
domain: analytics.example.com
hosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}
application:
  define:
    name: t
    title: T
    php: {versions: ["8.3"]}
    web: {php: ['^/index\.php$']}
    source: {version: "1", url: "https://example.com/a.tar.gz", sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}
    settings:
      - {name: a, doc: x, default: "too long for this", max_length: 3}
END
"$cairn" generate default.yaml >stdout 2>stderr
[[ $? == 1 && $(<stderr) == *'default.yaml:12:36: error:'*'setting-too-long'* ]] || fails "a default that is too long"

# A template that the API does not take by itself: the command that deploys it.
"$cairn" generate site.yaml --format json -o large.json >stdout 2>stderr
if (($(wc -c <large.json) > 51200)); then
  [[ $(<stderr) == *'aws cloudformation deploy --stack-name site --region '*'--template-file large.json --s3-bucket BUCKET '* ]] || fails "no word of the bucket"
else
  fails "the template is too small for this test"
fi
"$cairn" generate site.yaml -o small.yaml >stdout 2>stderr
(($(wc -c <small.yaml) > 51200)) || [[ ! -s stderr ]] || fails "a word of a bucket that is not needed"
exit $((failures > 0))
