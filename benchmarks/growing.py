"""Rulebooks of any size in several shapes, as Markdown that the ordinary reader reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

_HEAD = """\
---
id: {name}
kind: {kind}
title: {name}
citations: [{{text: "{name}", from: 2016-01-01}}]
issuer: Test
issued: 2016-01-01
in-force: [{{from: 2016-01-01}}]
binds: everyone
sources: ["made up"]
confidence: verified
---
# {name}

```{fence}
{text}
```
"""
_VOCABULARY = """\
---
id: growing
title: Growing
covers: {{from: 2016-01-01, until: 2020-01-01}}
---
# Vocabulary

```terms
{terms}
government somewhere: Somewhere
  kind: city
  state: IL
  circuit: 7
```
"""
_TERM = "term: {phrase}\n  type: yes/no\n  about: government\n  ask: Is it so?\n"
_ORDER = "suspends {name}\n  for: everyone\n  issued: 2017-03-01\n  effective: 2017-03-01"
PER_FILE = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rules that stand together, as text.

    Args:
        text: The rules.
        count: How many they are.
        concludes: What they conclude.
        facts: The facts that they look at.
    """

    text: str
    count: int
    concludes: tuple[str, ...]
    facts: tuple[str, ...]


Pieces = Iterator[Piece]


def _clauses(parts: Iterable[str], verdict: str = "holds", indent: str = "  ") -> str:
    guard = "".join(f"\n{indent}  - {part}" for part in parts)
    return f"\n{indent}{verdict} if all of{guard}"


def _rule(number: int, phrase: str, parts: Sequence[str], indent: str = "") -> str:
    otherwise = f"\n{indent}  does not hold otherwise"
    return f"{indent}rule R{number}: {phrase}{_clauses(parts, indent=indent + '  ')}{otherwise}"


def _exception(number: int, to: int, fact: str) -> str:
    return (
        f"exception R{number} to R{to}: it is otherwise{_clauses([fact], 'does not hold' if number % 2 else 'holds')}"
    )


def chains(_: int) -> Pieces:
    """Independent conclusions, ten rules each; every rule asks for the one below and for a fact of its own."""
    number = 0
    while True:
        facts = [f"fact {number}"] + ([f"step {number - 1}"] if number % 10 else [])
        yield Piece(_rule(number, f"step {number}", facts), 1, (f"step {number}",), (f"fact {number}",))
        number += 1


def exceptions(_: int) -> Pieces:
    """Ten rules a conclusion: one with three exceptions, of which each has two of its own."""
    first = 0
    while True:
        facts = [f"fact {first}", *(f"waiver {first + at}" for at in range(1, 10))]
        lines = [_rule(first, f"answer {first}", facts[:1])]
        lines += [_exception(first + at, first + (at - 1) // 3 if at > 3 else first, facts[at]) for at in range(1, 10)]
        yield Piece("\n\n".join(lines), 10, (f"answer {first}",), tuple(facts))
        first += 10


def areas(size: int) -> Pieces:
    """Like the bundled rulebook: a fourth exceptions, a fourth under readings, and one question that looks at all.

    An area of thirty rules has twelve facts of its own, of which four matter to exceptions alone, and shares six.
    """
    number, ends = 0, []
    while number < size - 1:
        rng = Random(number)  # noqa: S311 - no secret is made here
        area = number // PER_FILE
        facts = [f"fact {area} {at}" for at in range(8)] + [f"shared {at}" for at in range(6)]
        terms: list[str] = []
        count = min(PER_FILE, size - 1 - number)
        for at in range(count):
            mine = rng.sample(facts, 2)
            below = rng.sample(terms[-4:], min(1, len(terms)))
            match at % 8:
                case 1 | 3:
                    mine, terms_here = [f"waiver {area} {rng.randrange(4)}"], []
                    text = _exception(number, number - 1, mine[0])
                case 5 if at + 1 < count:
                    terms_here = [f"term {number}"]
                    text = f"point p{number}: how far?\n\nreading FAR of p{number}: far\n"
                    text += _rule(number, terms_here[0], [*below, *mine], "  ")
                case 6:
                    terms_here = [f"term {number - 1}"]
                    text = f"reading NEAR of p{number - 1}: near\n{_rule(number, terms_here[0], mine[:1], '  ')}"
                case _:
                    terms_here = [f"term {number}"]
                    text = _rule(number, terms_here[0], [*below, *mine])
            terms += terms_here
            yield Piece(text, 1, tuple(terms_here), tuple(mine))
            number += 1
        # What has lost its force is not asked for, as of the statute's two subsections in the bundled rulebook.
        ends.append(f"any of\n      - not in force: act-{area}\n      - {terms[-1]}")
    yield Piece(_rule(number, "everything", ends), 1, ("everything",), ())


def tangle(size: int) -> Pieces:
    """Nothing is near anything: each rule looks at facts and at a conclusion drawn from all. No law is written so."""
    rng = Random(size)  # noqa: S311 - no secret is made here
    for number in range(size):
        facts = [f"fact {rng.randrange(max(size // 3, 3))}" for _ in range(2)]
        below = [f"term {rng.randrange(number)}"] if number else []
        parts = ["not " + facts[0], *facts[1:]] if number % 2 else facts
        alternative = f"\n  holds if {below[0]}" if below else ""
        text = f"rule R{number}: term {number}{_clauses(parts)}{alternative}\n  does not hold otherwise"
        yield Piece(text, 1, (f"term {number}",), tuple(facts))


SHAPES: dict[str, Callable[[int], Pieces]] = {
    "independent chains": chains,
    "nested exceptions": exceptions,
    "areas that share facts": areas,
    "random tangle": tangle,
}


def write(shape: str, size: int, folder: Path) -> tuple[list[str], list[str]]:
    """Write a rulebook of so many rules, thirty a file; a court suspends the second of every three.

    Returns:
        What it concludes, and the facts that it looks at.
    """
    pieces = SHAPES[shape](size)
    found: list[Piece] = []
    while sum(piece.count for piece in found) < size:
        found += islice(pieces, 1)
    files: list[list[str]] = [[]]
    filled = 0
    for piece in found:
        if filled >= PER_FILE * len(files):
            files.append([])
        files[-1].append(piece.text)
        filled += piece.count
    folder.mkdir(parents=True)
    for at, texts in enumerate(files):
        _write(folder, f"act-{at}", "statute", "rules", "\n\n".join(texts))
        if at % 3 == 1:
            _write(folder, f"order-{at}", "court order", "force", _ORDER.format(name=f"act-{at}"))
    concluded = list(dict.fromkeys(phrase for piece in found for phrase in piece.concludes))
    facts = list(dict.fromkeys(fact for piece in found for fact in piece.facts))
    terms = "\n".join(_TERM.format(phrase=phrase) for phrase in (*concluded, *facts))
    (folder / "vocabulary.md").write_text(_VOCABULARY.format(terms=terms))
    return concluded, facts


def _write(folder: Path, name: str, kind: str, fence: str, text: str) -> None:
    (folder / f"{name}.md").write_text(_HEAD.format(name=name, kind=kind, fence=fence, text=text))
