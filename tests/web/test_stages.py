"""The order of determinations, and what hinders one: pure, for every history."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from ascertain.web.deciding.stages import Drafted, Issued, Stage, hindrance, next_stage

TODAY = date(2017, 10, 12)
days = some.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=60))


def test_the_first_determination_is_preliminary() -> None:
    assert next_stage((), TODAY) == (Stage.PRELIMINARY, "")


@given(days)
def test_a_final_one_waits_for_the_whole_of_the_last_day_to_cure(last: date) -> None:
    stage, awaited = next_stage((Issued(Stage.PRELIMINARY, last),), TODAY)
    assert (stage is Stage.FINAL) == (last < TODAY)
    assert bool(awaited) == (stage is None)


def test_where_nothing_is_asked_the_final_one_may_follow_at_once() -> None:
    assert next_stage((Issued(Stage.PRELIMINARY),), TODAY) == (Stage.FINAL, "")


@given(some.lists(some.booleans(), max_size=4))
def test_what_is_decided_is_looked_at_again_only_if_somebody_asked(asked: list[bool]) -> None:
    history = [Issued(Stage.PRELIMINARY), *(Issued(Stage.FINAL, None, one) for one in asked)]
    stage, _ = next_stage(tuple(history), TODAY)
    assert stage is (Stage.FINAL if not asked else Stage.RECONSIDERED if asked[-1] else None)


@given(some.sampled_from(Stage), some.sampled_from([None, False, True]), some.integers(0, 3), some.none() | days)
def test_only_an_agreed_and_current_draft_with_time_to_cure_is_issued(
    stage: Stage, agrees: bool | None, overtaken: int, cure: date | None
) -> None:
    hindered = hindrance(stage, Drafted(agrees, overtaken, cure), TODAY)
    in_time = stage is not Stage.PRELIMINARY or cure is None or cure > TODAY
    assert (hindered == "") == (agrees is True and not overtaken and in_time)


def test_what_was_not_drafted_is_not_issued() -> None:
    assert hindrance(Stage.FINAL, None, TODAY) == "there is no draft"
