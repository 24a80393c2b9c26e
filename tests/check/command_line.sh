#!/usr/bin/env bash
# usage: command_line.sh CAIRN TESTS
# `cairn check`, `cairn rules` and `cairn generate` as one calls them: exit status, formats, what is written and what is not.
set -uo pipefail

cairn=$1
tests=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

# ends STATUS PATTERN COMMAND...: the status, and a pattern in what it prints on either output.
ends() {
  local wanted=$1 pattern=$2
  shift 2
  "$@" >stdout 2>stderr
  local status=$?
  cat stdout stderr >both
  if [[ $status != "$wanted" ]] || { [[ $pattern ]] && ! grep -qE -- "$pattern" both; }; then
    echo "$*: status $status instead of $wanted, or no '$pattern' in:"
    head -c 2000 stdout stderr
    failures=$((failures + 1))
  fi
}

good=$tests/check/seed.yaml
sed 's/PubliclyAccessible: false/PubliclyAccessible: true/' "$good" >public.yaml
sed 's/HealthCheckType: ELB/HealthCheckType: EC2/' "$good" >hint.yaml
sed 's/SslPolicy: .*/SslPolicy: ELBSecurityPolicy-2016-08/' "$good" >warning.yaml

ends 0 'nothing found' "$cairn" check "$good"
ends 3 'public.yaml:[0-9]+:[0-9]+: error: .*\[database-public\]' "$cairn" check public.yaml
ends 0 'health-ignored' "$cairn" check hint.yaml
ends 3 'health-ignored' "$cairn" check hint.yaml --fail-on info
ends 0 'old-tls' "$cairn" check warning.yaml
ends 3 'old-tls' "$cairn" check warning.yaml --fail-on warning
ends 0 'database-public' "$cairn" check public.yaml --fail-on never
ends 0 'because we like it' "$cairn" check public.yaml --ignore database-public --reason "we like it"
ends 0 'info: .database-public. finds nothing.*ignore-unused' "$cairn" check "$good" --ignore database-public --reason "we like it"
ends 2 'needs a --reason' "$cairn" check public.yaml --ignore database-public
ends 2 'is empty' "$cairn" check public.yaml --ignore database-public --reason " "
ends 2 "did you mean .database-public" "$cairn" check public.yaml --ignore databse-public --reason x
ends 2 'KEY=VALUE' "$cairn" check "$good" --parameter Office
ends 1 "no parameter .Ofice" "$cairn" check "$good" --parameter Ofice=10.0.0.0/8
ends 3 'open-to-the-world' "$cairn" check "$good" --parameter Office=0.0.0.0/0
ends 3 'engine-out-of-support' "$cairn" check "$good" --today 2030-01-01 --fail-on warning
ends 2 'a day such as' "$cairn" check "$good" --today tomorrow
ends 2 '.xml. is none of text, json, sarif, github' "$cairn" check "$good" --format xml
ends 2 '.hint. is none of error, warning, info, never' "$cairn" check "$good" --fail-on hint
ends 1 'unreadable-file' "$cairn" check missing.yaml
ends 1 'error' "$cairn" check --format json missing.yaml
printf 'Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref B}}\n' >dangling.yaml
ends 1 'dangling.yaml:2:' "$cairn" check dangling.yaml
printf 'Resources:\n  A: {Type: AWS::SNS::Topic' >cut.yaml
ends 1 'cut.yaml:' "$cairn" check cut.yaml
ends 3 '::error file=public.yaml,line=[0-9]+' "$cairn" check public.yaml --format github
ends 3 '"ruleIndex"' "$cairn" check public.yaml --format sarif
python3 -m json.tool <stdout >/dev/null || failures=$((failures + 1))
ends 3 '"rule": "database-public"' "$cairn" check public.yaml --format json
python3 -m json.tool <stdout >/dev/null || failures=$((failures + 1))

