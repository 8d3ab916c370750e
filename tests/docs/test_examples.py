"""Every command shown in the documentation prints what is shown; a line of three dots stands for anything."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from ascertain.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLE = re.compile(r"```console\n\$ ascertain (?P<line>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
EXAMPLES = [
    pytest.param(found["line"], found["output"], id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, found in enumerate(EXAMPLE.finditer(page.read_text("utf-8")), 1)
]


def as_pattern(shown: str) -> str:
    """The pattern of the output shown."""
    return r"[\s\S]*?".join(re.escape(part) for part in shown.strip("\n").split("..."))


@pytest.mark.parametrize(("line", "shown"), EXAMPLES)
def test_a_documented_command_prints_what_is_shown(
    line: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    assert main(shlex.split(line)) in (0, 1)  # 1 where a check or a comparison found something
    printed = "\n".join(row.rstrip() for row in capsys.readouterr().out.splitlines())
    pattern = "\n".join(row.rstrip() for row in as_pattern(shown).splitlines())
    assert re.fullmatch(pattern, printed), printed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
