"""A best case does settle the question, nothing smaller does, and neither side is treated otherwise than the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from ascertain.findings import meaning
from ascertain.findings.answers.inquiry import Answer, Inquiry
from ascertain.findings.changing.bestcase import Case, best_cases
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.reaching.index import Index
from ascertain.law.force import LawOn
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome, Rule
from ascertain.rulebook.model.sources import Verb

from .answers import answer_of
from .books import DAY, authority, book, claim, fence, rules, term
from .random_rulebooks import QUESTION, Sample, sample

_SEEDS = 600
_BATCH = 150
_FEW = 7
_MIRRORED = {Outcome.HOLDS: Outcome.DOES_NOT_HOLD, Outcome.DOES_NOT_HOLD: Outcome.HOLDS}
_BY_MEANING = (ChangeKind.FACT, ChangeKind.READING, ChangeKind.ORDER)


def samples(first: int) -> list[tuple[Sample, Answer]]:
    made = (sample(seed) for seed in range(first, first + _BATCH))
    return [(each, answer_of(each)) for each in made if each.law.matter.government is not None]


def cases_of(answer: Answer) -> tuple[Case, ...]:
    found = best_cases(answer, ())
    assert found.complete
    return found.cases


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_granting_what_a_case_needs_settles_the_finding_on_its_outcome(first: int) -> None:
    seen: Counter[str] = Counter()
    for made, answer in samples(first):
        for case in cases_of(answer):
            for needs in filter(None, (case.needs, case.better_supported, *(way.needs for way in case.argued))):
                if all(change.kind in _BY_MEANING for change in needs):
                    assert granted(made, needs) == {case.outcome}
                    seen.update(change.kind for change in needs)
    assert all(seen[kind] for kind in _BY_MEANING)


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_nothing_smaller_settles_an_open_finding_so(first: int) -> None:
    checked = 0
    for made, answer in samples(first):
        if len(answer.possible) == 1 or answer.turns.doubts or len(answer.turns.all) > _FEW:
            continue
        for case in cases_of(answer):
            for fewer in smaller(answer, len(case.needs)):
                assert granted(made, fewer) != {case.outcome}
            checked += 1
    assert checked >= 20


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_each_possible_outcome_has_its_case_and_a_settled_finding_its_own(first: int) -> None:
    for _, answer in samples(first):
        cases = cases_of(answer)
        if len(answer.possible) > 1:
            assert tuple(case.outcome for case in cases) == answer.possible
            assert all(case.needs and not case.is_own for case in cases)
        else:
            assert [case.outcome for case in cases if case.is_own] == list(answer.possible)
            assert len(cases) <= 2


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_swapping_the_sides_swaps_their_cases(first: int) -> None:
    for made, answer in samples(first):
        here = {case.outcome: case for case in cases_of(answer)}
        there = {case.outcome: case for case in cases_of(answer_of(mirrored(made)))}
        if len(answer.possible) == 1:
            continue  # of two nearest outcomes equally near, the first is taken
        assert set(there) == {_MIRRORED.get(outcome, outcome) for outcome in here}
        for outcome, case in here.items():
            other = there[_MIRRORED.get(outcome, outcome)]
            assert (other.needs, other.better_supported) == (case.needs, case.better_supported)
            assert other.rests_on == case.rests_on
            assert other.argued == case.argued


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_what_a_case_rests_on_is_enough_with_what_it_needs(first: int) -> None:
    for made, answer in samples(first):
        for case in cases_of(answer):
            facts = {each.id for each in case.rests_on if each.kind == "fact"}
            known = {phrase: value for phrase, value in made.known.items() if phrase in facts}
            if not case.is_own and all(change.kind in _BY_MEANING for change in case.needs):
                assert granted(replace(made, known=known), case.needs) == {case.outcome}


def test_of_equally_few_things_the_best_evidenced_comes_first(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds if any of\n    - one\n    - two\n  does not hold otherwise")
    needs = needs_for(rulebook, Outcome.HOLDS, claim("two", True, Grade.ASSERTED))
    assert [(need.id, need.after) for need in needs] == [("two", True)]


def test_of_two_readings_the_one_that_a_court_bound_elsewhere_comes_first(tmp_path: Path) -> None:
    text = "\n".join(
        (
            "rule R: answer",
            "  holds if any of",
            "    - reading: p = A",
            "    - reading: p = B",
            "  does not hold otherwise",
            "point p: Which?",
            *(f"reading {name} of p: so" for name in "ABC"),
        )
    )
    court = "binds reading B of act#p\n  issued: 2016-02-01\n  effective: 2016-02-01\n  for: reno"

    rulebook = book(
        tmp_path,
        [term(phrase) for phrase in ("answer", "one")],
        authority("act", fence("rules", text)),
        authority("court", fence("force", court), kind="court order", issued="2016-02-01"),
    )
    assert [need.after for need in needs_for(rulebook, Outcome.HOLDS)] == ["B"]


def test_more_things_are_shown_too_where_each_is_better_supported(tmp_path: Path) -> None:
    rulebook = rules(
        tmp_path,
        "rule R: answer\n  holds if any of\n    - one\n    - all of\n      - two\n      - three\n"
        "  does not hold otherwise",
    )
    claims = [claim("two", True, Grade.ASSERTED), claim("three", True, Grade.ASSERTED)]
    case = case_for(rulebook, Outcome.HOLDS, *claims)
    assert [need.id for need in case.needs] == ["one"]
    assert [need.id for need in case.better_supported] == ["two", "three"]


_BY_TEXT = """
rule R: answer
  does not hold if one
  does not hold if step
  holds otherwise
