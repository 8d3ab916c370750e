"""Of several amounts that would have to be otherwise together, all values told would do with all values told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.findings.answers.inquiry import Answer, Inquiry
from ascertain.findings.asking.asking import asking
from ascertain.findings.changing.bestcase import best_cases
from ascertain.findings.changing.flips import flips
from ascertain.findings.choosing.picking import Picks
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between

from .books import DAY, claim, rules, term

EITHER_WAY = """
rule R: answer
  holds if any of
    - all of
      - first >= 10
      - second >= 10
    - all of
      - first >= 20
      - second >= 5
  does not hold otherwise
"""
STEPS = "\n".join(f"      - {name} > {number}" for name in ("first", "second") for number in range(1, 10))
COMPARED = f"""
rule R: answer
  holds if all of
    - first > second
    - any of
{STEPS}
  does not hold otherwise
"""
Told = list[tuple[str, object, Between | None]]


def written(folder: Path, text: str) -> Rulebook:
    return rules(folder, text, term("first", "number"), term("second", "number"))


def answer(rulebook: Rulebook, *claims: Claim) -> Answer:
    government = rulebook.governments["chicago"]
    return Inquiry(rulebook, Record(claims, ""), government, None, "answer", DAY, Grade.FOUND, {}).answer(DAY)


def to_hold(rulebook: Rulebook, *claims: Claim) -> list[Told]:
    """What would have to be otherwise for the answer to hold, each way with its values and ranges."""
    found = flips(answer(rulebook, *claims)).found
    ways = (way.changes for way in found if way.outcome is Outcome.HOLDS)
    return [[(change.id, change.after, change.range) for change in way] for way in ways]


@pytest.mark.parametrize("known", [(), (claim("first", 3), claim("second", 3))])
def test_the_ranges_of_two_amounts_are_such_that_any_values_of_both_would_do(
    tmp_path: Path, known: tuple[Claim, ...]
) -> None:
    assert to_hold(written(tmp_path, EITHER_WAY), *known) == [
        [("first", 10, Between(10, None)), ("second", 10, Between(10, None))],
        [("first", 20, Between(20, None)), ("second", 5, Between(5, None))],
    ]


def test_a_value_that_someone_has_asserted_is_told_before_others_that_would_do_as_well(tmp_path: Path) -> None:
    rulebook = written(tmp_path, EITHER_WAY)
    known = claim("first", 3), claim("second", 3), claim("second", 15, Grade.ASSERTED, said="B")
    assert [way[1] for way in to_hold(rulebook, *known)] == [
        ("second", 15, Between(10, None)),
        ("second", 15, Between(5, None)),
    ]


def test_an_amount_known_to_lie_between_bounds_would_have_to_lie_in_a_part_of_them(tmp_path: Path) -> None:
    both = "rule R: answer\n  holds if all of\n    - first >= 20\n    - second >= 5\n  does not hold otherwise"
    known = claim("first", Between(12, 30)), claim("second", 7)
    found = best_cases(answer(written(tmp_path, both), *known), ())
    assert [(case.outcome, [(need.id, need.range) for need in case.needs]) for case in found.cases] == [
        (Outcome.HOLDS, [("first", Between(20, 30))]),
        (Outcome.DOES_NOT_HOLD, [("first", Between(12, 19))]),
    ]


def test_of_amounts_that_can_lie_together_in_too_many_ways_examples_are_asked_about_and_no_ranges(
    tmp_path: Path,
) -> None:
    found = answer(written(tmp_path, COMPARED))
    assert any(link.wide for link in found.situation.links)
    effects = [(item.term, effect.range) for item in asking(found, ()).items for effect in item.effects]
    assert {name for name, _ in effects} == {"first", "second"}
    assert {told for _, told in effects} == {None}


def test_an_amount_known_to_lie_between_bounds_is_asked_for_within_them(tmp_path: Path) -> None:
    rulebook = written(tmp_path, EITHER_WAY)
    (item,) = asking(answer(rulebook, claim("first", Between(12, 30)), claim("second", 7)), ()).items
    assert [(effect.value, effect.range, effect.possible) for effect in item.effects] == [
        (12, Between(12, 19), (Outcome.DOES_NOT_HOLD,)),
        (20, Between(20, 30), (Outcome.HOLDS,)),
    ]


def test_of_an_amount_known_to_lie_between_bounds_only_what_lies_between_them_can_be_chosen() -> None:
    atom = Atom(AtomKind.FACT, "it", (0, 10, 20, 40))
    bounded = Picks(Space(), (), {}, {}, {"it": Between(12, 30)}, frozenset())
    assert [given.value for (given,) in bounded.of(atom).values()] == [10, 20]
    free = Picks(Space(), (), {}, {}, {}, frozenset())
    assert [given.value for (given,) in free.of(atom).values()] == [0, 10, 20, 40]


def test_of_amounts_compared_with_each_other_an_asserted_value_is_told_before_others_too(tmp_path: Path) -> None:
    more = "rule R: answer\n  holds if first > second\n  does not hold otherwise"
    known = claim("first", 3), claim("second", 5), claim("first", 15, Grade.ASSERTED, said="B")
    assert [("first", 15, Between(6, None))] in to_hold(written(tmp_path, more), *known)
