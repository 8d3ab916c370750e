"""Reasons and proofs of findings about money and dates: what they rest on is enough, and is what is shown."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.answers.inquiry import Answer, Inquiry, ground, not_yet_law
from ascertain.findings.answers.reasons import smallest_reason
from ascertain.findings.meaning import World, worth
from ascertain.findings.model import Ground, wholly
from ascertain.findings.proofs.proof import Part, PartKind, leaves, proof
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Between, Shown, Value

from .answers import answer_of as answer_to
from .random_quantities import narrow
from .random_rulebooks import QUESTION

MUST, LATE, DUE, DAYS = "government must have an audit", "the report is late", "the reporting deadline", "days late"
LIMIT, SPENDS, GUAM = "the audit threshold", "government spends federal awards", "government is of Guam"
BEGAN, ENDED = "the fiscal year began on", "the fiscal year ended on"
RECEIVED, SUBMITTED = "the auditor's reports were received on", "the report was submitted on"
OGDEN = Government("ogden", "Ogden", "city", "UT", 10)
DAY = date(2022, 1, 1)
SEEDS = 150


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


VALUES: Mapping[str, tuple[Shown, ...]] = {
    SPENDS: (49_999_999, 60_000_000, 80_000_000, 100_000_000, Between(76_000_000, 90_000_000)),
    BEGAN: tuple(map(day, ("2014-12-25", "2020-01-01", "2024-10-01"))),
    ENDED: tuple(map(day, ("2020-12-31", "2020-06-30"))),
    RECEIVED: (*map(day, ("2021-01-10", "2021-08-31", "2021-09-15")), Between(day("2021-08-01"), day("2021-08-31"))),
    SUBMITTED: (*map(day, ("2021-03-01", "2021-10-01", "2022-01-03")), Between(day("2021-10-01"), day("2021-10-31"))),
    GUAM: (True, False, False),
}


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture() -> Rulebook:
    return load_rulebook(Path(__file__).parent / "deadlines")


def answer_of(rulebook: Rulebook, question: str, known: Mapping[str, Shown]) -> Answer:
    always, filed = Interval(None, None), Moment.parse("2021-01-01")
    claims = (Claim(term, "ogden", "", term, value, always, "A", filed, Grade.FOUND) for term, value in known.items())
    record = Record(tuple(claims), "record")
    return Inquiry(rulebook, record, OGDEN, None, question, DAY, Grade.FOUND, {}).answer(DAY)


def answers(rulebook: Rulebook) -> Iterator[tuple[int, Answer]]:
    for seed in range(SEEDS):
        rng = random.Random(seed)  # noqa: S311 - no secret is made here
        known = {term: rng.choice(values) for term, values in VALUES.items()}
        unknown = rng.sample([*VALUES], rng.choice([0, 1, 1, 2]))
        known = {term: value for term, value in known.items() if term not in unknown}
        yield seed, answer_of(rulebook, rng.choice([MUST, LATE, DUE, DAYS, LIMIT]), known)


def grounds(answer: Answer) -> tuple[Ground, ...]:
    reason = smallest_reason(answer.situation, answer.diagram.question, answer.possible[0], taken=not_yet_law(answer))
    return tuple(ground(atom, answer) for atom in reason.atoms)


def proved(answer: Answer) -> Part:
    return proof(answer, () if answer.is_open else grounds(answer), not_yet_law(answer))


def worlds(rulebook: Rulebook, seed: int) -> Iterator[World]:
    rng = random.Random(seed)  # noqa: S311 - no secret is made here
    amounts = (49_999_999, 50_000_000, 75_000_000, 80_000_000, 99_999_999, 100_000_000)
    for _ in range(400):
        dates = {term: day("2020-06-01") + rng.randrange(-1, 800) for term in (BEGAN, ENDED, RECEIVED, SUBMITTED)}
        yield World({**dates, SPENDS: rng.choice(amounts), GUAM: rng.choice((True, False))}, {}, {})


def agrees(world: World, because: tuple[Ground, ...], answer: Answer) -> World | None:
    """The world with the facts of a reason put in, or none where a comparison of the reason is then otherwise."""
    facts: dict[str, Value] = dict(world.facts)
    rng = random.Random(len(facts))  # noqa: S311 - no secret is made here
    for each in because:
        if each.kind == "fact":
            value = each.value
            facts[each.id] = (
                rng.randrange(value.least or 0, (value.most or 0) + 1) if isinstance(value, Between) else value
            )
    relations = answer.diagram.compiled.relations
    for each in because:
        if each.kind == "relation" and relations[each.id].holds(facts, answer.law.rulebook.calendars) is not each.value:
            return None
    return World(facts, {}, {})


def test_what_is_given_as_the_reason_is_enough_whatever_else_is_so(rulebook: Rulebook) -> None:
    checked = 0
    for seed, answer in answers(rulebook):
        if answer.is_open:
            continue
        because, question = grounds(answer), answer.diagram.question
        amounts = answer.amounts
        for world in worlds(rulebook, seed):
            like = agrees(world, because, answer)
            if like is not None:
                said = worth(answer.law, question, like)
                assert said == (amounts[0].least if amounts else answer.possible[0]), (seed, question, because)
                checked += 1
    assert checked > 5_000


def test_every_ground_is_shown_and_nothing_else(rulebook: Rulebook) -> None:
    kinds = set()
    for seed, answer in answers(rulebook):
        if answer.is_open:
            continue
        because, part = grounds(answer), proved(answer)
        assert part.possible == answer.possible
        shown = list(leaves(part)) if part.under else []
        stated = {(each.kind, each.id) for each in because}
        leaf_grounds = {(leaf.kind.value, leaf.id) for leaf in shown}
        # A comparison with what is unknown stands for the known facts in it.
        compared = {("fact", fact.term) for leaf in shown if leaf.value is None for fact in leaf.facts}
        assert stated <= leaf_grounds | compared, (seed, because)
        for leaf in shown:
            follows = leaf.facts and all(("fact", fact.term) in stated for fact in leaf.facts)
            assert (leaf.kind.value, leaf.id) in stated or follows or leaf.value is None, (seed, leaf.id, because)
        kinds |= {kind for kind, _ in leaf_grounds}
    assert {"fact", "relation", "force"} <= kinds


def test_what_an_open_finding_turns_on_is_shown_as_open(rulebook: Rulebook) -> None:
    seen = 0
    for seed, answer in answers(rulebook):
        if not answer.is_open:
            continue
        shown = list(leaves(proved(answer)))
        facts = {leaf.id for leaf in shown if leaf.kind is PartKind.FACT}
        compared = {fact.term for leaf in shown if leaf.kind is PartKind.RELATION for fact in leaf.facts}
        assert facts <= set(answer.turns.facts) <= facts | compared, (seed, answer.diagram.question)
        assert all(leaf.unsettled and leaf.asks for leaf in shown)
        seen += 1
    assert seen > 20


def test_a_quantity_is_shown_with_how_it_is_reckoned(rulebook: Rulebook) -> None:
    part = proved(answer_of(rulebook, DUE, {ENDED: day("2020-12-31"), RECEIVED: day("2021-09-15"), GUAM: False}))
    (reckoned,) = part.reckoned
    assert reckoned.amount.words == "2021-09-30"
    assert reckoned.steps[-1] == "(the earlier of 2021-10-15 and 2021-09-30) moved to a working day of federal"
    assert wholly(part.possible, [reckoned.amount]) == ("2021-09-30",)


def test_a_comparison_is_shown_with_what_both_sides_are_worth(rulebook: Rulebook) -> None:
    part = proved(answer_of(rulebook, MUST, {SPENDS: 80_000_000, BEGAN: day("2020-01-01")}))
    (compared,) = part.under[0].compared
    assert (compared.left, compared.op, compared.right) == (SPENDS, ">=", LIMIT)
    assert [each.words for each in (*compared.left_worths, *compared.right_worths)] == ["$800,000", "$750,000"]


@pytest.mark.parametrize(("ended", "noted"), [("2028-12-31", False), ("2029-12-31", True)])
def test_a_day_outside_a_calendar_is_noted_with_the_period_of_the_calendar(
    rulebook: Rulebook, ended: str, noted: bool
) -> None:
    known = {ENDED: day(ended), RECEIVED: day("2031-01-01"), SUBMITTED: day("2031-01-01"), GUAM: False}
    always, filed = Interval(None, None), Moment.parse("2021-01-01")
    claims = (Claim(term, "ogden", "", term, value, always, "A", filed, Grade.FOUND) for term, value in known.items())
    record = Record(tuple(claims), "record")
    for question in (DUE, LATE):
        inquiry = Inquiry(rulebook, record, OGDEN, None, question, DAY, Grade.FOUND, {})
        notes = inquiry.finding(inquiry.answer(DAY)).notes
        assert any("which is known from 2015-01-01 through 2029-12-31" in note for note in notes) is noted


@pytest.mark.parametrize("first", range(0, 150, 50))
def test_the_reason_is_enough_under_random_rulebooks_that_compute(first: int) -> None:
    checked = 0
    for seed in range(first, first + 50):
        made, values = narrow(seed)
        answer = answer_to(made)
        if made.law.matter.government is None or answer.is_open or answer.situation.open or answer.situation.bound:
            continue
        assert proved(answer).possible == answer.possible
        because, amounts = tuple(each for each in grounds(answer) if each.kind in ("fact", "relation")), answer.amounts
        rng, within = random.Random(seed), answer.diagram.reach  # noqa: S311 - no secret is made here
        for _ in range(60):
            readings = {point: rng.choice(made.law.live_readings(point).names) for point in within.points}
            world = World({term: rng.choice(values[term]) for term in within.facts}, readings, {})
            like = agrees(world, because, answer)
            if like is not None:
                said = worth(answer.law, QUESTION, World(like.facts, readings, {}))
                assert said == (amounts[0].least if amounts else answer.possible[0]), (seed, because)
                checked += 1
    assert checked > 300