point p: Does the clause do?
reading ENOUGH of p: it does
  held by: reno
  rule E: step
    does not hold in every case
reading NOT-ENOUGH of p: only if told
  held by: reno
  rule N: step
    holds if all of
      - two
      - not three
    does not hold otherwise
"""


def test_what_a_side_argues_from_a_documented_text_is_told_though_one_unshown_fact_would_do(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, _BY_TEXT.strip())
    case = case_for(rulebook, Outcome.DOES_NOT_HOLD, claim("two", True))
    assert [need.id for need in case.needs] == ["one"]
    (way,) = case.argued
    assert [(need.id, need.after) for need in way.needs] == [("three", False), ("act#p", "NOT-ENOUGH")]
    assert "two" in {ground.id for ground in way.rests_on}


def test_a_reading_that_nothing_needs_is_argued_by_no_way(tmp_path: Path) -> None:
    case = case_for(rules(tmp_path, _BY_TEXT.strip()), Outcome.HOLDS)
    assert ("act#p", "NOT-ENOUGH") not in {(need.id, need.after) for way in case.argued for need in way.needs}


def test_no_way_is_argued_by_what_the_record_alone_speaks_against(tmp_path: Path) -> None:
    claims = [claim("two", True), claim("three", True, Grade.ASSERTED)]
    case = case_for(rules(tmp_path, _BY_TEXT.strip()), Outcome.DOES_NOT_HOLD, *claims)
    assert case.argued == ()


def case_for(rulebook: Rulebook, outcome: Outcome, *claims: Claim) -> Case:
    record = Record(claims, "record")
    government = rulebook.governments["chicago"]
    inquiry = Inquiry(rulebook, record, government, None, "answer", DAY, Grade.FOUND, {})
    return next(case for case in cases_of(inquiry.answer(DAY)) if case.outcome is outcome)


def needs_for(rulebook: Rulebook, outcome: Outcome, *claims: Claim) -> tuple[Change, ...]:
    return case_for(rulebook, outcome, *claims).needs


def granted(made: Sample, needs: tuple[Change, ...]) -> frozenset[Outcome]:
    """The outcomes, by the definition, once everything needed is so."""

    def those(kind: ChangeKind) -> dict[str, object]:
        return {change.id: change.after for change in needs if change.kind is kind}

    lifted = those(ChangeKind.ORDER)
    effects = tuple(e for e in made.rulebook.effects if e.verb is Verb.BINDS or e.source not in lifted)
    law = LawOn(replace(made.rulebook, effects=effects), made.law.matter)
    facts = {**made.known, **those(ChangeKind.FACT)}
    return meaning.possible(law, QUESTION, facts, those(ChangeKind.READING))  # type: ignore[arg-type]


def smaller(answer: Answer, size: int) -> list[tuple[Change, ...]]:
    """Every set of fewer things that could be shown or held of what the finding turns on."""
    domains = answer.diagram.compiled.domains
    single = [Change(ChangeKind.FACT, fact, "", None, value) for fact in answer.turns.facts for value in domains[fact]]
    single += [
        Change(ChangeKind.READING, point, "", None, name)
        for point in answer.turns.readings
        for name in answer.law.live_readings(point).names
    ]
    sets = (chosen for count in range(size) for chosen in combinations(single, count))
    return [chosen for chosen in sets if len({change.id for change in chosen}) == len(chosen)]


def mirrored(made: Sample) -> Sample:
    """The same with every rule on the question, and every exception to one, saying the opposite."""
    index = Index.of(made.rulebook)
    turned: dict[str, Rule] = {}

    def turn(rule: Rule) -> None:
        clauses = tuple(replace(each, verdict=_MIRRORED[each.verdict]) for each in rule.clauses)
        turned[rule.id] = replace(rule, clauses=clauses)
        for exception in index.exceptions.get(rule.id, ()):
            turn(exception)

    for rule in index.concluding.get(QUESTION, ()):
        turn(rule)
    rulebook = replace(made.rulebook, rules={name: turned.get(name, r) for name, r in made.rulebook.rules.items()})
    return Sample(rulebook, LawOn(rulebook, made.law.matter), made.known)
