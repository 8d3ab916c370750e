"""What the lints say, held against the definition of meaning on random rulebooks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.findings.meaning import World, evaluate, is_member
from ascertain.findings.reaching.domains import domains
from ascertain.findings.reaching.reach import reach
from ascertain.law.force import LawOn
from ascertain.law.model import Doubt, ForceState, Matter, doubts_in, resolved
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome, Rule
from ascertain.rulebook.model.terms import TermType
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.conflict import conflicts
from ascertain.verify.lints.dead import dead, speaks
from ascertain.verify.lints.gap import gaps
from ascertain.verify.lints.model import Witness
from ascertain.verify.lints.monotone import monotone_in
from ascertain.verify.lints.same import same_readings
from ascertain.verify.lints.shadowed import shadowed
from ascertain.verify.lints.unreachable import needless_force, unreachable
from findings.random_rulebooks import DAYS, FIRST, sample

seeds = st.integers(0, 1_000_000)
WORLDS = 25
SOME = settings(deadline=None, max_examples=25)
HOLDS, DOES_NOT_HOLD = Outcome.HOLDS, Outcome.DOES_NOT_HOLD


def a_world(rng: Random, rulebook: Rulebook, term: str) -> tuple[LawOn, World]:
    """A matter, as all that was ever issued is known, and one of its worlds."""
    government = rng.choice([None, *rulebook.governments.values()])
    program = rng.choice([None, *rulebook.programs.values()])
    day = FIRST + timedelta(rng.randrange(-10, 2 * DAYS))
    law = LawOn(rulebook, Matter(government, program, day, date.max))
    return law, world_of(rng, law, term)


def world_of(rng: Random, law: LawOn, term: str, witness: Witness | None = None) -> World:
    """A world of the matter, in which an example is true."""
    within = reach(law.rulebook, term)
    ways = {point: law.live_readings(point).ways for point in within.points}
    ids = {doubt for provision in within.provisions for doubt in doubts_in(law.tree(provision))}
    ids |= {doubt for tree in ways.values() for doubt in doubts_in(tree)}
    ids |= {m.id for m in (is_member(law, condition) for condition in within.memberships) if isinstance(m, Doubt)}
    doubts = {doubt: rng.random() < 0.5 for doubt in sorted(ids)}
    facts = {fact: rng.choice(values) for fact, values in domains(law.rulebook, within.facts).items()}
    if witness is not None:
        doubts |= {doubt.id: yes for doubt, yes in witness.doubts.items()}
        facts |= witness.facts
    readings: dict[str, str] = {}
    for point, tree in ways.items():
        live: tuple[str, ...] = resolved(tree, doubts)
        readings[point] = rng.choice(live)
    return World(facts, readings | dict(witness.readings if witness else {}), doubts)


def some_worlds(seed: int, rulebook: Rulebook, term: str) -> Iterator[tuple[LawOn, World]]:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    return (a_world(rng, rulebook, term) for _ in range(WORLDS))


def changes_nothing(seed: int, book: Book, rule: Rule, other: Rulebook) -> bool:
    """Whether the rule's term comes to the same under another rulebook."""
    term = book.chain(rule)[-1].term
    return all(
        evaluate(law, term, world) is evaluate(LawOn(other, law.matter), term, world)
        for law, world in some_worlds(seed, book.rulebook, term)
    )


def without(rulebook: Rulebook, rule: Rule) -> Rulebook:
    """The rulebook with a rule that says nothing and has no exceptions, so that its term is still a conclusion."""
    gone = {rule.id}
    while more := {one.id for one in rulebook.rules.values() if one.target in gone} - gone:
        gone |= more
    left = {name: one for name, one in rulebook.rules.items() if name not in gone}
    return replace(rulebook, rules={**left, rule.id: replace(rule, clauses=())})


def with_clauses(rulebook: Rulebook, rule: Rule, keep: list[bool]) -> Rulebook:
    clauses = tuple(clause for clause, kept in zip(rule.clauses, keep, strict=True) if kept)
    return replace(rulebook, rules={**rulebook.rules, rule.id: replace(rule, clauses=clauses)})


