"""Totals and counts over a government's awards: as exact as what is known of each award."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings.find import find
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import RulebookError
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between, Shown

VOCABULARY = """\
---
id: awards
title: Awards
covers: {from: 2000-01-01, until: 2030-01-01}
---

```terms
term: the program's expenditures
  type: money
  about: award
  at least: $0
  ask: How much?

term: the program is low risk
  type: yes/no
  about: award
  ask: Is it?

term: the program is major
  type: yes/no
  about: award
  ask: Is it?

term: every award is on record
  type: yes/no
  about: government
  completes: awards
  ask: Is it?

term: federal awards expended
  type: money
  about: government
  ask: How much?

term: major programs
  type: money
  about: government
  ask: How much?

term: coverage is enough
  type: yes/no
  about: government
  ask: Is it?

term: some risk is high
  type: yes/no
  about: government
  ask: Is it?

term: every risk is low
  type: yes/no
  about: government
  ask: Is it?

government ely: Ely
  kind: city

program one: One
program two: Two
program three: Three
```
"""
LAW = """\
---
id: law
title: The law
kind: statute
citations: [{text: "Law 1", from: 2000-01-01}]
issuer: Congress
issued: 2000-01-01
in-force: [{from: 2000-01-01}]
binds: everyone
sources: [made up for tests]
confidence: memory
---

# The law

