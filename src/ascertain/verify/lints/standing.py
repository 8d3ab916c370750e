"""Examples of how the law stands: for what never happens, whom and which day a reader can look at to see why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.space import Atom
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Witness


def standing(law: LawOn, *provisions: str, point: str = "") -> Witness:
    """How provisions stand for a matter, and which reading of a point is live there."""
    live = law.live_readings(point).names if point else ()
    readings = {point: live[0]} if len(live) == 1 else {}
    return Witness(law.matter, {}, readings, {}, {}, {each: law.force(each).state for each in provisions})


def at_large(book: Book, day: date, *provisions: str) -> Witness:
    """How provisions stand for whoever no order names, all that was ever issued being known."""
    return standing(LawOn(book.rulebook, Matter(None, None, day, date.max)), *provisions)


def where(book: Book, function: BDDFunction, *provisions: str, point: str = "") -> Iterator[Witness]:
    """Yield how provisions stand where a function can first be true, if it can anywhere."""
    hit = book.matters.first(function)
    if hit is not None:
        yield standing(hit.standing.law, *provisions, point=point)


def outcome(book: Book, function: BDDFunction, term: str) -> Iterator[Witness]:
    """Yield one thing that a term comes to where a function is true, with the facts that are enough for it."""
    voices = book.compiled.term(term)
    hits = (book.matters.first(function & voices.at(each)) for each in Outcome)
    hit = next((hit for hit in hits if hit is not None), None)
    if hit is not None:
        yield book.instance(hit, term).witness(term)


def under_each(book: Book, term: str, atom: Atom, values: tuple[int, ...]) -> Iterator[Witness]:
    """Yield what a term comes to under each of some readings, which is the same, and the facts enough for it."""
    first = book.compiled.term(term).mapped(partial(book.compiled.space.settle, atom=atom, value=values[0]))
    hits = (book.matters.first(first.at(each)) for each in Outcome)
    hit = next((hit for hit in hits if hit is not None), None)
    if hit is None:
        return
    found = book.instance(hit, term)
    if set(values) <= set(found.situation.live.get(atom, ())):
        taken = found.taken if atom in found.taken else (*found.taken, atom)
        for value in values:
            yield replace(found, chosen={**found.chosen, atom: value}, taken=taken).witness(term)
