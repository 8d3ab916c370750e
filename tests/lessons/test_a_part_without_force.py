"""What a provision without force asks for cannot be failed: § 1373 binds by the subsections that have force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import EVERYONE
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.sources import Effect, Verb
from ascertain.rulebook.model.terms import Value

from .asking import RESTRICTS_NOTHING, THE_DAY

_A, _B = "usc-8-1373#a", "usc-8-1373#b"


def complies(rulebook: Rulebook, silenced: tuple[str, ...], facts: Mapping[str, Value]) -> frozenset[Outcome]:
    """Whether Chicago complies where a court has suspended some subsections for everyone."""
    day = Moment.on(THE_DAY)
    place = rulebook.effects[0].place
    orders = (Effect(Verb.SUSPENDS, "ndcal-2017-04-25", each, day, day, place, scope=EVERYONE) for each in silenced)
    book = replace(rulebook, effects=(*rulebook.effects, *orders))
    law = LawOn(book, Matter(book.governments["chicago"], None, THE_DAY, THE_DAY))
    known = {find_term(book, short).phrase: value for short, value in facts.items()}
    return Diagram(law, find_term(book, "complies").phrase).possible(known)


@pytest.mark.parametrize(
    ("silenced", "facts", "expected"),
    [
        ((), RESTRICTS_NOTHING, Outcome.HOLDS),
        ((), {**RESTRICTS_NOTHING, "practice-status": True}, Outcome.DOES_NOT_HOLD),
        ((_A,), {**RESTRICTS_NOTHING, "practice-status": True}, Outcome.HOLDS),
        ((_A,), {**RESTRICTS_NOTHING, "bars-requesting": True}, Outcome.DOES_NOT_HOLD),
        ((_B,), {**RESTRICTS_NOTHING, "bars-requesting": True}, Outcome.HOLDS),
        ((_B,), {**RESTRICTS_NOTHING, "practice-status": True}, Outcome.DOES_NOT_HOLD),
        ((_A, _B), {**RESTRICTS_NOTHING, "practice-status": True, "bars-requesting": True}, Outcome.SILENT),
    ],
)
def test_only_a_subsection_in_force_can_be_failed(
    rulebook: Rulebook, silenced: tuple[str, ...], facts: Mapping[str, Value], expected: Outcome
) -> None:
    assert complies(rulebook, silenced, facts) == {expected}
