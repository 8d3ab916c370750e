"""Comparisons of rulebooks with quantities: walked through world by world, and on days and bounds of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import pytest

from ascertain.findings.diagrams import linking
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.meaning import World, worth
from ascertain.findings.reaching.sampling import Point
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.publish.diff.words import verdict
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.bundled import find_rulebook
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.diff.difference import Difference, difference
from ascertain.verify.diff.governments import Change, compared
from ascertain.verify.diff.proofs import proofs
from ascertain.verify.diff.side import Side
from findings.books import authority as act
from findings.books import book, claim, fence, term

from .quantities import ANSWER, LIMIT, PHRASES, every_world, ruled, small

DAY = date(2017, 7, 6)
MATTER = Matter(None, None, DAY, DAY)
HOLDS, FAILS, SILENT = Outcome.HOLDS, Outcome.DOES_NOT_HOLD, Outcome.SILENT


def side(rulebook: Rulebook, question: str, on: date = DAY) -> Side:
    return Side(rulebook, question, Matter(None, None, on, date(2017, 12, 31)))


def given(found: Difference) -> dict[str, object]:
    assert found.witness is not None
    return {each.id: each.value for each in found.witness.given}


def said(rulebook: Rulebook, question: str, world: World) -> object:
    return worth(LawOn(rulebook, MATTER), question, world)


@pytest.mark.parametrize("crowded", [None, 0])
@pytest.mark.parametrize("question", [LIMIT, ANSWER])
def test_walking_through_every_world_finds_the_same(
    question: str, crowded: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where quantities that lie together are sought, as those are that can in too many ways to tell them."""
    if crowded is not None:
        monkeypatch.setattr(linking, "_CROWDED", crowded)
    seen: Counter[object] = Counter()
    for seed in range(30):
        rng = Random(seed)  # noqa: S311 - no secret is made here
        one, other = (small(tmp_path / f"{seed}-{which}", ruled(rng)) for which in "ab")
        found = difference(side(one, question), side(other, question))
        walked = [(world, said(one, question, world), said(other, question, world)) for world in every_world()]
        numbers = [(here, there) for _, here, there in walked if not isinstance(here, Outcome | bool)]
        both = [(here, there) for here, there in numbers if not isinstance(there, Outcome)]
        assert found.equivalent == all(here == there for _, here, there in walked)
        assert (found.more_first is not None) == any(here > there for here, there in both)  # type: ignore[operator]
        assert (found.more_second is not None) == any(here < there for here, there in both)  # type: ignore[operator]
        outcomes = {tuple(each if isinstance(each, Outcome) else HOLDS for each in pair[1:]) for pair in walked}
        assert set(found.pairs) == outcomes
        for witness in filter(None, found.witnesses):
            literals = {each.id: each.value for each in witness.given}
            for world, (here, there) in ((world, pair) for world, *pair in walked):
                if literals.items() <= world.facts.items():
                    assert here != there
            if not literals or not witness.smallest or witness is not found.witness:
                continue
            for kept in (dict(few) for few in combinations(literals.items(), len(literals) - 1)):
                within = [pair[1:] for pair in walked if kept.items() <= pair[0].facts.items()]
                assert any(here == there for here, there in within)
        seen[found.equivalent] += 1
    assert seen[False] >= 10


@pytest.mark.parametrize("seed", range(8))
def test_the_same_rules_written_anew_are_equivalent(seed: int, tmp_path: Path) -> None:
    text = ruled(Random(seed))  # noqa: S311 - no secret is made here
    one, other = (small(tmp_path / which, text) for which in "ab")
    assert all(difference(side(one, question), side(other, question)).equivalent for question in (LIMIT, ANSWER))


AUDIT = """\
rule T: the limit
  is {limit} in every case

rule A: answer
  holds if the amount spent >= the limit
  does not hold otherwise
"""


def audited(folder: Path, limit: str, more: str = "") -> Rulebook:
    terms = [term("answer"), term("the amount spent", "money") + more, term("the limit", "money")]
    return book(folder, terms, act("act", fence("rules", AUDIT.format(limit=limit))))


def test_of_a_threshold_moved_the_witness_is_an_amount_between(tmp_path: Path) -> None:
    old, new = audited(tmp_path / "a", "$750,000"), audited(tmp_path / "b", "$1,000,000")
    found = difference(side(old, ANSWER), side(new, ANSWER))
    amount = given(found)["the amount spent"]
    assert isinstance(amount, int)
    assert 75_000_000 <= amount < 100_000_000
    assert (found.first_within_second, found.second_within_first) == (False, True)


def test_a_quantity_differs_where_what_it_is_differs(tmp_path: Path) -> None:
    old, new = audited(tmp_path / "a", "$750,000"), audited(tmp_path / "b", "$1,000,000")
    found = difference(side(old, LIMIT), side(new, LIMIT))
    assert found.witness is not None
    assert (found.witness.outcomes, found.witness.worths) == ((HOLDS, HOLDS), (75_000_000, 100_000_000))
    assert verdict(found) == "can differ: it is never more on the first side than on the second"


def test_an_amount_bounded_on_one_side_alone_is_looked_at_beyond_the_bound(tmp_path: Path) -> None:
    bounded = audited(tmp_path / "a", "-$1", "  at least: $0\n")
    free = audited(tmp_path / "b", "$0")
    assert given(difference(side(bounded, ANSWER), side(free, ANSWER))) == {"the amount spent": -100}
    both = audited(tmp_path / "c", "$0", "  at least: $0\n")
    assert difference(side(bounded, ANSWER), side(both, ANSWER)).equivalent


