#!/bin/sh
# Mutation testing: mutmut changes one thing at a time in the modules named (all of findings and law by default) and runs
# the tests that reach it. What no test notices survives. Everything happens in a copy, build/mutation, and what was
# found there once is not tried again until its module changes.
#
#   tools/mutation.sh findings/meaning.py law/scope.py
#   TESTS="tests/findings/test_meaning.py tests/law" tools/mutation.sh findings/meaning.py    only these tests: much faster
set -eu
cd "$(dirname "$0")/.."

work=build/mutation
mkdir -p "$work/tests"
for part in src rulebooks dockets conformance pyproject.toml tests/conftest.py tests/findings tests/law tests/oracles; do
    rm -rf "${work:?}/$part"
    cp -R "$part" "$work/$part"
done

if [ -n "${TESTS:-}" ]; then
    listed=$(printf '"%s", ' $TESTS)
    sed -i.bak "s|^pytest_add_cli_args_test_selection = .*|pytest_add_cli_args_test_selection = [$listed]|" "$work/pyproject.toml"
fi

names=
for module in "$@"; do
    names="$names ascertain.$(echo "${module%.py}" | tr / .)*"
done

mutmut=$PWD/.venv/bin/mutmut
cd "$work"
# shellcheck disable=SC2086 # several names
"$mutmut" run --max-children 1 $names
"$mutmut" results
