#!/bin/sh
# usage: pack.sh packed|text NAME=FILE...
# text: the files, one behind the other; packed: the same, by xz. User data may have 16 KiB, so every byte counts: lines that
# are a comment or nothing and the indentation go,
# outside of here-documents; --format=lzma has the smallest frame, and its settings are those for text.
set -eu
form=$1
shift
export LC_ALL=C
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

stripped='
  ending != "" { print; if ($0 ~ "^[ \t]*" ending ";?$" || $0 ~ "^[ \t]*" ending "[,);]") ending = ""; next }
  NR > 1 && /^[ \t]*(#( .*)?|\/\/.*)?$/ { next }
  { sub(/^[ \t]+/, ""); print }
  match($0, /<<-?<?[ ]?["\x27]?[A-Z_]+["\x27]?/) && $0 !~ /<<<["$]/ {
    ending = substr($0, RSTART, RLENGTH); gsub(/[^A-Z_]/, "", ending)
  }'
for pair; do
  awk "$stripped" "${pair#*=}" >"$folder/${pair%%=*}"
done
cd "$folder"
for pair; do cat "${pair%%=*}"; done |
  if [ "$form" = text ]; then cat; else xz --format=lzma --lzma1=preset=9e,pb=0,nice=64 -T1; fi
