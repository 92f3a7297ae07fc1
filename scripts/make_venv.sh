#!/usr/bin/env bash
# make_venv.sh PYTHON FOLDER: a virtual environment, also on a Debian without python3-venv (as root it is installed).
set -eu
python=$1 folder=$2

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "riwaya needs Python 3.11 or newer; '$python' is not. Name another: make PYTHON=python3.12 ..." >&2
  exit 1
fi
if [ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
  exit 0
fi
rm -rf "$folder"
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq "python$version-venv" || apt-get install -y -qq python3-venv
  else
    echo "This Python cannot make virtual environments. Install them: apt-get install python$version-venv" >&2
    exit 1
  fi
fi
"$python" -m venv "$folder"
