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

# The web docket is tested on both databases beside all others, for most machines have two cores. What needs no database
# is tested once, and so is who may what through the API, which asks the same functions as the pages do.
web_log=$(mktemp)
trap 'rm -f "$web_log"' EXIT
(
    echo "== pytest tests/web"
    pytest tests/web &&
        echo "== the same on PostgreSQL" &&
        export ASCERTAIN_TEST_DATABASE=postgres &&
        pytest tests/web --ignore tests/web/redaction --ignore tests/web/test_api_schema.py \
            --ignore tests/web/test_matrix_api.py --ignore tests/web/test_policy.py \
            -m 'not nightly and not conformance and not browser' &&
        pytest tests/web/test_flow_browser.py
) > "$web_log" 2>&1 &
web=$!
failed=0
step pytest --ignore tests/web || failed=1
wait "$web" || failed=1
cat "$web_log"
exit "$failed"
