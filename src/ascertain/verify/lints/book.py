"""What every lint looks at: the rulebook, its diagrams, and the matters in which they are searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import product

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import Compiled, compiled_for
from ascertain.findings.diagrams.space import Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.reaching.domains import common_domains
from ascertain.findings.reaching.index import Index, terms_looked_at
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Rule
from ascertain.rulebook.model.terms import QUANTITIES, Place
from ascertain.verify.lints.instance import Instance, instance_of
from ascertain.verify.lints.matters import Hit, Matters
from ascertain.verify.worths import balanced, told_apart_by


class Book:
    """One rulebook under examination.

    Args:
        rulebook: The law.
        space: Where its diagrams live, if some of their variables are to have an order of their own.
    """

    def __init__(self, rulebook: Rulebook, space: Space | None = None) -> None:
        self.rulebook = rulebook
        self.compiled: Compiled = compiled_in(rulebook, space)
        self.matters = Matters(self.compiled)
        # Making every diagram first gives the variables the order in which the law meets their atoms.
        for term in self.terms:
            self.compiled.term(term)

    @cached_property
    def terms(self) -> Mapping[str, tuple[Rule, ...]]:
        """The concluded terms, each with the rules that conclude it."""
        return self.compiled.index.concluding

    def rules_of(self, term: str) -> tuple[Rule, ...]:
        """The rules that conclude a term, their exceptions, theirs and so on."""
        return tuple(self._below(self.terms[term]))

    def rests_on(self, term: str) -> tuple[str, ...]:
        """The concluded terms that the term's rules look at."""
        looked_at = dict.fromkeys(below for rule in self.rules_of(term) for below in terms_looked_at(rule))
        return tuple(below for below in looked_at if below in self.terms)

    def chain(self, rule: Rule) -> tuple[Rule, ...]:
        """The rule, the one to which it is an exception, and so on up to a rule that concludes a term."""
        chain = [rule]
        while chain[-1].target:
            chain.append(self.rulebook.rules[chain[-1].target])
        return tuple(chain)

    def alive(self, rule: Rule) -> BDDFunction:
        """Where the rule, and all to which it is an exception, are in force and under the right readings."""
        return self.compiled.space.all(map(self.compiled.live, self.chain(rule)))

    def term_without(self, rule: Rule) -> Voices:
        """The outcomes of the rule's term were there no such rule."""
        silent = self.compiled.fold(())
        *between, root = self.chain(rule)
        replaced, voices = rule, silent
        for above in (*between, root)[1:]:
            voices, replaced = self._rule_with(above, replaced, voices), above
        rules = self.terms[root.term]
        return self.compiled.fold(voices if one is replaced else self.compiled.rule(one) for one in rules)

    def differ(self, one: Voices, other: Voices) -> BDDFunction:
        """Where two are of different outcomes, or say different things of a quantity."""
        apart = (one.holds ^ other.holds) | (one.fails ^ other.fails) | (one.conflict ^ other.conflict)
        return apart | self._worth_apart(one, other)

    def clash(self, one: Voices, other: Voices) -> BDDFunction:
        """Where one says what the other denies, or another worth of a quantity."""
        return (one.holds & other.fails) | (one.fails & other.holds) | self._worth_apart(one, other)

    def _worth_apart(self, one: Voices, other: Voices) -> BDDFunction:
        pairs = product(one.worths.items(), other.worths.items())
        compared = self.compiled.compared
        return self.compiled.space.any(
            here & there & ~compared(left, "=", right)
            for (mine, here), (its, there) in pairs
            if mine != its
            for left, right in (balanced(mine, its),)
        )

    def place(self, provision: str) -> Place:
        """Where a provision stands; of a whole authority, its id rather than the top of its file."""
        authority = self.rulebook.authorities.get(provision)
        return self.rulebook.provisions[provision].place if authority is None else authority.place

    def name(self, term: str) -> str:
        """A term as briefly as it can be named."""
        return self.rulebook.terms[term].short or term

    def what(self, term: str) -> str:
        """What a term is asked for: whether it is so, or what a quantity is."""
        return f'what "{term}" is' if self.rulebook.terms[term].type in QUANTITIES else f'whether "{term}"'

    def instance(self, hit: Hit, term: str) -> Instance:
        """A world of the matter that was hit, by as few facts as may be."""
        return instance_of(self.compiled, hit, term)

    def _rule_with(self, rule: Rule, exception: Rule, voices: Voices) -> Voices:
        compiled = self.compiled
        exceptions = compiled.index.exceptions[rule.id]
        excepted = compiled.fold(voices if one is exception else compiled.rule(one) for one in exceptions)
        return excepted.before(compiled.own(rule)).where(compiled.live(rule))

    def _below(self, rules: Sequence[Rule]) -> Iterator[Rule]:
        for rule in rules:
            yield rule
            yield from self._below(self.compiled.index.exceptions.get(rule.id, ()))


def compiled_in(rulebook: Rulebook, space: Space | None = None) -> Compiled:
    """The diagrams, in which all that is said of a quantity can be told apart, also by a rule and its exception."""
    index = Index.of(rulebook)
    apart: dict[str, Relation] = {}
    for term in index.concluding:
        if rulebook.terms[term].type in QUANTITIES:
            with suppress(BadInput):
                apart |= {relation.text: relation for relation in told_apart_by(index, term, index, term)}
    if not apart and space is None:
        return compiled_for(rulebook)
    compiled = Compiled(rulebook, space, common_domains((rulebook,), rulebook.terms, apart.values()))
    compiled.relations |= apart
    return compiled
