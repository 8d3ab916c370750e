"""One matter put into the diagrams: what law and record settle, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from oxidd.bdd import BDDFunction, BDDSubstitution

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import Compiled, fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.heard import Heard
from ascertain.findings.diagrams.linking import Link, links
from ascertain.findings.diagrams.space import Atom, AtomKind, Setting
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.reaching.domains import representative, within
from ascertain.findings.reaching.sampling import narrowed
from ascertain.law.model import Branch, Doubt, ForceState, ForceTree, ReadingTree
from ascertain.rulebook.model.rules import Outcome, Rule
from ascertain.rulebook.model.terms import Between, Shown, Value


@dataclass(frozen=True)
class Situation:
    """What is known of everything that one question can reach, for one matter.

    Args:
        compiled: The diagrams of the rulebook.
        settled: The position of the value of each atom that is settled: known facts, the only live reading of a
            point, the force of a provision, the matter's program and groups.
        live: The positions of the readings that may be live, for points with several.
        bound: The names of the readings that are live, for points where that depends on doubts.
        open: The force and memberships that depend on doubts.
        doubts: Those doubts, by id.
        relations: The relations between quantities that the question can reach.
        question: The question's phrase, where it is one.
        known: The facts that are known.
        spans: Between what facts lie of which only that is known.
        turned: Known facts that may be otherwise, one at a time of those that are compared with each other.
    """

    compiled: Compiled
    settled: Mapping[Atom, int]
    live: Mapping[Atom, tuple[int, ...]]
    bound: Mapping[Atom, ReadingTree]
    open: Mapping[Atom, ForceTree]
    doubts: Mapping[str, Doubt]
    relations: tuple[Relation, ...] = ()
    question: str = ""
    known: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, Between] = field(default_factory=dict)
    turned: Set[str] = frozenset()
    _rules: dict[str, Heard] = field(default_factory=dict, compare=False, repr=False)
    _terms: dict[str, Heard] = field(default_factory=dict, compare=False, repr=False)

    def with_facts(self, known: Mapping[str, Shown]) -> Situation:
        """The same with this known of facts; facts that the question cannot reach are passed over."""
        compiled = self.compiled
        exact = {term: value for term, value in known.items() if not isinstance(value, Between)}
        between = {term: value for term, value in known.items() if isinstance(value, Between)}
        spans = {term: span for term, span in {**self.spans, **between}.items() if term not in exact}
        facts = {fact_atom(term, compiled): value for term, value in exact.items() if term in compiled.domains}
        more = {atom: representative(atom.values, value) for atom, value in facts.items()}
        shown = {**self.known, **{atom.id: value for atom, value in facts.items()}}
        calendars = compiled.rulebook.calendars
        for relation in self.relations:
            if all(term in shown for term in relation.terms):
                more[relation_atom(relation)] = 0 if relation.holds(shown, calendars) else 1
        return replace(self, settled={**self.settled, **more}, known=shown, spans=spans, _rules={}, _terms={})

    def with_value(self, atom: Atom, at: int) -> Situation:
        """The same but for one atom, which has the value at this position."""
        live = {other: names for other, names in self.live.items() if other != atom}
        bound = {other: tree for other, tree in self.bound.items() if other != atom}
        unsure = {other: tree for other, tree in self.open.items() if other != atom}
        if atom.kind is AtomKind.FACT:
            return self.with_facts({atom.id: atom.values[at]})
        settled = {**self.settled, atom: at}
        return replace(self, settled=settled, live=live, bound=bound, open=unsure, _rules={}, _terms={})

    def without(self, freed: set[Atom], turned: Set[str] = frozenset()) -> Situation:
        """The same with these atoms no longer settled, and these known quantities perhaps otherwise, one at a time."""
        settled = {atom: at for atom, at in self.settled.items() if atom not in freed}
        return replace(self, settled=settled, turned=turned, _rules={}, _terms={})

    def without_fact(self, term: str) -> Situation:
        """The same with nothing known of a fact."""
        lost = {relation_atom(relation) for relation in self.relations if term in relation.terms}
        return self.without_value(term).without({*lost, fact_atom(term, self.compiled)})

    def without_value(self, term: str) -> Situation:
        """The same without the value of a fact; what is settled of it by thresholds and comparisons stays."""
        known = {other: value for other, value in self.known.items() if other != term}
        spans = {other: span for other, span in self.spans.items() if other != term}
        return replace(self, known=known, spans=spans, _rules={}, _terms={})

    def term(self, phrase: str) -> Heard:
        """The outcomes of a term in this situation."""
        if phrase not in self._terms:
            self._terms[phrase] = self._heard(phrase, self.compiled.term(phrase))
        return self._terms[phrase]

    def rule(self, rule: Rule) -> Heard:
        """The outcomes of a rule, with its exceptions, in this situation."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self._heard("", self.compiled.rule(rule))
        return self._rules[rule.id]

    def put(self, function: BDDFunction) -> BDDFunction:
        """What is left of a function here: the unknown facts, live readings and doubts that it still depends on."""
        left = function.substitute(self._substitution)
        # To tell how quantities can lie together takes long, and is of use only where the function compares some.
        if not self.links or self._linked.isdisjoint(self.compiled.space.support([left])):
            return left
        return left.substitute(self._linking)

    def put_unlinked(self, function: BDDFunction) -> BDDFunction:
        """The same as if quantities that are compared with each other could lie together in any way."""
        return function.substitute(self._substitution)

    def put_readily(self, function: BDDFunction) -> BDDFunction:
        """The same, but where to tell how quantities can lie together takes minutes as if they could in any way."""
        return self.put_unlinked(function) if self.crowded else self.put(function)

    @property
    def crowded(self) -> bool:
        """Whether quantities can lie together in so many ways that to tell them takes minutes."""
        return any(link.crowded for link in self.links)

    def put_loosely(self, function: BDDFunction) -> BDDFunction:
        """The same, but where quantities can lie together in too many ways as if they could in any."""
        return self.put(function) if not any(link.wide for link in self.links) else self.put_unlinked(function)

    def _heard(self, phrase: str, voices: Voices) -> Heard:
        left = voices.mapped(lambda voice: voice.substitute(self._substitution))
        found = self.links if phrase == self.question else self._links_of(left)
        return Heard(left, found, self.compiled.space)

    def rows(self, rule: Rule) -> tuple[int, ...]:
        """The numbers of the rows by which a table can come to speak in this situation; none of any other rule."""
        if rule.hit is None:
            return ()
        compiled = self.compiled
        heard = compiled.live(rule) & compiled.exceptions(rule).silent
        never = compiled.space.false
        spoken = (Voices(~compiled.clause(clause).silent & heard, never, never) for clause in rule.clauses)
        possible = (self._heard("", row).possible() for row in spoken)
        return tuple(number for number, outcomes in enumerate(possible, 1) if Outcome.HOLDS in outcomes)

    @cached_property
    def _linked(self) -> frozenset[Atom]:
        """Quantities that are compared with each other, and what compares them."""
        facts = (fact for link in self.links for fact in link.facts)
        return frozenset((*facts, *(relation_atom(each) for link in self.links for each in link.relations)))

    @cached_property
    def _linking(self) -> BDDSubstitution:
        """What puts how quantities lie together in the place of what compares them."""
        space = self.compiled.space
        return space.substitution(setting for link in self.links for setting in link.settings(space))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The quantities, unknown or turned, that the question still compares with each other, or with what is known.

        What the facts that are known, and the law, leave without effect on the question is not looked at.
        """
        return self._links_between(self.compared)

    def _links_of(self, voices: Voices) -> tuple[Link, ...]:
        return self._links_between(self._compared_in(voices))

    @cached_property
    def compared(self) -> tuple[Relation, ...]:
        """The relations that the question still looks at where all that is settled is put in."""
        if not self.question or not self.relations:
            return ()
        voices = self.compiled.term(self.question)
        return self._compared_in(voices.mapped(lambda voice: voice.substitute(self._substitution)))

    def _compared_in(self, voices: Voices) -> tuple[Relation, ...]:
        met = self.compiled.space.support(voices.all) if self.relations else set()
        return tuple(relation for relation in self.relations if relation_atom(relation) in met)

    def _links_between(self, left: tuple[Relation, ...]) -> tuple[Link, ...]:
        compared = dict.fromkeys(term for relation in left for term in relation.terms)
        free = tuple(term for term in compared if term not in self.known or term in self.turned)
        rulebook = narrowed(self.compiled.rulebook, self.spans)
        return links(free, left, self.compiled.domains, self.known, rulebook)

    @cached_property
    def unsteady(self) -> frozenset[str]:
        """The quantities of which something holds again and again as they rise, such as that a day is a working day.

        So it may be, too, that one equals another that is moved to a working day, whichever day that other is.
        """
        sides = [(relation.left, relation.right) for relation in self.relations]
        again = (
            one for one, pair in zip(self.relations, sides, strict=True) if sides.count(pair) > 1 or not one.steady
        )
        return frozenset(term for relation in again for term in relation.terms)

    @cached_property
    def _substitution(self) -> BDDSubstitution:
        return self.compiled.space.substitution(self._settings())

    def _settings(self) -> Iterator[Setting]:
        space = self.compiled.space
        for atom, at in self.settled.items():
            yield from space.limit(atom, (at,))
        for atom, places in self.live.items():
            if atom in self.bound:
                yield from self._bound(atom, self.bound[atom])
            else:
                yield from space.limit(atom, places)
        for atom, tree in self.open.items():
            yield space.put(atom, self._function(tree, {}))
        for term, span in self.spans.items():
            atom = fact_atom(term, self.compiled)
            yield from space.limit(atom, within(atom.values, span))

    def _bound(self, atom: Atom, tree: ReadingTree) -> Iterator[Setting]:
        """What to put for the ladder of a point so that it never tells a reading that the doubts rule out.

        In place of one ruled out it tells the first that is not; so each reading that is left stays possible, and
        whether a court has bound one makes a difference exactly where the readings do.
        """
        space = self.compiled.space

        def tells(at: int, tree: ReadingTree) -> BDDFunction:
            if isinstance(tree, Branch):
                doubt = space.has(Atom(AtomKind.DOUBT, tree.doubt.id), [0])
                return doubt.ite(tells(at, tree.if_yes), tells(at, tree.if_no))
            left = [atom.values.index(name) for name in tree]
            every = range(len(atom.values))
            return space.has(atom, [place for place in every if (place if place in left else left[0]) == at])

        for at, variable in enumerate(space.variables(atom)):
            yield variable, tells(at, tree)

    def _function(self, tree: ForceTree, made: dict[Branch[ForceState], BDDFunction]) -> BDDFunction:
        space = self.compiled.space
        if not isinstance(tree, Branch):
            return space.true if tree.speaks else space.false
        if tree not in made:
            doubt = space.has(Atom(AtomKind.DOUBT, tree.doubt.id), [0])
            made[tree] = doubt.ite(self._function(tree.if_yes, made), self._function(tree.if_no, made))
        return made[tree]
