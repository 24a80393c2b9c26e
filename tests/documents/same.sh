#!/bin/sh
# same.sh FILE COMMAND...: fails unless the command prints what stands in the file.
file=$1
shift
if "$@" | diff -u "$file" -; then exit 0; fi
echo "$file is stale: run make docs" >&2
exit 1
