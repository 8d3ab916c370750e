"""Dates so early or late that the arithmetic of a rulebook leads out of the years that dates are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from ascertain.quantities.durations import BeyondYearsError
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between, Place, Shown, TermType
from ascertain.rulebook.values import written


@contextmanager
def within_years(rulebook: Rulebook, shown: Mapping[str, Shown], *places: Place, of: str = "") -> Iterator[None]:
    """Where rules compute with known dates, refuse one that they cannot move.

    Args:
        rulebook: The law.
        shown: What is known of facts.
        places: Where they are given.
        of: Of whom, where they are those of one of many.

    Raises:
        BadInput: A date is moved out of the years 1 to 9999; the one nearest to their ends is named.
    """
    try:
        yield
    except BeyondYearsError as problem:
        named = _outermost(rulebook, shown)
        message = ": ".join(part for part in (of, named, str(problem)) if part)
        help_line = "correct the date; where it stands for one that is not known, or never came, leave the fact out"
        raise BadInput((Mistake("A904", message, places, tuple("" for _ in places), help_line),)) from problem


def _outermost(rulebook: Rulebook, shown: Mapping[str, Shown]) -> str:
    dates = {phrase for phrase, term in rulebook.terms.items() if term.type is TermType.DATE}
    days = [(day, term) for term, value in shown.items() if term in dates for day in _ends(value)]
    if not days:
        return ""
    day, term = min(days, key=lambda known: min(known[0], date.max.toordinal() - known[0]))
    return f"{term} = {written(TermType.DATE, day)}"


def _ends(value: Shown) -> Iterator[int]:
    ends = (value.least, value.most) if isinstance(value, Between) else (value,)
    yield from (end for end in ends if isinstance(end, int))
