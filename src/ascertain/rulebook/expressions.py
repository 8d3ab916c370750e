"""Expressions over quantities, from one line of text; the vocabulary's phrases are found first and need no quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ascertain.quantities.durations import Duration, Rounding
from ascertain.rulebook.aggregates import aggregate_at
from ascertain.rulebook.mistakes import did_you_mean
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
)
from ascertain.rulebook.model.terms import QUANTITIES, TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Text
from ascertain.rulebook.texts import after
from ascertain.rulebook.values import IN_WORDS, constant_of

_DAYS = re.compile(r"(\d{1,6}) days?")
_MONTHS = re.compile(r"(\d{1,5}) (month|year)s? rounded (down|up|to month end)")
_UNROUNDED = re.compile(r"(\d{1,5}) (month|year)s?")
_PERCENT = re.compile(r"(\d{1,6})(?:\.(\d{1,6}))?% of")
_TIMES = re.compile(r"(\d{1,9}) times")
_PICK = re.compile(r"(?:the )?(earlier|later|earliest|latest|smaller|larger|smallest|largest) of")
_WORKDAY = re.compile(r"moved to a working day of ([A-Za-z0-9][A-Za-z0-9_.-]*)")
_LITERAL = re.compile(r"-?\$[\d,.]*\d|\d{4}-\d\d-\d\d|-?\d[\d,]*")
_SIGN = re.compile(r"[+-](?= )")
_FIRST = ("earlier", "earliest", "smaller", "smallest")


def is_literal(text: str) -> bool:
    """Whether the text looks like one constant, well written or not, rather than an expression over terms."""
    return re.fullmatch(r"-?[$\d][^ ]*", text) is not None


Typed = tuple[Expression, TermType]


@dataclass(frozen=True, slots=True)
class _Bad(Exception):  # noqa: N818 - it is a mistake of the text, raised and caught here
    code: str
    message: str
    help: str
    offset: int


class _Reported(Exception):  # noqa: N818 - it is a mistake of the text, caught here
    """A mistake that was reported where it was found."""


def expression_of(text: Text, names: Names) -> Typed | None:
    """The expression and the type of what it is worth, or ``None`` where the text is none (then that was reported)."""
    try:
        return _Reader(text, names).whole()
    except _Reported:
        return None
    except _Bad as bad:
        names.reporter.add(bad.code, bad.message, after(text, bad.offset).place, help=bad.help)
        return None


class _Reader:
    """Reads one expression from left to right."""

    def __init__(self, text: Text, names: Names) -> None:
        self._text = text.text
        self._place = text.place
        self._names = names
        self._at = 0
        self._phrases = names.quantities()

    def whole(self) -> Typed:
        found = self._sum()
        if self._at < len(self._text):
            raise self._unread()
        return found

    def _sum(self) -> Typed:
        found = self._moved(self._part())
        while sign := self._take(_SIGN):
            found = self._moved(self._joined(found, sign[0]))
        return found

    def _joined(self, left: Typed, sign: str) -> Typed:
        start = self._at
        expression, kind = left
        if kind is TermType.DATE:
            duration = self._duration(sign)
            if duration is not None:
                return Shifted(expression, *duration), kind
        other, other_kind = self._part()
        if kind is TermType.DATE and other_kind is TermType.DATE and sign == "-":
            return Difference(expression, other), TermType.NUMBER
        if kind is not other_kind or kind is TermType.DATE:
            raise self._mixed(kind, other_kind, start)
        return (Sum if sign == "+" else Difference)(expression, other), kind

    def _duration(self, sign: str) -> tuple[Duration, str] | None:
        way = 1 if sign == "+" else -1
        if found := self._take(_MONTHS):
            months = int(found[1]) * (12 if found[2] == "year" else 1)
            return Duration(months=way * months, rounding=Rounding(found[3])), f"{sign} {found[0]}"
        if found := self._take(_DAYS):
            return Duration(days=way * int(found[1])), f"{sign} {found[0]}"
        if found := self._take(_UNROUNDED):
            message = "months and years end on different days, so their rounding must be stated"
            help_line = f'write "{found[0]} rounded down", "rounded up" or "rounded to month end"'
            raise _Bad("A521", message, help_line, self._at - len(found[0]))
        return None

    def _moved(self, found: Typed) -> Typed:
        while moved := self._take(_WORKDAY):
            expression, kind = found
            if kind is not TermType.DATE:
                message = "only a date can be moved to a working day"
                raise _Bad("A520", message, "move a date, or leave the words out", self._at - len(moved[0]))
            if moved[1] not in self._names.calendars:
                help_line = did_you_mean(moved[1], self._names.calendars, "declare it with a line calendar ID: NAME")
                raise _Bad("A422", f'there is no calendar "{moved[1][:80]}"', help_line, self._at - len(moved[1]))
            found = OnWorkingDay(expression, moved[1]), kind
        return found

    def _part(self) -> Typed:
        if found := self._take(_PERCENT):
            digits = found[2] or ""
            return self._share(int(found[1] + digits), 100 * 10 ** len(digits), found[0])
        if found := self._take(_TIMES):
            return self._share(int(found[1]), 1, found[0])
        if self._text.startswith("(", self._at):
            self._skip(1)
            inner = self._sum()
            if not self._text.startswith(")", self._at):
                raise self._unread('a ")"')
            self._skip(1)
            return inner
        phrase = next((phrase for phrase in self._phrases if self._here(phrase)), None)
        if phrase is not None:
            self._skip(len(phrase))
            return Worth(phrase), self._names.terms[phrase].type
        total = aggregate_at(Text(self._text, self._place), self._at, self._names)
        if total is not None:
            term, length = total
            if term is None:
                raise _Reported
            self._skip(length)
            return Worth(term.phrase), term.type
        if found := self._take(_PICK):
            return self._picked(found[1])
        if found := self._take(_LITERAL):
            return self._constant(found[0])
        raise self._unread()

    def _share(self, numerator: int, denominator: int, text: str) -> Typed:
        start = self._at
        of, kind = self._part()
        if kind is TermType.DATE:
            raise _Bad("A520", "there is no share of a date", "take a share of an amount or a number", start)
        return Share(of, numerator, denominator, text), kind

    def _picked(self, word: str) -> Typed:
        start = self._at
        found = [self._sum()]
        while self._take(re.compile("and(?= )")):
            found.append(self._sum())
        if len(found) < 2:
            raise self._unread('"and" and another')
        kinds = list(dict.fromkeys(kind for _, kind in found))
        if len(kinds) > 1:
            raise self._mixed(kinds[0], kinds[1], start)
        of = tuple(expression for expression, _ in found)
        return (Least if word in _FIRST else Greatest)(of, word), kinds[0]

    def _constant(self, word: str) -> Typed:
        for kind in QUANTITIES:
            value = constant_of(kind, word)
            if value is not None:
                return Constant(value, word), kind
        raise _Bad(
            "A518", f'"{word}" is no amount, number or day', "write $1,000, 12 or 2017-06-30", self._at - len(word)
        )

    def _here(self, phrase: str) -> bool:
        end = self._at + len(phrase)
        return self._text.startswith(phrase, self._at) and not self._text[end : end + 1].isalnum()

    def _take(self, shape: re.Pattern[str]) -> re.Match[str] | None:
        found = shape.match(self._text, self._at)
        if found is None or (found[0][-1].isalnum() and self._text[found.end() : found.end() + 1].isalnum()):
            return None
        self._skip(len(found[0]))
        return found

    def _skip(self, count: int) -> None:
        self._at += count
        while self._text.startswith(" ", self._at):
            self._at += 1

    def _mixed(self, one: TermType, other: TermType, offset: int) -> _Bad:
        message = f"this joins {IN_WORDS[one]} and {IN_WORDS[other]}"
        return _Bad("A519", message, "join quantities of one type; to a date add days, months or years", offset)

    def _unread(self, wanted: str = "an amount, a number, a date or a term") -> _Bad:
        rest = self._text[self._at :]
        if not rest:
            return _Bad("A518", f"expected {wanted} here", "finish the expression", self._at)
        otherwise = "write an expression such as $1,000, a term, 3% of a term, or a date + 30 days"
        return _Bad(
            "A518", f'expected {wanted}, found "{rest[:60]}"', did_you_mean(rest, self._phrases, otherwise), self._at
        )
