"""The steps of a term as an amount rises are what the engine says of each amount by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, isfinite
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.law.model import Matter
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown
from ascertain.survey.lying import Cells
from ascertain.survey.steps import Steps
from ascertain.survey.surveyor import Surveyor
from findings.test_awards import DAY, LAW, VOCABULARY, written

QUESTION, AMOUNT, RISK = "the program is major", "the program's expenditures", "the program is low risk"
QUANTITIES = ("the program's loans", "the program's costs", "the whole", "the rest")
COMPARED = (
    f"{AMOUNT} >= $1",
    f"{AMOUNT} > $3",
    f"{AMOUNT} >= 30% of the whole",
    f"the rest >= {AMOUNT}",
    f"3 times the rest > {AMOUNT}",
    f"50% of {AMOUNT} > the program's loans",
    "the program's loans >= $1",
    "the rest >= 150% of the whole",
    "the rest > $2",
    f"the program's costs > {AMOUNT}",
    "50% of the program's costs >= the program's loans",
    "the whole > $2",
    RISK,
)
conditions = st.lists(st.tuples(st.booleans(), st.sampled_from(COMPARED)), min_size=1, max_size=3)
laws = st.tuples(conditions, conditions)
amounts = st.integers(-100, 700)
known = st.one_of(
    st.none(),
    amounts,
    amounts.map(lambda least: Between(least, None)),
    st.tuples(amounts, amounts).map(lambda two: Between(min(two), max(two))),
)
shown = st.fixed_dictionaries({}, optional={**dict.fromkeys(QUANTITIES, known), RISK: st.booleans()})


def law_of(parts: Sequence[Sequence[tuple[bool, str]]]) -> str:
    lines = ["rule MAJOR: the program is major", "  holds if any of"]
    for part in parts:
        lines += ["    - all of", *(f"      - {'' if so else 'not '}{text}" for so, text in part)]
    head = LAW.partition("```rules")[0]
    return "\n".join([head + "```rules", *lines, "  does not hold otherwise", "```", ""])


def vocabulary() -> str:
    about = {name: "award" if "program" in name else "government" for name in QUANTITIES}
    more = "".join(
        f"term: {name}\n  type: money\n  about: {what}\n  ask: How much?\n\n" for name, what in about.items()
    )
    text = VOCABULARY.replace("  at least: $0\n", "")
    start, end = text.index("term: federal awards expended"), text.index("government ely")
    return text[:start] + more + text[end:]


@settings(max_examples=150)
@given(laws, st.lists(shown, min_size=1, max_size=4), st.lists(amounts, max_size=8))
def test_the_steps_are_what_each_amount_by_itself_comes_to(
    tmp_path_factory: pytest.TempPathFactory,
    parts: Sequence[Sequence[tuple[bool, str]]],
    many: Sequence[Mapping[str, Shown | None]],
    some: Sequence[int],
) -> None:
    rulebook = written(Path(tmp_path_factory.mktemp("steps")), law_of(parts), vocabulary())
    law = compiled_for(rulebook).law(Matter(None, None, DAY, DAY))
    steps, alone, cells = Steps(law, QUESTION, AMOUNT), Diagram(law, QUESTION), Cells(compiled_for(rulebook))
    for each in many:
        facts = {term: value for term, value in each.items() if value is not None}
        found = steps.of(facts, cells.lies(facts))
        marks = [int(mark) for mark, _ in found if isfinite(mark)]
        for amount in {*some, *(mark + near for mark in marks for near in (-1, 0, 1))}:
            outcomes = next(outcomes for mark, outcomes in reversed(found) if mark <= amount)
            if outcomes is not None:
                assert outcomes == alone.possible({**facts, AMOUNT: amount}), (amount, facts)


def test_most_amounts_need_not_be_asked_about_by_themselves(tmp_path: Path) -> None:
    told = ((True, COMPARED[3]), (True, COMPARED[4])), ((True, COMPARED[5]), (False, RISK))
    rulebook = written(tmp_path, law_of(told), vocabulary())
    law = compiled_for(rulebook).law(Matter(None, None, DAY, DAY))
    found = Steps(law, QUESTION, AMOUNT).of({"the rest": Between(0, None)}, {"the rest": (0, None)})
    unsaid = [
        (mark, beyond)
        for (mark, outcomes), (beyond, _) in zip(found, [*found[1:], (inf, None)], strict=True)
        if outcomes is None
    ]
    assert all(beyond - mark < 10 for mark, beyond in unsaid)
    assert any(outcomes == frozenset({Outcome.HOLDS, Outcome.DOES_NOT_HOLD}) for _, outcomes in found)


@settings(max_examples=60)
@given(laws, st.lists(st.tuples(shown, st.one_of(st.none(), amounts)), min_size=2, max_size=8))
def test_what_is_shared_is_what_each_by_itself_would_get(
    tmp_path_factory: pytest.TempPathFactory,
    parts: Sequence[Sequence[tuple[bool, str]]],
    many: Sequence[tuple[Mapping[str, Shown | None], int | None]],
) -> None:
    rulebook = written(Path(tmp_path_factory.mktemp("shared")), law_of(parts), vocabulary())
    law = compiled_for(rulebook).law(Matter(None, None, DAY, DAY))
    surveyor, alone = Surveyor(law, QUESTION), Diagram(law, QUESTION)
    for each, amount in many:
        facts = {term: value for term, value in {**each, AMOUNT: amount}.items() if value is not None}
        # Each is asked about beside others that a boundary may part from it.
        for near in (0, -1, 1):
            moved = {term: value + near if type(value) is int else value for term, value in facts.items()}
            found = surveyor.find(moved)
            assert frozenset(found.possible) == alone.possible(moved), moved
            if len(found.possible) > 1:
                assert found.turns == alone.turns_on(moved).all, moved
