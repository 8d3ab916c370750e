"""Which governments change: the record's finding on either side, and what law or record says otherwise beneath it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ascertain.findings.answers.authorities import orders_against
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.spans import amounts
from ascertain.findings.model import OPEN, Amount, Finding
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Term, TermType, Value
from ascertain.verify.diff.side import Side, comparable


class Change(StrEnum):
    """What becomes of a government's finding from the first side to the second."""

    FINDING = "another finding"
    GROUNDS = "turns on something else"
    NONE = "the same"


@dataclass(frozen=True, slots=True)
class Cause:
    """Something beneath a finding that is so on one side and otherwise on the other.

    Args:
        kind: ``fact``, ``reading`` or ``force``.
        id: A term's phrase, a point's id or a provision's id.
        first: The fact's value, the readings that are live, or the state of the force, on the first side.
        second: The same on the second side; ``None`` stands for an unknown fact.
        by: The provisions of courts that bound the reading, or of the orders against the force, on either side.
    """

    kind: str
    id: str
    first: Value | None
    second: Value | None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One government under both sides.

    Args:
        change: What becomes of its finding.
        words: The finding on either side in a word.
        programs: The id of the program on either side, empty where the question needs none.
        findings: Both findings with what they rest on, ``None`` where nothing changes.
        causes: What lies beneath, of all that either finding rests or turns on.
    """

    change: Change
    words: tuple[str, str]
    programs: tuple[str, str]
    findings: tuple[Finding, Finding] | None = None
    causes: tuple[Cause, ...] = ()


def compared(first: Side, second: Side, records: tuple[Record, Record], standard: Grade) -> Compared:
    """Ask the record on both sides.

    Args:
        first: One side; its day is that of facts and law.
        second: The other.
        records: The record as it speaks to either side.
        standard: The lowest grade of a fact that counts.

    Raises:
        BadInput: A rulebook does not cover its side's day.
    """
    asked = tuple(side.inquiry(record, standard) for side, record in zip((first, second), records, strict=True))
    answers = asked[0].answer(first.on), asked[1].answer(second.on)
    words = _word(answers[0]), _word(answers[1])
    worths = tuple({each.words for each in _worths(answer)} for answer in answers)
    programs = _program(first), _program(second)
    if answers[0].possible != answers[1].possible or worths[0] != worths[1]:
        change = Change.FINDING
    elif answers[0].turns != answers[1].turns:
        change = Change.GROUNDS
    else:
        return Compared(Change.NONE, words, programs)
    found = asked[0].finding(answers[0]), asked[1].finding(answers[1])
    beneath = _Beneath((first, second), answers, found, standard)
    return Compared(change, words, programs, found, (*beneath.readings(), *beneath.forces(), *beneath.facts()))


def _word(answer: Answer) -> str:
    worths = _worths(answer)
    if len(answer.possible) > 1 or len(worths) > 1 or not all(each.settled for each in worths):
        return OPEN
    return worths[0].words if worths else answer.possible[0].value


def _worths(answer: Answer) -> tuple[Amount, ...]:
    """What a quantity asked about can be; what comes to the same in other words counts once."""
    return tuple({each.words: each for each in amounts(answer.situation, answer.diagram.question)}.values())


def _program(side: Side) -> str:
    return side.matter.program.id if side.matter.program else ""


@dataclass(frozen=True, slots=True)
class _Beneath:
    """What two findings rest or turn on."""

    sides: tuple[Side, Side]
    answers: tuple[Answer, Answer]
    found: tuple[Finding, Finding]
    standard: Grade

    def readings(self) -> Iterator[Cause]:
        for point in self._named("reading", self.answers[0].diagram.reach.points):
            here, there = (self._live(at, point) for at in (0, 1))
            if here != there:
                courts = (court for a in self.answers for court in a.law.live_readings(point).bound_by)
                yield Cause("reading", point, " or ".join(here), " or ".join(there), tuple(dict.fromkeys(courts)))

    def forces(self) -> Iterator[Cause]:
        resting = {provision for finding in self.found for provision in finding.authorities}
        reached = self.answers[0].diagram.reach.provisions
        for provision in dict.fromkeys((*self._named("force", reached), *(p for p in reached if p in resting))):
            if provision not in self.answers[1].diagram.reach.provisions:
                continue
            here, there = (answer.law.force(provision) for answer in self.answers)
            if here.state is not there.state:
                orders = dict.fromkeys((*orders_against(here), *orders_against(there)))
                yield Cause("force", provision, here.state.value, there.state.value, tuple(orders))

    def facts(self) -> Iterator[Cause]:
        for phrase in self._named("fact", self.answers[0].diagram.reach.facts):
            here, there = (answer.facts[phrase].under(self.standard) for answer in self.answers)
            if here != there:
                yield Cause("fact", phrase, here, there)

    def _named(self, kind: str, reached: tuple[str, ...]) -> Iterator[str]:
        """Those that the first side reaches, the second too, and the reason or the turns of either finding name."""
        other = self.answers[1].diagram.reach
        there = {*other.facts, *other.points, *other.provisions}
        grounds = {(ground.kind, ground.id) for finding in self.found for ground in finding.reason}
        turns = {(turn.kind, turn.id) for f in self.found for turn in (*f.fact_turns, *f.law_turns)}
        named = grounds | turns
        return (name for name in reached if (kind, name) in named and name in there)

    def _live(self, at: int, point: str) -> tuple[str, ...]:
        assumed = self.sides[at].readings.get(point)
        return self.answers[at].law.live_readings(point).names if assumed is None else (assumed,)


def record_for(rulebook: Rulebook, record: Record, own: Rulebook) -> Record:
    """A record as it speaks to another rulebook than its own.

    What it claims of a term that the other rulebook lacks, or means differently, or of a choice that it does not have,
    is unknown there.

    Args:
        rulebook: The other rulebook.
        record: The record.
        own: The rulebook that the record was written for.
    """
    if rulebook is own:
        return record
    claims = tuple(claim for claim in record.claims if _fits(claim, own.terms.get(claim.term), rulebook))
    concluded = frozenset(rule.term for rule in rulebook.rules.values() if rule.term)
    return replace(record, claims=claims, programs=rulebook.programs, concluded=concluded)


def _fits(claim: Claim, meant: Term | None, rulebook: Rulebook) -> bool:
    term = rulebook.terms.get(claim.term)
    if term is None or meant is None or not comparable(meant, term):
        return False
    return term.type is not TermType.ONE_OF or claim.value in term.values
