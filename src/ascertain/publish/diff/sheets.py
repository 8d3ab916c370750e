"""A comparison as tables: the verdicts over all facts, the governments that change, what only one rulebook has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ascertain.findings.answers.unseen import unseen_words
from ascertain.publish.diff.words import (
    causes_words,
    comparatives,
    given_words,
    proof_words,
    unspoken_words,
    verdict,
    whom_words,
)
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.verify.diff.books import Contents
from ascertain.verify.diff.comparing import Comparison, Group
from ascertain.verify.diff.difference import Difference
from ascertain.verify.diff.governments import Change, Compared

_FINDING_WIDTH = 13
_WHOM_WIDTH = 24
_MOST_NAMED = 12
_IF = "They differ, whatever else is so, if"


def proof_sheet(groups: Sequence[Group]) -> Sheet:
    """The verdicts over all facts on one question, a row for all who share one."""
    rows = [
        (
            whom_words(group, groups),
            verdict(group.difference),
            given_words(group.difference.witness, group.difference),
        )
        for group in groups
    ]
    columns = (Column("For", min(widest(row[0] for row in rows), _WHOM_WIDTH)), Column("Verdict", 30), Column(_IF))
    first = groups[0].difference
    notes = (*_one_way(first), *unspoken_words(first), proof_words(first))
    return Sheet("Over all possible facts", columns, rows, notes)


def _one_way(difference: Difference) -> Iterator[str]:
    """The least that lets them differ in one direction, where that is not what lets them differ at all."""
    whole = difference.witness
    does = "says what it is" if difference.first.of_quantity else "holds"
    more, _ = comparatives(difference)
    for witness, sentence in (
        (difference.only_first, f"the first {does} without the second"),
        (difference.only_second, f"the second {does} without the first"),
        (difference.more_first, f"it is {more} on the first side"),
        (difference.more_second, f"it is {more} on the second side"),
    ):
        if witness is not None and whole is not None and witness.given != whole.given:
            yield f"{sentence}, whatever else is so, if {given_words(witness, difference)}"


def change_sheet(comparison: Comparison, books: Sequence[Rulebook], standard: Grade, question: str = "") -> Sheet:
    """The governments whose finding changes, and what lies beneath; those that stay are counted.

    Args:
        comparison: The question on both sides.
        books: The rulebooks of the two sides.
        standard: The standard of the findings.
        question: The question, where the heading does not say it.
    """
    ones = comparison.changes
    order = list(Change)
    changed = sorted(
        (one for one in ones if one[1].change is not Change.NONE), key=lambda one: order.index(one[1].change)
    )
    same = [_named(*one) for one in ones if one[1].change is Change.NONE]
    what = "which governments change" if changed else "no government changes"
    title = f"{question}: {what}" if question else what.capitalize()
    who = f" ({', '.join(same)})" if 0 < len(same) <= _MOST_NAMED else f" ({len(same)} are the same)"
    notes = [f"the same: {len(same)} of {len(ones)}{who}"] if same and changed else []
    notes += unseen_words(mark for _, one in changed for finding in one.findings or () for mark in finding.unseen)
    if not changed:
        return Sheet(f"{title}, as {standard.word}{who}", (), ())
    columns = (
        Column("Government", min(widest(_named(*one) for one in changed), _WHOM_WIDTH)),
        Column("First", _FINDING_WIDTH),
        Column("Second", _FINDING_WIDTH),
        Column("What changes"),
    )
    cells = [(_named(government, one), *one.words, causes_words(one, books)) for government, one in changed]
    return Sheet(f"{title}, as {standard.word}", columns, cells, notes)


def _named(government: Government, one: Compared) -> str:
    here, there = one.programs
    under = here if here == there else f"{here} against {there}"
    return f"{government.name} [{under}]" if under else government.name


def whole_sheet(comparisons: Iterable[Comparison]) -> Sheet:
    """Every question that both rulebooks answer: those that can differ, with what it takes; the rest are counted."""
    rows: list[tuple[str, ...]] = []
    equivalent = 0
    for one in comparisons:
        rows += [
            (one.asked.first, whom_words(group, one.groups), *_verdict(group))
            for group in one.groups
            if not group.difference.equivalent
        ]
        if one.apart:
            rows.append((one.asked.first, "", "not comparable", one.apart))
        equivalent += not one.apart and all(group.difference.equivalent for group in one.groups)
    columns = (
        Column("Question"),
        Column("For", 20),
        Column("Verdict", 26),
        Column(_IF),
    )
    noun = "question" if equivalent == 1 else "questions"
    notes = [f"equivalent, proved over all facts: {equivalent} {noun}"]
    if rows:
        notes.append("name a question with --question for a world in which it differs, with both proofs")
    return Sheet("Questions that both answer", columns, rows, notes)


def _verdict(group: Group) -> tuple[str, str]:
    return verdict(group.difference), given_words(group.difference.witness, group.difference)


def contents_sheet(kinds: Iterable[Contents]) -> Sheet:
    """What only one of two rulebooks has."""
    rows = [(one.kind, "; ".join(one.only_first), "; ".join(one.only_second)) for one in kinds if one.differs]
    columns = (
        Column("What", widest(row[0] for row in rows)),
        Column("Only in the first"),
        Column("Only in the second"),
    )
    return Sheet("What only one of the rulebooks has", columns, rows)
