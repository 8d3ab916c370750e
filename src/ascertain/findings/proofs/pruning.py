"""Where in the law the grounds of an answer tell: so few of the places that look at them that none can be spared.

A place that is cut is taken as if nothing were known of the grounds below it. The places kept are enough if the outcome
is the same whatever stands at those that are cut; the last met are cut first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation, in_order
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.diagrams.composing import Composer
from ascertain.findings.diagrams.places import Place, lookers, places
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.reaching.expansion import rebuilt
from ascertain.rulebook.model.expressions import Expression, Worth, parts
from ascertain.rulebook.model.rules import Rule

Put = Callable[[BDDFunction], BDDFunction]


class _Anywhere(Composer):
    """Outcomes with the same put in wherever an atom is looked at.

    Quantities reckoned from a term in ``other`` are reckoned from another, of which nothing is known.
    """

    def __init__(self, compiled: Compiled, put: Put, other: Set[str] = frozenset()) -> None:
        self.rulebook, self.index = compiled.rulebook, compiled.index
        self.domains, self.fitting, self.space = compiled.domains, compiled.fitting, compiled.space
        self._other = other
        self._compiled = compiled
        self._put = put
        self._atoms: dict[tuple[Atom, tuple[int, ...]], BDDFunction] = {}
        self._terms: dict[str, Voices] = {}
        self._rules: dict[str, Voices] = {}

    def term(self, phrase: str) -> Voices:
        if phrase not in self._terms:
            self._terms[phrase] = self._term(phrase)
        return self._terms[phrase]

    def rule(self, rule: Rule) -> Voices:
        if rule.id not in self._rules:
            self._rules[rule.id] = self.compose(rule)
        return self._rules[rule.id]

    def atom(self, atom: Atom, values: Iterable[int]) -> BDDFunction:
        key = atom, tuple(values)
        if key not in self._atoms:
            self._atoms[key] = self._put(self.space.has(*key))
        return self._atoms[key]

    def has(self, atom: Atom, values: Iterable[int]) -> BDDFunction:
        return self.atom(atom, values)

    def looked_at(self, phrase: str) -> Voices:
        return self.term(phrase)

    def _term(self, phrase: str) -> Voices:
        rules = self.index.concluding.get(phrase)
        return self.fold(self._concluding(phrase, rule) for rule in rules) if rules else self._plain(phrase)

    def said(self, worth: Expression) -> Expression:
        return _renamed(worth, lambda term: f"{_ANY}{term}" if term in self._other else term)

    def related(self, relation: Relation) -> BDDFunction:
        left, right = (_renamed(side, lambda term: term.removeprefix(_ANY)) for side in (relation.left, relation.right))
        if (left, right) == (relation.left, relation.right):
            return super().related(relation)
        known, so = in_order(left, relation.strict, right)
        found = self.elsewhere(known)
        return found if so else ~found

    def elsewhere(self, relation: Relation) -> BDDFunction:
        """A relation of something that is reckoned where nothing is known of a fact."""
        return self.related(relation)

    def _concluding(self, phrase: str, rule: Rule) -> Voices:
        return self.rule(rule)

    def _plain(self, phrase: str) -> Voices:
        yes = self.atom(Atom(AtomKind.FACT, phrase, self.domains[phrase]), [0])
        return Voices(yes, ~yes, self.space.false)


_ANY = "any: "
"""Begins the name of a quantity of which nothing is known, in the place of one that is."""


def _renamed(expression: Expression, name: Callable[[str], str]) -> Expression:
    if isinstance(expression, Worth):
        return Worth(name(expression.term))
    return rebuilt(expression, tuple(_renamed(part, name) for part in parts(expression)))


_Told = tuple[tuple[BDDFunction, ...], dict[Expression, BDDFunction]]


def _told(voices: Voices) -> _Told:
    """What voices say, whatever else they could have said."""
    return (voices.holds, voices.fails, voices.conflict), {worth: voices.worths[worth] for worth in voices.said()}


class Pruned(_Anywhere):
    """The outcomes of a question, and the places that they need.

    Args:
        compiled: The diagrams of the rulebook.
        question: The phrase asked about.
        known: What stands at a place that is kept.
        loose: What stands at a place that is cut.
        by_value: The facts from which a quantity asked about is reckoned, and that are others at a place that is cut.
    """

    def __init__(
        self, compiled: Compiled, question: str, known: Put, loose: Put, by_value: Set[str] = frozenset()
    ) -> None:
        super().__init__(compiled, known)
        self._loose = _Anywhere(compiled, loose, by_value)
        self._by_value = by_value
        self._cut: set[Place] = set()
        self._by = ""
        whole = _told(self.term(question))
        self._above = lookers(question, compiled)
        self.kept: dict[str, tuple[Place, ...]] = {}
        # Two places that are cut stand for the same unknown, so that cutting one can make another idle.
        before = -1
        while before != len(self._cut):
            before = len(self._cut)
            self._pass(question, whole)

    def _pass(self, question: str, whole: _Told) -> None:
        """Try to cut each place that can still be reached, from the question down."""
        self.kept = {}
        waiting: list[str | Rule] = [question]
        while waiting:
            by = waiting.pop(0)
            name = by if isinstance(by, str) else by.id
            if name in self.kept:
                continue
            here = [place for place in places(by, self._compiled) if place not in self._cut]
            for place in reversed(here):
                self._try_to_cut(place, by, question, whole)
            self.kept[name] = tuple(place for place in here if place not in self._cut)
            waiting += [self._node(place) for place in self.kept[name] if not isinstance(place.of, Atom)]

    def compose(self, rule: Rule) -> Voices:
        outer, self._by = self._by, rule.id
        voices = super().compose(rule)
        self._by = outer
        return voices

    def said(self, worth: Expression) -> Expression:
        cut = {
            term
            for term in self._by_value
            if Place(self._by, Atom(AtomKind.FACT, term, self.domains[term])) in self._cut
        }
        return _renamed(worth, lambda term: f"{_ANY}{term}" if term in cut else term)

    def elsewhere(self, relation: Relation) -> BDDFunction:
        return self._loose.related(relation)

    def _term(self, phrase: str) -> Voices:
        outer, self._by = self._by, phrase
        voices = super()._term(phrase)
        self._by = outer
        return voices

    def has(self, atom: Atom, values: Iterable[int]) -> BDDFunction:
        return (self._loose if Place(self._by, atom) in self._cut else self).atom(atom, values)

    def looked_at(self, phrase: str) -> Voices:
        if phrase not in self.index.concluding:
            yes = self.has(Atom(AtomKind.FACT, phrase, self.domains[phrase]), [0])
            return Voices(yes, ~yes, self.space.false)
        return (self._loose if Place(self._by, phrase) in self._cut else self).term(phrase)

    def excepting(self, rule: Rule, exception: Rule) -> Voices:
        return (self._loose if Place(rule.id, exception.id, is_rule=True) in self._cut else self).rule(exception)

    def _concluding(self, phrase: str, rule: Rule) -> Voices:
        return (self._loose if Place(phrase, rule.id, is_rule=True) in self._cut else self).rule(rule)

    def _node(self, place: Place) -> str | Rule:
        return self.rulebook.rules[str(place.of)] if place.is_rule else str(place.of)

    def _try_to_cut(self, place: Place, by: str | Rule, question: str, whole: _Told) -> None:
        """Cut a place if all the same follows for the question."""
        if isinstance(by, str) and isinstance(place.of, Atom):
            return  # a plain fact that is itself asked about
        before = _told(self._of(by))
        terms, rules = self._terms, self._rules
        self._cut.add(place)
        above = self._above[by if isinstance(by, str) else by.id]
        self._terms = {name: voices for name, voices in terms.items() if name not in above}
        self._rules = {name: voices for name, voices in rules.items() if name not in above}
        if _told(self._of(by)) == before:  # nor does anything change that looks at it
            self._terms, self._rules = terms, rules
        elif _told(self.term(question)) != whole:
            self._cut.remove(place)
            self._terms, self._rules = terms, rules

    def _of(self, by: str | Rule) -> Voices:
        return self.term(by) if isinstance(by, str) else self.rule(by)
