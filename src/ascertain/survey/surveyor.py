"""One question for many entities: entities of which the law can tell nothing apart are answered together.

Each fact is told by where it lies among the values that the rulebook tells apart, and each comparison of facts by
whether it is so, or by what is known of its terms. Entities that are alike in all this have the same finding, so that
it is worked out once; what a quantity is, or between what it lies, is then reckoned for each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from ascertain.findings.answers.spans import Span, span
from ascertain.findings.arithmetic.amounts import Number
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.diagram import Diagram, turns
from ascertain.findings.model import OPEN, Amount, briefly
from ascertain.law.force import LawOn
from ascertain.rulebook.model.expressions import Expression
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Between, Shown, Value

_Told = Callable[[Value], Hashable]
_Held = dict[tuple[Shown | None, ...], Hashable]
_MOST_HELD = 100_000
"""As many answers of one comparison as are kept."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in brief.

    Args:
        word: An outcome, what a quantity is, or ``open``.
        possible: The outcomes still possible.
        worth: What a quantity is, where that is settled.
        between: Between what it lies, in words, where it is not.
        turns: What an open finding turns on: facts by phrase, then points and doubts by id.
    """

    word: str
    possible: tuple[Outcome, ...]
    worth: Number | None = None
    between: str = ""
    turns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    """What all that is alike has in common: its outcomes, what a quantity can be, and what an open finding turns on."""

    possible: tuple[Outcome, ...]
    worths: tuple[Expression, ...]
    turns: tuple[str, ...]


class Surveyor:
    """Answers one question under the law of one day for entities that the law does not know by name.

    Args:
        law: The law of the day.
        question: The phrase of a concluded term.
    """

    def __init__(self, law: LawOn, question: str) -> None:
        self._diagram = Diagram(law, question)
        self._rulebook = law.rulebook
        self._kind = law.rulebook.terms[question].type
        self.facts = self._diagram.reach.facts
        self._tells = {fact: self._teller(fact) for fact in self.facts}
        self._relations = [(relation, relation.terms, _Held()) for relation in self._diagram.reach.relations]
        self._kinds: dict[Hashable, _Kind] = {}

    def find(self, shown: Mapping[str, Shown]) -> Found:
        """The finding for an entity of which this is shown; facts that the question cannot reach are passed over."""
        key = (
            *(self._told(fact, shown) for fact in self.facts),
            *(self._so(relation, terms, held, shown) for relation, terms, held in self._relations),
        )
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = self._work_out(shown)
        if self._kind in QUANTITIES and kind.worths:
            return self._quantity(kind, shown)
        if len(kind.possible) == 1:
            return Found(kind.possible[0].value, kind.possible)
        return Found(OPEN, kind.possible, None, "", kind.turns)

    def _work_out(self, shown: Mapping[str, Shown]) -> _Kind:
        situation = self._diagram.situation({fact: shown[fact] for fact in self.facts if fact in shown})
        voices = situation.term(self._diagram.question)
        possible = voices.possible()
        worths = tuple(worth for worth, where in voices.worths.items() if where.satisfiable())
        open_left = len(possible) > 1 or bool(worths)
        return _Kind(possible, worths, turns(situation, self._diagram.question).all if open_left else ())

    def _quantity(self, kind: _Kind, shown: Mapping[str, Shown]) -> Found:
        """What a quantity is, or between what it lies."""
        spans = [span(worth, partial(self._ends, shown), self._rulebook.calendars) for worth in kind.worths]
        said = dict.fromkeys(Amount("", self._kind, low, high) for low, high in spans)
        words = list(dict.fromkeys(amount.words for amount in said))
        if kind.possible == (Outcome.HOLDS,) and len(words) == 1 and all(amount.settled for amount in said):
            return Found(words[0], kind.possible, next(iter(said)).least)
        return Found(OPEN, kind.possible, None, " or ".join(briefly(kind.possible, tuple(said))), kind.turns)

    def _ends(self, shown: Mapping[str, Shown], term: str) -> Span:
        """Between what a fact lies."""
        value, known = shown.get(term), self._rulebook.terms[term]
        if isinstance(value, int):
            return value, value
        low, high = (value.least, value.most) if isinstance(value, Between) else (None, None)
        lows, highs = (
            [each for each in (low, known.least) if each is not None],
            [each for each in (high, known.most) if each is not None],
        )
        return max(lows, default=None), min(highs, default=None)

    def _teller(self, fact: str) -> _Told:
        """What tells where a value of a fact lies among those that the rulebook tells apart."""
        domain = self._diagram.compiled.domains[fact]
        if self._rulebook.terms[fact].type not in QUANTITIES:
            return lambda value: value
        ends = [int(value) for value in domain[1:]]
        return lambda value: bisect_right(ends, value)

    def _told(self, fact: str, shown: Mapping[str, Shown]) -> Hashable:
        value = shown.get(fact)
        return value if value is None or isinstance(value, Between) else self._tells[fact](value)

    def _so(self, relation: Relation, terms: tuple[str, ...], held: _Held, shown: Mapping[str, Shown]) -> Hashable:
        """Whether the relation is so; where that is not known, what is known of its terms."""
        values = tuple([shown.get(term) for term in terms])
        found = held.get(values)
        if found is None:
            if len(held) >= _MOST_HELD:
                held.clear()
            found = held[values] = self._tried(relation, dict(zip(terms, values, strict=True)))
        return found

    def _tried(self, relation: Relation, shown: Mapping[str, Shown | None]) -> Hashable:
        if any(value is None or isinstance(value, Between) for value in shown.values()):
            return tuple(shown.items())
        return relation.holds(cast("Mapping[str, Value]", shown), self._rulebook.calendars)
