"""Findings and facts as sheets: governments down the side, the standards beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ascertain.findings.answers.notes import unproved_words
from ascertain.findings.answers.unseen import unseen_meaning
from ascertain.findings.model import Finding, briefly
from ascertain.law.model import Force, ForceState
from ascertain.law.parts import Part
from ascertain.publish.forcewords import chain_words, parts_words, state_words
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.publish.unseenout import with_marks
from ascertain.publish.words import UNKNOWN, brief_words, fact_words, last_day, turns_words, value_words
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.confidence import Mark
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Term

_FINDING_WIDTH = widest(outcome.value for outcome in Outcome)
STATE_WIDTH = widest(state.value for state in ForceState)
_DAY_WIDTH = 10

RUNNING_ON = "as asserted: what was asserted and has no end on record is taken to hold on; why names it, with its day"
"""Said below a timeline on which assertions count."""


def title(about: Term | Provision, program: Program | None) -> str:
    """A question as the heading of its answers: a phrase, or the condition that a provision is in force."""
    phrase = about.phrase if isinstance(about, Term) else f"in force: {about.id}"
    return f"{phrase} [{program.id}]" if program else phrase


class Span(NamedTuple):
    """A force, on a day or in an interval of a period.

    Args:
        start: The first day, where a period was asked about.
        end: The day after the last.
        force: The force on the first day.
        ended_by: The acts that end the interval, in words.
        goes_on: Whether the state is the same in the next interval, decided by other acts.
        parts: The parts of the provision that stand otherwise.
    """

    start: date | None
    end: date | None
    force: Force
    ended_by: tuple[str, ...] = ()
    goes_on: bool = False
    parts: tuple[Part, ...] = ()


class Interval(NamedTuple):
    """A row of a timeline: who, under which standard, from which day until before which, what is so, and why.

    ``unseen`` are the marks of what it turns on and of what ends it, ``unproved`` what it may turn on, for all that is
    proved.
    """

    government: Government
    grade: Grade
    start: date
    end: date
    finding: str
    because: tuple[str, ...]
    unseen: tuple[Mark, ...] = ()
    unproved: tuple[str, ...] = ()


def finding_sheet(
    title: str,
    names: Sequence[str],
    standards: Sequence[Grade],
    rows: Iterable[tuple[Government, Sequence[Finding]]],
    rulebook: Rulebook,
    main: Grade,
) -> Sheet:
    """One question: a row a government, a column a standard, and what the answer turns on under one of them.

    Args:
        title: The question, as its title.
        names: The names of the governments to come, for the width of their column.
        standards: The standards, in the order of each row's findings.
        rows: Each government with its findings, one for each standard.
        rulebook: The law, for the short names of terms.
        main: The standard whose answer the last column is about, if it is among them; else the last.
    """
    at = standards.index(main) if main in standards else len(standards) - 1
    columns = (
        Column("Government", widest(names)),
        *(Column(f"As {grade.word}", _FINDING_WIDTH) for grade in standards),
        Column(f"Turns on (as {standards[at].word})"),
    )
    marked, notes = with_marks(rows, lambda row: (mark for finding in row[1] for mark in finding.unseen))
    cells = (
        (government.name, *map(_brief, findings), _turns(findings[at], rulebook)) for government, findings in marked
    )
    return Sheet(title, columns, cells, notes)


def fact_sheet(
    title: str,
    names: Sequence[str],
    standards: Sequence[Grade],
    rows: Iterable[tuple[Government, Fact]],
    rulebook: Rulebook,
    term: Term,
) -> Sheet:
    """One plain fact: a row a government, its value under each standard, and who shows it.

    Arguments as for :func:`finding_sheet`; ``term`` is what the fact is of.
    """
    width = widest((*term.values, UNKNOWN))
    columns = (
        Column("Government", widest(names)),
        *(Column(f"As {grade.word}", width) for grade in standards),
        Column("Shown by"),
    )
    cells = (
        (
            government.name,
            *(value_words(fact.under(grade), term) for grade in standards),
            fact_words(fact, rulebook),
        )
        for government, fact in rows
    )
    return Sheet(title, columns, cells, unseen_meaning(term))


def _brief(finding: Finding) -> str:
    return brief_words(finding.word, briefly(finding.possible, finding.amounts))


def timeline_sheet(
    title: str, names: Sequence[str], because: Sequence[str], rows: Iterable[Interval], notes: Iterable[str] = ()
) -> Sheet:
    """One question over a period: a row an interval.

    Args:
        title: The question, as its title.
        names: The names of the governments to come.
        because: The headings of what each interval gives as its reasons.
        rows: The intervals.
        notes: What to say below them.
    """
    unproved: dict[str, None] = {}

    def watched() -> Iterator[Interval]:
        for row in rows:
            unproved.update(dict.fromkeys(row.unproved))
            yield row

    def below() -> Iterator[str]:
        yield from notes
        yield from unproved_words(unproved)

    marked, said = with_marks(watched(), lambda row: row.unseen, below())
    columns = (
        Column("Government", widest(names)),
        Column("Standard", widest(grade.word for grade in Grade)),
        Column("From", _DAY_WIDTH),
        Column("Through", _DAY_WIDTH),
        Column("Finding", _FINDING_WIDTH),
        *map(Column, because),
    )
    cells = (
        (row.government.name, row.grade.word, row.start.isoformat(), last_day(row.end), row.finding, *row.because)
        for row in marked
    )
    return Sheet(title, columns, cells, said)


def binding_sheet(
    title: str,
    names: Sequence[str],
    rows: Iterable[tuple[Government, Finding, Span]],
    rulebook: Rulebook,
    periods: bool,
) -> Sheet:
    """Whether a provision binds, a row a government or interval: the finding, the state, and what either rests on.

    Args:
        title: The question, as its title.
        names: The names of the governments to come.
        rows: A government, the finding, and the force behind it with its interval where a period was asked about.
        rulebook: The law.
        periods: Whether intervals are shown.
    """
    marked, notes = with_marks(rows, lambda row: row[1].unseen)
    columns = (
        Column("Government", widest(names)),
        *period_columns(periods),
        Column("Finding", _FINDING_WIDTH),
        Column("State", STATE_WIDTH),
        Column("Because"),
        *ended_column(periods),
    )
    cells = (
        (
            government.name,
            *period_cells(span.start, span.end),
            finding.word,
            state_words(span.force, rulebook),
            _because(finding, span, rulebook),
            *ended_cell(span, rulebook),
        )
        for government, finding, span in marked
    )
    return Sheet(title, columns, cells, notes)


def _because(finding: Finding, span: Span, rulebook: Rulebook) -> str:
    turns = _turns(finding, rulebook)
    said = (f"turns on {turns}" if turns else "", chain_words(span.force), parts_words(span.parts))
    return "; ".join(filter(None, said))


def period_columns(shown: bool) -> tuple[Column, ...]:
    """The first and the last day of an interval, where there are any."""
    return (Column("From", _DAY_WIDTH), Column("Through", _DAY_WIDTH)) if shown else ()


def period_cells(start: date | None, end: date | None) -> tuple[str, ...]:
    """The cells of an interval: through its last day."""
    return (start.isoformat(), last_day(end)) if start and end else ()


def ended_column(shown: bool) -> tuple[Column, ...]:
    """What ended an interval, where there are any."""
    return (Column("Ended by"),) if shown else ()


def ended_cell(span: Span, rulebook: Rulebook) -> tuple[str, ...]:
    """The cell of what ended an interval; of a state that goes on, that only what decides it is another."""
    if span.start is None:
        return ()
    acts = "; ".join(span.ended_by)
    return (f"{acts} (still {state_words(span.force, rulebook)}, as other acts decide it)" if span.goes_on else acts,)


def _turns(finding: Finding, rulebook: Rulebook) -> str:
    law, facts = ([turn.id for turn in turns] for turns in (finding.law_turns, finding.fact_turns))
    return turns_words(law, facts, rulebook)
