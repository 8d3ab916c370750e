"""How a term stands for awards as one amount of them rises: steps at which the outcome changes, worked out once.

What is known apart from the amount decides in which order it passes the values at which anything turns. Where that
order is the same the steps are, but for the values at which they stand. So few awards are asked about by themselves.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, isfinite

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation, one_way
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.linking import Link, links
from ascertain.findings.diagrams.room import enough_room
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom
from ascertain.law.force import LawOn
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Shown
from ascertain.survey.arranging import Rising
from ascertain.survey.beside import Beside, beside
from ascertain.survey.lying import Lies
from ascertain.survey.straight import Tried, trying
from ascertain.survey.sure import sure

Outcomes = frozenset[Outcome] | None
"""The outcomes that are possible; ``None`` where each amount must be asked about by itself."""
_Told = dict[Outcome, BDDFunction]
UNTOLD: tuple[tuple[float, Outcomes], ...] = ((-inf, None),)
"""Every amount must be asked about by itself."""


@dataclass(frozen=True, slots=True)
class _Course:
    """Awards of which all lies alike, but for the amount.

    Args:
        rising: The amount, and all that it passes.
        pieces: Where each outcome is, between the values that are told apart by themselves.
        beside: Unknown quantities that are compared with the amount or with what is known.
        compared: The comparisons that remain, and the unknown quantities in them.
        steps: By the order in which turns are passed, the outcomes from each mark on: the number of a cut, then of a
            turn, -1 for the least of all values.
    """

    rising: Rising
    pieces: Sequence[_Told]
    beside: Sequence[Beside]
    compared: frozenset[Atom]
    steps: dict[Hashable, tuple[tuple[int, Outcomes], ...]] = field(default_factory=dict)


class Steps:
    """The steps of one term as an amount rises.

    Args:
        law: The law of the day.
        question: The phrase of a concluded yes/no term.
        term: The phrase of the amount.
    """

    def __init__(self, law: LawOn, question: str, term: str) -> None:
        self._diagram = Diagram(law, question)
        self._term = term
        self._facts = tuple(fact for fact in self._diagram.reach.facts if fact != term)
        mine = [relation for relation in self._diagram.reach.relations if term in relation.terms]
        self._turns_once = all(one_way(relation, term) for relation in mine)
        self._settled: dict[tuple[Hashable, ...], tuple[Tried, ...]] = {}
        self._courses: dict[Hashable, _Course] = {}

    def of(self, shown: Mapping[str, Shown], lies: Lies) -> Sequence[tuple[float, Outcomes]]:
        """From which amount on which outcomes are possible; the first are so from the least of all amounts on.

        Args:
            shown: What is shown of awards but for the amount.
            lies: Where that lies.
        """
        if not self._turns_once:
            return UNTOLD
        key = tuple(map(lies.get, self._facts))
        settled = self._settled.get(key)
        if settled is None:
            settled = self._settled[key] = self._looked_at(shown)
        came = (key, tuple([tried(shown) for tried in settled]))
        course = self._courses.get(came)
        if course is None:
            course = self._courses[came] = self._course(shown)
        turns = course.rising.turns(shown)
        ties = [tie for each in course.beside for tie in each.ties(shown)]
        turns += [mark for tie in ties for mark in tie]
        turns += [mark for each in course.beside for mark in each.marks(shown)]
        order = (course.rising.order(turns), *[each.lie(shown) for each in course.beside])
        steps = course.steps.get(order)
        if steps is None:
            steps = course.steps[order] = self._worked_out(course, turns, ties, shown)
        marks = [*course.rising.cuts, *turns, -inf]
        return [(marks[mark], outcomes) for mark, outcomes in steps]

    def _situation(self, shown: Mapping[str, Shown]) -> Situation:
        return self._diagram.situation({fact: shown[fact] for fact in self._facts if fact in shown})

    def _looked_at(self, shown: Mapping[str, Shown]) -> tuple[Tried, ...]:
        """The comparisons of known facts that the term can look at."""
        with enough_room(self._diagram.compiled.rulebook, self._diagram.question):
            situation = self._situation(shown)
            compared = situation.without({relation_atom(relation) for relation in situation.relations}).compared
        known = [relation for relation in compared if all(term in situation.known for term in relation.terms)]
        return tuple(trying(relation, self._diagram.compiled.rulebook.calendars) for relation in known)

    def _course(self, shown: Mapping[str, Shown]) -> _Course:
        compiled = self._diagram.compiled
        with enough_room(compiled.rulebook, self._diagram.question):
            situation = self._situation(shown)
            voices = compiled.term(self._diagram.question)
            told = {outcome: situation.put_unlinked(voices.at(outcome)) for outcome in Outcome}
            met = compiled.space.support(told.values())
            cuts, pieces = self._pieces(self._term, told) if fact_atom(self._term, compiled) in met else ([], [told])
        looked_at = [relation for relation in situation.relations if relation_atom(relation) in met]
        free = [term for term in self._facts if term not in situation.known]
        turning = [each for each in looked_at if not any(term in free for term in each.terms)]
        left = [each for each in looked_at if each not in turning]
        alone = beside(self._term, free, left)
        more = [Beside(term, self._term, mine, self._pieces(term, told)[0], compiled) for term, mine in alone.items()]
        rest = [each for each in left if not any(each in mine for mine in alone.values())]
        apart = self._apart(rest, situation)
        together = compiled.space.substitution(setting for link in apart for setting in link.settings(compiled.space))
        pieces = [{each: where.substitute(together) for each, where in piece.items()} for piece in pieces]
        rest = [each for each in rest if not any(each in link.relations for link in apart)]
        unknown = {fact_atom(term, compiled) for each in rest for term in each.terms if term in free}
        compared = frozenset((*map(relation_atom, rest), *unknown))
        return _Course(Rising(self._term, turning, compiled, cuts), pieces, more, compared)

    def _apart(self, relations: Sequence[Relation], situation: Situation) -> list[Link]:
        """How unknown quantities lie together that are compared with each other and with nothing else."""
        compiled = situation.compiled
        settled = {*situation.known, *situation.spans, self._term}
        free = tuple(term for term in self._facts if term not in situation.known)
        found = links(free, tuple(relations), compiled.domains, {}, compiled.rulebook)
        return [
            link
            for link in found
            if not link.wide and not any(term in settled for each in link.relations for term in each.terms)
        ]

    def _pieces(self, term: str, told: _Told) -> tuple[list[int], list[_Told]]:
        """The values of a quantity from which on an outcome can come about otherwise, and how in between."""
        atom, space = fact_atom(term, self._diagram.compiled), self._diagram.compiled.space
        cuts, pieces = list[int](), list[_Told]()
        for at, value in enumerate(atom.values):
            piece = {outcome: space.settle(where, atom, at) for outcome, where in told.items()}
            if not pieces or piece != pieces[-1]:
                pieces.append(piece)
                cuts += [int(value)] if at else []
        return cuts, pieces

    def _worked_out(
        self, course: _Course, turns: Sequence[float], ties: Sequence[tuple[float, float]], shown: Mapping[str, Shown]
    ) -> tuple[tuple[int, Outcomes], ...]:
        marks = {value: mark for mark, value in enumerate((*course.rising.cuts, *turns)) if isfinite(value)}
        least = min(marks, default=0) - 1
        found: list[tuple[int, Outcomes]] = []
        with enough_room(self._diagram.compiled.rulebook, self._diagram.question):
            for value, mark in [(least, -1), *sorted(marks.items())]:
                near = any(first <= value < last for first, last in ties)
                outcomes = None if near else self._at(course, int(value), turns, shown)
                if not found or outcomes != found[-1][1]:
                    found.append((mark, outcomes))
        return tuple(found)

    def _at(self, course: _Course, value: int, turns: Sequence[float], shown: Mapping[str, Shown]) -> Outcomes:
        """The outcomes that are possible where the amount has a value."""
        space, rising = self._diagram.compiled.space, course.rising
        told = course.pieces[sum(cut <= value for cut in rising.cuts)]
        settings = [
            space.put(relation_atom(relation), space.true if before is not (turn <= value) else space.false)
            for relation, before, turn in zip(rising.relations, rising.before, turns, strict=False)
        ]
        together = space.substitution(settings)
        known = {**shown, self._term: value}
        left = {}
        for outcome, where in told.items():
            if not where.satisfiable():
                continue
            here = where.substitute(together) if settings else where
            for each in course.beside:
                here = each.without(here, known)
            left[outcome] = here
        return sure(left, course.compared, space)
