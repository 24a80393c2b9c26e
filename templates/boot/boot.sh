#!/bin/bash
# Boots an instance: packages, shared files, nginx with PHP-FPM, and the signal that tells CloudFormation how it went.
# Its values are files in /etc/cairn/values.
set -Eeuo pipefail
export LC_ALL=C DEBIAN_FRONTEND=noninteractive

value() { cat "/etc/cairn/values/$1"; }
say() { printf '%s cairn: %s\n' "$(date -u +%FT%TZ)" "$*"; }

# Runs the command until it succeeds, at most as often as the first argument says.
retry() {
  local times=$1 try
  shift
  for ((try = 1; ; try++)); do
    "$@" && return 0
    ((try < times)) || return 1
    say "attempt $try of $times failed: $1"
    sleep $((try < 6 ? try * 2 : 15))
  done
}

imds() {
  local token
  token=$(curl -fsS -m 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' http://169.254.169.254/latest/api/token)
  curl -fsS -m 5 -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/$1"
}

field() { sed -n "s/^ *\"$1\" *: *\"\(.*\)\",\{0,1\}\$/\1/p"; } # of the credentials, which IMDS writes one a line

# The CloudFormation API by curl: Debian and Ubuntu package no cfn-signal. Credentials go through a pipe, not argv.
signal_by_api() {
  local region role credentials
  region=$(value REGION)
  role=$(imds meta-data/iam/security-credentials/)
  credentials=$(imds "meta-data/iam/security-credentials/$role")
  curl -fsS -m 20 -o /dev/null --aws-sigv4 "aws:amz:$region:cloudformation" \
    --data-urlencode Action=SignalResource --data-urlencode Version=2010-05-15 \
    --data-urlencode "StackName=$(value STACK_NAME)" --data-urlencode "LogicalResourceId=$(value RESOURCE)" \
    --data-urlencode "UniqueId=$(imds meta-data/instance-id)" --data-urlencode "Status=$1" \
    --config - "https://cloudformation.$region.amazonaws.com/" <<END
user = "$(field AccessKeyId <<<"$credentials"):$(field SecretAccessKey <<<"$credentials")"
header = "X-Amz-Security-Token: $(field Token <<<"$credentials")"
END
}

signal() { # SUCCESS or FAILURE
  if [ -x /opt/aws/bin/cfn-signal ]; then
    retry 5 /opt/aws/bin/cfn-signal --success "$([ "$1" = SUCCESS ] && echo true || echo false)" \
      --stack "$(value STACK_NAME)" --resource "$(value RESOURCE)" --region "$(value REGION)"
  else
    retry 5 signal_by_api "$1"
  fi
}

failed() {
  local status=$?
  trap - ERR
  say "failed with status $status in line $1: $BASH_COMMAND"
  signal FAILURE || say "the signal was not delivered"
  exit 1
}
trap 'failed $LINENO' ERR

# --- packages: the one place where the systems differ
# shellcheck source=/dev/null
. /etc/os-release
case "$ID" in
  amzn)
    retry 5 dnf -q -y install nginx php8.4-fpm amazon-efs-utils aws-cfn-bootstrap
    web=nginx fpm=php-fpm pool=/etc/php-fpm.d/www.conf
    ;;
  debian | ubuntu)
    retry 10 apt-get -q -o DPkg::Lock::Timeout=300 update
    retry 5 apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install \
      nginx php-fpm stunnel4 nfs-common curl ca-certificates
    version=$(find /etc/php -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -V | tail -n 1)
    web=www-data fpm=php$version-fpm pool=/etc/php/$version/fpm/pool.d/www.conf
    ;;
  *)
    say "no packages are known for the system $ID"
    false
    ;;
esac
if [ "$ID" = debian ]; then # the images of the others bring Session Manager's agent
  agent=amazon-ssm-agent.deb
  retry 5 curl -fsS -m 120 -o "/tmp/$agent" \
    "https://s3.$(value REGION).amazonaws.com/amazon-ssm-$(value REGION)/latest/debian_$(dpkg --print-architecture)/$agent"
  dpkg -i "/tmp/$agent"
  systemctl enable -q --now amazon-ssm-agent
fi
say "packages are installed"

# --- shared files
shared=/srv/shared
files=$(value FILE_SYSTEM)
install -d "$shared"
if [ -x /sbin/mount.efs ]; then
  mount_line="$files:/ $shared efs _netdev,tls,iam,accesspoint=$(value ACCESS_POINT) 0 0"
else # NFS 4.1 through a TLS tunnel of our own, with the mount options that EFS recommends
  host=$files.efs.$(value REGION).amazonaws.com
  cat >/etc/stunnel/cairn-files.conf <<END
foreground = yes
[files]
client = yes
accept = 127.0.0.1:20049
connect = $host:2049
sslVersionMin = TLSv1.2
verifyChain = yes
CAfile = /etc/ssl/certs/ca-certificates.crt
checkHost = $host
TIMEOUTbusy = 20
TIMEOUTclose = 0
delay = yes
END
  cat >/etc/systemd/system/cairn-files.service <<'END'
[Unit]
Description=TLS tunnel to the shared files
Wants=network-online.target
After=network-online.target
[Service]
ExecStart=/usr/bin/stunnel4 /etc/stunnel/cairn-files.conf
Restart=always
[Install]
WantedBy=multi-user.target
END
  systemctl daemon-reload
  systemctl enable -q --now cairn-files
  options=_netdev,nfsvers=4.1,rsize=1048576,wsize=1048576,hard,timeo=600,retrans=2,noresvport,port=20049
  mount_line="127.0.0.1:/ $shared nfs4 $options,x-systemd.requires=cairn-files.service 0 0"
fi
grep -qF " $shared " /etc/fstab || printf '%s\n' "$mount_line" >>/etc/fstab
mountpoint -q "$shared" || retry 20 mount "$shared"
say "shared files are mounted"

# --- nginx with PHP-FPM
install -d /srv/www
cat >/srv/www/health.php <<'END'
<?php
header('Content-Type: text/plain');
echo "ok\n";
END
cat >/srv/www/index.php <<'END'
<?php
header('Content-Type: text/plain');
echo 'Served by ', gethostname(), " on PHP ", PHP_VERSION, ".\n";
END
cat >"$pool" <<END
[www]
user = $web
group = $web
listen = /run/cairn-php.sock
listen.owner = $web
listen.group = $web
pm = ondemand
pm.max_children = 10
END
cat >/etc/nginx/nginx.conf <<END
user $web;
worker_processes auto;
events {}
http {
  include /etc/nginx/mime.types;
  server_tokens off;
  server {
    listen 80 default_server;
    root /srv/www;
    location = $(value HEALTH_PATH) {
      access_log off;
      fastcgi_pass unix:/run/cairn-php.sock;
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME /srv/www/health.php;
    }
    location / {
      fastcgi_pass unix:/run/cairn-php.sock;
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME /srv/www/index.php;
      fastcgi_param HTTPS on;
    }
  }
  server {
    listen 8080 default_server;
    return 301 https://$(value DOMAIN)\$request_uri;
  }
}
END
nginx -t -q
systemctl enable -q "$fpm" nginx
systemctl restart "$fpm" nginx

retry 15 curl -fsS -m 5 -o /dev/null "http://127.0.0.1$(value HEALTH_PATH)"
signal SUCCESS
say "done in $SECONDS seconds"
