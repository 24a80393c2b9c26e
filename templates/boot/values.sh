#!/bin/bash
# The head of every instance's user data. This text is constant, and so is the script behind it: what a user wrote is never
# script text. What only the deployment knows, AWS's ids, names and ARNs, comes as lines of this here-document.
set -Eeuo pipefail
exec > >(tee -a /var/log/cairn-boot.log) 2>&1

# A disk that is full already takes nothing: then memory holds what it needs to signal that.
ram=
(($(df --output=avail / | tail -n 1) > 1024)) || ram=/run
values=$ram/etc/cairn/values
install -d "$values"
while read -r name value; do
  printf %s "$value" >"$values/$name"
done <<'VALUES'
@@VALUES@@
VALUES
