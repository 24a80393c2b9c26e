#!/usr/bin/env bash
# Fails unless the health path answers. It may take a while: a new name has to spread, new instances to boot.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

for ((try = 1; ; try++)); do
  if curl -fsS --max-time 20 -o /dev/null -- "$HEALTH_URL"; then break; fi
  ((try < 40)) || fail "$HEALTH_URL does not answer as expected"
  sleep "$poll"
done
echo "$HEALTH_URL answers."
