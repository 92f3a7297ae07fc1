#!/usr/bin/env bash
# A PostgreSQL server for the tests, which start it themselves: on Debian, as root, it is installed where there is none.
set -eu
if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "There is no PostgreSQL here, and its tests are skipped. To run them: apt-get install postgresql" >&2
  exit 0
fi
# Only the programs are needed: no database for the machine is made, and no server started.
setting=/etc/postgresql-common/createcluster.d/riwaya-tests.conf
mkdir -p "${setting%/*}"
echo "create_main_cluster = false" >"$setting"
trap 'rm -f "$setting"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends postgresql >/dev/null