```rules
rule SPENT: federal awards expended
  is total of the program's expenditures over awards in every case

rule MAJOR: the program is major
  holds if all of
    - not the program is low risk
    - the program's expenditures >= $100
  does not hold otherwise

rule SUM: major programs
  is total of the program's expenditures over awards where the program is major in every case

rule ENOUGH: coverage is enough
  holds if major programs >= 40% of federal awards expended
  does not hold otherwise

rule HIGH: some risk is high
  holds if some award where not the program is low risk
  does not hold otherwise

rule LOW: every risk is low
  holds if every award where the program is low risk
  does not hold otherwise
```
"""
SPENT, RISK, ALL = "the program's expenditures", "the program is low risk", "every award is on record"
EXPENDED = "federal awards expended"
DAY = date(2020, 1, 1)


def written(folder: Path, law: str = LAW, vocabulary: str = VOCABULARY) -> Rulebook:
    (folder / "vocabulary.md").write_text(vocabulary)
    (folder / "law.md").write_text(law)
    return load_rulebook(folder)


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return written(tmp_path_factory.mktemp("awards"))


def claim(term: str, value: Shown, program: str = "") -> Claim:
    always, filed = Interval(None, None), Moment.parse("2016-01-01")
    return Claim(f"{term} {program}", "ely", program, term, value, always, "Ely", filed, Grade.FOUND)


def ask(rulebook: Rulebook, question: str, *claims: Claim) -> str:
    """The finding in a word, or between what an open quantity lies."""
    ely, record = rulebook.governments["ely"], Record(claims, "")
    finding = find(rulebook, record, ely, question, on=DAY, known=DAY, standard=Grade.DOCUMENTED)
    return finding.amounts[0].words if finding.amounts else finding.word


COMPLETE = claim(ALL, True)


def test_a_total_of_all_awards_is_their_sum(rulebook: Rulebook) -> None:
    claims = (COMPLETE, claim(SPENT, 10_000, "one"), claim(SPENT, 50, "two"))
    assert ask(rulebook, EXPENDED, *claims) == "$100.50"


def test_a_total_of_no_awards_is_nothing(rulebook: Rulebook) -> None:
    assert ask(rulebook, EXPENDED, COMPLETE) == "$0"


def test_awards_that_may_be_missing_leave_a_total_without_upper_bound(rulebook: Rulebook) -> None:
    assert ask(rulebook, EXPENDED, claim(SPENT, 10_000, "one")) == "at least $100"


def test_an_amount_that_is_not_known_leaves_a_total_at_least_what_is_known(rulebook: Rulebook) -> None:
    claims = (COMPLETE, claim(SPENT, 10_000, "one"), claim(RISK, True, "two"))
    assert ask(rulebook, EXPENDED, *claims) == "at least $100"
    assert ask(rulebook, EXPENDED, *claims, claim(SPENT, Between(100, 300), "two")) == "$101 to $103"


def test_an_award_that_may_be_counted_or_not_leaves_a_question_open_only_where_it_matters(rulebook: Rulebook) -> None:
    claims = (COMPLETE, claim(SPENT, 100_000, "one"), claim(SPENT, 50_000, "two"))
    assert ask(rulebook, "coverage is enough", *claims, claim(RISK, False, "one")) == "holds"
    assert ask(rulebook, "coverage is enough", *claims, claim(RISK, True, "one")) == "does not hold"
    assert ask(rulebook, "coverage is enough", *claims, claim(RISK, True, "two")) == "open"


def test_some_and_every_award_are_counted(rulebook: Rulebook) -> None:
    one, two = claim(RISK, True, "one"), claim(RISK, False, "two")
    assert ask(rulebook, "some risk is high", two) == "holds"
    assert ask(rulebook, "every risk is low", two) == "does not hold"
    assert ask(rulebook, "every risk is low", COMPLETE, one) == "holds"
    assert ask(rulebook, "every risk is low", one) == "open"
    assert ask(rulebook, "some risk is high", COMPLETE, one, claim(SPENT, 1, "two")) == "open"
    assert ask(rulebook, "some risk is high", COMPLETE) == "does not hold"


AWARDS = st.lists(
    st.tuples(st.sampled_from([None, 0, 5_000, 10_000, 40_000]), st.sampled_from([None, True, False])),
    min_size=3,
    max_size=3,
)


@given(awards=AWARDS)
def test_a_total_lies_between_what_the_completions_of_the_unknown_come_to(
    rulebook: Rulebook, awards: list[tuple[int | None, bool | None]]
) -> None:
    claims = [COMPLETE]
    for name, (spent, low) in zip(rulebook.programs, awards, strict=True):
        claims.append(claim(SPENT, Between(0, 40_000) if spent is None else spent, name))
        claims += [] if low is None else [claim(RISK, low, name)]
    totals: set[int] = set()
    for amounts in product(*([0, 9_999, 10_000, 40_000] if spent is None else [spent] for spent, _ in awards)):
        for risks in product(*([True, False] if low is None else [low] for _, low in awards)):
            counted = (cents for cents, low in zip(amounts, risks, strict=True) if not low and cents >= 10_000)
            totals.add(sum(counted))
    ends = dict.fromkeys((min(totals), max(totals)))
    assert ask(rulebook, "major programs", *claims) == " to ".join(f"${cents // 100:,}" for cents in ends)


def test_every_completion_of_an_open_total_has_an_outcome_that_was_said_to_be_possible(rulebook: Rulebook) -> None:
    open_claims = [COMPLETE, claim(SPENT, 100_000, "one"), claim(SPENT, 70_000, "two"), claim(RISK, True, "two")]
    assert ask(rulebook, "coverage is enough", *open_claims) == "open"
    outcomes = {ask(rulebook, "coverage is enough", *open_claims, claim(RISK, low, "one")) for low in (True, False)}
    assert outcomes == {"holds", "does not hold"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("where the program is majr", "A411"),
        ("where every award is on record", "A524"),
        ("where the program's expenditures", "A524"),
    ],
)
def test_what_is_counted_is_a_yes_no_term_about_an_award(tmp_path: Path, change: str, code: str) -> None:
    with pytest.raises(RulebookError) as caught:
        written(tmp_path, LAW.replace("where the program is major", change))
    assert code in {mistake.code for mistake in caught.value.mistakes}


def test_a_total_that_rests_on_what_it_decides_is_a_circle(tmp_path: Path) -> None:
    law = LAW.replace("- the program's expenditures >= $100", "- coverage is enough")
    with pytest.raises(RulebookError) as caught:
        written(tmp_path, law)
    assert {mistake.code for mistake in caught.value.mistakes} == {"A608"}


def test_the_term_that_completes_the_awards_is_one(tmp_path: Path) -> None:
    vocabulary = VOCABULARY.replace("term: coverage is enough\n", "term: coverage is enough\n  completes: awards\n")
    with pytest.raises(RulebookError) as caught:
        written(tmp_path, vocabulary=vocabulary)
    assert {mistake.code for mistake in caught.value.mistakes} == {"A525"}


def test_the_law_at_large_knows_no_awards(rulebook: Rulebook) -> None:
    finding = find(rulebook, Record((), ""), None, "coverage is enough", on=DAY, known=DAY, standard=Grade.DOCUMENTED)
    assert finding.word == "open"


REFUNDS = """\
term: refunds of the program
  type: money
  about: award
  ask: How much, less what was given back?