@SOME
@given(seeds)
def test_what_a_dead_rule_says_changes_no_outcome(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    remarks = [
        remark for remark in dead(book) if "can never speak" in remark.sentence or "never comes" in remark.sentence
    ]
    for rule in (book.rulebook.rules[remark.about[0]] for remark in remarks):
        silent = [False] * len(rule.clauses)
        assert changes_nothing(seed, book, rule, with_clauses(book.rulebook, rule, silent))


@SOME
@given(seeds)
def test_a_clause_that_never_speaks_changes_no_outcome(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    for rule in book.rulebook.rules.values():
        kept = [speaks(book, rule, clause) for clause in rule.clauses]
        if not all(kept):
            assert changes_nothing(seed, book, rule, with_clauses(book.rulebook, rule, kept))


@SOME
@given(seeds)
def test_a_shadowed_or_unreachable_rule_changes_no_outcome_when_it_is_taken_out(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    for remark in (*shadowed(book), *unreachable(book)):
        rule = book.rulebook.rules[remark.about[0]]
        assert changes_nothing(seed, book, rule, without(book.rulebook, rule))


@SOME
@given(seeds)
def test_a_rule_of_which_no_lint_speaks_changes_an_outcome(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    said = {remark.about[0] for lint in (dead, shadowed, unreachable) for remark in lint(book)}
    for rule in book.rulebook.rules.values():
        if rule.id not in said:
            term = book.chain(rule)[-1].term
            hit = book.matters.first(book.differ(book.compiled.term(term), book.term_without(rule)))
            assert hit is not None
            law, world = hit.standing.law, book.instance(hit, term).world()
            other = LawOn(without(book.rulebook, rule), law.matter)
            assert evaluate(law, term, world) is not evaluate(other, term, world)


@SOME
@given(seeds)
def test_the_facts_of_an_example_are_enough_for_its_outcome(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    book = Book(sample(seed).rulebook)
    examples = [(remark, Outcome.CONFLICT) for remark in conflicts(book)]
    examples += [(remark, Outcome.SILENT) for remark in gaps(book)]
    for remark, outcome in examples:
        (witness,) = remark.witnesses
        ((term, found),) = witness.outcomes.items()
        assert found is outcome
        law = LawOn(book.rulebook, witness.matter)
        for _ in range(10):
            assert evaluate(law, term, world_of(rng, law, term, witness)) is outcome


@SOME
@given(seeds)
def test_where_no_conflict_is_reported_there_is_none(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    if not any(conflicts(book)):
        for term in book.terms:
            for law, world in some_worlds(seed, book.rulebook, term):
                assert evaluate(law, term, world) is not Outcome.CONFLICT


@SOME
@given(seeds)
def test_where_no_gap_is_reported_the_law_speaks_of_all_facts_or_of_none(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    said = {remark.about[0] for remark in gaps(book)}
    rng = Random(seed)  # noqa: S311 - no secret is made here
    for term, rules in book.terms.items():
        if rules[0].id in said:
            continue
        for law, world in some_worlds(seed, book.rulebook, term):
            if not any(law.tree(rule.provision) is ForceState.IN_FORCE for rule in rules):
                continue
            doubts = {Doubt(name, ""): yes for name, yes in world.doubts.items()}
            same_law = Witness(law.matter, {}, {}, doubts, {})
            others = [world_of(rng, law, term, same_law) for _ in range(4)]
            outcomes = {evaluate(law, term, each) for each in (world, *others)}
            assert Outcome.SILENT not in outcomes or outcomes == {Outcome.SILENT}


@SOME
@given(seeds)
def test_readings_between_which_nothing_hangs_come_to_the_same(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    for remark in same_readings(book):
        point, one, other = remark.about
        for term in book.terms:
            for law, world in some_worlds(seed, book.rulebook, term):
                if point in world.readings:
                    under = [replace(world, readings={**world.readings, point: name}) for name in (one, other)]
                    assert len({evaluate(law, term, each) for each in under}) == 1


@SOME
@given(seeds)
def test_a_condition_on_force_is_reported_as_it_is(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    for remark in needless_force(book):
        rule, provision = remark.about
        chain = book.chain(book.rulebook.rules[rule])
        readings = [each.reading for each in chain if each.reading is not None]
        for law, _ in some_worlds(seed, book.rulebook, chain[-1].term):
            live = all(name in law.live_readings(point).names for point, name in readings)
            if live and all(law.tree(each.provision) is ForceState.IN_FORCE for each in chain):
                (word,) = {"always", "never"} & set(remark.sentence.split())
                assert word == "never" or law.tree(provision) is ForceState.IN_FORCE
                assert word == "always" or law.tree(provision) is not ForceState.IN_FORCE


@SOME
@given(seeds)
def test_a_fact_flips_a_question_only_the_ways_that_are_reported(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    plain = [term for term in book.rulebook.terms.values() if term.type is TermType.YES_NO]
    for fact in (term.phrase for term in plain if term.phrase not in book.terms):
        for remark in monotone_in(book.rulebook, fact):
            _, term = remark.about
            pairs = [witness.outcomes[term] for witness in remark.witnesses]
            ways = set(zip(pairs[::2], pairs[1::2], strict=True))
            assert ways <= {(HOLDS, DOES_NOT_HOLD), (DOES_NOT_HOLD, HOLDS)}
            for law, world in some_worlds(seed, book.rulebook, term):
                no, yes = (
                    evaluate(law, term, replace(world, facts={**world.facts, fact: value})) for value in (False, True)
                )
                assert no is yes or {no, yes} != {HOLDS, DOES_NOT_HOLD} or (no, yes) in ways


@SOME
@given(seeds)
def test_an_example_of_what_never_decides_holds_whatever_else_is_so(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    book = Book(sample(seed).rulebook)
    for remark in (*dead(book), *same_readings(book)):
        for witness in remark.witnesses:
            ((term, found),) = witness.outcomes.items()
            law = LawOn(book.rulebook, witness.matter)
            for _ in range(5):
                assert evaluate(law, term, world_of(rng, law, term, witness)) is found


@SOME
@given(seeds)
def test_an_example_of_what_the_dates_rule_out_shows_how_the_law_stands(seed: int) -> None:
    book = Book(sample(seed).rulebook)
    for remark in (*unreachable(book), *needless_force(book)):
        for witness in remark.witnesses:
            law = LawOn(book.rulebook, witness.matter)
            assert witness.forces
            assert all(law.force(provision).state is state for provision, state in witness.forces.items())
    for remark in unreachable(book):
        assert remark.witnesses
