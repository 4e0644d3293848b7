#!/bin/sh
# Makes .venv. Debian's python3 comes without the part that makes environments, so it is fetched where that is allowed.
set -eu

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "a11ycheck needs Python 3.11 or later; $python is older. Name another one: make PYTHON=python3.12 ..." >&2
    exit 1
fi
if "$python" -m venv .venv >/dev/null 2>&1; then
    :
elif command -v uv >/dev/null 2>&1; then
    uv venv --quiet --clear --seed --python "$python" .venv
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    rm -rf .venv
    "$python" -m venv .venv
else
    echo "Python cannot make an environment here. On Debian and Ubuntu: sudo apt install python3-venv" >&2
    exit 1
fi
