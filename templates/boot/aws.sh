# shellcheck shell=bash disable=SC2034,SC2154
# What speaks to AWS while an instance boots: to the metadata service, and to services with the role's credentials. User
# data has it unpacked first and reads it, in the folder of the programs, and boot.sh reads it after that.
signalled=/var/lib/cairn/signalled

say() { printf '%s cairn: %s\n' "$(date -u +%FT%TZ)" "$*" >&2; }
value() { cat "$values/$1"; }

# Runs the command until it succeeds, at most as often as the first argument says.
retry() {
  local times=$1 try
  shift
  for ((try = 1; ; try++)); do
    # In the trap of ERR a bare return gives the status from before it.
    "$@" && return 0
    ((try < times)) || return 1
    say "attempt $try of $times failed: $1"
    sleep $((try < 6 ? try * 2 : 15))
  done
}

imds() {
  local token
  token=$(curl -fsS -m 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' \
    http://169.254.169.254/latest/api/token) &&
    curl -fsS -m 5 -H @- "http://169.254.169.254/latest/meta-data/$1" <<<"X-aws-ec2-metadata-token: $token"
}

# of the credentials, which IMDS writes one a line
field() { sed -n "s/^ *\"$1\" *: *\"\(.*\)\",*\$/\1/p" <<<"$credentials"; }

# A call of an AWS service, signed by curl: of the systems only Amazon Linux packages a current AWS CLI.
# Tokens and credentials go through a pipe, not argv, which every process may read.
# usage: aws_call SERVICE CURL-ARGUMENT...
aws_call() {
  local credentials
  credentials=$(imds "iam/security-credentials/$(imds iam/security-credentials/)") &&
    curl -sS -m 20 --fail-with-body --aws-sigv4 "aws:amz:$region:$1" "${@:2}" --config - \
      "https://$1.$region.amazonaws.com/" <<END
user = "$(field AccessKeyId):$(field SecretAccessKey)"
header = "X-Amz-Security-Token: $(field Token)"
END
}

# A call of a service that speaks JSON. Of an answer that is none, only the error is shown.
# usage: json_call SERVICE TARGET JSON FILE
json_call() {
  aws_call "$1" -o "$4" -H "X-Amz-Target: $2" -H 'Content-Type: application/x-amz-json-1.1' -d "$3" || {
    grep -o '"__type".*' "$4" || true
    return 1
  }
}

# SignalResource knows no reason: that is in the log, and on the console, where EC2 keeps it.
# usage: signal SUCCESS|FAILURE
signal() {
  retry 5 aws_call cloudformation -o /dev/null -d Action=SignalResource -d Version=2010-05-15 \
    --data-urlencode "StackName=$(value STACK_NAME)" -d "LogicalResourceId=$(value RESOURCE)" \
    -d "UniqueId=$(value INSTANCE)" -d "Status=$1"
}

failed() {
  local status=$?
  trap - ERR
  rm -f /run/cairn/ready
  (($(df --output=avail / | tail -n 1) > 1024)) || say "the disk is full: $(df -h / | tail -n 1)"
  say "failed with status $status in line $1: $BASH_COMMAND"
  [ -e "$signalled" ] || {
    signal FAILURE || say "the signal was not delivered"
    touch "$signalled" || true
    # the unit's word for: do not try again
    exit 2
  }
  exit 1
}

# The names of the parameters that hold what is behind user data's piece of the programs.
get_programs() {
  local names
  names=$(value PROGRAMS)
  json_call ssm AmazonSSM.GetParameters "{\"Names\":[\"${names// /\",\"}\"]}" answer && unpack
}

# Unpacks all that there is. Zero bytes stand between the programs, and before what they are told: one JSON, of which some
# are values as well.
unpack() {
  python3 - "$values" <<'END'
import hashlib, json, lzma, os, sys
def read(name): return open(name).read()
lib = os.getcwd() + "/"
os.chdir(sys.argv[1])
lines = read(lib + "packed")
if os.path.exists("PROGRAMS"):
  known = {one["Name"]: one["Value"] + "\n" for one in json.loads(read(lib + "answer"))["Parameters"]}
  names = read("PROGRAMS").split()
  missing = set(names) - set(known)
  if missing: sys.exit(f"there is no parameter {min(missing)}")
  more = "".join(known[name] for name in names)
  if hashlib.sha256(more.encode()).hexdigest() != read("PROGRAMS_SUM"): sys.exit(f"{names[0]} is not of this instance")
  lines += more
digits = [chr(c) for c in range(33, 127) if c not in b"\"\\{}"]
packed = b""
for line in lines.split():
  n = 0
  for c in line[::-1]: n = n * 90 + digits.index(c)
  packed += n.to_bytes(len(line) * 6491853 // 8000000, "little")
_, boot, php, told = lzma.decompress(packed).split(b"\0")
files = {lib + "boot": boot, lib + "app.php": php, "../app.json": told}
for name, value in json.loads(told)["system"].items(): files[name] = value.encode()
for path in files: open(path, "wb").write(files[path])
os.chmod(lib + "boot", 0o755)
END
}

# Ends user data. A reboot has the programs, so it asks for none.
start() {
  trap 'failed $LINENO' ERR
  retry 10 imds instance-id >"$values/INSTANCE"
  retry 8 get_programs
  exec ./boot first "$ram"
}

region=$(value REGION)
install -d /run/cairn /var/lib/cairn || true
