"""A finding as the page shows it: three answers, the reason, what it turns on, and the explanation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ascertain.findings.model import Ground, Receipt, Turn
from ascertain.findings.timelines.telling import Told
from ascertain.publish.html import anchors, words
from ascertain.publish.html.asking import Asks
from ascertain.publish.html.names import Names
from ascertain.publish.html.outline import Outline
from ascertain.publish.html.record_view import claim_view
from ascertain.publish.html.strip import strip
from ascertain.publish.html.views.basics import Answer, Cell, Link
from ascertain.publish.html.views.findings import Because, FindingView, Turning
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.rules import Outcome

RUNNING_ON = "What was asserted and has no end on record is taken to hold on; the claims below say since when."
"""Said below a timeline on which assertions count."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells findings of one report.

    Args:
        names: Words and links for ids.
        asks: Who answers.
        on: The day asked about.
        known: The last day whose law and record count.
        start: First day of the period drawn.
        end: First day after it.
    """

    names: Names
    asks: Asks
    on: date
    known: date
    start: date
    end: date

    def cell(self, who: Government, question: str, program: Program | None) -> Cell:
        """The answers under the three standards."""
        found = [(standard, self.asks.told(who, question, program, standard)) for standard in STANDARDS]
        anchor = anchors.finding(who.id, self.names.rulebook.terms[question], program.id if program else "")
        return Cell(anchor, question, tuple(_answer(standard, told) for standard, told in found))

    def finding(self, who: Government, question: str, program: Program | None) -> FindingView:
        """One question in full, reasons under the docket's own standard."""
        finding = self.asks.finding(who, question, program, self.names.docket.standard)
        spans = self.asks.over(who, question, program, self.start, self.end)
        return replace(
            self.brief(who, question, program),
            explanation=Outline(self.names).term(finding.explanation),
            strip=strip(spans, self.start, self.end, self.on, self.names.rulebook, self._below(who)),
        )

    def _below(self, who: Government) -> tuple[str, ...]:
        """That assertions run on, where they count under the docket's standard."""
        docket = self.names.docket
        runs_on = docket.standard is Grade.ASSERTED and docket.record.has_running_on({who.id})
        return (RUNNING_ON,) if runs_on else ()

    def brief(self, who: Government, question: str, program: Program | None) -> FindingView:
        """One question without its timeline and explanation."""
        finding = self.asks.finding(who, question, program, self.names.docket.standard)
        cell = self.cell(who, question, program)
        term = self.names.rulebook.terms[question]
        said = self.names.docket.record.said(term, who.id, program.id if program else "", self.on, self.known)
        return FindingView(
            anchor=cell.anchor,
            question=question,
            ask=term.ask,
            program=program.name if program else "",
            cell=cell,
            chosen=next(answer for answer in cell.answers if answer.standard == finding.standard.word),
            said=tuple(claim_view(claim, self.names) for claim in said),
            because=tuple(self._because(ground) for ground in finding.reason),
            turns=tuple(self._turning(turn, finding.notes) for turn in (*finding.fact_turns, *finding.law_turns)),
            authorities=tuple(self.names.provision(one) for one in finding.authorities),
            notes=tuple(self._note(note) for note in finding.notes if not _is_of(note, finding.fact_turns)),
            explanation=None,
            strip=None,
            receipt=receipt(finding.receipt),
        )

    def _because(self, ground: Ground) -> Because:
        book = self.names.rulebook
        if ground.kind == "fact":
            term = book.terms.get(ground.id)
            return Because("Fact", words.sentence(ground.id), words.value(term, ground.value))
        by = tuple(self.names.provision(one) for one in ground.by)
        if ground.kind == "reading":
            question = book.points[ground.id].question
            return Because("Reading", question, str(ground.value), Link(question, anchors.point(ground.id)), by)
        value = words.value(None, ground.value)
        if ground.kind == "relation":
            return Because("Comparison", ground.says, "")
        if ground.kind == "matter":
            return Because("Who is asked about", ground.id, value)
        link = self.names.provision(ground.id)
        return Because("Force of law", link.text, value, link, by)

    def _turning(self, turn: Turn, notes: tuple[str, ...]) -> Turning:
        kind = "fact" if turn.kind == "fact" else "law"
        point = self.names.rulebook.points.get(turn.id)
        link = Link(point.question, anchors.point(point.id)) if point else None
        note = next((note.removesuffix(f": {turn.id}") for note in notes if _is_of(note, (turn,))), "")
        plain = set(turn.options) == {"yes", "no"}
        entry = point or self.names.rulebook.terms.get(turn.id)
        mark = mark_of(entry, self.names.rulebook) if entry else None
        confidence = mark.confidence if mark and mark.words else ""
        return Turning(kind, turn.id, turn.ask, () if plain else turn.options, note, link, confidence)

    def _note(self, note: str) -> str:
        one, _, rest = note.partition(" ")
        known = one in self.names.rulebook.provisions
        return f"{self.names.provision(one).text} {rest}" if known else words.sentence(note)


def _is_of(note: str, turns: tuple[Turn, ...]) -> bool:
    """Whether a note says why the fact of one of these turns counts as unknown."""
    return any(turn.kind == "fact" and note.endswith(f": {turn.id}") for turn in turns)


def is_silent(cell: Cell) -> bool:
    """Whether no rule speaks, under any standard."""
    return all(each.word == Outcome.SILENT for each in cell.answers)


def _answer(standard: Grade, told: Told) -> Answer:
    kinds = (("facts", told.turns.facts), ("law", told.turns.law))
    return Answer(
        standard.word,
        told.word,
        words.shape(told.word),
        told.brief,
        tuple(kind for kind, turns in kinds if turns),
    )


def receipt(held: Receipt) -> tuple[tuple[str, str], ...]:
    """A receipt as labels and values."""
    readings = words.listed(f"{point} = {name}" for point, name in held.readings) or "none assumed"
    return (
        ("Rulebook, SHA-256", held.rulebook),
        ("Record, SHA-256", held.record),
        ("Facts as of", words.day(held.on)),
        ("Law as of", words.day(held.law)),
        ("Known by", words.day(held.known)),
        ("Made on", words.day(held.made)),
        ("Standard", held.standard),
        ("Readings assumed", readings),
        ("Version of the software", held.version),
    )
