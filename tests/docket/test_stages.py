"""How far a government has come is told from what is on record alone, and says whose turn it is."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.docket.model import Docket, Entry, EntryKind, Result
from ascertain.docket.stages import Stage, Turn, stage_of
from ascertain.docket.state import state_on
from ascertain.record.model import Grade
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.parties import Government

TODAY = date(2017, 8, 1)
WHO = "ogden"


def entry(
    number: int,
    kind: EntryKind,
    day: str,
    *,
    due: str = "",
    answers: int | None = None,
    provisional: bool | None = None,
) -> Entry:
    result = () if provisional is None else (Result(WHO, "may violate", provisional=provisional),)
    asked = (WHO,) if kind is EntryKind.REQUEST else ()
    deadline = Moment.parse(due) if due else None
    when = Moment.parse(day)
    about = () if asked else (WHO,)
    return Entry(
        number, kind, "x", "x", when, when, "x", asked, about, deadline=deadline, answers=answers, results=result
    )


def stage(*entries: Entry, known: date = TODAY) -> Stage:
    who = Government(WHO, WHO, "city")
    docket = Docket("d", "D", "R", "book", Grade.ASSERTED, governments={WHO: who}, entries=entries)
    return stage_of(state_on(docket, known), WHO)


ASKED = entry(1, EntryKind.REQUEST, "2017-04-21", due="2017-06-30")
IN_TIME = entry(2, EntryKind.RESPONSE, "2017-06-29", answers=1)
LATE = entry(2, EntryKind.RESPONSE, "2017-07-03", answers=1)
UNASKED = entry(1, EntryKind.RESPONSE, "2017-06-29")
OPEN = entry(3, EntryKind.DETERMINATION, "2017-07-10", provisional=True)
FINAL = entry(3, EntryKind.DETERMINATION, "2017-07-10", provisional=False)


@pytest.mark.parametrize(
    ("entries", "told", "turn"),
    [
        ((), Stage.NOT_ASKED, Turn.REVIEWER),
        ((ASKED,), Stage.OVERDUE, Turn.GOVERNMENT),
        ((entry(1, EntryKind.REQUEST, "2017-04-21"),), Stage.ASKED, Turn.GOVERNMENT),
        ((ASKED, IN_TIME), Stage.ANSWERED, Turn.REVIEWER),
        ((ASKED, LATE), Stage.ANSWERED_LATE, Turn.REVIEWER),
        ((UNASKED,), Stage.ANSWERED_UNASKED, Turn.REVIEWER),
        ((ASKED, IN_TIME, OPEN), Stage.PROVISIONAL, Turn.GOVERNMENT),
        ((ASKED, IN_TIME, FINAL), Stage.DETERMINED, Turn.NOBODY),
        ((FINAL,), Stage.DETERMINED, Turn.NOBODY),
    ],
)
def test_a_stage_is_told_from_the_record_and_says_whose_turn_it_is(
    entries: tuple[Entry, ...], told: Stage, turn: Turn
) -> None:
    assert (stage(*entries), stage(*entries).turn) == (told, turn)


def test_a_request_is_overdue_only_from_the_day_after_its_deadline() -> None:
    assert stage(ASKED, known=date(2017, 6, 30)) is Stage.ASKED
    assert stage(ASKED, known=date(2017, 7, 1)) is Stage.OVERDUE


def test_an_answer_after_a_provisional_determination_makes_it_the_reviewers_turn() -> None:
    more = entry(4, EntryKind.RESPONSE, "2017-07-20", answers=1)
    assert stage(ASKED, OPEN, more).turn is Turn.REVIEWER


def test_a_new_request_opens_what_was_determined() -> None:
    again = entry(4, EntryKind.REQUEST, "2017-07-20", due="2017-09-01")
    assert stage(ASKED, IN_TIME, FINAL, again) is Stage.ASKED
