"""Every error code is in the catalogue, with the words of its recorded example where it has one."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/errors.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| ([ADW]\d{3}) \| (.*) \|$", PAGE, re.MULTILINE))
BAD = (ROOT / "tests/rulebook/bad", ROOT / "tests/docket/bad")


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def recorded() -> dict[str, str]:
    """For each code the first recorded example: the sentence and the line of help."""
    found: dict[str, str] = {}
    for file in (file for folder in BAD for file in sorted(folder.rglob("expected.txt"))):
        for block in file.read_text("utf-8").split("\n\n"):
            said, helped = re.match(r"([A-Z]\d{3}): (.*)", block), re.search(r"^  help: (.*)", block, re.MULTILINE)
            if said and helped:
                found.setdefault(said[1], f"{cell(said[2])} | {cell(helped[1].strip())}")
    return found


def test_every_code_is_in_the_catalogue_and_no_other() -> None:
    sources = "\n".join(file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py"))
    assert set(ROWS) == set(re.findall(r'"([ADW]\d{3})[":]', sources))


def test_a_code_with_a_recorded_example_is_shown_by_it() -> None:
    assert {code: ROWS[code] for code in recorded()} == recorded()
