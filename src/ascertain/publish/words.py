"""How values, days and sources are written out for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ascertain.findings.model import OPEN, Finding, briefly
from ascertain.findings.timelines.events import Event
from ascertain.publish.doubts import doubt_words
from ascertain.record.model import Claim, Fact, Grade
from ascertain.rulebook.confidence import WEAKER
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Shown, Term, TermType
from ascertain.rulebook.values import written

UNKNOWN = "unknown"
_OUTCOMES = frozenset(outcome.value for outcome in Outcome)
_SHOWN = 4
"""As many of the things a finding turns on as a table names."""


def value_words(value: Shown | None, term: Term | None = None) -> str:
    """A value as the rulebook writes it: ``yes``, ``$1,000.50``, ``2017-07-06``, a choice; or ``unknown``."""
    return UNKNOWN if value is None else written(TermType.TEXT if term is None else term.type, value)


def last_day(end: date) -> str:
    """The last day of a half-open period, as print says *through*."""
    return (end - timedelta(days=1)).isoformat() if end < date.max else "…"


def outcome_words(outcome: Outcome, term: Term | None) -> str:
    """An outcome in a word; of a quantity *holds* is that something says what it is."""
    return "has a value" if outcome is Outcome.HOLDS and term and term.type in QUANTITIES else outcome.value


def finding_words(finding: Finding) -> str:
    """The finding with what remains possible: ``holds``, or ``open: holds or does not hold``."""
    if finding.word != OPEN:
        return finding.word
    return f"{finding.word}: " + " or ".join(briefly(finding.possible, finding.amounts))


def brief_words(word: str, may_be: Sequence[str]) -> str:
    """What a question comes to as a table says it: of one that is open, what it may be only where that is a quantity.

    Args:
        word: It in one word.
        may_be: All that it may come to, in words.
    """
    is_quantity = any(each not in _OUTCOMES for each in may_be)
    return f"{word}: {' or '.join(may_be)}" if word == OPEN and is_quantity else word


def turn_words(name: str, rulebook: Rulebook) -> str:
    """What a finding turns on, as briefly as it can be named: a term's short name, a point without its authority, a
    doubt in plain words."""
    term = rulebook.terms.get(name)
    if term is not None:
        return term.short or name
    return name.partition("#")[2] if name in rulebook.points else doubt_words(name, rulebook)


def turns_words(law: Sequence[str], facts: Sequence[str], rulebook: Rulebook) -> str:
    """What a finding turns on in one line, law apart from fact, by ids; the explanation says it in full."""
    parts = []
    for kind, turns in (("law", law), ("fact", facts)):
        if turns:
            named = [turn_words(turn, rulebook) for turn in turns[:_SHOWN]]
            more = [f"{len(turns) - _SHOWN} more"] if len(turns) > _SHOWN else []
            parts.append(f"{kind}: {', '.join([*named, *more])}")
    return "; ".join(parts)


def events_words(events: Iterable[Event], rulebook: Rulebook) -> str:
    """What ended a period, in one line: acts once, however much they change; then facts with their new value."""
    said: dict[str, None] = {}
    for event in events:
        if event.kind == "law":
            said.update(dict.fromkeys(event.acts or (event.id,)))
        else:
            told = value_words(event.value, rulebook.terms[event.id])
            said[f"{turn_words(event.id, rulebook)}: {told}{_entries_words(event)}"] = None
    return "; ".join(said)


def _entries_words(event: Event) -> str:
    """The entries that show the new value, and those that ended what had shown the old one."""
    ways = (("entry", event.entries), ("ended by entry", event.ending_entries))
    said = [f"{how} {', '.join(entries)}" for how, entries in ways if entries]
    return f" ({'; '.join(said)})" if said else ""


def fact_words(fact: Fact, rulebook: Rulebook) -> str:
    """A fact in a line: value, grade, and who said so in which document."""
    term = rulebook.terms.get(fact.term)
    if fact.grade is Grade.NONE:
        return "unknown: nothing in the record"
    said = "; ".join(dict.fromkeys(map(source_words, fact.support)))
    if fact.grade is Grade.DISPUTED:
        sides = "; ".join(f"{value_words(claim.value, term)} says {source_words(claim)}" for claim in fact.support)
        return f"disputed: {sides}"
    return f"{value_words(fact.value, term)} ({fact.grade.word}: {said})"


def source_words(claim: Claim) -> str:
    """Who says so, in which exhibit and entry, with its mark; of an assertion that runs on, since when."""
    mark = WEAKER.get(claim.confidence, "") and f"from {WEAKER[claim.confidence]}"
    where = (claim.exhibit, claim.entry and f"entry {claim.entry}", mark, standing_words(claim))
    return ", ".join((claim.said_by, *(part for part in where if part)))


def standing_words(claim: Claim) -> str:
    """Of an assertion that is taken to hold on since the record gives no end: when it was filed, and that."""
    return f"filed {claim.filed}, no end on record" if claim.runs_on else ""


def row_words(rows: Sequence[int]) -> str:
    """By which rows a table speaks or can speak: ``, row 3``, ``, row 3 or 4``; nothing where by none."""
    return f", row {' or '.join(map(str, rows))}" if rows else ""
