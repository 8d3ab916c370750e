"""A finding names what it rests on that was not wholly seen in a source, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ascertain.rulebook.model.book import Rulebook

from .books import ask, authority, book, claim, fence, term

PART, MEMORY = "encoded from sources seen in part: ", "encoded from memory, not seen in a source: "
LAW = """
## One {{#one{one}}}

```rules
rule ONE: answer
  holds if any of
    - step
    - one
  does not hold otherwise
```

## Two {{#two{two}}}

```rules
point reach: What is it?
  confidence: {point}

reading WIDE of reach: all of it
  held by: chicago
  rule WIDE: step
    holds if two

reading CLOSE of reach: a part of it
  held by: reno
  confidence: {close}
  rule CLOSE: step
    does not hold in every case
```

```untranslated
omits: "as necessary"
  because: No criteria.
  confidence: {omitted}
```
"""
BOUND = fence("force", "binds reading WIDE of act#reach")


def law(folder: Path, *others: tuple[str, str], fact: str = "verified", **marks: str) -> Rulebook:
    """An act that was seen in a source but for what is marked otherwise."""
    headings = {name: f" confidence={marks[name]}" if name in marks else "" for name in ("one", "two")}
    rest = {name: marks.get(name, "verified") for name in ("point", "close", "omitted")}
    terms = [term("answer"), term("step"), term("one"), f"{term('two').rstrip()}\n  confidence: {fact}\n"]
    return book(folder, terms, authority("act", LAW.format(**headings, **rest)), *others)


def unseen(notes: tuple[str, ...]) -> list[str]:
    return [note for note in notes if note.startswith("encoded from")]


def test_where_all_was_seen_nothing_is_said(tmp_path: Path) -> None:
    assert unseen(ask(law(tmp_path)).notes) == []


def test_the_part_is_named_and_not_the_authority_that_was_seen(tmp_path: Path) -> None:
    finding = ask(law(tmp_path, one="verified-in-part"), claim("one", True))
    assert unseen(finding.notes) == [f"{PART}act#one"]
    assert [(mark.of, mark.confidence) for mark in finding.unseen] == [("act#one", "verified-in-part")]


def test_a_part_that_the_finding_does_not_rest_on_is_not_named(tmp_path: Path) -> None:
    assert unseen(ask(law(tmp_path, two="memory"), claim("one", True)).notes) == []


def test_a_point_is_named_where_the_finding_turns_on_it(tmp_path: Path) -> None:
    known = claim("one", False), claim("two", True)
    open_ = ask(law(tmp_path, point="verified-in-part"), *known)
    assert [turn.id for turn in open_.law_turns] == ["act#reach"]
    assert unseen(open_.notes) == [f"{PART}act#reach"]


def test_a_reading_that_is_known_less_well_is_named_by_itself(tmp_path: Path) -> None:
    known = claim("one", False), claim("two", True)
    open_ = ask(law(tmp_path, point="verified-in-part", close="memory"), *known)
    assert unseen(open_.notes) == [f"{MEMORY}act#reach = CLOSE", f"{PART}act#reach"]


def test_a_reading_that_no_longer_competes_is_not_named(tmp_path: Path) -> None:
    court = authority("court", BOUND, "court order", "2017-01-01")
    settled = ask(
        law(tmp_path, court, point="verified-in-part", close="memory"), claim("one", False), claim("two", True)
    )
    assert [ground.value for ground in settled.reason if ground.kind == "reading"] == ["WIDE"]
    assert unseen(settled.notes) == [f"{PART}act#reach"]


def test_the_meaning_of_a_term_is_named_where_its_fact_is_open_or_a_reason(tmp_path: Path) -> None:
    court = authority("court", BOUND, "court order", "2017-01-01")
    rulebook = law(tmp_path, court, fact="memory")
    for facts in ((claim("one", False),), (claim("one", False), claim("two", True))):
        assert unseen(ask(rulebook, *facts).notes) == [f"{MEMORY}“two”"]
    assert unseen(ask(rulebook, claim("one", True)).notes) == []


def test_the_program_asked_about_is_named_where_it_was_not_wholly_seen(tmp_path: Path) -> None:
    rulebook = law(tmp_path)
    program = replace(rulebook.programs["jag"], confidence="memory")
    marked = replace(rulebook, programs={**rulebook.programs, "jag": program})
    assert unseen(ask(marked, program="jag-2017").notes) == [f"{MEMORY}jag"]
    assert unseen(ask(marked).notes) == []


def test_what_is_not_encoded_says_how_it_is_known(tmp_path: Path) -> None:
    known = claim("one", False), claim("two", True)
    told = {mark: ask(law(tmp_path / mark, omitted=mark), *known).notes for mark in ("verified", "memory")}
    said = 'act#two is encoded without "as necessary": No criteria.'
    assert said in told["verified"]
    assert f"{said} (known from memory, not seen in a source)" in told["memory"]


def recorded(notes: tuple[str, ...]) -> list[str]:
    return [note for note in notes if note.startswith("recorded from")]


def test_who_shows_a_fact_of_the_reason_is_named_where_none_of_them_was_wholly_seen(tmp_path: Path) -> None:
    rulebook = law(tmp_path)
    recalled = replace(claim("one", True), confidence="memory", entry="7")
    seen = replace(claim("one", True), id="seen", confidence="verified", entry="8")
    assert recorded(ask(rulebook, recalled).notes) == ["recorded from memory, not seen in a source: entry 7"]
    assert recorded(ask(rulebook, recalled, seen).notes) == []


def test_who_shows_a_fact_that_plays_no_part_is_not_named(tmp_path: Path) -> None:
    other = replace(claim("two", True), confidence="memory", entry="7")
    assert recorded(ask(law(tmp_path), claim("one", True), other).notes) == []
