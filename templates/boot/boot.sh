#!/bin/bash
# The half of the bootstrap that is about the machine: packages, mounts, services, their order, and the signal that
# tells CloudFormation how it went. The other half, about data, is app.php beside it. Both are the same for every
# application: what differs arrives as files below /etc/cairn, and nothing of them is ever sourced or evaluated.
# usage: boot first [RAM]   makes it a unit and starts that (from user data; RAM: the disk is full, and all is below there)
#        boot run           boots the application (the unit, at every boot)
#        boot rotate        takes over a new database password (a timer, every minute)
#        boot image         installs packages only, for an image to start from
set -Eeuo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
etc=/etc/cairn lib=/usr/local/lib/cairn shared=/srv/shared signalled=/var/lib/cairn/signalled

say() { printf '%s cairn: %s\n' "$(date -u +%FT%TZ)" "$*" >&2; }
values=${2-}$etc/values
value() { cat "$values/$1"; }
app() { php "$lib/app.php" "$@"; }

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

install_packages() {
  local packages
  read -ra packages <<<"$(value PACKAGES)"
  # >>> all
  if command -v apt-get >/dev/null; then
    # >>> apt
    local apt=(apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends)
    # what a boot that was cut off has left
    dpkg --configure -a
    if [ "$(dpkg-query -Wf '${db:Status-Status}\n' "${packages[@]}" 2>&1 | sort -u)" != installed ]; then
      retry 10 "${apt[@]}" update
      retry 5 "${apt[@]}" install "${packages[@]}"
    fi
    # >>> all
  else
    # >>> dnf
    # Behind the access point all files are this user's: PHP takes no session from the file of another.
    [ ! -e $etc/values/WEB_ID ] || id "$(value WEB_USER)" &>/dev/null ||
      useradd -rUM -u "$(value WEB_ID)" "$(value WEB_USER)"
    rpm -q --whatprovides "${packages[@]}" &>/dev/null || retry 5 dnf -q -y install "${packages[@]}"
    # >>> all
  fi
  # >>> apt
  # agents: the application does without them
  local url file
  for url in $(value DEBS); do
    file=${url##*/}
    dpkg-query -W "${file%.deb}" &>/dev/null || {
      retry 3 curl -fsS -m 120 -o "/tmp/$file" "${url//\{region\}/$region}" && dpkg -i "/tmp/$file"
    } || say "went on without $file"
    rm -f "/tmp/$file"
  done
  # <<<
}

# The authorities of RDS. They are published by HTTPS without a hash: trust is that of the system's store in AWS's own
# host. Some applications take a file, others know only PHP's store, which becomes the system's and these.
trust_database() {
  local bundle=$etc/rds-ca.pem
  # else that of the last boot, or of the image, serves
  if retry 5 curl -fsS -m 30 -o $bundle.new "https://truststore.pki.rds.amazonaws.com/$region/$region-bundle.pem"; then
    grep -q 'BEGIN CERTIFICATE' $bundle.new
    mv $bundle.new $bundle
  fi
  cat /etc/ssl/certs/ca-*[se].crt $bundle >$etc/ca.pem
}

# usage: unit NAME, with the rest of its text on standard input
unit() {
  {
    printf '[Install]\nWantedBy=multi-user.target\n[Unit]\nStartLimitIntervalSec=0\n'
    printf 'Wants=network-online.target\nAfter=network-online.target '
    cat
  } >"/etc/systemd/system/$1.service"
  systemctl daemon-reload
  systemctl enable -q "$1"
}

# What others than root may not reach, before anything of the application runs and at every boot: PHP, its commands and
# cron jobs the metadata service, which has the role's credentials ("Limit access to the Instance Metadata Service"); all
# the shared files, other than by the mount, which would let them be any user there. The mount's own packets, the kernel's,
# have no owner. No program of these services becomes more than it is.
guard() {
  local service web
  web=$(value WEB_USER)
  cat >$etc/guard.nft <<END
table inet cairn
delete table inet cairn
table inet cairn {
chain output {
type filter hook output priority filter
meta skuid $web ip daddr 169.254.169.254 reject
meta skuid $web ip6 daddr fd00:ec2::254 reject
meta skuid != 0 tcp dport 2049 reject
meta skuid != 0 oif lo tcp dport 20049-21049 reject
}
}
END
  for service in "$(value FPM_UNIT)" nginx "$(value CRON_UNIT)"; do
    install -d "/etc/systemd/system/$service.service.d"
    cat >"/etc/systemd/system/$service.service.d/cairn.conf" <<'END'
[Unit]
Requires=cairn-guard.service
After=cairn-guard.service
[Service]
NoNewPrivileges=yes
END
  done
  unit cairn-guard <<END
nftables.service
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=nft -f $etc/guard.nft
ExecReload=nft -f $etc/guard.nft
END
  systemctl reload-or-restart cairn-guard
}

mount_shared() {
  local files line
  files=$(value FILE_SYSTEM)
  install -d $shared
  # >>> all
  if [ -x /sbin/mount.efs ]; then
    # >>> dnf
    line="$files:/ $shared efs _netdev,tls,iam,accesspoint=$(value ACCESS_POINT) 0 0"
    # >>> all
  else
    # >>> apt
    local host=$files.efs.$region.amazonaws.com
    # NFS 4.1 through a TLS tunnel of our own, with the mount options that EFS recommends
    line="127.0.0.1:/ $shared nfs4 _netdev,nfsvers=4.1,rsize=1048576,wsize=1048576,hard,timeo=600,retrans=2"
    line+=",noresvport,port=20049,x-systemd.requires=cairn-files.service 0 0"
    cat >/etc/stunnel/cairn-files.conf <<END
foreground = yes
[files]
client = yes
accept = 127.0.0.1:20049
connect = $host:2049
verifyChain = yes
CAfile = /etc/ssl/certs/ca-certificates.crt
checkHost = $host
TIMEOUTbusy = 20
delay = yes
END
    unit cairn-files <<'END'

[Service]
ExecStart=stunnel4 /etc/stunnel/cairn-files.conf
Restart=always
RestartSec=1
END
    systemctl start cairn-files
    # >>> all
  fi
  # <<<
  if ! grep -qxF "$line" /etc/fstab; then
    echo "$line" >>/etc/fstab
    systemctl daemon-reload
  fi
  mountpoint -q $shared || retry 20 mount $shared
}

# Secrets Manager's answers as they are: app.php takes them apart. Of an answer that is none, only the error is shown.
# usage: fetch_secrets values|secrets   (all, or those that are still here)
fetch_secrets() {
  local file new=$etc/secret.new
  install -d -m 700 $etc/secrets
  for file in "$etc/$1"/*SECRET*; do
    file=${file##*/}
    install -m 600 /dev/null $new
    retry 8 aws_call secretsmanager -o $new -H 'X-Amz-Target: secretsmanager.GetSecretValue' \
      -H 'Content-Type: application/x-amz-json-1.1' -d "{\"SecretId\":\"$(value "$file")\"}" || {
      grep -o '"__type".*' $new || true
      rm -f $new
      return 1
    }
    mv $new "$etc/secrets/$file"
  done
}

