"""What people read has plain words where the programs' formats have ids."""

from __future__ import annotations

import json
import re

import pytest

from .conftest import Run

_LATE_2018 = ("--on", "2018-09-15", "--known", "2026-01-01")
_RAW = re.compile(
    r"(reach|effective|from|until|issued|member|state|circuit):[a-z]"
    r"|\b(group|agency|circuit|state) (us-conference|executive-branch|bja|CA\b|9\b)"
    r"|except chicago|\(new-york-state"
)
_ASKED = (
    ("find", "--question", "jag-fy2017-conditions#notice", "--who", "new-york-city", "--who", "california"),
    ("why", "--question", "jag-fy2017-conditions#notice", "--who", "new-york-city"),
    ("find", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california"),
    ("why", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california"),
    ("why", "--whole", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california"),
    ("why", "--flip", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california"),
    ("why", "--both-sides", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california"),
    ("ask", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california"),
    ("force", "jag-fy2017-conditions#notice", "--who", "new-york-city"),
)


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize("asked", _ASKED)
def test_a_doubt_and_whom_an_act_reaches_are_told_in_plain_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], form: str
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    ran = run(*asked, *_LATE_2018, "--format", form)
    assert ran.code == 0, ran.err
    assert not _RAW.search(" ".join(ran.out.split())), _RAW.search(" ".join(ran.out.split()))


@pytest.mark.parametrize("form", ["html", "svg"])
def test_a_drawn_proof_tells_a_doubt_in_plain_words(run: Run, form: str) -> None:
    asked = ("why", "--question", "fy2017-notice", "--program", "byrne-jag-fy2017", "--who", "california")
    ran = run(*asked, *_LATE_2018, "--format", form)
    assert ran.code == 0, ran.err
    assert not _RAW.search(ran.out), _RAW.search(ran.out)


def test_a_doubt_keeps_its_id_for_programs(run: Run) -> None:
    ran = run(*_ASKED[0], *_LATE_2018, "--standard", "found", "--format", "json")
    turns = [turn for found in json.loads(ran.out)["findings"] for turn in found["turns_on"]["law"]]
    assert {turn["id"] for turn in turns} == {
        "reach:ndill-2018-08-09:group us-conference-of-mayors",
        "from:bja-special-notice-ca:2018",
    }
    assert "U.S. Conference of Mayors" in turns[0]["ask"]
