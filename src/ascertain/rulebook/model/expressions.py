"""What a quantity is worth, as a rulebook writes it: constants, terms, and arithmetic over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascertain.quantities.durations import Duration


@dataclass(frozen=True, slots=True)
class Constant:
    """A whole number, cents of money, or the ordinal of a day; ``text`` is how the rulebook writes it."""

    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What a term is worth: a plain fact, or what rules conclude for it."""

    term: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Two amounts or numbers together."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Difference:
    """One amount or number less another, or the days from the second of two dates to the first."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Share:
    """A part or a multiple of an amount or number, exact and not rounded: ``numerator / denominator`` of it."""

    of: Expression
    numerator: int
    denominator: int
    text: str


@dataclass(frozen=True, slots=True)
class Shifted:
    """A date moved by a duration, with its stated rounding."""

    of: Expression
    by: Duration
    text: str


@dataclass(frozen=True, slots=True)
class OnWorkingDay:
    """The first working day of a calendar on or after a date."""

    of: Expression
    calendar: str


@dataclass(frozen=True, slots=True)
class Least:
    """The smaller of amounts or numbers, the earlier of dates; ``text`` is the word."""

    of: tuple[Expression, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Greatest:
    """The larger of amounts or numbers, the later of dates; ``text`` is the word."""

    of: tuple[Expression, ...]
    text: str


Expression = Constant | Worth | Sum | Difference | Share | Shifted | OnWorkingDay | Least | Greatest


def parts(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that it is directly made of."""
    match expression:
        case Constant() | Worth():
            return ()
        case Sum(left, right) | Difference(left, right):
            return left, right
        case Share() | Shifted() | OnWorkingDay():
            return (expression.of,)
        case Least(of) | Greatest(of):
            return of


def terms_of(expression: Expression) -> Iterator[str]:
    """The phrases in it, in the order written."""
    if isinstance(expression, Worth):
        yield expression.term
    for part in parts(expression):
        yield from terms_of(part)


def words(expression: Expression) -> str:
    """It in the rulebook's words, so that reading them again gives it back."""
    match expression:
        case Constant(_, text):
            return text
        case Worth(term):
            return term
        case Sum(left, right):
            return f"{_first(left)} + {_inner(right)}"
        case Difference(left, right):
            return f"{_first(left)} - {_inner(right)}"
        case Share(of, _, _, text):
            return f"{text} {_inner(of)}"
        case Shifted(of, _, text):
            return f"{_inner(of)} {text}"
        case OnWorkingDay(of, calendar):
            return f"{_inner(of)} moved to a working day of {calendar}"
        case Least(of, text) | Greatest(of, text):
            return f"the {text} of {' and '.join(map(_inner, of))}"


def _inner(expression: Expression) -> str:
    """The words of a part, in parentheses where they could be taken apart otherwise."""
    return words(expression) if isinstance(expression, Constant | Worth) else f"({words(expression)})"


def _first(expression: Expression) -> str:
    """The words of what is added to, in parentheses where they would take in what follows."""
    return _inner(expression) if isinstance(expression, Least | Greatest) else words(expression)
