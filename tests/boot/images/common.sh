# shellcheck shell=bash
# What the scripts beside this one share. They make the layer in $ROOT; $PROXY, $SOURCES and $RELEASE come from lab/images.py.
set -euo pipefail
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
in_root() { chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C DEBIAN_FRONTEND=noninteractive http_proxy="$PROXY" "$@"; }
install_packages() {
  printf '#!/bin/sh\nexit 101\n' >"$ROOT/usr/sbin/policy-rc.d" # no service starts while an image is made
  chmod 755 "$ROOT/usr/sbin/policy-rc.d"
  in_root apt-get -q update
  in_root apt-get -q -y --no-install-recommends install "$@"
  in_root apt-get clean
  rm "$ROOT/usr/sbin/policy-rc.d"
}
