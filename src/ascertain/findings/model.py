"""A finding and everything it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ascertain.findings.arithmetic.amounts import Number
from ascertain.law.model import Force
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.confidence import Mark
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Shown, TermType
from ascertain.rulebook.values import written

OPEN = "open"
_MOST_SAID = 3
"""As many things that a quantity can be as a line names."""
_ANY = {TermType.DATE: "day", TermType.MONEY: "amount"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Something an open finding depends on: an unknown fact, a contested point, or a doubt about force.

    ``kind`` is ``fact``, ``reading`` or ``force``; ``id`` the phrase, point id or doubt id;
    ``ask`` the question to put.
    """

    kind: str
    id: str
    ask: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """One thing that a quantity can be: an expression over plain terms, and what it can be worth as far as is known.

    ``least`` and ``most`` are whole numbers, cents of money or ordinals of days, by ``kind``, both inclusive; ``None``
    is without bound.
    """

    text: str
    kind: TermType
    least: Number | None
    most: Number | None

    @property
    def settled(self) -> bool:
        """Whether it is known what it is worth."""
        return self.least is not None and self.least == self.most

    @property
    def bounded(self) -> bool:
        """Whether it is known of what it is worth that it is no less, or no more, than something."""
        return self.least is not None or self.most is not None

    @property
    def words(self) -> str:
        """What it is worth in the rulebook's words: a value, or between which."""
        if self.least is not None and self.least == self.most:
            return written(self.kind, self.least)
        low = None if self.least is None else written(self.kind, self.least)
        high = None if self.most is None else written(self.kind, self.most)
        by, since = ("by", "from") if self.kind is TermType.DATE else ("at most", "at least")
        if low and high:
            return f"{low} to {high}"
        return f"{since} {low}" if low else f"{by} {high}" if high else self.text


@dataclass(frozen=True, slots=True)
class Ground:
    """One literal of a sufficient reason.

    ``kind`` is ``fact`` (a phrase and its value), ``reading`` (a point and the name of the only live reading),
    ``relation`` (that one quantity is more than another, in the rulebook's words, and whether it is),
    ``force`` (a provision and its state, such as ``suspended``), or ``matter`` (a condition on who is asked about,
    such as ``program is byrne-jag``, and whether it is met). ``by`` are the provisions of the courts that bound the
    reading, or of the orders that took the force away, the latest first. ``says`` is what is so, for a relation.
    """

    kind: str
    id: str
    value: Shown
    by: tuple[str, ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A node of the explanation: a rule or exception, what it can yield, and what it rests on.

    ``possible`` are the outcomes still possible for this rule; ``speaks`` whether it decides its parent.
    ``force`` is set where the provision is not simply in force; ``forces`` are those that its conditions ask about.
    ``amounts`` are what it can say that a quantity is, and ``rows`` by which of its rows a table can speak.
    """

    rule: str
    provision: str
    title: str
    possible: tuple[Outcome, ...]
    speaks: bool
    force: Force | None
    facts: tuple[Fact, ...]
    exceptions: tuple[Step, ...] = ()
    terms: tuple[TermStep, ...] = ()
    forces: tuple[Force, ...] = ()
    amounts: tuple[Amount, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TermStep:
    """A concluded term met in a condition, and the rules that conclude it."""

    term: str
    possible: tuple[Outcome, ...]
    rules: tuple[Step, ...]
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a finding rested on; equal receipts give equal findings."""

    rulebook: str
    record: str
    on: date
    law: date
    known: date
    made: date
    standard: str
    readings: tuple[tuple[str, str], ...]
    version: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to a question for one government (and program) on one day under one standard.

    ``same_under_every_reading`` tells that readings compete on a point that the question can turn on, and that the
    answer is yet the same under each. ``authorities`` come most decisive first. ``amounts`` are what a quantity asked
    about can be, where it is anything. ``unseen`` are the marks of all that it rests on and that was not wholly seen.
    """

    government: str
    program: str
    question: str
    on: date
    known: date
    standard: Grade
    possible: tuple[Outcome, ...]
    fact_turns: tuple[Turn, ...]
    law_turns: tuple[Turn, ...]
    reason: tuple[Ground, ...]
    authorities: tuple[str, ...]
    explanation: TermStep
    notes: tuple[str, ...]
    receipt: Receipt
    same_under_every_reading: bool = False
    amounts: tuple[Amount, ...] = ()
    unseen: tuple[Mark, ...] = ()

    @property
    def word(self) -> str:
        """The finding in one word: an outcome, what a quantity is, or ``open``."""
        return word_of(self.possible, self.amounts)


def word_of(possible: Sequence[Outcome], amounts: Sequence[Amount]) -> str:
    """What a question comes to in one word. Arguments as in :class:`Finding`."""
    if len(possible) > 1:
        return OPEN
    if not amounts:
        return possible[0].value
    worths = {amount.words for amount in amounts}
    return worths.pop() if len(worths) == 1 and all(each.settled for each in amounts) else OPEN


def wholly(possible: Sequence[Outcome], amounts: Sequence[Amount]) -> tuple[str, ...]:
    """All that a question can come to, in words, each once: what a quantity can be stands for that it is something."""
    return tuple(dict.fromkeys((*(amount.words for amount in amounts), *_others(possible, amounts))))


def briefly(possible: Sequence[Outcome], amounts: Sequence[Amount]) -> tuple[str, ...]:
    """All that a question can come to, for a line: a quantity that can be many things, or something without bound, by
    between what all of them lie. Arguments as for :func:`wholly`, which tells each way of reckoning it.
    """
    said = {amount.words for amount in amounts}
    if len(said) <= _MOST_SAID and all(amount.bounded for amount in amounts):
        return wholly(possible, amounts)
    return _hull(amounts).words, *_others(possible, amounts)


def _others(possible: Sequence[Outcome], amounts: Sequence[Amount]) -> tuple[str, ...]:
    return tuple(outcome.value for outcome in possible if not (amounts and outcome is Outcome.HOLDS))


def _hull(amounts: Sequence[Amount]) -> Amount:
    """What lies between the least and the most of all, which is anything where they have no bound."""
    lows, highs = [amount.least for amount in amounts], [amount.most for amount in amounts]
    least = min((low for low in lows if low is not None), default=None) if None not in lows else None
    most = max((high for high in highs if high is not None), default=None) if None not in highs else None
    kind = amounts[0].kind
    return Amount(f"any {_ANY.get(kind, kind.value)} (no bound)", kind, least, most)
