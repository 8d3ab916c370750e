"""Dates are read as they are written in legal sources, and written as they are read, to the ends of the calendar."""

from __future__ import annotations

import pytest

from ascertain.rulebook.dates import Moment


@pytest.mark.parametrize("text", ["0001", "0001-02", "0001-02-03", "0987", "2017-06", "9999", "9999-12", "9999-12-31"])
def test_a_date_is_written_as_it_is_read(text: str) -> None:
    assert str(Moment.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["2017-02-30", "0000-01-01", "0000", "10000-01-01", "2017-13", "2017-6-1", "17-06-01", "2017/06/01", "-2017", "",
     "2017-06-01T00:00", "\u0662\u0660\u0661\u0667-06-01", "2017-\uff10\uff11"],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_in_plain_digits_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Moment.parse(text)
