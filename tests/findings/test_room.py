"""Diagrams that find no room: one clear error, whatever was asked for, and no traceback."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ascertain.cli.main import main
from ascertain.findings.asking.asking import asking
from ascertain.findings.changing.bestcase import best_cases
from ascertain.findings.changing.flips import flips
from ascertain.findings.diagrams import space
from ascertain.findings.proofs.proof import proof
from ascertain.rulebook.mistakes import BadInput

from . import random_quantities
from .answers import answer_of
from .books import authority, book, fence, term

PAIRS = 9
NEEDED = 1 << PAIRS


@pytest.fixture
def wide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rulebook whose one conclusion pairs what the other puts first in an order that cannot serve both."""
    left, right = [f"left {at}" for at in range(PAIRS)], [f"right {at}" for at in range(PAIRS)]
    first = "\n".join(f"    - all of\n      - {one}\n      - {other}" for one, other in zip(left, right, strict=True))
    second = "\n".join(
        f"    - all of\n      - {one}\n      - {other}" for one, other in zip(left, reversed(right), strict=True)
    )
    text = f"rule ONE: answer\n  holds if any of\n{first}\n\nrule OTHER: answer\n  holds if any of\n{second}\n"
    book(tmp_path, [term(phrase) for phrase in ("answer", *left, *right)], authority("act", fence("rules", text)))
    monkeypatch.setattr(space, "NODES", NEEDED)
    return tmp_path


@pytest.mark.parametrize("command", ["find", "why", "ask", "check", "timeline", "diff"])
def test_a_question_whose_diagrams_find_no_room_is_refused_with_its_rule_and_a_remedy(
    command: str, wide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--who", "reno", "--question", "answer"]
    typed = {
        "check": ["check", str(wide)],
        "timeline": ["find", str(wide), *asked, "--from", "2017-01-01", "--to", "2017-12-31"],
        "diff": ["diff", str(wide), *asked, "--on", "2017-07-06", "--against", "2017-08-06"],
    }.get(command, [command, str(wide), *asked, "--on", "2017-07-06"])
    assert main(typed) == 2
    told = capsys.readouterr().err
    assert told.startswith('A906: "answer" takes more than 512 nodes of decision diagrams\n')
    assert "act.md:" in told
    assert "help: give facts that are left open" in told


def test_with_however_little_room_each_question_is_answered_the_same_or_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refused: Counter[str] = Counter()
    for seed in range(12):
        monkeypatch.setattr(space, "NODES", 1 << 20)
        right = told_of(seed)
        for room in (30, 60, 100, 150, 200, 300, 500):
            monkeypatch.setattr(space, "NODES", room)
            try:
                assert told_of(seed) == right
                refused["answered"] += 1
            except BadInput as problem:
                (mistake,) = problem.mistakes
                assert mistake.code == "A906"
                assert mistake.places
                refused["refused"] += 1
    assert min(refused["answered"], refused["refused"]) > 10


def told_of(seed: int) -> object:
    """All that is said of a random question, in diagrams of its own."""
    answer = answer_of(random_quantities.wide(seed))
    smallest = proof(answer, (), frozenset())
    return (
        answer.possible,
        answer.turns,
        answer.amounts,
        asking(answer, ()),
        flips(answer),
        best_cases(answer, ()),
        smallest,
    )