# Assertions, of the command line: held, not held (in each format, at the rule that opens the way), and what is none.
ends 0 'nothing found' "$cairn" check "$good" --assert 'internet cannot reach Database'
ends 3 'seed.yaml:[0-9]+:[0-9]+: error: .internet can reach Database. does not hold: .*blocked.*\[failed-assertion\]' \
  "$cairn" check "$good" --assert 'internet can reach Database'
ends 3 '= line [0-9]+: Balancer has a public IPv4 address' "$cairn" check "$good" --assert 'internet cannot reach Fleet'
ends 3 '"rule": "failed-assertion"' "$cairn" check "$good" --assert 'internet cannot reach Fleet' --format json
python3 -m json.tool <stdout >/dev/null || failures=$((failures + 1))
ends 3 '"ruleId": "failed-assertion"' "$cairn" check "$good" --assert 'internet cannot reach Fleet' --format sarif
python3 -m json.tool <stdout >/dev/null || failures=$((failures + 1))
ends 3 '^::error file=.*,line=[0-9]+.*title=failed-assertion' "$cairn" check "$good" --assert 'internet cannot reach Fleet' --format github
ends 2 'did you mean .Database' "$cairn" check "$good" --assert 'internet cannot reach Databse'
ends 2 'write .WHO can reach WHOM' "$cairn" check "$good" --assert 'internet reaches Database'
ends 2 'both ends are outside' "$cairn" check "$good" --assert '203.0.113.7 cannot reach 2001:db8::/32'
ends 2 'both ends are outside' "$cairn" reach "$good" --assert 'internet cannot reach 203.0.113.7'
ends 2 'both ends are the internet: ask about a resource' "$cairn" reach "$good" '203.0.113.7 internet tcp 80'
printf 'name: shop\ndomain: a.example.com\nhosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}\napplication: matomo\ndatabase:\n  storage: 30\n' >shop.yaml
ends 0 '' "$cairn" check shop.yaml --assert 'internet cannot reach Database'
ends 3 'shop.yaml:5:1: error: .internet can reach Database. does not hold.*\[failed-assertion\]' \
  "$cairn" check shop.yaml --assert 'internet can reach Database'
printf 'assert:\n  - internet cannot reach Database\n  - 198.51.100.0/24 cannot reach 203.0.113.7\n' | cat shop.yaml - >outside.yaml
ends 3 'outside.yaml:9:5: error: both ends are outside: .*\[bad-assertion\]' "$cairn" check outside.yaml
ends 3 'outside.yaml:9:5: error: both ends are outside: .*\[bad-assertion\]' "$cairn" generate outside.yaml

# In the template itself.
sed 's/^  Database:/&\n    Metadata: {Cairn: {ignore: [{rule: database-public, reason: a test}]}}/' public.yaml >ignored.yaml
ends 0 'ignored: Database.*because a test' "$cairn" check ignored.yaml
ends 0 '"kind": "inSource"' "$cairn" check ignored.yaml --format sarif

ends 0 'mount-target-race' "$cairn" rules
ends 0 'DependsOn' "$cairn" rules mount-target-race
ends 2 'did you mean' "$cairn" rules mount-target-rase

# A config: findings stand at its lines. Nothing is written that has errors, unless --force says so.
config=$tests/golden/matomo/config.yaml
ends 0 'nothing found' "$cairn" check "$config"
ends 0 '' "$cairn" generate "$config" -o template.yaml
[[ -e template.yaml ]] || failures=$((failures + 1))

sed '/203.0.113.0/d' "$config" >open.yaml # and half the internet instead
sed -i "/^  from:/r "<(printf '    - %s.0.0.0/8\n' {1..9} {11..126} {128..180}) open.yaml
ends 3 'open.yaml:[0-9]+:[0-9]+: error: .*open-to-the-world' "$cairn" check open.yaml
ends 3 'not written; --force' "$cairn" generate open.yaml -o open.template.yaml
[[ ! -e open.template.yaml ]] || failures=$((failures + 1))
ends 0 'despite these errors .--force.' "$cairn" generate open.yaml -o open.template.yaml --force
[[ -s open.template.yaml ]] || failures=$((failures + 1))

exit $((failures > 0))
