"""A fact with a second value that is further on, all else staying as it is: where lints look for what it can flip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation, in_order, one_way, ways
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.order import in_order as order
from ascertain.findings.diagrams.space import Setting, Space, another
from ascertain.findings.reaching.expansion import rebuilt
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Expression, Worth, parts
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import TermType
from ascertain.verify.lints.book import Book, compiled_in
from ascertain.verify.lints.instance import Instance


class Raised:
    """A rulebook under examination in which one plain fact has two values: no and yes, or two of which one is more.

    The second value is a term of its own that no rule looks at. So whatever diagrams say of the fact can be said of the
    second value too, and both together.

    Args:
        rulebook: The law.
        fact: The phrase of the fact, a yes/no term or a quantity.
    """

    def __init__(self, rulebook: Rulebook, fact: str) -> None:
        term = rulebook.terms[fact]
        # Next to each open atom the diagrams keep room for another like it, which the second value takes.
        self._fact, self._other = fact, f"any: {fact}"
        twin = replace(term, phrase=self._other, short="")
        self.book = Book(replace(rulebook, terms={**rulebook.terms, self._other: twin}), self._space(rulebook))
        compiled = self.book.compiled
        compiled.domains = {**compiled.domains, self._other: compiled.domains[fact]}
        self._atom = fact_atom(fact, compiled)
        self._relations = [relation for relation in compiled.relations.values() if fact in relation.terms]
        self._falls = term.type is TermType.YES_NO  # whose values are yes and no, in this order

    def _space(self, rulebook: Rulebook) -> Space:
        """Room for the diagrams in which each comparison of the second value stands beside that of the first."""
        space, single = Space(), compiled_in(rulebook)
        for atom in order(single):
            space.variables(atom)
        for relation in single.relations.values():
            if self._fact in relation.terms and (len(relation.terms) > 1 or not relation.steady):
                twin, _ = in_order(self._renamed(relation.left), relation.strict, self._renamed(relation.right))
                space.variables(relation_atom(relation))
                space.variables(relation_atom(twin))
        return space

    def flip(self, question: str, before: Outcome, after: Outcome) -> tuple[Instance, Instance] | None:
        """Two worlds that differ in the fact alone, which is further on in the second, with these outcomes.

        ``None`` proves that there are none, save where the check was left out (see ``Matters``).
        """
        compiled = self.book.compiled
        voices, space = compiled.term(question), compiled.space
        looked_at = self._looked_at(voices.at(before), voices.at(after))
        there = voices.at(after).substitute(space.substitution(self._instead(looked_at)))
        hit = self.book.matters.first(voices.at(before) & there & self._further(looked_at))
        if hit is None:
            return None
        return self.book.instance(hit, question).beside(self._atom, self._other)

    def _looked_at(self, *functions: BDDFunction) -> list[Relation]:
        """What some diagrams look at that compares the fact with other quantities, or in several steps with itself."""
        atoms = self.book.compiled.space.support(functions)
        return [relation for relation in self._relations if relation_atom(relation) in atoms]

    def _instead(self, looked_at: Iterable[Relation]) -> Iterator[Setting]:
        """Settings that put the second value in the place of the first."""
        space = self.book.compiled.space
        yield from space.instead(self._atom, another(self._atom))
        for relation in looked_at:
            yield space.put(relation_atom(relation), self._there(relation))

    def _further(self, looked_at: Sequence[Relation]) -> BDDFunction:
        """That the second value is further on than the first, and what follows for what they are compared with."""
        space = self.book.compiled.space
        places, other = range(len(self._atom.values)), another(self._atom)
        order = list(reversed(places)) if self._falls else list(places)
        steps = [(space.has(self._atom, [at]), space.has(other, order[order.index(at) + 1 :])) for at in places]
        further = space.any(here & there for here, there in steps)
        if not looked_at:
            return further
        # Within one stretch of values only what else they are compared with tells them apart.
        same = space.any(here & space.has(other, [at]) for at, (here, _) in enumerate(steps))
        more = self._met(Worth(self._other), Worth(self._fact), strict=True)
        follows = (self._follows(relation) for relation in looked_at)
        return (further | same) & more & space.all(follows)

    def _follows(self, relation: Relation) -> BDDFunction:
        """What a rising value does to a comparison that it can change in one direction only."""
        here, there = self.book.compiled.related(relation), self._there(relation)
        found = ways(relation.left, self._fact) | {-way for way in ways(relation.right, self._fact)}
        if len(found) != 1 or not one_way(relation, self._fact):
            return self.book.compiled.space.true
        return ~here | there if found == {1} else ~there | here

    def _there(self, relation: Relation) -> BDDFunction:
        """Where a comparison is met by the second value."""
        return self._met(self._renamed(relation.left), self._renamed(relation.right), strict=relation.strict)

    def _met(self, left: Expression, right: Expression, *, strict: bool) -> BDDFunction:
        relation, so = in_order(left, strict, right)
        self.book.compiled.relations[relation.text] = relation
        found = self.book.compiled.related(relation)
        return found if so else ~found

    def _renamed(self, expression: Expression) -> Expression:
        if isinstance(expression, Worth):
            return Worth(self._other) if expression.term == self._fact else expression
        return rebuilt(expression, tuple(map(self._renamed, parts(expression))))
