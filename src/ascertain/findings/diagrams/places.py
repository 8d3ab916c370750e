"""Where the law looks at something: a term at the rules that conclude it, a rule at exceptions, terms and atoms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.composing import Composer, force_atom, matter_atom, point_atom, relation_atom
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.reaching.expansion import relations_between, relations_in, relations_of
from ascertain.findings.reaching.index import rule_leaves
from ascertain.rulebook.model.expressions import terms_of
from ascertain.rulebook.model.rules import Compare, InForce, InGroup, IsTrue, ProgramIs, Relate, Rule, UnderReading


@dataclass(frozen=True, slots=True)
class Place:
    """Where ``by`` (a term's phrase, or a rule) looks at ``of`` (a rule, a term's phrase, or an atom)."""

    by: str
    of: str | Atom
    is_rule: bool = False


def places(by: str | Rule, law: Composer) -> Iterator[Place]:
    """What a term or a rule looks at, in the order in which a reader meets it."""
    if isinstance(by, str):
        if rules := law.index.concluding.get(by, ()):
            yield from (Place(by, rule.id, is_rule=True) for rule in rules)
            yield from (Place(by, atom) for atom in _compared(relations_between(rules, law.index), law))
        else:
            yield Place(by, Atom(AtomKind.FACT, by, law.domains[by]))
        return
    rulebook = law.rulebook
    found: dict[str | Atom, None] = {force_atom(by.provision): None}
    if by.reading:
        found[point_atom(by.reading[0], rulebook)] = None
    exceptions = [Place(by.id, each.id, is_rule=True) for each in law.index.exceptions.get(by.id, ())]
    yield from (Place(by.id, of) for of in found)
    yield from exceptions
    looked_at: dict[str | Atom, None] = {}
    for leaf in rule_leaves(by):
        match leaf:
            case IsTrue(term) if term in law.index.concluding:
                looked_at[term] = None
            case IsTrue(term) | Compare(term):
                looked_at[Atom(AtomKind.FACT, term, law.domains[term])] = None
            case Relate(left, _, right):
                concluded = (term for term in (*terms_of(left), *terms_of(right)) if term in law.index.concluding)
                looked_at.update(dict.fromkeys(concluded))
            case InForce(provision):
                looked_at[force_atom(provision)] = None
            case UnderReading(point):
                looked_at[point_atom(point, rulebook)] = None
            case InGroup() | ProgramIs():
                looked_at[matter_atom(leaf)] = None
    looked_at |= dict.fromkeys(_compared(relations_of(by, law.index), law))
    for term in (term for clause in by.clauses if clause.worth for term in terms_of(clause.worth)):
        is_plain = term not in law.index.concluding
        looked_at[Atom(AtomKind.FACT, term, law.domains[term]) if is_plain else term] = None
    yield from (Place(by.id, of) for of in looked_at if of not in found)


def atoms_of(leaf: Relate, law: Composer) -> Iterator[Atom]:
    """What a comparison looks at, once conclusions are put in for the terms that rules conclude."""
    yield from _compared(relations_in(leaf, law.index), law)


def _compared(relations: Iterable[Relation], law: Composer) -> dict[Atom, None]:
    """What is looked at to compare: whether a relation holds, or where a quantity that is alone in it lies."""
    found: dict[Atom, None] = {}
    for relation in relations:
        if len(relation.terms) > 1 or not relation.steady:
            found[relation_atom(relation)] = None
        else:
            found[Atom(AtomKind.FACT, relation.terms[0], law.domains[relation.terms[0]])] = None
    return found


def lookers(question: str, law: Composer) -> dict[str, frozenset[str]]:
    """For each term and rule that a question can reach, itself and all that look at it, near or far, by name."""
    looking: dict[str, set[str]] = {question: set()}
    waiting: list[str | Rule] = [question]
    while waiting:
        by = waiting.pop()
        for place in places(by, law):
            if not isinstance(place.of, Atom):
                if place.of not in looking:
                    looking[place.of] = set()
                    waiting.append(law.rulebook.rules[place.of] if place.is_rule else place.of)
                looking[place.of].add(place.by)
    return {name: frozenset(_upwards(name, looking)) for name in looking}


def _upwards(name: str, looking: Mapping[str, Set[str]]) -> Iterator[str]:
    seen = {name}
    waiting = [name]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += looking[here] - seen
        seen |= looking[here]
