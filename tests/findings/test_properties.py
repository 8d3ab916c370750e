"""What must be true of every finding, on random rulebooks and records."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.find import find
from ascertain.findings.reaching.domains import domains
from ascertain.findings.reaching.reach import reach
from ascertain.law.force import LawOn
from ascertain.record.facts import Record
from ascertain.record.model import STANDARDS, Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import EVERYONE
from ascertain.rulebook.model.sources import Authority, Effect, Provision, Verb

from .random_rulebooks import FIRST, HERE, QUESTION, Sample, sample

seeds = st.integers(0, 1_000_000)
THE_DAY = date(2017, 1, 20)


@given(seeds, seeds)
def test_adding_a_fact_never_flips_a_settled_finding(seed: int, choice: int) -> None:
    made = sample(seed)
    rng = random.Random(choice)  # noqa: S311 - no secret is made here
    before = Diagram(made.law, QUESTION).possible(made.known)
    within = reach(made.rulebook, QUESTION)
    values = domains(made.rulebook, within.facts)
    unknown = [term for term in within.facts if term not in made.known]
    known = dict(made.known)
    for term in unknown:
        known[term] = rng.choice(values[term])
        after = Diagram(made.law, QUESTION).possible(known)
        assert after <= before
        before = after


@given(seeds, seeds)
def test_the_order_of_rules_and_acts_changes_nothing(seed: int, order: int) -> None:
    made = sample(seed)
    rng = random.Random(order)  # noqa: S311 - no secret is made here
    rules, effects = list(made.rulebook.rules.items()), list(made.rulebook.effects)
    rng.shuffle(rules)
    rng.shuffle(effects)
    other = replace(made.rulebook, rules=dict(rules), effects=tuple(effects))
    assert _possible(made, other) == _possible(made, made.rulebook)


@given(seeds)
def test_an_order_stayed_for_everyone_acts_again_when_the_stay_is_lifted(seed: int) -> None:
    made = sample(seed)
    orders = sorted({effect.source.partition("#")[0] for effect in made.rulebook.effects})
    day = Moment.on(FIRST)
    stayed = _with(made.rulebook, "z1", *(_act(Verb.STAYS, "z1", order, day) for order in orders))
    lifted = _with(stayed, "z2", _act(Verb.LIFTS, "z2", "z1", day))
    assert _possible(made, lifted) == _possible(made, made.rulebook)


@given(seeds, st.data())
def test_raising_the_standard_only_unsettles(seed: int, data: st.DataObject) -> None:
    made = sample(seed)
    within = reach(made.rulebook, QUESTION)
    values = domains(made.rulebook, within.facts)
    claims = tuple(
        Claim(
            id=f"{at}",
            government="g0",
            program="",
            term=term,
            value=data.draw(st.sampled_from(values[term])),
            period=Interval(None, None),
            said_by="someone",
            filed=Moment.on(FIRST),
            grade=data.draw(st.sampled_from([Grade.ASSERTED, Grade.DOCUMENTED, Grade.FOUND])),
        )
        for at, term in enumerate(term for term in within.facts for _ in range(data.draw(st.integers(0, 2))))
    )
    record = Record(claims, "")
    government = made.rulebook.governments["g0"]
    found = [
        set(find(made.rulebook, record, government, QUESTION, on=THE_DAY, known=THE_DAY, standard=standard).possible)
        for standard in STANDARDS
    ]
    assert found[0] <= found[1] <= found[2]


def test_the_definition_can_be_read_in_one_sitting() -> None:
    text = Path(__file__).parents[2] / "src" / "ascertain" / "findings" / "meaning.py"
    assert len(text.read_text("utf-8").splitlines()) <= 200


def _possible(made: Sample, rulebook: Rulebook) -> object:
    return Diagram(LawOn(rulebook, made.law.matter), QUESTION).possible(made.known)


def _act(verb: Verb, source: str, target: str, day: Moment) -> Effect:
    return Effect(verb, source, target, day, day, HERE, scope=EVERYONE)


def _with(rulebook: Rulebook, name: str, *effects: Effect) -> Rulebook:
    """The rulebook with one more order, in force for everyone from the first day on."""
    day = Moment.on(FIRST)
    order = Authority(
        name, "court order", name, (), "Court", day, (Interval(day, None),), EVERYONE, ("made up",), "memory", HERE
    )
    return replace(
        rulebook,
        authorities={**rulebook.authorities, name: order},
        provisions={**rulebook.provisions, name: Provision(name, name, name, None, HERE)},
        effects=(*rulebook.effects, *effects),
    )
