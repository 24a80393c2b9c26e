#!/bin/sh
# usage: pack.sh tar|text NAME=FILE...
# tar: the files as a tar.xz, the same bytes each time; text: what that unpacks to, one behind the other. A NAME without
# an extension is a program. User data may have 16 KiB, so every byte counts: lines that are a comment or nothing and the indentation go,
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
  case ${pair%%=*} in
    *.*) chmod 644 "$folder/${pair%%=*}" ;;
    *) chmod 755 "$folder/${pair%%=*}" ;;
  esac
done
cd "$folder"
if [ "$form" = text ]; then
  for pair; do cat "${pair%%=*}"; done
  exit
fi
tar --format=ustar --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - -- * |
  xz --format=lzma --lzma1=preset=9e,pb=0 -T1
