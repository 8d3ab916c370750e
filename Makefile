# Two commands set everything up: `make demo` and `make test`.
.PHONY: demo letters tables web test nightly conformance mutation coverage bench lock clean

demo: ## make the environment, then do the main job and say where the report lies
	@tools/setup.sh run
	@.venv/bin/ascertain demo

letters: ## add what writes letters as Word documents and PDFs to the environment
	@tools/setup.sh letters

tables: ## add what reads tables of many entities to the environment
	@tools/setup.sh tables

web: ## add what serves a docket to many users to the environment
	@tools/setup.sh web

test: ## make the environment with what the tests need, then run every check
	@tools/setup.sh dev
	@tools/browser.sh
	@tools/test.sh

nightly: ## the long runs: 20,000 random rulebooks against the definition
	@tools/setup.sh dev
	@.venv/bin/pytest -m nightly

conformance: ## the longer comparison with others' solvers and suites; see docs/reference/conformance.md
	@tools/setup.sh conformance
	@.venv/bin/pytest -m conformance tests/oracles

mutation: ## change the engine in one place after another and see that a test fails each time; MODULES="findings/diagrams/voices.py --every 6 …"
	@tools/setup.sh mutation
	@.venv/bin/python tools/mutation.py $(MODULES)

coverage: ## which lines the tests reach; several times slower than the tests alone
	@tools/setup.sh dev
	@.venv/bin/coverage run -m pytest
	@.venv/bin/coverage report --skip-covered --skip-empty

bench: ## time one finding, the whole demo, a check, comparisons, thirty years of timelines, growth with the rulebook, and many rows beside other engines
	@tools/setup.sh bench
	@.venv/bin/python benchmarks/one_finding.py
	@.venv/bin/python benchmarks/demo.py
	@.venv/bin/python benchmarks/diagram.py
	@.venv/bin/python benchmarks/check.py
	@.venv/bin/python benchmarks/diff.py
	@.venv/bin/python benchmarks/timelines.py
	@.venv/bin/python benchmarks/growth.py
	@.venv/bin/python benchmarks/columns.py
	@.venv/bin/python benchmarks/country.py

lock: ## write the lock files anew from pyproject.toml
	@tools/lock.sh

clean: ## remove everything that make and the tests write
	rm -rf .venv report build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
