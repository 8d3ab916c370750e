"""What an expression is worth when every term in it has a worth: the meaning of arithmetic in a rulebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeVar

from ascertain.quantities.durations import shifted
from ascertain.quantities.workdays import Calendar, working_day
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
    parts,
)
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value

Number = int | Fraction
"""A whole number, cents of money or the ordinal of a day; a share of cents is exact and may lie between them."""

W = TypeVar("W")

Silence = Literal[Outcome.SILENT, Outcome.CONFLICT]
"""Why nothing is said."""

WorthOf = Callable[[str], Number | Outcome]
"""What a term is worth, or that nothing says so (*silent*) or different things are said (*conflict*)."""


def amount(expression: Expression, worth: WorthOf, calendars: Mapping[str, Calendar]) -> Number | Outcome:
    """What the expression is worth; where a part has no worth, it has none for the same reason.

    Args:
        expression: The expression.
        worth: What each term in it is worth.
        calendars: The rulebook's calendars.

    Raises:
        ValueError: A date is moved out of the years 1 to 9999.
    """
    if isinstance(expression, Constant):
        return expression.value
    if isinstance(expression, Worth):
        return worth(expression.term)
    found = [amount(part, worth, calendars) for part in parts(expression)]
    missing = [part for part in found if isinstance(part, Outcome)]
    if missing:
        return Outcome.CONFLICT if Outcome.CONFLICT in missing else Outcome.SILENT
    return joined(expression, [part for part in found if not isinstance(part, Outcome)], calendars)


def joined(expression: Expression, worths: Sequence[Number], calendars: Mapping[str, Calendar]) -> Number:
    """What an expression is worth, other than a constant or a term, whose parts are worth so much."""
    match expression:
        case Sum():
            return worths[0] + worths[1]
        case Difference():
            return worths[0] - worths[1]
        case Share(_, numerator, denominator):
            return whole(Fraction(worths[0]) * numerator / denominator)
        case Shifted(_, by):
            return _shifted(int(worths[0]), by)
        case OnWorkingDay(_, calendar):
            return working_day(int(worths[0]), _for_ever(calendars[calendar]))
        case Least():
            return min(worths)
        case Greatest():
            return max(worths)
        case _:
            raise AssertionError(f"no arithmetic: {expression}")


_shifted = lru_cache(maxsize=1 << 16)(shifted)


@lru_cache(maxsize=64)
def _for_ever(calendar: Calendar) -> Calendar:
    """Where its holidays are not known any more, a calendar still knows the weekends; see the notes of findings."""
    return replace(calendar, covers=(1, date.max.toordinal()))


def whole(number: Fraction) -> Number:
    """The number as a whole one where it is."""
    return number.numerator if number.denominator == 1 else number


def compares(left: Value | Number, op: str, right: Value | Number) -> bool:
    """Whether ``left op right``; ``op`` is one of ``= >= <= > <``. Only numbers, amounts and dates have an order."""
    if op == "=":
        return left == right
    assert isinstance(left, int | Fraction) and isinstance(right, int | Fraction)
    return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[op]


def agreed(worths: Iterable[W]) -> W | Silence:
    """Several voices about a quantity as one: the silent do not count, equal ones agree, different ones conflict."""
    spoken = set(worths) - {Outcome.SILENT}
    if len(spoken) > 1:
        return Outcome.CONFLICT
    return spoken.pop() if spoken else Outcome.SILENT
