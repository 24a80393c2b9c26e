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
etc=/etc/cairn lib=/usr/local/lib/cairn shared=/srv/shared
values=${2-}$etc/values
# shellcheck source=templates/boot/aws.sh
# shellcheck disable=SC1091
. "${0%/*}/aws"
# Root's PHP reads nothing that a config says for the application's: such as a file to begin with, or to log into.
app() { PHP_INI_SCAN_DIR=$etc/php php "$lib/app.php" "$@"; }

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
  local url fingerprint key file
  while read -r url fingerprint key; do
    file=${url##*/}
    dpkg-query -W "${file%.deb}" &>/dev/null ||
      install_agent "${url//\{region\}/$region}" "$fingerprint" "$key" </dev/null || say "went on without $file"
    rm -rf /var/lib/cairn/agent
  done <"$values/DEBS"
  # <<<
}

# >>> apt
# Installs a package that its maker has signed, if the signature is by the key of that fingerprint. The key itself comes
# from a URL, or is here in base64: whoever offers another one has another fingerprint. All lies in a folder of root's.
# usage: install_agent URL FINGERPRINT KEY
install_agent() {
  local at=/var/lib/cairn/agent
  rm -rf $at
  install -d -m 700 $at
  retry 3 curl -fsS -m 120 -o $at/deb "$1" && retry 3 curl -fsS -m 60 -o $at/sig "$1.sig" &&
    if [[ $3 == https:* ]]; then retry 3 curl -fsS -m 60 -o $at/key "$3"; else base64 -d >$at/key <<<"$3"; fi &&
    if grep -q '^-----BEGIN' $at/key; then
      tr -d '\r' <$at/key | sed -n '/^$/,/^[=-]/{//!p}' | base64 -d >$at/ring
    else
      mv $at/key $at/ring
    fi &&
    if gpgv --homedir $at --status-fd 1 --keyring $at/ring $at/sig $at/deb | grep "^\[GNUPG:] VALIDSIG .* $2\$"; then
      dpkg -i $at/deb
    else
      say "the signature of $1 is not by the key $2"
      return 1
    fi
}
# <<<

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

# Secrets Manager's answers as they are: app.php takes them apart.
# usage: fetch_secrets values|secrets   (all, or those that are still here)
fetch_secrets() {
  local file new=$etc/secret.new
  install -d -m 700 $etc/secrets
  for file in "$etc/$1"/*SECRET*; do
    file=${file##*/}
    install -m 600 /dev/null $new
    retry 8 json_call secretsmanager secretsmanager.GetSecretValue "{\"SecretId\":\"$(value "$file")\"}" $new || {
      rm -f $new
      return 1
    }
    mv $new "$etc/secrets/$file"
  done
}

# A database that is away comes back: ten minutes. A refused password does not: tries only for a rotation under way.
wait_for_database() {
  local denied=0 status
  for _ in {1..60}; do
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
  install -d $etc/php
  printf 'extension=%s\n' mysqlnd mysqli >$etc/php/cairn.ini
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
  # shellcheck disable=SC2086,SC2154
  if [ ! -e $signalled ]; then
    retry 4 app smoke
    signal SUCCESS
    # shellcheck disable=SC2086,SC2154
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

exec 9>/run/cairn/lock
case $1 in
  first)
    trap 'failed $LINENO' ERR
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
