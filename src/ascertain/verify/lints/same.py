"""L107, readings: readings of a contested point between which nothing ever hangs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from ascertain.findings.diagrams.compiled import point_atom
from ascertain.findings.reaching.index import rule_leaves
from ascertain.rulebook.model.rules import Rule, UnderReading
from ascertain.rulebook.model.sources import Point
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity
from ascertain.verify.lints.standing import under_each


def same_readings(book: Book) -> Iterator[Remark]:
    """Each pair of readings under which every term comes to the same, also were they not bound for anyone."""
    space = book.compiled.space
    for point in book.rulebook.points.values():
        atom = point_atom(point.id, book.rulebook)
        terms = [book.compiled.term(term) for term in book.terms if _hangs_on(book, term, point)]
        for (one, mine), (other, theirs) in combinations(enumerate(point.readings), 2):
            under = [
                tuple(term.mapped(partial(space.settle, atom=atom, value=at)) for at in (one, other)) for term in terms
            ]
            if not any(book.matters.can_be(book.differ(*pair)) for pair in under):
                hanging = next((term for term in book.terms if _hangs_on(book, term, point)), None)
                shown = () if hanging is None else under_each(book, hanging, atom, (one, other))
                yield Remark(
                    "L107",
                    "readings",
                    Severity.NOTE,
                    (point.id, mine.name, theirs.name),
                    f"nothing ever hangs on whether the reading {mine.name} or {theirs.name} of {point.id} is right",
                    (mine.place, theirs.place),
                    "put under each reading the rule that differs, or accept that the difference is not encoded",
                    tuple(shown),
                )


def _hangs_on(book: Book, term: str, point: Point) -> bool:
    return any(_looks_at(rule, point) for rule in book.rules_of(term))


def _looks_at(rule: Rule, point: Point) -> bool:
    asks = any(isinstance(leaf, UnderReading) and leaf.point == point.id for leaf in rule_leaves(rule))
    return asks or (rule.reading is not None and rule.reading[0] == point.id)
