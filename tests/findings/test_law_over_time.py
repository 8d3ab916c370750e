"""The law over time says of every day what the law of that day says; on random rulebooks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

import pytest

from ascertain.findings.meaning import is_member
from ascertain.law.force import LawOn
from ascertain.law.history import Course, History, membership
from ascertain.law.model import Matter
from ascertain.law.regimes import boundaries
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.rules import InGroup
from ascertain.rulebook.model.terms import Subject

from .random_rulebooks import FIRST, sample

T = TypeVar("T")
_CONDITIONS = (InGroup(Subject.GOVERNMENT, "cities"), InGroup(Subject.PROGRAM, "grants"))


def at(course: Course[T], day: date) -> T:
    return course[bisect_right([start for start, _ in course], day) - 1][1]


@pytest.mark.parametrize("first", range(0, 120, 30))
def test_a_course_says_of_every_day_what_the_law_of_that_day_says(first: int) -> None:
    for seed in range(first, first + 30):
        made = sample(seed)
        book, known = made.rulebook, made.law.matter.known
        history = History(book, known)
        for government in (None, *book.governments.values()):
            for program in (None, *book.programs.values()):
                matter = Matter(government, program, FIRST, known)
                for turning in boundaries(book, matter):
                    for day in (turning - timedelta(1), turning):
                        law = LawOn(book, replace(matter, on=day))
                        for provision in book.provisions:
                            assert at(history.force(provision, government, program), day) == law.tree(provision)
                        for point in book.points:
                            ways = law.live_readings(point).ways
                            assert at(history.readings(point, government, program), day) == ways
                        for condition in _CONDITIONS:
                            member = membership(is_member(law, condition))
                            assert at(history.member(condition, government, program), day) == member


def test_governments_of_one_id_that_scopes_tell_apart_are_told_apart() -> None:
    """A check looks at governments that are only described, such as any in circuit 9, and gives them no id."""
    told_apart = 0
    for seed in range(60):
        made = sample(seed)
        book, known = made.rulebook, made.law.matter.known
        history = History(book, known)
        nameless = [replace(one, id="") for one in book.governments.values()]
        for government in (*nameless, Government("", "Elsewhere", "city", "BB", 2)):
            for turning in boundaries(book, Matter(government, None, FIRST, known)):
                law = LawOn(book, Matter(government, None, turning, known))
                for provision in book.provisions:
                    assert at(history.force(provision, government, None), turning) == law.tree(provision)
                    told_apart += 1
    assert told_apart


def test_neighbouring_answers_of_a_course_differ() -> None:
    for seed in range(60):
        made = sample(seed)
        matter = made.law.matter
        history = History(made.rulebook, matter.known)
        for provision in made.rulebook.provisions:
            course = [tree for _, tree in history.force(provision, matter.government, matter.program)]
            assert all(before != after for before, after in pairwise(course))
