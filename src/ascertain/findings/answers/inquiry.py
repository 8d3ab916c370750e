"""One question under one standard, ready to be asked on any day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ascertain.findings.answers.authorities import authorities, orders_against
from ascertain.findings.answers.beyond import within_years
from ascertain.findings.answers.explain import Explainer
from ascertain.findings.answers.gathering import Gathering
from ascertain.findings.answers.notes import notes
from ascertain.findings.answers.options import options_of
from ascertain.findings.answers.outside import outside_calendars
from ascertain.findings.answers.reasons import Reason, smallest_reason
from ascertain.findings.answers.receipts import receipt
from ascertain.findings.answers.spans import amounts
from ascertain.findings.answers.unseen import unseen, unseen_words
from ascertain.findings.diagrams.compiled import compiled_for, point_atom
from ascertain.findings.diagrams.diagram import Diagram, Turns, turns
from ascertain.findings.diagrams.room import enough_room
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.model import OPEN, Amount, Finding, Ground, Receipt, Turn, word_of
from ascertain.law.force import LawOn
from ascertain.law.model import ForceState, Matter
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.mistakes import BadInput, Mistake, NotFound, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import TermType


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question comes to on one day, before it is explained."""

    law: LawOn
    on: date
    diagram: Diagram
    facts: Mapping[str, Fact]
    situation: Situation
    possible: tuple[Outcome, ...]
    turns: Turns

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """What a quantity asked about can be; nothing for any other question."""
        return amounts(self.situation, self.diagram.question)

    @property
    def is_open(self) -> bool:
        """Whether it can come to more than one thing, or to one whose amount or day is not known."""
        return word_of(self.possible, self.amounts) == OPEN


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about one government, and one program where it needs one.

    Args:
        rulebook: The law.
        record: The evidence.
        government: Whom it is about, or ``None`` for the law at large.
        program: The grant program, if any.
        question: The phrase of a concluded term, a quantity or not, or of a plain yes/no term.
        known: Only what had been issued and filed by then counts.
        standard: The lowest grade of a fact that counts.
        readings: Readings taken for the sake of argument, by point.
    """

    rulebook: Rulebook
    record: Record
    government: Government | None
    program: Program | None
    question: str
    known: date
    standard: Grade
    readings: Mapping[str, str]

    def __post_init__(self) -> None:
        term = self.rulebook.terms.get(self.question)
        if term is None:
            help_line = did_you_mean(self.question, self.rulebook.terms, "the vocabulary lists every term")
            raise NotFound(f"the rulebook {self.rulebook.id} has no term {self.question}", help_line)
        if term.type is not TermType.YES_NO and all(rule.term != term.phrase for rule in self.rulebook.rules.values()):
            raise _bad("A902", f"{self.question} is not a yes/no question", "ask for its value in the record instead")

    def answer(self, on: date, law_on: date | None = None) -> Answer:
        """What the question comes to.

        Args:
            on: The day of the facts.
            law_on: The day of the law, if another.

        Raises:
            BadInput: The rulebook does not cover the day, a known date is one that its rules cannot move, or the
                diagrams of the question find no room.
        """
        day = law_on or on
        self.refuse_outside(on)
        self.refuse_outside(day)
        compiled = compiled_for(self.rulebook)
        law = compiled.law(Matter(self.government, self.program, day, self.known))
        diagram = Diagram(law, self.question, self.readings)
        gathering = Gathering(
            self.rulebook,
            self.record,
            self.government,
            self.program,
            on,
            self.known,
            self.standard,
            partial(self._award, on=on, law_on=day),
        )
        facts = {term: gathering.fact(term) for term in diagram.reach.facts}
        shown = gathering.shown(facts)
        with within_years(self.rulebook, shown), enough_room(self.rulebook, self.question):
            situation = diagram.situation(shown)
            amounts(situation, self.question)
            possible = situation.term(self.question).possible()
            left = turns(situation, self.question)
        return Answer(law, on, diagram, facts, situation, possible, left)

    def finding(self, answer: Answer) -> Finding:
        """The answer with everything it rests on.

        Raises:
            BadInput: Its diagrams find no room.
        """
        with enough_room(self.rulebook, self.question):
            return self._finding(answer)

    def rests_on(self, answer: Answer) -> tuple[tuple[str, ...], Receipt]:
        """The provisions behind the answer, the most decisive first, and its receipt: less work than all of a finding.

        Raises:
            BadInput: Its diagrams find no room.
        """
        with enough_room(self.rulebook, self.question):
            return self._authorities(answer, self._reason(answer)), self._receipt(answer)

    def _authorities(self, answer: Answer, reason: Reason) -> tuple[str, ...]:
        return authorities(answer.situation, self.question, answer.law, set(reason.atoms), not_yet_law(answer))

    def _finding(self, answer: Answer) -> Finding:
        reason = self._reason(answer)
        grounds = tuple(ground(atom, answer) for atom in reason.atoms)
        fact_turns = tuple(self._fact_turn(term, answer) for term in answer.turns.facts)
        law_turns = self._law_turns(answer)
        rests_on = self._authorities(answer, reason)
        marks = unseen(self.rulebook, self.program, rests_on, (*fact_turns, *law_turns), grounds, answer.facts)
        return Finding(
            government=self.government.id if self.government else "",
            program=self.program.id if self.program else "",
            question=self.question,
            on=answer.on,
            known=self.known,
            standard=self.standard,
            possible=answer.possible,
            fact_turns=fact_turns,
            law_turns=law_turns,
            reason=grounds,
            authorities=rests_on,
            explanation=Explainer(answer.situation, answer.law, answer.facts).term(self.question),
            notes=(
                *self._bound(answer, rests_on),
                *notes(self.rulebook, answer.facts, answer.turns, rests_on, self.standard, reason, answer.on),
                *unseen_words(marks),
                *outside_calendars(answer.situation, self.question, set(reason.atoms)),
            ),
            receipt=self._receipt(answer),
            same_under_every_reading=not answer.turns.readings and bool(answer.diagram.contested()),
            amounts=answer.amounts,
            unseen=marks,
        )

    def _bound(self, answer: Answer, rests_on: tuple[str, ...]) -> Iterator[str]:
        """How points that matter are read where courts have bound a reading, which no open finding shows itself."""
        for point in answer.diagram.reach.points if answer.is_open else ():
            live = answer.law.live_readings(point)
            if len(live.names) == 1 and any(court in rests_on for court in live.bound_by):
                yield f"{point} is read as {live.names[0]}, as bound by {', '.join(live.bound_by)}"

    def _award(self, phrase: str, program: Program, on: date, law_on: date) -> Situation:
        """The situation of a concluded term for one award of the government."""
        return replace(self, program=program, question=phrase).answer(on, law_on).situation

    def _reason(self, answer: Answer) -> Reason:
        if answer.is_open:
            return Reason((), smallest=True)
        return smallest_reason(answer.situation, self.question, answer.possible[0], taken=not_yet_law(answer))

    def _fact_turn(self, phrase: str, answer: Answer) -> Turn:
        options = options_of(phrase, answer.situation, self.question)
        return Turn("fact", phrase, self.rulebook.terms[phrase].ask, options)

    def _law_turns(self, answer: Answer) -> tuple[Turn, ...]:
        points = (self.rulebook.points[point] for point in answer.turns.readings)
        readings = [Turn("reading", p.id, p.question, answer.law.live_readings(p.id).names) for p in points]
        doubts = (answer.situation.doubts[doubt] for doubt in answer.turns.doubts)
        return (*readings, *(Turn("force", doubt.id, doubt.question, ("yes", "no")) for doubt in doubts))

    def _receipt(self, answer: Answer) -> Receipt:
        settled = answer.situation.settled
        points = (point_atom(p, self.rulebook) for p in answer.diagram.reach.points)
        taken = tuple((atom.id, str(atom.values[settled[atom]])) for atom in points if atom in settled)
        law, standard = answer.law.matter.on, self.standard.word
        return receipt(self.rulebook, self.record, answer.on, self.known, standard, law, taken)

    def refuse_outside(self, day: date) -> None:
        """Let no day pass that the rulebook's encoders do not answer for.

        Raises:
            BadInput: The rulebook does not surely cover the day.
        """
        covers = self.rulebook.covers
        if covers.covers(day) is not True:
            message = f"the rulebook {self.rulebook.id} covers {covers}; {day} is outside"
            raise _bad("A901", message, "ask about a day within it")


def not_yet_law(answer: Answer) -> frozenset[Atom]:
    """The force of provisions that are not law yet. That there is no such law needs no reason, and is none."""
    forces = (atom for atom in answer.situation.settled if atom.kind is AtomKind.FORCE)
    return frozenset(atom for atom in forces if answer.law.tree(atom.id) is ForceState.NOT_YET)


def ground(atom: Atom, answer: Answer) -> Ground:
    """A settled atom as a ground of what it suffices for."""
    if atom.kind is AtomKind.FACT:
        fact = answer.facts[atom.id]
        value = fact.between if fact.value is None else fact.value
        assert value is not None, "only what is known of facts can settle anything"
        return Ground("fact", atom.id, value)
    at = answer.situation.settled[atom]
    match atom.kind:
        case AtomKind.FORCE:
            force = answer.law.force(atom.id)
            return Ground("force", atom.id, force.state.value, orders_against(force))
        case AtomKind.READING:
            bound_by = answer.law.live_readings(atom.id).bound_by
            return Ground("reading", atom.id, atom.values[at], bound_by[::-1])
        case AtomKind.RELATION:
            relation = answer.diagram.compiled.relations[atom.id]
            so = atom.values[at]
            return Ground("relation", atom.id, so, says=relation.text if so else relation.denied.text)
        case _:
            return Ground(atom.kind.value, atom.id, atom.values[at])


def _bad(code: str, message: str, help_line: str) -> BadInput:
    return BadInput((Mistake(code, message, (), (), help_line),))
