"""One world of one matter, made from a hit: what it takes, whether a diagram is true in it, what meaning says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.amounts import Number, amount
from ascertain.findings.choosing.cheapest import Cheapest, Choice, Offers, TooLongError
from ascertain.findings.diagrams.compiled import Compiled, fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.regime import regime_of, situation_of
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.meaning import World, evaluate
from ascertain.findings.reaching.domains import representative
from ascertain.law.force import LawOn
from ascertain.law.model import resolved
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value
from ascertain.verify.lints.matters import Hit
from ascertain.verify.lints.model import Witness

_MOST_STEPS = 400
"""How many functions the search for the fewest facts may look at, so that a check stays fast enough to run on save."""


@dataclass(frozen=True, eq=False)
class Instance:
    """A world of a matter.

    Args:
        compiled: The diagrams of the rulebook.
        law: The law for the matter.
        situation: What the law settles of everything that the term concerned can reach.
        chosen: The position of the value of each atom that the instance takes.
        taken: The atoms of these that it needs to be an instance; all others may have any value.
        facts: The value of each fact.
    """

    compiled: Compiled
    law: LawOn
    situation: Situation
    chosen: Mapping[Atom, int]
    taken: tuple[Atom, ...]
    facts: Mapping[str, Value]

    def outcome(self, voices: Voices) -> Outcome:
        """The outcome of a rule, clause or term here."""
        return next(outcome for outcome in Outcome if self.is_true(voices.at(outcome)))

    def apart(self, one: Voices, other: Voices) -> bool:
        """Whether two that speak here say different things."""
        if self.outcome(one) is not self.outcome(other):
            return True
        return bool(one.worths) and self._worth(one) != self._worth(other)

    def _worth(self, voices: Voices) -> Number | Outcome:
        worth = next(worth for worth, where in voices.worths.items() if self.is_true(where))
        return amount(worth, self._known, self.compiled.rulebook.calendars)

    def _known(self, term: str) -> int:
        value = self.facts[term]
        assert isinstance(value, int), "quantities are numbers"
        return value

    def is_true(self, function: BDDFunction) -> bool:
        """Whether the function is true here."""
        space = self.compiled.space
        while (variable := function.node_var()) is not None:
            below = function.cofactors()
            assert below is not None
            atom = space.owner(variable)
            # Value k is told by the k-th variable of the ladder, all before it being false.
            function = below[0 if self._at(atom) == variable - space.variables(atom).start else 1]
        return function.valid()

    def witness(self, *terms: str) -> Witness:
        """The example as told to a reader, with the outcomes of terms by the definition of meaning."""
        world = self.world()

        def those(kind: AtomKind) -> dict[str, Value]:
            return {atom.id: atom.values[self._at(atom)] for atom in self.taken if atom.kind is kind}

        return Witness(
            self.law.matter,
            {atom.id: self.facts[atom.id] for atom in self.taken if atom.kind is AtomKind.FACT},
            {point: str(name) for point, name in those(AtomKind.READING).items()},
            {self.situation.doubts[doubt]: bool(yes) for doubt, yes in those(AtomKind.DOUBT).items()},
            {term: evaluate(self.law, term, world) for term in terms},
        )

    def beside(self, atom: Atom, other: str) -> tuple[Instance, Instance]:
        """The same world without another fact that is like the atom's, and with that one's value for the atom's own.

        Both are for ``witness``: where the quantities compared with the fact then lie is not worked out again.
        """
        taken = (*(each for each in self.taken if each.id not in (atom.id, other)), atom)
        mine = {phrase: value for phrase, value in self.facts.items() if phrase != other}
        return (
            replace(self, taken=taken, facts=mine),
            replace(self, taken=taken, facts={**mine, atom.id: self.facts[other]}),
        )

    def world(self) -> World:
        """The world as the definition of meaning takes it."""
        atoms = [atom for atom in (*self.situation.settled, *self.chosen) if atom.kind is not AtomKind.DOUBT]
        values = {(atom.kind, atom.id): atom.values[self._at(atom)] for atom in atoms}
        return World(
            self.facts,
            {name: str(value) for (kind, name), value in values.items() if kind is AtomKind.READING},
            self._doubts,
        )

    @property
    def _doubts(self) -> Mapping[str, bool]:
        return {atom.id: at == 0 for atom, at in self.chosen.items() if atom.kind is AtomKind.DOUBT}

    def _at(self, atom: Atom) -> int:
        if atom in self.situation.bound:
            # In place of a reading that the doubts rule out stands the first that they do not, as in the diagrams.
            left = resolved(self.situation.bound[atom], self._doubts)
            taken = atom.values[self.chosen[atom]]
            return self.chosen[atom] if taken in left else atom.values.index(left[0])
        if atom in self.chosen:
            return self.chosen[atom]
        if atom in self.situation.settled:
            return self.situation.settled[atom]
        return 0 if resolved(self.situation.open[atom], self._doubts).speaks else 1


def instance_of(compiled: Compiled, hit: Hit, term: str) -> Instance:
    """A world in which what was hit is true, by as few facts as the search finds.

    Args:
        compiled: The diagrams of the rulebook.
        hit: What was found.
        term: The concluded term that it is an example for, which it may be asked about with all that this rests on.
    """
    law = hit.standing.law
    reach = compiled.reach(term)
    situation = situation_of(compiled, regime_of(law, reach), reach, {})
    chosen: dict[Atom, int] = {}
    for fact in reach.facts:
        atom = fact_atom(fact, compiled)
        chosen[atom] = len(atom.values) - 1
    chosen |= {atom: names[0] for atom, names in situation.live.items()}
    chosen |= {Atom(AtomKind.DOUBT, doubt): 1 for doubt in situation.doubts}
    taken = dict(_fewest(compiled.space, hit.rest, situation.live))
    facts = {atom.id: atom.values[at] for atom, at in {**chosen, **taken}.items() if atom.kind is AtomKind.FACT}
    facts |= hit.point
    taken |= dict.fromkeys((fact_atom(term, compiled) for term in hit.point), 0)
    for link in hit.links:
        if link.atom in taken:
            facts |= link.examples[taken.pop(link.atom)]
            taken |= dict.fromkeys((fact_atom(term, compiled) for term in link.terms), 0)
    chosen |= taken
    chosen |= {fact_atom(fact, compiled): representative(compiled.domains[fact], facts[fact]) for fact in facts}
    for relation in reach.relations:
        chosen[relation_atom(relation)] = 0 if relation.holds(facts, compiled.rulebook.calendars) else 1
    return Instance(compiled, law, situation, chosen, tuple(taken), facts)


def _fewest(space: Space, function: BDDFunction, live: Mapping[Atom, tuple[int, ...]]) -> Choice:
    """Values of as few atoms as make the function true, whatever all others are; not the fewest where that is long."""

    def offers(atom: Atom) -> Mapping[int, int]:
        return dict.fromkeys(live.get(atom, range(len(atom.values))), 1)

    try:
        found = Cheapest(space, offers, _MOST_STEPS, least=1).first(function)
    except TooLongError:
        return tuple(_path(space, function, offers))
    assert found is not None, "the function can be true"
    return found


def _path(space: Space, function: BDDFunction, offers: Offers) -> Iterator[tuple[Atom, int]]:
    """Values that lead down one way to where the function is true."""
    while (variable := function.node_var()) is not None:
        atom = space.owner(variable)
        ways = ((at, space.settle(function, atom, at)) for at in offers(atom))
        at, function = next((at, rest) for at, rest in ways if rest.satisfiable())
        yield atom, at
