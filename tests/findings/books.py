"""Small rulebooks in the rulebook language, for tests of what findings mean and say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from ascertain.findings.find import find
from ascertain.findings.model import Finding
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Shown

DAY = date(2017, 7, 6)

_HEAD = """\
---
id: {name}
kind: {kind}
title: {name}
citations: [{{text: "{name}", from: {issued}}}]
issuer: Test
issued: {issued}
in-force: [{{from: {issued}}}]
binds: {binds}
sources: ["made up"]
confidence: {confidence}
---
# {name}

{body}
"""

_VOCABULARY = """\
---
id: test
title: Test
covers: {{from: 2016-01-01, until: 2018-01-01}}
---
# Vocabulary

```terms
{terms}

government chicago: City of Chicago
  kind: city
  state: IL
  circuit: 7

government reno: City of Reno
  kind: city
  state: NV
  circuit: 9

program jag: Formula grants
program jag-2017: Formula grants of 2017
  parent: jag

group mayors: Mayors
  member: chicago from 2017-02-01
  member: reno from 2017-07
group conditioned: Programs with conditions
  member: jag
```
"""


def term(phrase: str, kind: str = "yes/no", about: str = "government") -> str:
    """A term of the vocabulary."""
    return f"term: {phrase}\n  type: {kind}\n  about: {about}\n  ask: Is it so?\n"


def authority(
    name: str,
    body: str,
    kind: str = "statute",
    issued: str = "2016-01-01",
    binds: str = "everyone",
    confidence: str = "verified",
) -> tuple[str, str]:
    """The name and text of an authority file."""
    text = _HEAD.format(name=name, kind=kind, issued=issued, binds=binds, confidence=confidence, body=dedent(body))
    return name, text


def fence(kind: str, text: str) -> str:
    """A fenced block."""
    return f"```{kind}\n{dedent(text).strip()}\n```\n"


def book(folder: Path, terms: list[str], *authorities: tuple[str, str]) -> Rulebook:
    """Write the rulebook and load it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary.md").write_text(_VOCABULARY.format(terms="\n".join(terms)))
    for name, text in authorities:
        (folder / f"{name}.md").write_text(text)
    return load_rulebook(folder)


def rules(folder: Path, text: str, *terms: str) -> Rulebook:
    """A rulebook of one statute with these rules, over the terms ``answer`` and ``one`` to ``three`` and more."""
    usual = [term(phrase) for phrase in ("answer", "step", "one", "two", "three")]
    return book(folder, [*usual, *terms], authority("act", fence("rules", text)))


def claim(phrase: str, value: Shown, grade: Grade = Grade.FOUND, government: str = "chicago", said: str = "A") -> Claim:
    """A claim that holds for all time, filed long ago."""
    always = Interval(None, None)
    return Claim(f"{phrase}-{said}", government, "", phrase, value, always, said, Moment.parse("2016-01-01"), grade)


def ask(
    rulebook: Rulebook,
    *claims: Claim,
    question: str = "answer",
    on: date = DAY,
    who: str = "chicago",
    program: str = "",
    standard: Grade = Grade.ASSERTED,
    readings: dict[str, str] | None = None,
) -> Finding:
    """The finding of a question on the record of these claims."""
    return find(
        rulebook,
        Record(claims, "record"),
        rulebook.governments[who],
        question,
        on=on,
        known=date(2017, 12, 31),
        standard=standard,
        program=rulebook.programs.get(program),
        readings=readings,
    )


def words(finding: Finding) -> str:
    """The possible outcomes in a line."""
    return " or ".join(outcome.value for outcome in finding.possible)
