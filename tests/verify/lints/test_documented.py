"""Every lint is documented with an example that gets exactly the remark shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ascertain.publish.remarkout import as_text
from ascertain.rulebook.load import compile_files
from ascertain.verify.lints.monotone import monotone_in
from ascertain.verify.lints.run import remarks_on

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "lints.md").read_text("utf-8")
INTRODUCTION, *SECTIONS = re.split(r"^## (?=L\d|Accept)", PAGE, flags=re.MULTILINE)
MARKDOWN = re.compile(r"^````markdown\n(.*?)^````$", re.DOTALL | re.MULTILINE)
TEXT = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)
VOCABULARY, FRONT = MARKDOWN.findall(INTRODUCTION)
WIDTH = 160


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: str(section).split("\n")[0])
def test_the_example_of_a_lint_gets_the_remark_shown(section: str) -> None:
    (body,), (shown,) = MARKDOWN.findall(section), TEXT.findall(section)
    act = body if body.startswith("---") else f"{FRONT}\n{body}"
    rulebook = compile_files({"act.md": act.encode(), "vocabulary.md": VOCABULARY.encode()})
    lines = {"act.md": act.split("\n"), "vocabulary.md": VOCABULARY.split("\n")}
    asked = monotone_in(rulebook, "government pays") if "--monotone-in" in section else ()
    remarks = [*remarks_on(rulebook).open, *asked]
    texts = ["\n".join(as_text(remark, rulebook, lines, WIDTH)) for remark in remarks if remark.code in shown]
    assert texts == [shown.rstrip("\n")]


def test_every_lint_is_documented() -> None:
    codes = {code for section in SECTIONS for code in re.findall(r"L\d\d\d", section.split("\n")[0])}
    assert codes == {f"L{number}" for number in range(101, 113)}
