"""Explanations of the bundled case as they are meant to read; README.md says what each shows and how to renew them."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from ascertain import __version__
from ascertain.cli.main import main

HERE = Path(__file__).parent
RENEW = "RENEW_GOLDEN"
THEN = ("--on", "2017-07-06", "--known", "2017-07-06")
EXPLAINED = {
    "suspended": ("--question", "9a-enforceable", "--who", "chicago", *THEN),
    "settled-by-facts": ("--question", "complies", "--who", "clark-county", *THEN, "--standard", "asserted"),
    "open-in-fact": ("--question", "complies", "--who", "clark-county", *THEN),
    "open-in-law": (
        *("--question", "fy2017-certification", "--who", "cook-county", "--program", "byrne-jag-fy2017"),
        *("--on", "2017-12-30", "--known", "2017-12-30"),
    ),
    "open-in-both": ("--question", "complies", "--who", "chicago", *THEN),
    "bound-reading": (
        *("--question", "includes-release-dates", "--who", "california"),
        *("--on", "2019-06-03", "--known", "2019-06-03"),
    ),
    "certification": ("--question", "must-certify", "--who", "chicago", "--program", "byrne-jag-fy2016", *THEN),
}
FORMS = {"txt": "table", "svg": "svg"}
MORE = {
    "open-in-both.md": (*EXPLAINED["open-in-both"], "--format", "md"),
    "open-in-both.html": (*EXPLAINED["open-in-both"], "--format", "html"),
    "suspended.json": (*EXPLAINED["suspended"], "--format", "json"),
    "both-sides.txt": (*EXPLAINED["open-in-both"], "--both-sides"),
    "both-sides-settled.txt": (*EXPLAINED["suspended"], "--both-sides"),
    "flip.txt": (*EXPLAINED["open-in-both"], "--flip"),
    "flip-settled.txt": (*EXPLAINED["suspended"], "--flip"),
}
GOLDEN = {
    **{f"{name}.{form}": (*asked, "--format", FORMS[form]) for name, asked in EXPLAINED.items() for form in FORMS},
    **MORE,
}
# What changes whenever law, record, day or version does, and says nothing about an explanation.
PASSING = [
    (r"\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b", "…"),
    (re.escape(date.today().isoformat()), "…"),
    (rf"\b{re.escape(__version__)}\b", "…"),
]


@pytest.mark.parametrize("name", GOLDEN)
def test_an_explanation_reads_as_it_is_meant_to(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    assert main(("why", *GOLDEN[name])) == 0
    printed = capsys.readouterr().out
    for pattern, shown in PASSING:
        printed = re.sub(pattern, shown, printed)
    kept = HERE / name
    if os.environ.get(RENEW):
        kept.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == kept.read_text("utf-8"), f"{name} reads otherwise; tests/golden/README.md says how to renew it"


def test_nothing_is_kept_that_is_not_held_against_anything() -> None:
    kept = {path.name for path in HERE.iterdir() if path.suffix.lstrip(".") in {"txt", "svg", "md", "html", "json"}}
    assert kept - {"README.md"} == set(GOLDEN)
