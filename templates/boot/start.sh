# shellcheck shell=bash
# Ends user data, behind unpack.sh.
start
