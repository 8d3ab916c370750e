"""Values of terms as people write them, in and out."""

from __future__ import annotations

from datetime import date

from ascertain.docket.fields import YES_NO
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.terms import QUANTITIES, Between, Shown, Term, TermType, Value
from ascertain.rulebook.values import out_of_bounds, span_of, written

_MOST_DIGITS = 18
_A_DAY = "write a day that exists, such as 2017-04-21"
_IN_WORDS = {
    TermType.YES_NO: "yes or no",
    TermType.NUMBER: "a whole number",
    TermType.MONEY: "an amount in dollars",
    TermType.DATE: "a day",
    TermType.TEXT: "text",
}


class Unfit(ValueError):  # noqa: N818 - the name says what the value is
    """A text that is no value of the term; ``help`` says what would be."""

    def __init__(self, help: str) -> None:  # noqa: A002 - the word users see
        super().__init__(help)
        self.help = help


def kind_of_value(term: Term) -> str:
    """What the term's values are, in words."""
    return _IN_WORDS.get(term.type) or f"one of {', '.join(term.values)}"


def parse_value(term: Term, text: str) -> Shown:
    """Read a value of the term: yes or no, a choice, a whole number, dollars, a day, or text.

    A quantity may be known only to lie between two values: ``2020-06``, ``$1 to $2``, ``at least 3``.

    Raises:
        Unfit: The text is no such value, or no value that the term can have.
    """
    span = span_of(term.type, text) if term.type in QUANTITIES else None
    value = _plain(term, text) if span is None else span
    if (limits := out_of_bounds(term, value)) is not None:
        raise Unfit(f"write {kind_of_value(term)} that is {limits}, as the rulebook says of this term")
    return value


def _plain(term: Term, text: str) -> Value:
    match term.type:
        case TermType.YES_NO:
            if text.lower() not in YES_NO:
                raise Unfit("write yes or no")
            return YES_NO[text.lower()]
        case TermType.ONE_OF:
            if text not in term.values:
                raise Unfit(did_you_mean(text, term.values, f"write one of {', '.join(term.values)}"))
            return text
        case TermType.DATE:
            return _day(text)
        case TermType.MONEY:
            return parse_dollars(text)
        case TermType.NUMBER:
            return _whole(text, "write a whole number, such as 12")
        case TermType.TEXT:
            return text


def show_value(term: Term, value: Shown) -> str:
    """The value as :func:`parse_value` reads it."""
    if isinstance(value, Between):
        return written(term.type, value)
    if term.type is TermType.YES_NO:
        return "yes" if value else "no"
    if term.type is TermType.DATE:
        return date.fromordinal(int(value)).isoformat()
    return show_dollars(int(value)) if term.type is TermType.MONEY else str(value)


def parse_dollars(text: str) -> int:
    """Cents from ``265832``, ``$1,670,000`` or ``12.50``.

    Raises:
        Unfit: The text is no amount.
    """
    help_ = "write dollars, such as 265832 or 12.50"
    dollars, point, cents = text.removeprefix("$").partition(".")
    fraction = cents.ljust(2, "0") if point and cents else "" if point else "00"
    if not (fraction.isascii() and fraction.isdigit() and len(fraction) == len("00")):
        raise Unfit(help_)
    sign = -1 if dollars.startswith("-") else 1
    return _whole(dollars, help_) * 100 + sign * int(fraction)


def show_dollars(cents: int) -> str:
    """Cents as :func:`parse_dollars` reads them."""
    sign, size = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{size // 100}" + (f".{size % 100:02d}" if size % 100 else "")


def _day(text: str) -> int:
    try:
        moment = Moment.parse(text)
    except ValueError:
        raise Unfit(_A_DAY) from None
    if not moment.exact:
        raise Unfit(_A_DAY)
    return moment.earliest.toordinal()


def _whole(text: str, help_: str) -> int:
    digits = text.removeprefix("-")
    groups = digits.split(",")
    grouped = len(groups) > 1 and (not groups[0] or any(len(group) != len("000") for group in groups[1:]))
    plain = "".join(groups)
    if grouped or not (plain.isascii() and plain.isdigit()) or len(plain) > _MOST_DIGITS:
        raise Unfit(help_)
    return int(plain) * (-1 if text.startswith("-") else 1)
