"""Each edition of the audit requirements stands on its own: what it says does not hang on the one before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.load import compile_files
from ascertain.rulebook.model.terms import Shown
from ascertain.rulebook.source import read_files
from ascertain.verify.cases import run_cases

_CIRCULAR = "authorities/omb-a-133.md"
_GUIDANCE = "the Uniform Guidance governs the audit"
_FIRST = date(2014, 12, 26).toordinal()


def test_the_uniform_guidance_says_the_same_without_the_circular() -> None:
    files = read_files(bundled_folder("rulebooks") / "single-audit")
    ended = files[_CIRCULAR].replace(b"[{from: 1997-07-30}]", b"[{from: 1997-07-30, until: 1998-01-01}]")
    assert ended != files[_CIRCULAR]
    results = run_cases(compile_files({**files, _CIRCULAR: ended}))
    later = [result for result in results if _begun(dict(result.case.facts)) >= _FIRST]
    assert len(later) > 100
    said_of_the_circular = {"and the Circular no longer governs it"}
    assert {result.case.name for result in later if not result.passed} == said_of_the_circular


def _begun(facts: Mapping[str, Shown]) -> int:
    """The first day of a case's fiscal year, by its ordinal; 0 where the case does not give it exactly."""
    day = facts.get("the fiscal year began on")
    return day if isinstance(day, int) else 0
