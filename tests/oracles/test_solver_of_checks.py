"""Z3 says the same of what a check remarks on rules that are unreachable, dead or shadowed."""

from __future__ import annotations

from collections import Counter

import pytest

from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.dead import dead, speaks
from ascertain.verify.lints.shadowed import shadowed
from ascertain.verify.lints.unreachable import unreachable
from findings.random_rulebooks import sample

from .laws import laws

pytest.importorskip("z3", reason="z3-solver is not installed: tools/setup.sh conformance")

from conformance.smt_checks import Checks

pytestmark = pytest.mark.conformance

_RANDOM = 100
_BATCH = 10


@pytest.mark.parametrize("first", range(0, _RANDOM, _BATCH))
def test_the_solver_finds_the_same_rules_unreachable_dead_and_shadowed(first: int) -> None:
    told: Counter[str] = Counter()
    for seed in range(first, first + _BATCH):
        told += assert_same(sample(seed).rulebook, f"seed {seed}")
    assert min(told[lint] for lint in ("unreachable", "dead", "shadowed")) > 0


def assert_same(rulebook: Rulebook, where: str) -> Counter[str]:
    """That check and solver tell the same; how many remarks of each kind there are."""
    book = Book(rulebook)
    told = [*unreachable(book), *dead(book), *shadowed(book)]
    found: Counter[tuple[str, str]] = Counter()
    stand = laws(rulebook)
    for term in book.terms:
        checks = Checks(stand, term)
        for rule in checks.rules:
            if not checks.reachable(rule):
                found["unreachable", rule.id] += 1
                continue
            idle = checks.idle(rule)
            assert idle == [clause for clause in rule.clauses if not speaks(book, rule, clause)], f"{rule.id}, {where}"
            unheard = len(idle) == len(rule.clauses) or not checks.heard(rule)
            found["dead", rule.id] += 1 if unheard else len(idle)
            found["shadowed", rule.id] += checks.shadowed(rule)
    assert +found == Counter((remark.lint, remark.about[0]) for remark in told), where
    return Counter(remark.lint for remark in told)