# A database that is away comes back: ten minutes. A refused password does not: tries only for a rotation under way.
wait_for_database() {
  local try denied=0 status
  for try in {1..60}; do
    status=0
    app ping || status=$?
    ((status)) || return 0
    sleep 10
    if ((status == 77)); then
      ((++denied < 5))
      fetch_secrets values
    fi
  done
  say "the database did not answer for ten minutes"
  return 1
}

run() {
  local service how=reload-or-restart
  install_packages
  say "packages are installed"
  guard
  if [ -s $etc/values/LOG_GROUP ]; then
    app logs
    /opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -s -m ec2 -a fetch-config \
      -c file:$etc/agent.json || say "went on without the log agent"
  fi
  trust_database
  mount_shared
  say "shared files are mounted"
  fetch_secrets values
  app source
  app render
  say "release and files are in place"
  wait_for_database
  app install
  app boot
  rm -f "$(value POOL_DIR)/www.conf"
  nginx -t -q
  # not a line for cron, which would wait for the application's lines to be right
  printf '[Service]\nType=oneshot\nExecStart=%s/boot rotate\n' $lib >/etc/systemd/system/cairn-rotate.service
  printf '[Timer]\nOnCalendar=minutely\nAccuracySec=1s\n[Install]\nWantedBy=timers.target\n' \
    >/etc/systemd/system/cairn-rotate.timer
  systemctl daemon-reload
  # a package may have started it without what guard() says of it
  [ -e /run/cairn/ready ] || how=restart
  for service in "$(value FPM_UNIT)" nginx "$(value CRON_UNIT)" cairn-rotate.timer; do
    systemctl enable -q "$service"
    systemctl is-enabled -q "$service"
    systemctl $how "$service"
  done
  touch /run/cairn/ready
  retry 15 curl -fsS -m 5 -o /dev/null "http://127.0.0.1$(value HEALTH_PATH)"
  if [ ! -e $signalled ]; then
    retry 4 app smoke
    signal SUCCESS
    touch $signalled
  fi
  say "done in $SECONDS seconds"
}

# Only a refused password costs more than a connection.
rotate() {
  local status=0
  app ping || status=$?
  ((status == 77)) || return 0
  fetch_secrets secrets
  app ping
  app render
  systemctl reload "$(value FPM_UNIT)"
  say "took over a new database password"
}

install -d /run/cairn /var/lib/cairn || true
region=$(value REGION)
exec 9>/run/cairn/lock
case $1 in
  first)
    trap 'failed $LINENO' ERR
    retry 10 imds instance-id >"$values/INSTANCE"
    [ -z "${2-}" ]
    unit cairn-boot <<END
remote-fs.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=$lib/boot run
Restart=on-failure
RestartSec=30
RestartPreventExitStatus=2
StandardOutput=journal+console
END
    systemctl start --no-block cairn-boot
    ;;
  run)
    exec > >(tee -a /var/log/cairn-boot.log) 2>&1
    trap 'failed $LINENO' ERR
    flock 9
    run
    ;;
  rotate)
    # the boot may be at it
    flock -n 9 || exit 0
    rotate >>/var/log/cairn-boot.log 2>&1
    ;;
  image)
    install_packages
    trust_database
    ;;
esac