DUE = """\
rule D: the deadline
  is {deadline} in every case
"""
OFFICE = """\
calendar office: Office days
  weekend: Saturday, Sunday
  closed: {closed}
  covers: 2016-01-01 to 2018-12-31
"""


def due(folder: Path, deadline: str, closed: str = "2017-07-04") -> Rulebook:
    dates = ("the report came in on", "the year ended on", "the deadline")
    terms = [OFFICE.format(closed=closed), *(term(phrase, "date") for phrase in dates)]
    return book(folder, terms, act("act", fence("rules", DUE.format(deadline=deadline))))


EARLIER = "the earlier of the report came in on + {days} days and the year ended on + 9 months rounded to month end"


def test_a_longer_time_makes_a_deadline_later_where_nothing_else_comes_first(tmp_path: Path) -> None:
    old, new = (due(tmp_path / f"{days}", EARLIER.format(days=days)) for days in (30, 45))
    found = difference(side(old, "the deadline"), side(new, "the deadline"))
    assert found.witness is not None
    here, there = found.witness.worths
    assert here is not None
    assert there is not None
    assert here < there
    assert found.more_first is None
    assert [one.part.possible for one in proofs(found.first, found.second, found.witness)] == [(HOLDS,), (HOLDS,)]


def test_a_calendar_of_one_name_that_is_closed_on_another_day_tells_them_apart(tmp_path: Path) -> None:
    text = "the report came in on moved to a working day of office"
    one, same, other = due(tmp_path / "a", text), due(tmp_path / "b", text), due(tmp_path / "c", text, "2017-07-05")
    assert difference(side(one, "the deadline"), side(same, "the deadline")).equivalent
    found = difference(side(one, "the deadline"), side(other, "the deadline"))
    assert given(found)["the report came in on"] in {date(2017, 7, day).toordinal() for day in (4, 5)}


def test_what_both_sides_take_away_from_is_told_apart_by_what_they_take(tmp_path: Path) -> None:
    texts = (f"{PHRASES[0]} - {PHRASES[1]}", f"{PHRASES[0]} - the smaller of {PHRASES[1]} and {PHRASES[2]}")
    one, other = (
        small(tmp_path / f"{at}", f"rule L: {LIMIT}\n  is {text} in every case") for at, text in enumerate(texts)
    )
    found = difference(side(one, LIMIT), side(other, LIMIT))
    assert found.more_first is None
    assert set(given(found)) == set(PHRASES[1:])


def test_a_question_about_an_amount_is_not_compared_with_one_about_a_fact(tmp_path: Path) -> None:
    rulebook = audited(tmp_path, "$1")
    with pytest.raises(BadInput, match="A988: the limit is an amount of money and answer is a yes/no term"):
        difference(side(rulebook, LIMIT), side(rulebook, ANSWER))


def test_two_days_differ_in_the_amount_that_was_law_then(tmp_path: Path) -> None:
    text = "rule {0}: the limit\n  is ${0}00 in every case"
    terms = [term("the limit", "money")]
    body = "".join(f"## Of {n} {{#p{n} {when}}}\n{fence('rules', text.format(n))}\n" for n, when in PERIODS)
    rulebook = book(tmp_path, terms, act("act", body))
    before, after = (side(rulebook, "the limit", date(2017, month, 1)) for month in (2, 4))
    found = difference(before, after)
    assert found.witness is not None
    assert found.witness.worths == (10_000, 20_000)
    assert difference(before, before).equivalent


PERIODS = (("1", "until=2017-03-01"), ("2", "from=2017-03-01"))


def test_a_government_changes_where_only_what_is_due_does(tmp_path: Path) -> None:
    text = "rule L: the limit\n  is {} of the amount spent in every case"
    terms = [term("the amount spent", "money"), term("the limit", "money")]
    one, other = (
        book(tmp_path / share, terms, act("act", fence("rules", text.format(f"{share}%")))) for share in ("3", "4")
    )
    record = Record((claim("the amount spent", 10_000),), "")
    before, after = (
        Side(each, "the limit", Matter(each.governments["chicago"], None, DAY, DAY)) for each in (one, other)
    )
    found = compared(before, after, (record, record), Grade.FOUND)
    assert (found.change, found.words) == (Change.FINDING, ("$3", "$4"))


def test_of_many_dates_that_are_compared_two_versions_are_compared_without_telling_every_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where fewer need an audit, reports are late by fewer days, never by more; when they are due is the same."""
    told = Link.points

    def few(link: Link, *more: Any) -> Iterator[Point]:
        assert not link.crowded, link.terms
        return told(link, *more)

    monkeypatch.setattr(Link, "points", few)
    folder = find_rulebook("single-audit")
    copytree(folder, tmp_path / "later")
    for file in (tmp_path / "later").rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("$1,000,000", "$1,200,000"), "utf-8")
    old, new = load_rulebook(folder), load_rulebook(tmp_path / "later")
    day = date(2025, 12, 1)

    def of(rulebook: Rulebook, short: str) -> Side:
        phrase = next(term.phrase for term in rulebook.terms.values() if term.short == short)
        return Side(rulebook, phrase, Matter(None, None, day, day))

    late = of(old, "days-late"), of(new, "days-late")
    found = difference(*late)
    assert (found.more_first is not None, found.more_second is not None) == (True, False)
    assert found.more_first is not None
    here, there = proofs(*late, found.more_first)
    assert here.part.possible == there.part.possible == (HOLDS,)
    assert difference(of(old, "deadline"), of(new, "deadline")).equivalent
