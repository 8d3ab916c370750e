"""What an amount can change by rising, held against the definition of meaning in every world of small rulebooks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from ascertain.findings.meaning import evaluate
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.lints.model import Remark
from ascertain.verify.lints.monotone import monotone_in
from findings.books import rules, term
from verify.quantities import ANSWER, PHRASES, every_world, ruled, small

DAY = date(2017, 7, 6)
WAYS = {(Outcome.HOLDS, Outcome.DOES_NOT_HOLD), (Outcome.DOES_NOT_HOLD, Outcome.HOLDS)}


def told(rulebook: Rulebook, fact: str, question: str = ANSWER) -> Remark:
    (remark,) = monotone_in(rulebook, fact, [question])
    return remark


def ways_of(remark: Remark) -> set[tuple[Outcome, Outcome]]:
    found = [witness.outcomes[remark.about[1]] for witness in remark.witnesses]
    return set(zip(found[::2], found[1::2], strict=True))


def ways_by_meaning(rulebook: Rulebook, fact: str) -> set[tuple[Outcome, Outcome]]:
    law = LawOn(rulebook, Matter(None, None, DAY, DAY))
    lines: dict[tuple[object, ...], list[tuple[int, Outcome]]] = defaultdict(list)
    for world in every_world():
        rest = tuple(value for phrase, value in world.facts.items() if phrase != fact)
        lines[rest].append((int(world.facts[fact]), evaluate(law, ANSWER, world)))
    pairs = {(before, after) for line in lines.values() for low, before in line for high, after in line if low < high}
    return pairs & WAYS


@pytest.mark.parametrize("seed", range(40))
def test_a_rising_amount_flips_a_question_just_the_ways_that_are_told(seed: int, tmp_path: Path) -> None:
    rulebook = small(tmp_path, ruled(Random(seed)).replace("rule R", "  is 1 if one\nrule R"))  # noqa: S311
    for fact in PHRASES:
        assert ways_of(told(rulebook, fact)) == ways_by_meaning(rulebook, fact), fact


@pytest.mark.parametrize("seed", range(10))
def test_the_two_examples_of_a_flip_differ_in_that_amount_alone_which_rises(seed: int, tmp_path: Path) -> None:
    rulebook = small(tmp_path, ruled(Random(seed)))  # noqa: S311
    law = LawOn(rulebook, Matter(None, None, DAY, DAY))
    for fact in PHRASES:
        witnesses = told(rulebook, fact).witnesses
        for before, after in zip(witnesses[::2], witnesses[1::2], strict=True):
            assert int(before.facts[fact]) < int(after.facts[fact])
            assert {**before.facts, fact: 0} == {**after.facts, fact: 0}
            for witness in (before, after):
                for world in every_world():
                    whole = replace(world, facts={**world.facts, **witness.facts})
                    assert evaluate(law, ANSWER, whole) is witness.outcomes[ANSWER]


def test_a_later_report_can_only_hurt_and_a_later_year_only_help(tmp_path: Path) -> None:
    rulebook = rules(
        tmp_path,
        "rule R: on time\n  holds if the report came on <= the year ended on + 9 months rounded to month end\n"
        "  does not hold otherwise",
        term("the report came on", "date"),
        term("the year ended on", "date"),
        term("on time"),
    )
    report = told(rulebook, "the report came on", "on time")
    assert report.sentence == ('if "the report came on" becomes later, "on time" can cease to hold, and never comes to')
    assert ways_of(told(rulebook, "the year ended on", "on time")) == {(Outcome.DOES_NOT_HOLD, Outcome.HOLDS)}


def test_an_amount_with_a_band_helps_and_hurts(tmp_path: Path) -> None:
    rulebook = rules(
        tmp_path,
        "rule R: in the band\n  holds if all of\n    - spent >= $100\n    - spent < $200\n  does not hold otherwise",
        term("spent", "money"),
        term("in the band"),
    )
    remark = told(rulebook, "spent", "in the band")
    assert remark.severity == "warning"
    assert [witness.facts["spent"] for witness in remark.witnesses] == [9_999, 10_000, 10_000, 20_000]


def test_what_compares_too_many_quantities_is_not_said_never_to_happen(tmp_path: Path) -> None:
    days = [f"day {number} came on" for number in range(1, 12)]
    chain = "\n".join(f"    - {one} > {other}" for one, other in pairwise(days))
    rulebook = rules(
        tmp_path,
        f"rule R: so\n  holds if all of\n{chain}\n    - {days[-1]} > {days[0]}\n  does not hold otherwise",
        *(term(day, "date") for day in days),
        term("so"),
    )
    remark = told(rulebook, days[5], "so")
    assert remark.sentence.endswith('"so" is not seen to come to hold and is not seen to cease to hold')
    assert "too many" in remark.help


def test_a_comparison_that_only_rises_with_the_amount_is_proved_whatever_else_is_compared(tmp_path: Path) -> None:
    days = [f"day {number} came on" for number in range(1, 12)]
    chain = "\n".join(f"    - {one} > {other}" for one, other in pairwise(days))
    rulebook = rules(
        tmp_path,
        f"rule R: so\n  holds if all of\n{chain}\n  does not hold otherwise",
        *(term(day, "date") for day in days),
        term("so"),
    )
    assert "and never ceases to hold" in told(rulebook, days[0], "so").sentence


def test_many_comparisons_of_one_amount_that_all_rise_with_it_are_proved(tmp_path: Path) -> None:
    amounts = [f"amount {number}" for number in range(40)]
    either = "\n".join(f"    - 2 times spent >= {amount} + {number}" for number, amount in enumerate(amounts))
    rulebook = rules(
        tmp_path,
        f"rule R: so\n  holds if any of\n{either}\n  does not hold otherwise",
        *(term(phrase, "number") for phrase in ("spent", *amounts)),
        term("so"),
    )
    assert told(rulebook, "spent", "so").sentence.endswith("and never ceases to")


def test_where_quantities_can_lie_in_too_many_ways_no_proof_is_claimed(tmp_path: Path) -> None:
    amounts = [f"amount {number}" for number in range(4)]
    cuts = "\n".join(f"    - {amount} = {10 * step}" for amount in amounts for step in range(12))
    rulebook = rules(
        tmp_path,
        f"rule S: step\n  holds if none of\n{cuts}\n"
        "rule R: so\n  holds if all of\n    - step\n    - amount 0 > amount 1\n    - amount 1 > amount 2\n"
        "    - amount 2 > amount 3\n    - amount 3 > amount 0\n  does not hold otherwise",
        *(term(phrase, "number") for phrase in amounts),
        term("so"),
    )
    assert "is not seen" in told(rulebook, "amount 0", "so").sentence
