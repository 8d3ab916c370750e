"""Several processes answer as one does."""

from __future__ import annotations

from datetime import date
from multiprocessing import Pipe
from pathlib import Path

import pytest

from ascertain.cli.commands import survey as command
from ascertain.cli.main import main
from ascertain.docket.mistakes import DocketError
from ascertain.rulebook.bundled import bundled_folder, find_rulebook
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import BadInput
from ascertain.survey import processes
from ascertain.survey.mapping import read_map
from ascertain.survey.processes import Asked, answers, fitting
from ascertain.survey.store import stored

SAMPLE = bundled_folder("dockets") / "single-audit-sample"
DAY = date(2025, 12, 1)


@pytest.mark.parametrize("style", ["csv", "json", "table"])
def test_two_processes_write_the_same_bytes_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    written = []
    for number in (1, 2):
        monkeypatch.setattr(command, "fitting", lambda _, number=number: number)
        file = tmp_path / f"{number}"
        asked = ["--question", "must-audit", "--question", "deadline", "--question", "type-a-threshold"]
        arguments = ["survey", str(SAMPLE), "--on", str(DAY), *asked, "--format", style, "--output", str(file)]
        assert main(arguments) == 0
        written.append(file.read_bytes())
    assert written[0] == written[1]


def test_a_mistake_that_another_process_meets_is_told_as_if_there_were_one(tmp_path: Path) -> None:
    for file in SAMPLE.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "roster.csv").open("a", newline="") as roster:
        roster.write("SAMPLE000999,Last,local,2015-07-01,2016-06-30,much\n")
    rulebook = load_rulebook(find_rulebook("single-audit", tmp_path))
    said = []
    with stored(read_map(tmp_path / "survey.yaml", rulebook)) as tables:
        asked = Asked(rulebook, tables, ("the audit threshold",), DAY, DAY)
        for number in (1, 2):
            with pytest.raises(DocketError) as caught:
                list(answers(asked, number))
            said.append(caught.value.render())
    assert said[0] == said[1]
    assert "uei SAMPLE000999" in said[0]


def test_a_process_that_ends_before_it_is_done_is_told() -> None:
    here, there = Pipe(duplex=False)
    there.send([])
    there.close()
    with pytest.raises(BadInput, match="ended before it was done"):
        list(processes._received(here))


def test_few_entities_are_answered_by_one_process() -> None:
    assert fitting(0) == fitting(200) == 1
