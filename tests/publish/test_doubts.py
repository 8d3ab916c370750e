"""Doubts in a few plain words."""

from __future__ import annotations

import pytest

from ascertain.publish.doubts import doubt_words
from ascertain.rulebook.model.book import Rulebook

_CONFERENCE = "us-conference-of-mayors"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("effective:ca7-2020-04-30", "whether the mandate of ca7-2020-04-30 had issued"),
        ("effective:eo-13768:by:2017-10-15", "whether eo-13768 had begun by 2017-10-15"),
        ("from:eo-13768:2017-08", "whether eo-13768 had taken effect (known only as 2017-08)"),
        ("until:act:2017:by:2017-08-10", "whether act had come to its end by 2017-08-10 (known only as 2017)"),
        ("issued:act:2017", "whether act had been issued (known only as 2017)"),
        ("reach:act:circuit 7", "whether act reaches the 7th Circuit"),
        ("reach:act:chicago", "whether act reaches City of Chicago"),
        ("reach:act:everyone", "whether act reaches the government asked about"),
        (f"member:{_CONFERENCE}:chicago", "whether City of Chicago was in {conference}"),
        ("state:chicago", "in which state City of Chicago is"),
        ("something else", "something else"),
    ],
)
def test_a_doubt_is_told_by_what_is_in_doubt(law: Rulebook, name: str, words: str) -> None:
    assert doubt_words(name, law) == words.format(conference=law.groups[_CONFERENCE].name)


def test_of_the_law_at_large_it_is_asked_whether_everyone_is_reached(law: Rulebook) -> None:
    assert doubt_words("reach:act:everyone", law, at_large=True) == "whether act reaches everyone"
