"""What is heard of a term or rule in one situation: which outcomes are possible, and what of all that is open matters.

How unknown quantities that are compared with each other can lie together could be put into the diagrams, but to tell
every way takes long. So values are sought first by which something is possible or makes a difference; only for what is
not found so, which is nearly always what cannot be, is every way in which they lie together looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.diagrams.seeking import Seeker
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.rulebook.model.expressions import Expression
from ascertain.rulebook.model.rules import Outcome

_POINTS = 20
"""As many points as are looked at for whether one quantity alone makes a difference there."""


@dataclass(frozen=True)
class Heard:
    """The outcomes of a term or rule over all that is left open.

    Args:
        free: They, as if quantities that are compared with each other could lie in any way.
        links: How those can lie together.
        space: Where the diagrams live.
    """

    free: Voices
    links: tuple[Link, ...]
    space: Space

    @cached_property
    def exact(self) -> Voices:
        """The outcomes over how the quantities can lie together."""
        settings = [setting for link in self.links for setting in link.settings(self.space)]
        if not settings:
            return self.free
        together = self.space.substitution(settings)
        return self.free.mapped(lambda voice: voice.substitute(together))

    @property
    def loose(self) -> Voices:
        """The outcomes, over how the quantities can lie together where that is not too many ways to be told."""
        return self.free if any(link.wide for link in self.links) else self.exact

    def possible(self) -> tuple[Outcome, ...]:
        """The outcomes that are not ruled out, in the order of ``Outcome``."""
        return tuple(outcome for outcome in Outcome if self._can_be(self.free.at(outcome), outcome))

    def said(self) -> tuple[Expression, ...]:
        """What a quantity can be said to be, as expressions over plain terms."""
        return tuple(worth for worth, where in self.free.worths.items() if self._can_be(where, worth))

    def turning(self) -> Set[Atom]:
        """What the outcome depends on, the quantities that are compared with each other among it as facts.

        Of very many ways in which quantities can lie together it is not proved that none makes a difference: one that
        is looked at, and by which no difference was met, is then taken to make one.
        """
        if self.links and not self._turned:
            found = self._found_turning()
            if found is not None:
                return found
        return {*self.space.support(self.exact.all), *self._together()}

    @property
    def _turned(self) -> bool:
        return any(link.turned for link in self.links)

    @cached_property
    def _seeker(self) -> Seeker:
        return Seeker(self.links, self.space)

    def _can_be(self, function: BDDFunction, of: Outcome | Expression) -> bool:
        if not self.links or function.valid() or not function.satisfiable():
            return bool(function.satisfiable())
        if not self._turned and self._seeker.find(function) is not None:
            return True
        return (self.exact.at(of) if isinstance(of, Outcome) else self.exact.worths[of]).satisfiable()

    def _found_turning(self) -> Set[Atom] | None:
        """What makes a difference at points that are met, if that is all that could."""
        seeker, space = self._seeker, self.space
        functions = tuple(dict.fromkeys(each for each in self.free.all if each.satisfiable() and not each.valid()))
        met = space.support(functions)
        compared = {relation_atom(relation) for link in self.links for relation in link.relations}
        linked = {fact: link for link in self.links for fact in link.facts}
        found: set[Atom] = set()
        for function in functions:
            number = seeker.find(function)
            if number is not None:
                found |= space.support(seeker.at(number, functions))
        for atom in sorted(met - compared - set(linked) - found, key=lambda atom: (atom.kind, atom.id)):
            number = self._where_it_tells(atom, functions)
            if number is None and not any(link.too_wide for link in self.links):
                return None
            found |= {atom} if number is None else space.support(seeker.at(number, functions))
        for fact, link in linked.items():
            looked_at = {fact, *(relation_atom(each) for each in link.relations if fact.id in each.terms)} & met
            if looked_at and not self._differs(fact, link, looked_at, functions) and not link.too_wide:
                return None
            found |= {fact} if looked_at else set()
        return found

    def _where_it_tells(
        self,
        atom: Atom,
        functions: Sequence[BDDFunction],
        will_do: Callable[[int], bool] = lambda _: True,
        among: Set[str] = frozenset(),
    ) -> int | None:
        """A point that will do at which the value of an atom, all others staying, makes a difference to a function."""
        for function in functions:
            first = self.space.settle(function, atom, 0)
            others = (self.space.settle(function, atom, at) for at in range(1, len(atom.values)))
            number = self._seeker.find(self.space.any(first ^ other for other in others), will_do, among)
            if number is not None:
                return number
        return None

    def _differs(self, fact: Atom, link: Link, looked_at: Set[Atom], functions: Sequence[BDDFunction]) -> bool:
        """Whether at some point another value of a quantity alone makes a difference."""
        seeker = self._seeker

        def here(number: int) -> bool:
            told = seeker.at(number, functions)
            return any(otherwise != told for otherwise in seeker.beside(number, functions, fact.id, link))

        if any(map(here, seeker.met[:_POINTS])):
            return True
        compared = {relation_atom(each): frozenset(each.terms) & set(link.terms) for each in link.relations}
        ways = ((atom, compared.get(atom, frozenset())) for atom in looked_at)
        return any(self._where_it_tells(atom, functions, here, among) is not None for atom, among in ways)

    def _together(self) -> Iterator[Atom]:
        """The quantities, of those that are compared with each other, of which a change alone changes the outcome."""
        space, voices = self.space, self.exact.all
        met = space.support(voices)
        for link in self.links:
            if link.atom not in met:
                continue
            told = [
                tuple(space.settle(voice, link.atom, cell) for voice in voices) for cell in range(len(link.examples))
            ]
            for term in link.terms:
                if any(told[cell] != told[line[0]] for line in link.neighbors(term) for cell in line[1:]):
                    yield Atom(AtomKind.FACT, term, link.domains[term])
