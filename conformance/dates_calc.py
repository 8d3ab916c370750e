"""Cases of dates-calc, Catala's arithmetic of dates: periods added to a day, rounded up and down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ascertain.quantities.durations import Duration, Rounding, shifted
from conformance import checkouts
from conformance.manifest import AGREES, DISAGREES, EXCLUDED, Verdict

SUITE = "dates-calc"
SOURCE = "https://github.com/CatalaLang/dates-calc"

_PERIOD = re.compile(r"\[(-?\d+) years, (-?\d+) months, (-?\d+) days\]")


def checkout() -> Path:
    """Where the suite lies.

    Raises:
        MissingError: It is not at hand.
    """
    return checkouts.checkout(SUITE, SOURCE, "DATES_CALC", holds="test")


def suite_version() -> str:
    """The commit that is checked out, or *unknown*.

    Raises:
        MissingError: The suite is not at hand.
    """
    return checkouts.commit(checkout())


def verdicts() -> Iterator[Verdict]:
    """Run every case: an exact one gives the same day for each rounding, an ambiguous one gives two.

    Raises:
        MissingError: The suite is not at hand.
    """
    for name, (day, period, expected) in _rows("exact_computations.csv"):
        yield _verdict(name, day, period, up=expected, down=expected)
    for name, (day, period, up, down) in _rows("ambiguous_computations.csv"):
        assert up != down, f"{name} is called ambiguous and has one answer"
        yield _verdict(name, day, period, up=up, down=down)
    for name, _ in _rows("first_last_day_of_month.csv"):
        for which in ("first", "last"):
            reason = f"asks for the {which} day of a day's own month, which no expression of a rulebook does"
            yield Verdict(f"{name} {which}", EXCLUDED, reason)


def _rows(file: str) -> Iterator[tuple[str, list[str]]]:
    """Each case with the line it stands on, which is the only name it has."""
    lines = (checkout() / "test" / file).read_text("utf-8").splitlines()
    for number, line in enumerate(lines[1:], 2):
        yield f"{file}:{number}", line.split(";")


def _verdict(name: str, day: str, period: str, *, up: str, down: str) -> Verdict:
    found = [_added(day, period, rounding) for rounding in (Rounding.UP, Rounding.DOWN)]
    if found == [up, down]:
        return Verdict(name, AGREES)
    return Verdict(name, DISAGREES, f"expected {up} rounded up and {down} rounded down, here {' and '.join(found)}")


def _added(day: str, period: str, rounding: Rounding) -> str:
    parts = _PERIOD.fullmatch(period)
    assert parts is not None, period
    years, months, days = map(int, parts.groups())
    reached = shifted(date.fromisoformat(day).toordinal(), Duration(0, 12 * years + months, rounding))
    return date.fromordinal(shifted(reached, Duration(days))).isoformat()
