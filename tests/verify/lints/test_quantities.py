"""What the lints say of amounts, held against the definition of meaning in every world of small rulebooks."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from ascertain.findings.meaning import World, evaluate
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.conflict import conflicts
from ascertain.verify.lints.dead import dead
from ascertain.verify.lints.gap import gaps
from ascertain.verify.lints.model import Witness
from ascertain.verify.lints.shadowed import shadowed
from verify.quantities import ANSWER, LIMIT, PHRASES, comparison, every_world, expression, ruled, small

DAY = date(2017, 7, 6)


def outcomes(rulebook: Rulebook, term: str) -> list[tuple[World, Outcome]]:
    law = LawOn(rulebook, Matter(None, None, DAY, DAY))
    return [(world, evaluate(law, term, world)) for world in every_world()]


def shows(walked: list[tuple[World, Outcome]], witness: Witness, outcome: Outcome) -> bool:
    """Whether every world in which the facts of the example are so comes to the outcome."""
    within = [found for world, found in walked if witness.facts.items() <= world.facts.items()]
    return bool(within) and set(within) == {outcome}


@pytest.mark.parametrize("seed", range(25))
def test_a_conflict_or_gap_is_told_just_where_there_is_one_and_shown(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    text = ruled(rng).replace("rule R:", f"  is {expression(rng)} if {comparison(rng)}\nrule R:")
    book = Book(small(tmp_path, text))
    for lint, outcome in ((conflicts, Outcome.CONFLICT), (gaps, Outcome.SILENT)):
        told = [witness for remark in lint(book) for witness in remark.witnesses]
        for witness in told:
            ((term, found),) = witness.outcomes.items()
            assert found is outcome
            assert shows(outcomes(book.rulebook, term), witness, outcome)
        # Where nothing could make a rule speak its silence is no gap.
        found_in = [{found for _, found in outcomes(book.rulebook, term)} for term in (LIMIT, ANSWER)]
        assert bool(told) == any(outcome in found and found != {Outcome.SILENT} for found in found_in)


def test_two_clauses_that_give_one_amount_in_two_ways_are_no_conflict(tmp_path: Path) -> None:
    text = f"rule L: {LIMIT}\n  is {PHRASES[0]} if {PHRASES[0]} >= 2\n  is 2 if {PHRASES[0]} <= {{}}"
    agree, clash = (small(tmp_path / str(most), text.format(most)) for most in (2, 3))
    assert not [*conflicts(Book(agree))]
    (remark,) = conflicts(Book(clash))
    assert remark.sentence == f'two clauses of act#L can speak at once and disagree on what "{LIMIT}" is'
    assert remark.witnesses[0].facts == {PHRASES[0]: 3}


def test_a_threshold_beyond_the_bounds_of_its_term_is_never_reached(tmp_path: Path) -> None:
    text = f"rule L: {LIMIT}\n  is 1 if {PHRASES[0]} > {{}}\n  is 2 otherwise"
    within, beyond = (small(tmp_path / str(least), text.format(least)) for least in (4, 5))
    assert not [*dead(Book(within))]
    assert [remark.places[0].line for remark in dead(Book(beyond))] == [beyond.rules["act#L"].clauses[0].place.line]


def test_an_exception_that_gives_the_same_amount_in_other_words_is_shadowed(tmp_path: Path) -> None:
    text = f"rule L: {LIMIT}\n  is 2 times {PHRASES[0]} in every case\nexception E to L: the same\n  is {{}} if one"
    told = Counter[str]()
    for words in (f"{PHRASES[0]} + {PHRASES[0]}", f"{PHRASES[0]} + {PHRASES[1]}"):
        told[words] = len(
            [*shadowed(Book(small(tmp_path / str(words == f"{PHRASES[0]} + {PHRASES[0]}"), text.format(words))))]
        )
    assert sorted(told.values()) == [0, 1]
