#!/usr/bin/env bash
# Puts the one Cairn that this workflow was written for on PATH.
# shellcheck source-path=SCRIPTDIR
source "${BASH_SOURCE[0]%/*}/common.sh"

mkdir -p "$work/bin"
curl -fsSL --retry 3 --max-time 120 -o "$work/bin/cairn" -- "$CAIRN_URL"
if ! sha256sum --check --status - <<<"$CAIRN_SHA256  $work/bin/cairn"; then
  found=$(sha256sum "$work/bin/cairn")
  rm "$work/bin/cairn"
  fail "$CAIRN_URL has the checksum ${found%% *}, not $CAIRN_SHA256"
fi
chmod +x "$work/bin/cairn"
"$work/bin/cairn" --version
printf '%s\n' "$work/bin" >>"$GITHUB_PATH"
