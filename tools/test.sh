#!/bin/sh
# Every check there is, the quickest first, the tests last. Stops at the first that fails.
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/.venv/bin:$PATH

step() {
    echo "== $*"
    "$@"
}

step ruff check
step ruff format --check --quiet
step mypy
step lint-imports --no-logo
step vulture
for rulebook in rulebooks/*/; do
    step ascertain test "$rulebook"
done
for docket in dockets/*/; do
    step ascertain check "$docket"
done
step pytest
# The same of the web docket on the other database.
step env ASCERTAIN_TEST_DATABASE=postgres pytest tests/web
