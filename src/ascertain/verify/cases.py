"""The worked examples of a rulebook, each run and compared with what it expects."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ascertain.findings.answers.beyond import within_years
from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.room import enough_room
from ascertain.law.force import LawOn
from ascertain.law.model import Force, Matter, doubts_in
from ascertain.rulebook.model.book import Case, Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.values import written


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case and what came out.

    Args:
        case: The case; its ``place`` is where it stands.
        passed: Whether all that it expects came out.
        expected: What it expects, in the rulebook's words.
        found: What came out, in the same words.
        missing: What it should turn on, and does not.
    """

    case: Case
    passed: bool
    expected: str
    found: str
    missing: tuple[str, ...] = ()


def run_cases(rulebook: Rulebook) -> tuple[CaseResult, ...]:
    """Run every case of a rulebook, in its order.

    The outcomes found have to be exactly those expected. What a case says that the finding turns on has to be among
    what it turns on; it need not be all.

    Raises:
        BadInput: A case gives a date that the rules cannot move.
    """
    return tuple(run_case(rulebook, case) for case in rulebook.cases)


def run_case(rulebook: Rulebook, case: Case) -> CaseResult:
    """Run one case. Everything that it does not give is unknown.

    Raises:
        BadInput: It gives a date that the rules cannot move.
    """
    on = case.on.latest
    known = on if case.known is None else case.known.latest
    matter = Matter(rulebook.governments.get(case.who), rulebook.programs.get(case.program), on, known)
    law = compiled_for(rulebook).law(matter)
    if not case.question:
        return _run_force(law, case)
    with within_years(rulebook, dict(case.facts), case.place), enough_room(rulebook, case.question):
        return _run_question(law, case)


def _run_question(law: LawOn, case: Case) -> CaseResult:
    facts = dict(case.facts)
    diagram = Diagram(law, case.question, dict(case.readings))
    possible = diagram.possible(facts)
    turns = diagram.turns_on(facts)
    doubts = set(turns.doubts)
    # A case names an open force by the provision, or by the order that leaves it open.
    unsure = [law.force(each) for each in diagram.reach.provisions if doubts_in(law.tree(each)).keys() & doubts]
    points = [law.live_readings(each) for each in diagram.reach.points]
    courts = {court for point in points if doubts_in(point.ways).keys() & doubts for court in point.bound_by}
    missing = _missing(case, {*turns.all, *courts, *(name for force in unsure for name in _names(force))})
    worths = amounts(diagram.situation(facts), case.question)
    found = _words(possible, [each.words for each in worths])
    expect = case.expect
    if expect.unsettled:
        passed = len(found) > 1 or not all(each.settled for each in worths)
        expected = ["open"]
    else:
        kind = law.rulebook.terms[case.question].type
        expected = _words(expect.outcomes, [written(kind, worth) for worth in expect.worths])
        passed = set(found) == set(expected)
    return CaseResult(case, passed and not missing, " or ".join(expected), " or ".join(found), missing)


def _run_force(law: LawOn, case: Case) -> CaseResult:
    force = law.force(case.expect.provision)
    missing = _missing(case, {*doubts_in(force.tree), *_names(force)})
    passed = force.state == case.expect.force and not missing
    return CaseResult(case, passed, case.expect.force, force.state.value, missing)


def _missing(case: Case, turns: set[str]) -> tuple[str, ...]:
    return tuple(name for name in case.expect.turns_on if name not in turns)


def _names(force: Force) -> set[str]:
    """By what a case may name an open force."""
    return {force.provision} | {link.provision for link in force.chain if link.decisive}


def _words(outcomes: Collection[Outcome], worths: Iterable[str]) -> list[str]:
    """Each thing that a question can come to, as a case expects it; of a quantity *is* and what it is, for *holds*."""
    said = list(dict.fromkeys(f"is {worth}" for worth in worths))
    kept = (outcome for outcome in Outcome if outcome in outcomes and not (said and outcome is Outcome.HOLDS))
    return [*said, *(outcome.value for outcome in kept)]
