"""The finite domain of each term: enough values to stand for all that the rulebook can tell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.turning import turning
from ascertain.findings.reaching.expansion import relations_between, relations_of
from ascertain.findings.reaching.index import Index, rule_leaves
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Compare
from ascertain.rulebook.model.terms import Between, Term, TermType, Value

ANYTHING_ELSE = "anything else"
"""Stands for every text that the rulebook never names."""

_SOME_DAY = date(2000, 1, 1).toordinal()
"""Stands for every day where the rulebook compares with none."""


def domains(rulebook: Rulebook, terms: Iterable[str]) -> dict[str, tuple[Value, ...]]:
    """The values to consider for each of ``terms`` while it is unknown.

    Yes/no terms and choices have their own values. A number, an amount or a date has one value for each region that
    the rulebook's comparisons cut: every threshold itself, and one value before, between and after them where there
    is one. A text has the constants it is compared with, and anything else.
    """
    return common_domains((rulebook,), terms)


def common_domains(
    rulebooks: Sequence[Rulebook], terms: Iterable[str], more: Collection[Relation] = ()
) -> dict[str, tuple[Value, ...]]:
    """The values that tell apart all that any of several rulebooks can tell apart.

    Args:
        rulebooks: The rulebooks, in each of which the terms are of one type.
        terms: Phrases that at least one of them has. The choices of a term are those of all, in their order.
        more: Relations to be told apart besides those of the rulebooks, with calendars that each of these has.
    """
    constants: dict[str, set[Value]] = defaultdict(set)
    for rulebook in rulebooks:
        for rule in rulebook.rules.values():
            for leaf in rule_leaves(rule):
                if isinstance(leaf, Compare):
                    constants[leaf.term].add(leaf.value)
        for relation in (*all_relations(rulebook, Index.of(rulebook)), *more):
            if len(relation.terms) == 1 and relation.steady and relation.terms[0] in rulebook.terms:
                (term,) = relation.terms
                found_at = turning(relation, term, {}, rulebook)
                constants[term].update(() if found_at is None else (found_at,))
    found: dict[str, tuple[Value, ...]] = {}
    for phrase in terms:
        held = [rulebook.terms[phrase] for rulebook in rulebooks if phrase in rulebook.terms]
        choices = dict.fromkeys(choice for term in held for choice in term.values)
        found[phrase] = _domain(replace(held[0], values=tuple(choices)), constants[phrase])
    return found


def all_relations(rulebook: Rulebook, index: Index) -> Iterator[Relation]:
    """Every relation between plain terms that a rule of the rulebook can look at."""
    for rule in rulebook.rules.values():
        yield from relations_of(rule, index)
    for rules in index.concluding.values():
        yield from relations_between(rules, index)


def _domain(term: Term, constants: set[Value]) -> tuple[Value, ...]:
    match term.type:
        case TermType.YES_NO:
            return (True, False)
        case TermType.ONE_OF:
            return term.values
        case TermType.TEXT:
            return (*sorted(str(constant) for constant in constants), ANYTHING_ELSE)
        case _:
            some = _SOME_DAY if term.type is TermType.DATE else 0
            return tuple(sorted({term.clamped(value) for value in _regions(sorted(map(int, constants)), some)}))


def _regions(thresholds: list[int], some: int) -> tuple[int, ...]:
    if not thresholds:
        return (some,)
    # Whole numbers: nothing lies between 4 and 5. What lies between 4 and 9 is told by 5.
    cut = {thresholds[0] - 1, *thresholds, *(threshold + 1 for threshold in thresholds)}
    return tuple(sorted(cut))


def within(domain: tuple[Value, ...], span: Between) -> tuple[int, ...]:
    """The positions in a quantity's domain of the values that stand for some value between the bounds."""
    first = 0 if span.least is None else representative(domain, span.least)
    last = len(domain) - 1 if span.most is None else representative(domain, span.most)
    return tuple(range(first, last + 1))


def representative(domain: tuple[Value, ...], value: Value) -> int:
    """The position in ``domain`` of the value that no comparison can tell from ``value``.

    Raises:
        ValueError: ``value`` is of another type than the domain, or a choice that does not exist.
    """
    if isinstance(value, bool) is not isinstance(domain[0], bool):
        raise ValueError(f"not a possible value: {value}")
    if value in domain:
        return domain.index(value)
    if isinstance(value, str) and domain[-1] == ANYTHING_ELSE:
        return len(domain) - 1
    if not isinstance(value, int) or not isinstance(domain[0], int):
        raise ValueError(f"not a possible value: {value}")
    # Before the first threshold, the first; else the last value that is not greater.
    return max((at for at, known in enumerate(domain) if int(known) <= value), default=0)