term: refunds
  type: money
  about: government
  ask: How much?

term: risky programs
  type: number
  about: government
  ask: How many?
"""
MORE_LAW = """\
rule REFUNDS: refunds
  is total of refunds of the program over awards in every case

rule RISKY: risky programs
  is number of awards where not the program is low risk in every case
"""


@pytest.fixture(name="more", scope="module")
def more_fixture(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    vocabulary = VOCABULARY.replace("government ely", f"{REFUNDS}\ngovernment ely")
    law = LAW.replace("rule SPENT", f"{MORE_LAW}\nrule SPENT")
    return written(tmp_path_factory.mktemp("more"), law, vocabulary)


def test_awards_that_may_be_missing_leave_a_total_that_can_fall_without_any_bound(more: Rulebook) -> None:
    found = claim("refunds of the program", 10_000, "one")
    assert ask(more, "refunds", found) == "total of refunds of the program over awards"
    assert ask(more, "refunds", COMPLETE, found) == "$100"


def test_awards_are_counted_each_once_and_those_of_which_it_is_open_perhaps(more: Rulebook) -> None:
    one, two, three = (claim(RISK, low, name) for low, name in ((False, "one"), (True, "two"), (False, "three")))
    assert ask(more, "risky programs", COMPLETE, one, two) == "1"
    assert ask(more, "risky programs", COMPLETE, one, two, three) == "2"
    assert ask(more, "risky programs", COMPLETE, one, two, claim(SPENT, 1, "three")) == "1 to 2"
    assert ask(more, "risky programs", one, two) == "at least 1"


def test_a_total_is_told_of_the_government_and_of_no_program(more: Rulebook) -> None:
    """Also where the question is asked under one program, of which the total is not."""
    ely, record = more.governments["ely"], Record((COMPLETE, claim(SPENT, 10_000, "one")), "")
    finding = find(
        more, record, ely, EXPENDED, on=DAY, known=DAY, standard=Grade.DOCUMENTED, program=more.programs["two"]
    )
    (rule,) = finding.explanation.rules
    (fact,) = rule.facts
    assert (fact.term in more.aggregates, fact.government, fact.program, fact.value) == (True, "ely", "", 10_000)


def test_what_is_so_of_each_award_is_told_by_the_law_of_the_day_that_is_asked_of(tmp_path: Path) -> None:
    """The threshold of a major program was ten times higher until 2010."""
    more = """rule MAJOR: the program is major
  holds if all of
    - not the program is low risk
    - any of
      - the program's expenditures >= $1,000
      - in force: newer
  does not hold otherwise
"""
    start, end = LAW.index("rule MAJOR"), LAW.index("\nrule SUM")
    newer = LAW[: LAW.index("```rules")].replace("id: law", "id: newer").replace("2000-01-01", "2010-01-01")
    (tmp_path / "newer.md").write_text(newer)
    rulebook = written(tmp_path, LAW[:start] + more + LAW[end:])
    record = Record((COMPLETE, claim(SPENT, 50_000, "one"), claim(RISK, False, "one")), "")

    def total(law: date | None) -> str:
        ely = rulebook.governments["ely"]
        asked = find(rulebook, record, ely, "major programs", on=DAY, known=DAY, standard=Grade.DOCUMENTED, law=law)
        return asked.amounts[0].words

    assert total(None) == total(date(2015, 1, 1)) == "$500"
    assert total(date(2005, 1, 1)) == "$0"
