#!/bin/sh
# Makes .venv with exactly what a lock file names, then the project itself on top. A second run does nothing.
#
#   tools/setup.sh run     what the commands need
#   tools/setup.sh letters that, and what writes letters as Word documents and PDFs
#   tools/setup.sh tables  what the commands need, and what reads large tables
#   tools/setup.sh web     what the commands need, and what serves a docket to many users
#   tools/setup.sh dev     all that, and what the tests need
#   tools/setup.sh bench|conformance|mutation   all that, and what these longer runs need
#
# Needs a Python >= 3.11 and nothing else. Debian splits venv's pip out of Python, so a pip of our own lies beside this file.
set -eu
cd "$(dirname "$0")/.."

kind=${1:-run}
lock=requirements/$kind.txt
if [ ! -f "$lock" ]; then
    echo "setup: no such lock file: $lock (use: tools/setup.sh run|letters|tables|web|dev|bench|conformance|mutation)" >&2
    exit 2
fi

is_recent() {
    "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3 python; do
        if is_recent "$name"; then
            command -v "$name"
            return 0
        fi
    done
    echo "setup: no Python 3.11 or later was found" >&2
    echo "help: install one (on Debian and Ubuntu: apt-get install python3), or name one: PYTHON=/path/to/python make" >&2
    return 1
}

digest() { # the SHA-256 of the files named, taken together
    .venv/bin/python - "$@" <<'PY'
import hashlib, pathlib, sys
print(hashlib.sha256(b"".join(pathlib.Path(name).read_bytes() for name in sys.argv[1:])).hexdigest())
PY
}

# The stamp says what was installed and where: a changed lock, a moved folder or another Python means again.
stamp=.venv/installed-$kind
wanted() {
    echo "$(pwd) $(digest "$lock" pyproject.toml "$0")"
}
if is_recent .venv/bin/python && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ]; then
    exit 0
fi

if ! is_recent .venv/bin/python; then
    python=$(find_python)
    echo "setup: making .venv with $python" >&2
    "$python" -m venv --clear --without-pip .venv
fi
rm -f "$stamp"

read -r sum wheel < tools/pip.sha256
if [ "$(digest "tools/$wheel")" != "$sum" ]; then
    echo "setup: tools/$wheel is damaged: its SHA-256 is not the one in tools/pip.sha256" >&2
    echo "help: restore it with git checkout -- tools" >&2
    exit 1
fi
pip() {
    .venv/bin/python "tools/$wheel/pip" "$@" --quiet --quiet --disable-pip-version-check --no-input
}

echo "setup: installing what $lock names" >&2
pip install --require-hashes --only-binary :all: -r "$lock"
pip install --no-deps --no-build-isolation --editable .
wanted > "$stamp"
