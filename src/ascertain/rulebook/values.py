"""Values and their types: what a condition compares with and what a case gives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from ascertain.rulebook.dates import Moment
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import QUANTITIES, Between, Shown, Term, TermType, Value
from ascertain.rulebook.raw import Text

_NUMBER = re.compile(r"-?\d{1,18}|-?\d{1,3}(,\d{3}){1,5}")
_MONEY = re.compile(r"(-?)\$(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d\d))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}(-\d\d)?")
IN_WORDS = {
    TermType.YES_NO: "a yes/no term",
    TermType.NUMBER: "a number",
    TermType.MONEY: "an amount of money",
    TermType.DATE: "a date",
    TermType.TEXT: "a text",
    TermType.ONE_OF: "one of several choices",
}
_EXAMPLES = {
    TermType.YES_NO: "yes or no",
    TermType.NUMBER: "a whole number such as 12",
    TermType.MONEY: "an amount such as $1,000",
    TermType.DATE: "a day such as 2017-06-30",
}


def value_of(term: Term, text: Text, reporter: Reporter) -> Value | None:
    """The value that the text names for a term of its type, or ``None`` where it names none."""
    word = text.text
    if term.type is TermType.TEXT:
        return word
    if term.type is TermType.ONE_OF:
        if word in term.values:
            return word
        help_line = did_you_mean(word, term.values, f"the choices are {', '.join(term.values)}")
        reporter.add("A513", f'"{word[:60]}" is no choice of this term', text.place, term.place, help=help_line)
        return None
    value = _plain(term.type, word)
    if value is None:
        message = f'this term is {IN_WORDS[term.type]}, and "{word[:60]}" is none'
        if term.type is TermType.YES_NO:
            message = f'this term is answered with yes or no, not "{word[:60]}"'
        reporter.add("A512", message, text.place, term.place, help=f"write {_EXAMPLES[term.type]}")
    return value


def fact_of(term: Term, text: Text, reporter: Reporter) -> tuple[str, Shown] | None:
    """What the text shows of a term: a value, or of a quantity between which values it lies; ``None`` where neither."""
    span = span_of(term.type, text.text) if term.type in QUANTITIES else None
    shown = value_of(term, text, reporter) if span is None else span
    if shown is None:
        return None
    if (limits := out_of_bounds(term, shown)) is not None:
        message = f'this term is {limits}, and "{text.text[:60]}" is not'
        reporter.add("A526", message, text.place, term.place, help=f"write {IN_WORDS[term.type]} that is {limits}")
        return None
    return (term.phrase, shown)


_LONG = 10_000
"""From here on the digits of a number are grouped; a shorter one may be a year."""


def written(kind: TermType, value: Shown | Fraction) -> str:
    """A value as the rulebook writes it: ``yes``, ``$1,000.50``, ``2017-07-06``, a choice.

    A share of cents or of a whole number, which nobody can pay or count, is written as the nearest with *about*.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Between):
        return _between(kind, value)
    if isinstance(value, Fraction):
        return f"about {written(kind, round(value))}"
    if isinstance(value, int) and kind is TermType.MONEY:
        dollars, cents = divmod(abs(value), 100)
        return f"{'-' if value < 0 else ''}${dollars:,}" + (f".{cents:02}" if cents else "")
    if isinstance(value, int) and kind is TermType.DATE:
        return date.fromordinal(value).isoformat()
    return f"{value:,}" if isinstance(value, int) and abs(value) >= _LONG else str(value)


def _between(kind: TermType, span: Between) -> str:
    """A span as the rulebook writes it: a month or a year, *A to B*, *at least A*, *at most B*."""
    low = None if span.least is None else written(kind, span.least)
    high = None if span.most is None else written(kind, span.most)
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"at most {high}"
    for length in (7, 4) if kind is TermType.DATE else ():
        if span_of(kind, low[:length]) == span:
            return low[:length]
    return f"{low} to {high}"


def span_of(kind: TermType, word: str) -> Between | None:
    """Between what a quantity lies by the word: ``2020-06``, ``2020``, ``$1 to $2``, ``at least 3``; else ``None``."""
    if kind is TermType.DATE and _MONTH.fullmatch(word):
        try:
            moment = Moment.parse(word)
        except ValueError:
            return None
        return Between(moment.earliest.toordinal(), moment.latest.toordinal())
    for sign in ("at least ", "at most "):
        if word.startswith(sign):
            bound = constant_of(kind, word.removeprefix(sign))
            return bound if bound is None else Between(bound, None) if sign == "at least " else Between(None, bound)
    first, _, last = word.partition(" to ")
    low, high = constant_of(kind, first), constant_of(kind, last)
    return None if low is None or high is None or low >= high else Between(low, high)


def bounded(term: Term, least: Text | None, most: Text | None, reporter: Reporter) -> Term:
    """The term with the bounds that its lines ``at least`` and ``at most`` give it."""
    if term.type not in QUANTITIES:
        for line in filter(None, (least, most)):
            message = f"this term is {IN_WORDS[term.type]}, which has no least or most"
            reporter.add(
                "A523", message, line.place, help="remove the line, or let the term be money, a number or a date"
            )
        return term
    low = None if least is None else value_of(term, least, reporter)
    high = None if most is None else value_of(term, most, reporter)
    if least is not None and most is not None and low is not None and high is not None and int(low) > int(high):
        message = "the least that the term can be is more than the most"
        reporter.add("A523", message, least.place, most.place, help="write the smaller of them as at least")
    return replace(term, least=None if low is None else int(low), most=None if high is None else int(high))


def out_of_bounds(term: Term, shown: Shown) -> str | None:
    """What the term's values are bounded by, in words, where ``shown`` names one beyond them; else ``None``.

    A span is beyond them where an end that it names is.
    """
    named = (shown.least, shown.most) if isinstance(shown, Between) else (shown,)
    ends = [end for end in named if isinstance(end, int) and not isinstance(end, bool)]
    below = any(term.least is not None and end < term.least for end in ends)
    above = any(term.most is not None and end > term.most for end in ends)
    return written(term.type, Between(term.least, term.most)) if below or above else None


def constant_of(kind: TermType, word: str) -> int | None:
    """The number, cents or day that the word names as a quantity of this type, or ``None`` where it names none."""
    value = _plain(kind, word)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _plain(kind: TermType, word: str) -> Value | None:
    if kind is TermType.YES_NO:
        return {"yes": True, "no": False}.get(word)
    if kind is TermType.NUMBER:
        return int(word.replace(",", "")) if _NUMBER.fullmatch(word) else None
    if kind is TermType.MONEY:
        amount = _MONEY.fullmatch(word)
        if amount is None:
            return None
        cents = int(amount[2].replace(",", "")) * 100 + int(amount[3] or 0)
        return -cents if amount[1] else cents
    if not _DAY.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word).toordinal()
    except ValueError:
        return None
