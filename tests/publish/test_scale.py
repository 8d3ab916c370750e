"""The days of a report can be drawn wherever in the calendar they lie."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.publish.html.scale import Scale, window


@pytest.mark.parametrize("on", [date.min, date(1, 12, 31), date(2017, 7, 6), date(9999, 1, 1), date.max])
def test_the_period_shown_holds_the_day_and_has_its_marks(on: date) -> None:
    start, end = window(on, None, None)
    assert start <= on <= end
    assert Scale(start, end, 0, 100).ticks()
