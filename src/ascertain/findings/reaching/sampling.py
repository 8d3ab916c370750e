"""Values for unknown quantities that are compared with each other: enough to stand for all that can be told apart.

A single unknown is told apart by the thresholds of ``domains``. Where several are compared with each other, whether
``a >= b`` and ``b >= c`` and ``a < c`` can be so together is a question of arithmetic: values are chosen one unknown
after another, each at every place where, for some values of the rest at such places, a relation turns, and next to it.
Where two straight comparisons of the same two quantities cross, that place is such a one too, and one beside it.

This is meant to be complete where amounts and dates differ from each other by what the law names, and where two amounts
are weighed against each other in parts, if what must lie between two comparisons leaves room for a whole number. It is
not where a part comes out whole only for few amounts, such as ``a = 7% of b`` for a ``b`` between two others, where
three or more amounts are weighed in parts at once, or where dates that are moved are weighed in parts or taken together
in a sum. Where more than two dates must lie in between each other, all of them on days of one kind, days are tried that
are such for any two of them and the third.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from operator import attrgetter

from ascertain.findings.arithmetic.crossing import crossings
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.turning import turning
from ascertain.findings.reaching.arranging import arrangements
from ascertain.findings.reaching.domains import domains
from ascertain.findings.reaching.reach import Reach
from ascertain.findings.reaching.restless import edges, rearranged, restless
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between, Shown, Value

Point = Mapping[str, Value]
"""A value for each of some quantities."""


def narrowed(rulebook: Rulebook, shown: Mapping[str, Shown]) -> Rulebook:
    """The rulebook with the terms of which the record shows between what they lie bounded so."""
    terms = dict(rulebook.terms)
    for phrase, value in shown.items():
        if isinstance(value, Between) and phrase in terms:
            term = terms[phrase]
            least = max((low for low in (term.least, value.least) if low is not None), default=None)
            most = min((high for high in (term.most, value.most) if high is not None), default=None)
            terms[phrase] = replace(term, least=least, most=most)
    return rulebook if terms == rulebook.terms else replace(rulebook, terms=terms)


def assignments(rulebook: Rulebook, reach: Reach, shown: Mapping[str, Shown]) -> Iterator[Point]:
    """A value for each fact that a question can reach, in every way that the rulebook can tell apart.

    Args:
        rulebook: The law.
        reach: What the question can reach.
        shown: What is known of the facts.
    """
    rulebook = narrowed(rulebook, shown)
    known = {term: value for term, value in shown.items() if not isinstance(value, Between)}
    cuts = domains(rulebook, reach.facts)
    free = [term for term in reach.facts if term not in known]
    bound = groups(free, reach.relations)
    together = [tuple(points(terms, relations, cuts, known, rulebook)) for terms, relations in bound]
    bound_terms = {term for terms, _ in bound for term in terms}
    alone = [tuple({term: value} for value in cuts[term]) for term in free if term not in bound_terms]
    for chosen in product(*together, *alone):
        yield {**known, **{term: value for point in chosen for term, value in point.items()}}


def groups(unknown: Sequence[str], relations: Sequence[Relation]) -> list[tuple[tuple[str, ...], tuple[Relation, ...]]]:
    """The unknown quantities that relations bind together, directly or through others, each group with its relations.

    Args:
        unknown: Phrases; those that no relation names are in no group.
        relations: What is looked at.
    """
    left = [relation for relation in relations if any(term in unknown for term in relation.terms)]
    found: list[tuple[tuple[str, ...], tuple[Relation, ...]]] = []
    while left:
        together: set[str] = set()
        mine: list[Relation] = []
        more = [left[0]]
        while more:
            mine += more
            together |= {term for relation in more for term in relation.terms if term in unknown}
            left = [relation for relation in left if relation not in mine]
            more = [relation for relation in left if together & set(relation.terms)]
        found.append((tuple(term for term in unknown if term in together), tuple(mine)))
    return found


def points(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    cuts: Mapping[str, Sequence[Value]],
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> Iterator[Point]:
    """Values of the unknown quantities for every way in which the relations and the cuts can lie together.

    Args:
        unknown: The phrases of quantities, in the order in which values are chosen: for equal values of all others, the
            last is given every value that makes a difference.
        relations: What is looked at; every term in them is unknown or known.
        cuts: The values that tell apart where each unknown lies by itself.
        known: The facts that are known.
        rulebook: Has the bounds of terms and the calendars.
    """
    if not unknown:
        yield {}
        return
    first, *rest = unknown
    for value in sorted(candidates(unknown, relations, cuts, known, rulebook)):
        for point in points(rest, relations, cuts, {**known, first: value}, rulebook):
            yield {first: value, **point}


def candidates(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    cuts: Mapping[str, Sequence[Value]],
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> set[int]:
    """Where anything turns as the first of the unknown rises, and days that stand for what changes again and again.

    Arguments as for :func:`points`. What turns once, and each value stands for all up to the next, the least for all
    below it too, but for such days: see :func:`days_between`.
    """
    cut, changing = _places(unknown, relations, cuts, known, rulebook)
    return cut | changing


def days_between(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    cuts: Mapping[str, Sequence[Value]],
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> frozenset[int]:
    """Those of the candidates that stand for some of the days up to the next alone, others of which are as before it.

    Arguments as for :func:`points`.
    """
    return _places(unknown, relations, cuts, known, rulebook)[1]


def _places(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    cuts: Mapping[str, Sequence[Value]],
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> tuple[set[int], frozenset[int]]:
    """Where anything turns as the first of the unknown rises, the others being at a place where something turns.

    Returns:
        Where it turns, and between these the days that stand for what changes again and again.
    """
    terms = rulebook.terms
    found: dict[str, set[int]] = {term: {terms[term].clamped(int(cut)) for cut in cuts[term]} for term in unknown}
    for term, value in crossings(unknown, relations, known, rulebook.calendars):
        found[term].add(terms[term].clamped(value))
    alone: dict[str, list[Relation]] = {}
    for relation in relations:
        if not relation.steady and len(relation.terms) == 1 and relation.terms[0] in found:
            (term,) = relation.terms
            alone.setdefault(term, []).append(relation)
            found[term].update(edges(relation, term, rulebook))
    fresh = {term: set(values) for term, values in found.items()}
    for _ in unknown:
        for term, those in alone.items():
            days = restless(those, term, found[term], rulebook) - found[term]
            found[term] |= days
            fresh[term] |= days
        ahead: dict[str, set[int]] = {term: set() for term in unknown}
        for relation in filter(attrgetter("steady"), relations):
            free = [term for term in relation.terms if term in found]
            for term in free:
                others = [other for other in free if other != term]
                for chosen in product(*(sorted(found[other]) for other in others)):
                    facts = dict(zip(others, chosen, strict=True))
                    if others and not any(value in fresh[other] for other, value in facts.items()):
                        continue
                    at = turning(relation, term, {**known, **facts}, rulebook)
                    if at is not None:
                        bounded = rulebook.terms[term].clamped
                        ahead[term] |= {bounded(at - 1), at, bounded(at + 1)} - found[term]
        fresh = ahead
        for term, values in ahead.items():
            found[term] |= values
        if not any(ahead.values()):
            break
    first, *others = unknown
    mine = alone.get(first, ())
    changing = arrangements(first, others, relations, alone, known, rulebook)
    days = rearranged(changing, mine, first, found[first], rulebook) if changing else frozenset()
    return found[first], (days | restless(mine, first, found[first], rulebook)) - found[first]
