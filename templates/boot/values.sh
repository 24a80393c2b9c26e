#!/bin/bash
# The head of every instance's user data. This text is constant, and so is the script behind it: what a user wrote
# arrives as data, one value a line in base64, and is never script text.
set -Eeuo pipefail
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
exec > >(tee -a /var/log/cairn-boot.log) 2>&1

# A disk that is full already takes nothing: then memory holds what it needs to signal that.
ram=
(($(df --output=avail / | tail -n 1) > 1024)) || ram=/run
values=$ram/etc/cairn/values
install -d -m 755 "$values"
while read -r name encoded; do
  base64 -d <<<"$encoded" >"$values/$name"
done <<'VALUES'
@@VALUES@@
VALUES
value() { cat "$values/$1"; }
