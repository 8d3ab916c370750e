"""One question for many entities: entities of which the law can tell nothing apart are answered together.

Each fact is told by where it lies among the values that the rulebook tells apart. Where all facts of entities lie
alike, only the comparisons of facts that the question then still looks at can tell them apart: those of known facts by
whether they are so, and the others by the very values of their terms. Entities that are alike in all this have the same
finding, so that it is worked out once; what a quantity is, or between what it lies, is then reckoned for each.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ascertain.findings.answers.bounding import Span, bounds_where
from ascertain.findings.answers.spans import around, ends
from ascertain.findings.arithmetic.amounts import Number
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.diagram import Diagram, turns
from ascertain.findings.diagrams.room import enough_room
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.model import OPEN, Amount, briefly
from ascertain.law.force import LawOn
from ascertain.rulebook.model.expressions import terms_of
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Shown
from ascertain.survey.arranging import Arrange, arranged
from ascertain.survey.lying import Cells, Lies
from ascertain.survey.reckoning import Reckoned
from ascertain.survey.straight import Tried, trying

_MOST_HELD = 100_000
"""As many answers are kept of what rests on the very values of facts."""

_Values = tuple[Shown | None, ...]
_K = TypeVar("_K", bound=Hashable)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in brief.

    Args:
        word: An outcome, what a quantity is, or ``open``.
        possible: The outcomes still possible.
        worth: What a quantity is, where that is settled.
        between: Between what it lies, in words, where it is not.
        turns: What an open finding turns on: facts by phrase, then points and doubts by id.
        ends: Between what a quantity lies, in numbers.
    """

    word: str
    possible: tuple[Outcome, ...]
    worth: Number | None = None
    between: str = ""
    turns: tuple[str, ...] = ()
    ends: Span = (None, None)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What all that is alike has in common.

    Args:
        found: The finding; where quantities are still to be reckoned, what it is without them.
        worths: What a quantity can be, each with how the conditions for it bound it.
        terms: The facts that this rests on.
        reckoned: The finding for values of these that were met.
        told: The finding for what the quantity can come to.
    """

    found: Found
    worths: tuple[Reckoned, ...] = ()
    terms: tuple[str, ...] = ()
    reckoned: dict[_Values, Found] = field(default_factory=dict)
    told: dict[tuple[Span, ...], Found] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Alike:
    """Entities of which all facts lie alike.

    Args:
        settled: What tries the comparisons of known facts that the question still looks at.
        lots: By what these come to, the entities that are alike in this, too.
    """

    settled: tuple[Tried, ...]
    lots: dict[tuple[bool, ...], _Lot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Lot:
    """Entities that only the values of these terms, which are compared with unknown ones, can tell apart.

    Args:
        terms: The terms.
        arrange: How the unknown ones can lie.
        kinds: The findings by these values, and by how the unknown can lie.
    """

    terms: tuple[str, ...]
    arrange: Arrange
    kinds: dict[_Values, _Kind] = field(default_factory=dict)
    arranged: dict[Hashable, _Kind] = field(default_factory=dict)


class Surveyor:
    """Answers one question under the law of one day for entities that the law does not know by name.

    Args:
        law: The law of the day.
        question: The phrase of a concluded term.
        turns: Whether it is to be told what an open finding turns on.
    """

    def __init__(self, law: LawOn, question: str, *, turns: bool = True) -> None:
        self._turns = turns
        self._diagram = Diagram(law, question)
        self._rulebook = law.rulebook
        self._type = law.rulebook.terms[question].type
        self._cells = Cells(self._diagram.compiled)
        self._alike: dict[tuple[Hashable, ...], _Alike] = {}
        self.facts = self._diagram.reach.facts

    def find(self, shown: Mapping[str, Shown], lies: Lies | None = None) -> Found:
        """The finding for an entity.

        Args:
            shown: What is shown of it; facts that the question cannot reach are passed over.
            lies: Where that lies, where the caller knows it.

        Raises:
            BadInput: The diagrams of the question find no room.
        """
        lies = self._cells.lies(shown) if lies is None else lies
        key = tuple(map(lies.get, self.facts))
        alike = self._alike.get(key)
        if alike is None:
            alike = self._alike[key] = self._look(shown)
        came = tuple([tried(shown) for tried in alike.settled])
        lot = alike.lots.get(came)
        situation = None
        if lot is None:
            situation = self._situation(shown)
            lot = alike.lots[came] = self._lot(situation)
        values = tuple(map(shown.get, lot.terms))
        kind = lot.kinds.get(values)
        if kind is None:
            lie = lot.arrange(shown)
            kind = lot.arranged.get(lie)
            if kind is None:
                kind = _kept(lot.arranged, lie, self._work_out(situation or self._situation(shown)))
            _kept(lot.kinds, values, kind)
        return self._reckon(kind, shown) if kind.worths else kind.found

    def _situation(self, shown: Mapping[str, Shown]) -> Situation:
        return self._diagram.situation({fact: shown[fact] for fact in self.facts if fact in shown})

    def _look(self, shown: Mapping[str, Shown]) -> _Alike:
        """Which comparisons of known facts the question looks at where facts lie so."""
        with enough_room(self._rulebook, self._diagram.question):
            situation = self._situation(shown)
            compared = situation.without({relation_atom(relation) for relation in situation.relations}).compared
        known = [relation for relation in compared if all(term in situation.known for term in relation.terms)]
        return _Alike(tuple(trying(relation, self._rulebook.calendars) for relation in known))

    def _lot(self, situation: Situation) -> _Lot:
        with enough_room(self._rulebook, self._diagram.question):
            met = self._diagram.compiled.space.support(situation.term(self._diagram.question).free.all)
        compared = [relation for relation in situation.relations if relation_atom(relation) in met]
        terms = tuple(dict.fromkeys(term for each in compared for term in each.terms))
        unknown = [term for term in terms if term not in situation.known]
        return _Lot(terms, arranged(unknown, compared, self._diagram.compiled))

    def _work_out(self, situation: Situation) -> _Kind:
        with enough_room(self._rulebook, self._diagram.question):
            return self._worked_out(situation)

    def _worked_out(self, situation: Situation) -> _Kind:
        heard = situation.term(self._diagram.question)
        possible = heard.possible()
        worths = heard.said()
        if len(possible) == 1 and not worths:
            return _Kind(Found(possible[0].value, possible))
        found = Found(OPEN, possible, turns=turns(situation, self._diagram.question).all if self._turns else ())
        if self._type not in QUANTITIES:
            return _Kind(found)
        bounded = tuple(
            Reckoned(worth, bounds_where(situation, worth, heard.free.worths[worth]), self._rulebook.calendars)
            for worth in worths
        )
        return _Kind(found, bounded, tuple(dict.fromkeys(term for worth in worths for term in terms_of(worth))))

    def _reckon(self, kind: _Kind, shown: Mapping[str, Shown]) -> Found:
        values = tuple(map(shown.get, kind.terms))
        found = kind.reckoned.get(values)
        return _kept(kind.reckoned, values, self._quantity(kind, shown)) if found is None else found

    def _quantity(self, kind: _Kind, shown: Mapping[str, Shown]) -> Found:
        """What a quantity is, or between what it lies."""

        def of(term: str) -> Span:
            return ends(self._rulebook.terms[term], shown.get(term))

        spans = tuple([each.span(shown, of) for each in kind.worths])
        found = kind.told.get(spans)
        return _kept(kind.told, spans, self._told(kind, spans)) if found is None else found

    def _told(self, kind: _Kind, spans: tuple[Span, ...]) -> Found:
        said = dict.fromkeys(Amount("", self._type, low, high) for low, high in spans)
        words = list(dict.fromkeys(amount.words for amount in said))
        possible = kind.found.possible
        if possible == (Outcome.HOLDS,) and len(words) == 1 and all(amount.settled for amount in said):
            return Found(words[0], possible, next(iter(said)).least, ends=spans[0])
        return replace(kind.found, between=" or ".join(briefly(possible, tuple(said))), ends=around(spans))


def _kept(held: dict[_K, _T], values: _K, found: _T) -> _T:
    """Keep what was found for these values, and no more than memory has room for."""
    if len(held) >= _MOST_HELD:
        held.clear()
    held[values] = found
    return found
