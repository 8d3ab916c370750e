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


@dataclass(frozen=True, slots=True)
class _Met:
    """What an outcome depends on as far as values were tried, and what of it was not seen to matter anywhere."""

    turning: Set[Atom]
    unproved: Set[Atom]


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

        Of very many ways in which quantities can lie together it cannot always be proved that none makes a difference.
        What is looked at, and by which no difference was met, is then taken to make one; see ``unproved``.
        """
        return self.exact_turning if self._met is None else self._met.turning

    @cached_property
    def exact_turning(self) -> Set[Atom]:
        """The same, by all ways in which the quantities can lie together."""
        return {*self.space.support(self.exact.all), *self._together()}

    @property
    def unproved(self) -> Set[Atom]:
        """What is taken to make a difference though none was met and none is proved."""
        return frozenset() if self._met is None else self._met.unproved

    @cached_property
    def _met(self) -> _Met | None:
        return self._found_turning() if self.links and not self._turned else None

    @cached_property
    def _apart(self) -> tuple[Heard, ...]:
        """Each diagram by itself, over those quantities alone that it compares."""
        space = self.space
        found = []
        for function in dict.fromkeys(self.free.all):
            met = space.support([function])
            relations = {each for link in self.links for each in link.relations if relation_atom(each) in met}
            mine = tuple(each for link in self.links for each in link.looked_at(relations))
            found.append(Heard(Voices(function, space.false, space.false), mine, space))
        return tuple(found)

    def _matters(self, atom: Atom) -> bool | None:
        """Whether something makes a difference to one of the diagrams, by all ways in which quantities can lie there.

        ``None`` where it makes none to those of few ways, and another has too many for them to be told.
        """
        few = [heard for heard in self._apart if not any(link.too_wide for link in heard.links)]
        if any(atom in heard.exact_turning for heard in few):
            return True
        return False if len(few) == len(self._apart) else None

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

    def _found_turning(self) -> _Met | None:
        """What makes a difference at points that are met, if that is all that could."""
        seeker, space = self._seeker, self.space
        functions = tuple(dict.fromkeys(each for each in self.free.all if each.satisfiable() and not each.valid()))
        met = space.support(functions)
        compared = {relation_atom(relation) for link in self.links for relation in link.relations}
        linked = {fact: link for link in self.links for fact in link.facts}
        found, unmet = set[Atom](), set[Atom]()
        for function in functions:
            number = seeker.find(function)
            if number is not None:
                found |= space.support(seeker.at(number, functions))
        for atom in sorted(met - compared - set(linked) - found, key=lambda atom: (atom.kind, atom.id)):
            number = self._where_it_tells(atom, functions)
            if number is not None:
                found |= space.support(seeker.at(number, functions))
            elif any(link.too_wide for link in self.links):
                unmet.add(atom)
            else:
                return None
        for fact, link in linked.items():
            looked_at = {fact, *(relation_atom(each) for each in link.relations if fact.id in each.terms)} & met
            if looked_at and self._differs(fact, link, looked_at, functions):
                found.add(fact)
            elif looked_at and link.too_wide:
                unmet.add(fact)
            elif looked_at:
                return None
        told = {atom: self._matters(atom) for atom in unmet - found}
        unproved = {atom for atom, matters in told.items() if matters is None}
        return _Met(found | unproved | {atom for atom, matters in told.items() if matters}, unproved)

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
