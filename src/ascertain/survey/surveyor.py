"""One question for many entities: entities of which the law can tell nothing apart are answered together.

Each fact is told by where it lies among the values that the rulebook tells apart, and each comparison of facts by
whether it is so. Entities that are alike in all this have the same finding, so that it is worked out once; what a
quantity is worth is then worked out for each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from ascertain.findings.amounts import Number, amount
from ascertain.findings.diagram import Diagram, turns
from ascertain.findings.model import OPEN, Amount
from ascertain.findings.relations import Relation
from ascertain.findings.spans import amounts
from ascertain.law.force import LawOn
from ascertain.rulebook.model.expressions import Expression, terms_of
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Between, Shown, Value
from ascertain.rulebook.values import written

_Told = Callable[[Value], Hashable]


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
    """What all that is alike has in common: its finding, or the one expression that its worth is.

    Not ``alike`` is what hangs on more of an entity than where its facts lie.
    """

    found: Found
    worth: Expression | None = None
    alike: bool = True


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
        self._relations = self._diagram.reach.relations
        self._bound = {term for relation in self._relations for term in relation.terms}
        self._kinds: dict[Hashable, _Kind] = {}

    def find(self, shown: Mapping[str, Shown]) -> Found:
        """The finding for an entity of which this is shown; facts that the question cannot reach are passed over."""
        key = tuple(self._told(fact, shown) for fact in self.facts) + tuple(
            self._so(relation, shown) for relation in self._relations
        )
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._work_out(shown)
            if kind.alike and all(isinstance(shown.get(term), int) for term in self._bound):
                self._kinds[key] = kind
        if kind.worth is None:
            return kind.found
        worth = amount(kind.worth, lambda term: shown[term], self._rulebook.calendars)  # type: ignore[arg-type,return-value] # all known
        assert not isinstance(worth, Outcome), "its facts are known"
        return Found(written(self._kind, worth), (Outcome.HOLDS,), worth)

    def _work_out(self, shown: Mapping[str, Shown]) -> _Kind:
        situation = self._diagram.situation({fact: shown[fact] for fact in self.facts if fact in shown})
        question = self._diagram.question
        voices = situation.term(question)
        possible = voices.possible()
        if len(possible) == 1 and self._kind not in QUANTITIES:
            return _Kind(Found(possible[0].value, possible))
        turned = turns(situation, question).all
        if self._kind not in QUANTITIES:
            return _Kind(Found(OPEN, possible, None, "", turned))
        left = [worth for worth, where in voices.worths.items() if where.satisfiable()]
        exact = all(isinstance(shown.get(term), int) for worth in left for term in terms_of(worth))
        if possible == (Outcome.HOLDS,) and len(left) == 1 and exact:
            return _Kind(Found("", possible), left[0])
        return _Kind(self._between(amounts(situation, question), possible, turned), alike=False)

    def _between(self, found: Sequence[Amount], possible: tuple[Outcome, ...], turned: tuple[str, ...]) -> Found:
        """A quantity that may be several things, or that lies somewhere between two bounds."""
        worths = list(dict.fromkeys(each.words for each in found))
        if not worths and len(possible) == 1:
            return Found(possible[0].value, possible)
        if possible == (Outcome.HOLDS,) and len(worths) == 1 and found[0].settled:
            return Found(worths[0], possible, found[0].least)
        others = [outcome.value for outcome in possible if outcome is not Outcome.HOLDS]
        return Found(OPEN, possible, None, " or ".join([*worths, *others]), turned)

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

    def _so(self, relation: Relation, shown: Mapping[str, Shown]) -> bool | None:
        facts: dict[str, Value] = {}
        for term in relation.terms:
            value = shown.get(term)
            if value is None or isinstance(value, Between):
                return None
            facts[term] = value
        return relation.holds(facts, self._rulebook.calendars)
