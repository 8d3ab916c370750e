"""How searches for what is cheapest or best supported end, and what a reading wants of authority."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.choosing.cheapest import Cheapest, TooLongError
from ascertain.findings.choosing.weight import (
    Evidence,
    binding_here,
    bindings,
    evidence,
    want_of_authority,
    want_of_evidence,
)
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.terms import Between

from .books import authority, book, claim, fence, term

POINT = """
point reach: how far?

reading BOUND of reach: as a court bound it
reading FAVOURED of reach: as a court would have it
reading HELD of reach: as somebody holds
  held by: chicago
reading LEFT of reach: as nobody does
"""


def test_a_reading_wants_less_the_better_courts_and_others_support_it(tmp_path: Path) -> None:
    act = authority("act", fence("rules", POINT + "\nrule R: answer\n  holds if reading: reach = LEFT"))
    court = authority("court", fence("force", "binds reading BOUND of act#reach"), "court order", "2017-02-01")
    rulebook = book(tmp_path, [term("answer"), term("one")], act, court)
    favoured = {("act#reach", "FAVOURED")}

    def wants(name: str, known: date) -> int:
        return want_of_authority("act#reach", name, rulebook, known, favoured)

    later = [wants(name, date(2017, 6, 1)) for name in ("BOUND", "FAVOURED", "HELD", "LEFT")]
    assert later == sorted(set(later))
    # As little as of a fact that is documented; less, and more, than of one of which nothing is shown.
    documented = Evidence((claim("it", True, Grade.DOCUMENTED),), ())
    assert later[1] == want_of_evidence(documented)
    assert later[2] < want_of_evidence(Evidence((), ())) < later[3]
    assert wants("BOUND", date(2017, 1, 1)) == wants("LEFT", date(2017, 6, 1))


@pytest.mark.parametrize(
    ("who", "on", "here"),
    [
        ("reno", "2017-01-31", False),
        ("reno", "2017-02-01", True),
        ("chicago", "2017-02-01", False),
    ],
)
def test_a_reading_is_bound_here_for_whom_and_from_when_a_court_bound_it(
    tmp_path: Path, who: str, on: str, here: bool
) -> None:
    assert _bound_here(tmp_path, "effective: 2017-02-01", who, on) == [here]


def test_whether_a_reading_is_bound_here_is_open_while_the_mandate_may_have_issued(tmp_path: Path) -> None:
    assert _bound_here(tmp_path, "effective: open", "reno", "2017-06-01") == [None]


def _bound_here(folder: Path, effective: str, who: str, on: str) -> list[bool | None]:
    act = authority("act", fence("rules", POINT + "\nrule R: answer\n  holds if reading: reach = LEFT"))
    binding = f"binds reading BOUND of act#reach\n  issued: 2017-01-01\n  {effective}\n  for: reno"
    court = authority("court", fence("force", binding), "court order", "2017-01-01")
    rulebook = book(folder, [term("answer"), term("one")], act, court)
    day = date.fromisoformat(on)
    law = LawOn(rulebook, Matter(rulebook.governments[who], None, day, day))
    return [binding_here(each, law) for each in bindings("act#reach", "BOUND", rulebook, date(2018, 1, 1))]


def test_what_is_offered_for_nothing_is_chosen_before_what_costs_and_does_as_well() -> None:
    space, atom = Space(), Atom(AtomKind.FACT, "it", ("a", "b", "c"))
    search = Cheapest(space, lambda _: {0: 1, 1: 0, 2: 2})
    assert search.cost(space.has(atom, [0, 1])) == 0
    assert search.first(space.has(atom, [0, 1])) == ()
    assert search.cost(space.has(atom, [0, 2])) == 1
    assert search.first(space.has(atom, [0, 2])) == ((atom, 0),)


def test_a_search_looks_at_as_many_functions_as_it_may_and_no_more() -> None:
    space, atom = Space(), Atom(AtomKind.FACT, "it", (True, False))
    assert Cheapest(space, lambda _: {0: 1, 1: 1}, most=1).first(space.true) == ()
    with pytest.raises(TooLongError):
        Cheapest(space, lambda _: {0: 1, 1: 1}, most=1).first(space.has(atom, [0]))


def test_evidence_is_told_the_best_first_on_both_sides() -> None:
    made = [
        claim("it", value, grade, said=f"{value} {grade}")
        for value in (True, False)
        for grade in (Grade.ASSERTED, Grade.FOUND, Grade.DOCUMENTED)
    ]
    fact = Fact("it", "chicago", "", None, Grade.DISPUTED, support=tuple(made[:2]), contrary=tuple(made[2:]))
    found = evidence(fact, (True, False), True)
    best = [Grade.FOUND, Grade.DOCUMENTED, Grade.ASSERTED]
    assert [(each.value, each.grade) for each in found.supporting] == [(True, grade) for grade in best]
    assert [(each.value, each.grade) for each in found.opposing] == [(False, grade) for grade in best]


def test_a_claim_of_any_amount_that_would_do_as_well_is_evidence_for_it() -> None:
    made = [claim("it", value, said=str(value)) for value in (9, 12, Between(15, 40), Between(21, 40))]
    fact = Fact("it", "chicago", "", None, Grade.DISPUTED, support=tuple(made))
    found = evidence(fact, (0, 100), 10, Between(10, 20))
    assert [each.value for each in found.supporting] == [12, Between(15, 40)]
    assert [each.value for each in found.opposing] == [9, Between(21, 40)]
