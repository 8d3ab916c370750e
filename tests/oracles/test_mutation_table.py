"""The page on conformance tells of every module of law and findings whether mutants of it were tried."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "conformance.md").read_text("utf-8")


def test_every_module_of_law_and_findings_is_told_as_tried_or_as_not_tried_and_no_other() -> None:
    source = ROOT / "src" / "ascertain"
    paths = (path for room in ("law", "findings") for path in (source / room).rglob("*.py"))
    modules = sorted(str(path.relative_to(source).with_suffix("")) for path in paths if path.name != "__init__.py")
    tried = re.findall(r"^\| `((?:law|findings)/[\w/]+)`(?: ¹)? \| [\d,]+ \|", PAGE, re.MULTILINE)
    (listed,) = re.findall(r"^Not tried at all: (.*)$", PAGE, re.MULTILINE)
    assert sorted([*tried, *re.findall(r"`([\w/]+)`", listed)]) == modules
