"""Mutation testing by modules: mutmut makes the mutants, and each is tried in a fork that has collected already.

    python tools/mutation.py [--every N [--first K]] [--budget SECONDS] [--again [--deep]] [law/scope.py …]

A mutant meets only the tests that reach its function, the last one that killed a neighbour first, then the quick before
the slow, until the seconds that the budget allows are spent. With --every N only each N-th mutant of a module is tried,
from the K-th on, counted from 0. --again tries only those that have not been killed; with --deep they meet the slow
tests first, such as those of many random rulebooks, which are left out else. --show prints what survived. All that was
found is kept in build/mutation/results.json, and is not tried again until its module changes.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import process_time
from types import FunctionType
from typing import Any

import pytest
from mutants import ROOT, WORK, difference, install, mark_of, mutants_of, record, sources

_SUITE = "tests/oracles/test_suite.py"
TESTS = ("tests/law", "tests/findings", "tests/quantities", "tests/verify", "tests/golden", _SUITE)
LEFT_OUT = re.compile(r"\[[1-9]\d\d+\]$|rich|read_in_one_sitting")  # of random rulebooks one batch is enough
SLOW, DEEP = 1.5, 12.0  # seconds of the processor: a test that needs more is left out

DEAD = {"killed", "timeout"}


class Trying:
    """The pytest plugin that, once everything is collected, measures the tests and then tries the mutants."""

    def __init__(self, modules: list[str], options: argparse.Namespace) -> None:
        self.modules = modules
        self.options = options
        self.slow = DEEP if options.deep else SLOW
        self.results: dict[str, dict[str, str]] = _read(WORK / "results.json")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if not LEFT_OUT.search(item.name)]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        reached = self._reached(session)
        items = {item.nodeid: item for item in session.items}
        marks = self.results.setdefault("sources", {})
        for module in self.modules:
            found = self.results.setdefault(module, {})
            made = list(mutants_of(module))
            mark = mark_of(sources()[module])
            if marks.get(module, mark) != mark:
                found.clear()
            marks[module] = mark
            tried = [one for one in made[self.options.first :: self.options.every] if one[0] not in found]
            if self.options.again:
                tried = [one for one in made if found.get(one[0], "killed") != "killed"]
            first: dict[str, str] = {}
            for _, function, _ in tried[:1]:  # what is no mutant at all has to survive, else no death tells anything
                tests = self._choose(f"{module}.{function.__qualname__}", reached, items, None)
                if tests and self._try(session, function, function, tests)[0] != "survived":
                    raise pytest.UsageError(f"the tests of {module} fail in a fork without any mutant")
            for name, function, mutant in tried:
                key = f"{module}.{function.__qualname__}"
                tests = self._choose(key, reached, items, first.get(key))
                found[name], killer = self._try(session, function, mutant, tests)
                _write(WORK / "results.json", self.results)
                if killer:
                    first[key] = killer
            _write(WORK / "results.json", self.results)
            told = list(found.values())
            print(f"{module}: {len(made)} mutants,", *(f"{told.count(w)} {w}" for w in sorted(set(told))), flush=True)
        return True

    def _choose(
        self, key: str, reached: dict[str, Any], items: dict[str, pytest.Item], first: str | None
    ) -> list[tuple[pytest.Item, float]]:
        able = [t for t in items if key in reached[t]["functions"] and reached[t]["seconds"] < self.slow]
        room, turn = f"tests/{key.split('.')[1]}/", -1 if self.options.deep else 1
        able.sort(key=lambda test: (test != first, not test.startswith(room), turn * float(reached[test]["seconds"])))
        chosen: list[tuple[pytest.Item, float]] = []
        spent = 0.0
        for test in able:
            seconds = float(reached[test]["seconds"])
            if spent + seconds > self.options.budget and chosen:
                break
            spent += seconds
            chosen.append((items[test], seconds))
        return chosen

    def _try(
        self, session: pytest.Session, function: FunctionType, mutant: Any, tests: list[tuple[pytest.Item, float]]
    ) -> tuple[str, str | None]:
        if not tests:
            return "unreached", None
        if function.__code__.co_freevars != mutant.__code__.co_freevars:
            return "untried", None

        def run() -> str | None:
            seconds = int(8 + 3 * sum(seconds for _, seconds in tests))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            function.__code__ = mutant.__code__
            function.__defaults__, function.__kwdefaults__ = mutant.__defaults__, mutant.__kwdefaults__
            for item, _ in tests:
                if not _passes(session, item):
                    return item.nodeid
            return None

        ended, killer = _apart(run)
        return ("timeout" if not ended else "killed" if killer else "survived"), killer

    def _reached(self, session: pytest.Session) -> dict[str, Any]:
        path = WORK / "reached.json"
        known = _read(path)
        marks = {item.path: mark_of(item.path) for item in session.items}

        def measured_as_it_is(item: pytest.Item) -> bool:
            before = known.get(item.nodeid, {"mark": ""})
            return bool(before["mark"] == marks[item.path] and (before["functions"] or before["limit"] >= self.slow))

        wanted = [item for item in session.items if not measured_as_it_is(item)]
        if wanted:

            def measure() -> dict[str, Any]:
                hits: set[str] = set()
                signal.signal(signal.SIGPROF, _too_slow)
                record(hits)
                measured = {}
                for item in wanted:
                    hits.clear()
                    start = process_time()
                    signal.setitimer(signal.ITIMER_PROF, self.slow)
                    passed = _passes(session, item)
                    signal.setitimer(signal.ITIMER_PROF, 0)
                    seconds = process_time() - start
                    if not passed and seconds < 0.9 * self.slow:
                        print(f"mutation: {item.nodeid} fails without any mutant", file=sys.stderr)
                    if not passed:
                        hits.clear()  # left out: it would kill every mutant, or takes too long
                    told = {"mark": marks[item.path], "seconds": seconds, "limit": self.slow}
                    measured[item.nodeid] = {**told, "functions": sorted(hits)}
                return measured

            print(f"measuring {len(wanted)} tests", flush=True)
            _, measured = _apart(measure)
            known.update(measured)
            _write(path, known)
        return known


class _Slow(BaseException):
    """Ends a test that takes too long for mutants."""


def _too_slow(*_: object) -> None:
    raise _Slow


def _passes(session: pytest.Session, item: pytest.Item) -> bool:
    before = session.testsfailed
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    return session.testsfailed == before


def _apart(work: Callable[[], Any]) -> tuple[bool, Any]:
    """What the work returns when done in a fork, and whether it came to its end at all."""
    path = WORK / "answer.json"
    path.unlink(missing_ok=True)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            answer = work()
            path.write_text(json.dumps(answer))
        except BaseException:  # noqa: BLE001 - told, and the parent sees that nothing was answered
            traceback.print_exc()
        os._exit(0)
    os.waitpid(child, 0)
    return (True, json.loads(path.read_text())) if path.exists() else (False, None)


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text()) if path.exists() else {}


def _write(path: Path, content: object) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(content, indent=1, sort_keys=True))
    partial.replace(path)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="such as law/scope.py; all of law and findings by default")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--budget", type=float, default=2.0)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--deep", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    chosen = [f"ascertain.{m.removesuffix('.py').replace('/', '.')}" for m in options.modules] or list(sources())
    if options.show:
        for module in chosen:
            for name, what in sorted(_read(WORK / "results.json").get(module, {}).items()):
                if what not in DEAD:
                    print(f"{name}: {what}", *difference(sources()[module], name), "", sep="\n")
        return 0
    install()
    os.chdir(ROOT)
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    return int(
        pytest.main(
            ["-q", "-p", "no:cacheprovider", "--tb=no", "--assert=plain", *TESTS], plugins=[Trying(chosen, options)]
        )
    )


if __name__ == "__main__":
    sys.exit(main())
