#!/bin/sh
# Writes requirements/*.txt anew from pyproject.toml: every package, exact version and hashes, for every Python from 3.11 on.
# Needs uv (pip install uv). Wheels only: nothing is compiled on a user's machine.
set -eu
cd "$(dirname "$0")/.."

compile() { # output file, then extra arguments
    out=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes \
        --no-emit-index-url --no-annotate --no-header "$@" pyproject.toml -o "$out"
}

compile requirements/run.txt --extra build
compile requirements/letters.txt --extra build --extra letters --constraint requirements/run.txt
compile requirements/tables.txt --extra build --extra tables --constraint requirements/run.txt
compile requirements/web.txt --extra build --extra letters --extra web --constraint requirements/letters.txt
compile requirements/dev.txt --extra build --extra letters --extra tables --extra web --extra dev \
    --constraint requirements/web.txt
compile requirements/conformance.txt --extra build --extra letters --extra tables --extra web --extra dev --extra conformance \
    --constraint requirements/dev.txt
compile requirements/bench.txt --extra build --extra letters --extra tables --extra web --extra dev --extra bench --constraint requirements/dev.txt
compile requirements/mutation.txt --extra build --extra letters --extra tables --extra web --extra dev --extra mutation \
    --constraint requirements/dev.txt
