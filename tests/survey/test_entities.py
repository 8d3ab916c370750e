"""Totals over the awards of an entity in a survey are what ``find`` makes of an equal record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.find import find
from ascertain.findings.model import OPEN, briefly
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between, Shown
from ascertain.survey.entities import Survey
from ascertain.survey.tables import Awards, Row
from findings.test_awards import ALL, DAY, RISK, SPENT, claim, written

QUESTIONS = (
    "federal awards expended",
    "major programs",
    "coverage is enough",
    "some risk is high",
    "every risk is low",
)
amounts = st.sampled_from((0, 1, 9_999, 10_000, 10_001, 15_000, 30_000))
dubious = st.one_of(
    st.lists(amounts, min_size=2, max_size=2).map(lambda ends: Between(min(ends), max(ends))),
    amounts.map(lambda least: Between(least, None)),
)
award = st.fixed_dictionaries({}, optional={SPENT: st.one_of(amounts, dubious), RISK: st.booleans()}).filter(bool)
"""A line of which nothing at all is known is an award in a table, and is none in a record."""


def alike(lines: Sequence[Mapping[str, Shown]]) -> Iterator[Awards]:
    """Awards as tables tell of them: those together that differ only in how much they spend."""
    together = defaultdict[object, list[int]](list)
    for facts in lines:
        if isinstance(spent := facts.get(SPENT), int):
            together[facts.get(RISK)].append(spent)
        else:
            yield Awards(dict(facts), 1)
    for risk, amounts in together.items():
        facts = {} if risk is None else {RISK: bool(risk)}
        yield Awards(facts, len(amounts), SPENT, sorted(amounts))


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return written(Path(tmp_path_factory.mktemp("awards")))


@settings(max_examples=80)
@given(st.lists(st.tuples(st.lists(award, max_size=3), st.sampled_from((True, False, None))), min_size=1, max_size=3))
def test_totals_over_awards_are_those_of_an_equal_record(
    rulebook: Rulebook, entities: Sequence[tuple[Sequence[Mapping[str, Shown]], bool | None]]
) -> None:
    programs = ("one", "two", "three")
    rows = [
        Row(
            (str(number),),
            "",
            {} if complete is None else {ALL: complete},
            tuple(alike(lines)),
        )
        for number, (lines, complete) in enumerate(entities)
    ]
    law = compiled_for(rulebook).law(Matter(None, None, DAY, DAY))
    told = Survey(law, QUESTIONS).answers(rows)
    for row, (lines, _), answered in zip(rows, entities, told, strict=True):
        claims = [claim(term, value) for term, value in row.facts.items()]
        claims += [
            claim(*said, program) for program, facts in zip(programs, lines, strict=False) for said in facts.items()
        ]
        record, ely = Record(tuple(claims), ""), rulebook.governments["ely"]
        for question, found in zip(QUESTIONS, answered.found, strict=True):
            alone = find(rulebook, record, ely, question, on=DAY, known=DAY, standard=Grade.FOUND)
            assert (found.word, found.possible) == (alone.word, alone.possible)
            if found.word == OPEN:
                assert found.between == (" or ".join(briefly(alone.possible, alone.amounts)) if alone.amounts else "")
                assert found.turns == tuple(turn.id for turn in (*alone.fact_turns, *alone.law_turns))
