"""The exact engine: the finding under unknowns, and what it turns on, by reduced ordered decision diagrams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ascertain.findings.diagrams.compiled import Compiled, compiled_for
from ascertain.findings.diagrams.regime import regime_of, situation_of
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.reaching.reach import Reach
from ascertain.law.force import LawOn
from ascertain.rulebook.model.expressions import terms_of
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Shown


@dataclass(frozen=True, slots=True)
class Turns:
    """What an open finding depends on: unknown facts by phrase, contested points by id, doubts about force by id.

    Of those ``unproved`` it is not proved that they make a difference, nor that they make none.
    """

    facts: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()

    @property
    def law(self) -> tuple[str, ...]:
        """The questions of law."""
        return self.readings + self.doubts

    @property
    def all(self) -> tuple[str, ...]:
        """Facts first, then questions of law."""
        return self.facts + self.law


class Diagram:
    """One question under the law of one matter.

    Args:
        law: The law for the matter asked about.
        question: The phrase of a concluded term or of a plain yes/no term.
        readings: Readings taken for the sake of argument, by point.
        compiled: The diagrams of the rulebook, if they live together with those of another.
    """

    def __init__(
        self,
        law: LawOn,
        question: str,
        readings: Mapping[str, str] | None = None,
        compiled: Compiled | None = None,
    ) -> None:
        self.question = question
        self.compiled = compiled or compiled_for(law.rulebook)
        self.reach = self.compiled.reach(question)
        # Making the diagrams first gives the variables the order in which the law meets their atoms.
        self.compiled.term(question)
        self._law = situation_of(self.compiled, regime_of(law, self.reach), self.reach, readings or {})

    def situation(self, known: Mapping[str, Shown]) -> Situation:
        """Everything settled by the law and by these facts, of what the question can reach."""
        within = {term: known[term] for term in self.reach.facts if term in known}
        return self._law.with_facts(within)

    def possible(self, known: Mapping[str, Shown]) -> frozenset[Outcome]:
        """The outcomes over all completions of what is unknown."""
        return frozenset(self.situation(known).term(self.question).possible())

    def turns_on(self, known: Mapping[str, Shown]) -> Turns:
        """The unknowns on which the outcome really depends, in the order in which the law meets them."""
        return turns(self.situation(known), self.question)

    def contested(self) -> frozenset[str]:
        """The points with several live readings between which the answer can depend, were nothing else known."""
        if not self._law.live:
            return frozenset()
        return frozenset(turns(self._law, self.question).readings)


def turns(situation: Situation, question: str) -> Turns:
    """The atoms that the outcome of ``question`` still depends on in ``situation``."""
    compiled, heard = situation.compiled, situation.term(question)
    found = turns_of(heard.turning(), compiled.reach(question), situation.doubts)
    unproved = turns_of(heard.unproved, compiled.reach(question), situation.doubts).all
    reckoned = {term for worth in heard.said() for term in terms_of(worth) if term not in situation.known}
    more = {*found.facts, *reckoned}
    return replace(
        found,
        facts=tuple(fact for fact in compiled.reach(question).facts if fact in more),
        unproved=tuple(name for name in unproved if name not in reckoned),
    )


def turns_of(atoms: Iterable[Atom], reach: Reach, doubts: Iterable[str]) -> Turns:
    """The atoms that outcomes depend on, in the order in which the law meets them.

    Args:
        atoms: They.
        reach: What the question can depend on.
        doubts: The doubts about law that it can depend on.
    """
    ids = [(atom.kind, atom.id) for atom in atoms]

    def those(kind: AtomKind, order: Iterable[str]) -> tuple[str, ...]:
        found = {name for known, name in ids if known is kind}
        return tuple(name for name in order if name in found)

    return Turns(
        those(AtomKind.FACT, reach.facts),
        those(AtomKind.READING, reach.points),
        those(AtomKind.DOUBT, doubts),
    )
