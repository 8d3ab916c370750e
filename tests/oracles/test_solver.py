"""Z3, an SMT solver, says the same of what is possible, what matters, what conflicts, what is silent and what is equal.

Its formulas are made from the rulebook's model alone, with numbers and texts without bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.meaning import World, evaluate
from ascertain.law.force import LawOn
from ascertain.law.model import Matter, resolved
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Value
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.conflict import conflicts
from ascertain.verify.lints.gap import gaps
from findings import brute
from findings.random_rulebooks import QUESTION, sample

from .pairs import OTHER, pair

pytest.importorskip("z3", reason="z3-solver is not installed: tools/setup.sh conformance")

from conformance.smt import Formula, different, satisfiable, witness

pytestmark = pytest.mark.conformance

_RANDOM = 300
_BATCH = 50
RULEBOOKS = sorted(path.parent for path in (Path(__file__).parents[2] / "rulebooks").glob("*/vocabulary.md"))


@pytest.mark.parametrize("first", range(0, _RANDOM, _BATCH))
def test_the_solver_finds_the_same_outcomes_and_the_same_that_matters(first: int) -> None:
    for seed in range(first, first + _BATCH):
        made = sample(seed)
        formula = Formula(made.law, QUESTION)
        outcomes = frozenset(brute.outcomes(made).values())
        assert formula.possible(made.known) == outcomes, f"outcomes, seed {seed}"
        assert formula.turns_on(made.known) == brute.turns(brute.completions(made)), f"turns on, seed {seed}"


@pytest.mark.parametrize("first", range(0, _RANDOM, _BATCH))
def test_the_solver_finds_the_same_conflicts_and_gaps(first: int) -> None:
    for seed in range(first, first + _BATCH):
        made = sample(seed)
        formula, diagram = Formula(made.law, QUESTION), Diagram(made.law, QUESTION)
        possible = diagram.possible({})
        for outcome in (Outcome.CONFLICT, Outcome.SILENT):
            chosen = witness(*formula.sense, formula.is_(outcome))
            assert (chosen is not None) == (outcome in possible), f"{outcome}, seed {seed}"
            if chosen is not None:
                assert evaluate(made.law, QUESTION, world(formula, chosen)) is outcome, f"witness, seed {seed}"


def test_the_solver_finds_the_same_questions_equivalent() -> None:
    """Solver, engine and definition on whether two questions ever differ; the solver's witness is replayed."""
    verdicts = []
    for seed in range(_RANDOM):
        law = pair(seed)
        one, other = Formula(law, QUESTION), Formula(law, OTHER)
        chosen = witness(different(one, other))
        situation = Diagram(law, QUESTION).situation({})
        assert (situation.term(QUESTION).exact.all == situation.term(OTHER).exact.all) == (chosen is None), (
            f"seed {seed}"
        )
        if chosen is not None:
            differs = world(one, chosen, other)
            assert evaluate(law, QUESTION, differs) is not evaluate(law, OTHER, differs), f"witness, seed {seed}"
        verdicts.append(chosen is None)
    assert min(verdicts.count(True), verdicts.count(False)) > _RANDOM // 20


@pytest.mark.parametrize("folder", RULEBOOKS, ids=lambda folder: folder.name)
def test_the_solver_agrees_on_questions_of_the_rulebooks(folder: Path) -> None:
    asked = 0
    for law, question, known in questions(load_rulebook(folder)):
        formula, diagram = Formula(law, question), Diagram(law, question)
        facts = {term: value for term, value in known.items() if term in diagram.reach.facts}
        assert formula.possible(facts) == diagram.possible(facts), f"{question}, {law.matter}, {facts}"
        turns = diagram.turns_on(facts)
        kinds = {"fact": turns.facts, "reading": turns.readings, "doubt": turns.doubts}
        expected = {(kind, name) for kind, names in kinds.items() for name in names}
        assert formula.turns_on(facts) == expected, f"{question}, {law.matter}, {facts}"
        asked += 1
    assert asked


@pytest.mark.parametrize("first", [0, 50, 100])
def test_the_solver_proves_what_a_check_remarks(first: int) -> None:
    """Each witness of a conflict or gap leaves the outcome no choice, and where no conflict is told there is none."""
    remarked = 0
    for seed in range(first, first + _BATCH):
        made = sample(seed)
        book = Book(made.rulebook)
        told = [*conflicts(book)]
        for shown in (each for remark in (*told, *gaps(book)) for each in remark.witnesses):
            law = LawOn(made.rulebook, shown.matter)
            doubts = {doubt.id: is_so for doubt, is_so in shown.doubts.items()}
            for term, outcome in shown.outcomes.items():
                formula = Formula(law, term)
                given = [*formula.given(shown.facts), *formula.assumed(shown.readings, doubts)]
                assert satisfiable(*formula.sense, *given), f"{term}, seed {seed}"
                assert formula.always(outcome, given), f"{term}, seed {seed}"
                remarked += 1
        for term in book.terms if not told else ():
            formula = Formula(made.law, term)
            assert not satisfiable(*formula.sense, formula.is_(Outcome.CONFLICT)), f"{term}, seed {seed}"
    assert remarked


def questions(rulebook: Rulebook) -> Iterator[tuple[LawOn, str, dict[str, Value]]]:
    """Every question with nothing known; where amounts and dates are compared, what the cases ask with what they give.

    How many unknown amounts and dates lie together is too much to try with nothing known.
    """
    if compiled_for(rulebook).relations:
        for case in rulebook.cases:
            if case.question:
                on = case.on.latest
                known = on if case.known is None else case.known.latest
                matter = Matter(rulebook.governments.get(case.who), rulebook.programs.get(case.program), on, known)
                exact = {term: value for term, value in case.facts if not isinstance(value, Between)}
                yield LawOn(rulebook, matter), case.question, exact
        return
    for matter in matters(rulebook):
        law = LawOn(rulebook, matter)
        for question in dict.fromkeys(rule.term for rule in rulebook.rules.values() if rule.term):
            yield law, question, {}


def matters(rulebook: Rulebook) -> list[Matter]:
    """A few governments, programs and days on which the law of the rulebook differs."""
    start = rulebook.covers.start
    first = start.latest if start is not None else date(2017, 1, 1)
    end = rulebook.covers.end
    last = date.fromordinal((end.earliest if end is not None else date(2026, 1, 1)).toordinal() - 1)
    step = max(1, (last - first).days // 7)
    days = [date.fromordinal(first.toordinal() + step * at) for at in range(8)]
    governments = [*rulebook.governments.values()][:: max(1, len(rulebook.governments) // 4)]
    programs = [None, *rulebook.programs.values()]
    chosen = zip(days, (governments * 8)[:8], (programs * 8)[:8], strict=True)
    return [Matter(government, program, day, last) for day, government, program in chosen]


def world(formula: Formula, chosen: Any, *others: Formula) -> World:
    """The solver's choice as a world; what it left open may be anything."""
    law = formula.law
    facts: dict[str, Value] = {}
    said: dict[str, str] = {}
    doubts: dict[str, bool] = {}
    for each in (formula, *others):
        for name, value in each.read(chosen).items():
            kind, _, rest = name.partition(":")
            if kind == "fact":
                facts[rest] = value
            elif kind == "reading":
                said[rest] = str(value)
            else:
                doubts[rest] = bool(value)
    live = {point: resolved(law.live_readings(point).ways, doubts) for point in said}
    readings = {point: name if name in live[point] else live[point][0] for point, name in said.items()}
    return World(facts, readings, doubts)
