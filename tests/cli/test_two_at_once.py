"""Two runs that write to one place at one moment: one wins, the other is told so, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

CALL = (sys.executable, "-c", "import sys; from ascertain.cli.main import main; sys.exit(main())")
PUBLISH = ("publish", "--on", "2017-07-06", "--known", "2017-07-06", "--out", "out")
FORCE = ("force", "eo-13768#sec-9a", "--on", "2017-07-06", "--output", "out.txt")


@pytest.mark.parametrize(("arguments", "written"), [(PUBLISH, "out/index.html"), (FORCE, "out.txt")])
def test_of_several_runs_one_alone_writes(run: Run, tmp_path: Path, arguments: tuple[str, ...], written: str) -> None:
    run("check")  # so that they have the same start
    started = [
        subprocess.Popen([*CALL, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        for _ in range(4)
    ]
    said = [(one.communicate(), one.returncode) for one in started]
    assert sorted(code for _, code in said) == [0, 2, 2, 2]
    for (out, err), code in said:
        if code:
            assert (out, err.partition(": ")[0]) == ("", "A953")
            assert f"{written} exists and was left as it is" in err
    assert (tmp_path / written).stat().st_size
    assert not list((tmp_path / written).parent.glob(".*"))


def test_the_demo_replaces_its_own_report_and_nothing_else(run: Run, tmp_path: Path) -> None:
    assert run("demo").code == 0
    assert run("demo").code == 0
    (tmp_path / "report" / "index.html").write_text("mine", encoding="utf-8")
    ran = run("demo")
    assert ran.code == 2
    assert "help: name another folder with --out" in ran.err
    assert (tmp_path / "report" / "index.html").read_text("utf-8") == "mine"
