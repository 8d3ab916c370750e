"""A made-up determination to measure engines by: facts in three values, exceptions to exceptions, four states of law.

Twelve elements of an entity and two of its state, fourteen rules, five questions. The data come from one hash by
counting, so that every engine can be given the same, and the answers that strong Kleene logic gives have checksums.
Nothing here is about any real government.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

Numbers = Any
"""A NumPy array, which is typed where it is installed only."""
Formula = str | tuple[Any, ...]
"""A fact, ``("not", x)``, ``("all", ...)`` or ``("any", ...)``; of rules ``rN``, of questions ``qN``."""

DAYS = (date(2020, 1, 1), date(2022, 1, 1), date(2023, 7, 1), date(2025, 1, 20))
UNTIL = date(2026, 1, 1)
FACTS = tuple(f"e{at}" for at in range(1, 13))
STATES_FACTS = ("s1", "s2")
QUESTIONS = ("q1", "q2", "q3", "q4", "q5")
TRUE_PER_MILLE = (500, 300, 250, 450, 150, 350, 400, 300, 200, 350, 250, 300)
UNKNOWN_PER_MILLE = 200

BODIES: Mapping[str, Formula] = {
    "r1": ("all", "e1", ("any", "e2", "e3")),
    "r2": ("all", "e4", ("not", "e5")),
    "r3": ("all", ("any", "e6", "s1"), "e7"),
    "r4": ("all", "e8", ("any", "e9", ("not", "e10"))),
    "r5": ("all", "e11", "e12"),
    "r6": ("all", "e2", ("not", "e6"), "e10"),
    "r7": ("any", ("all", "e3", "e4"), ("all", "e5", "e8")),
    "r8": ("any", "s2", ("all", "e7", ("not", "e12"))),
    "r9": "e5",
    "r10": ("any", "e9", ("all", "e11", "s2")),
    "r11": "e12",
    "r12": ("all", ("not", "e1"), "e10"),
    "r13": ("all", "e7", "e9"),
    "r14": ("any", "s1", "e3"),
}
AMENDED: Formula = ("all", "e6", "s1", "e7")
EXCEPTIONS = {"r1": "r9", "r2": "r10", "r4": "r11", "r7": "r12", "r9": "r13", "r11": "r14"}
IN_FORCE: tuple[frozenset[str], ...] = (
    frozenset({"r1", "r2", "r3", "r5", "r8", "r9", "r10"}),
    frozenset(BODIES) - {"r13", "r14"},
    frozenset(BODIES),
    frozenset(BODIES) - {"r10"},
)
ASKED: Mapping[str, Formula] = {
    "q1": ("any", "r1", "r2", "r3"),
    "q2": ("any", "r4", "r5", "r6", "r7"),
    "q3": ("any", "r8", ("all", "r5", ("not", "r1"))),
    "q4": ("all", "q1", "q2", ("not", "q3")),
    "q5": ("all", ("not", "q4"), ("any", ("not", "q1"), "r8", ("not", "r2"))),
}


def formulas(regime: int) -> dict[str, Formula]:
    """Each rule and question by facts and by those before it, in an order in which they can be worked out.

    Args:
        regime: Which state of the law, from 0; a rule without force applies nowhere.
    """
    found: dict[str, Formula] = {}
    for name in (*(f"r{at}" for at in (13, 14, 9, 10, 11, 12)), *(f"r{at}" for at in range(1, 9))):
        body = AMENDED if name == "r3" and regime == 3 else BODIES[name]
        spared = [("not", EXCEPTIONS[name])] if name in EXCEPTIONS else []
        found[name] = ("all", body, *spared) if name in IN_FORCE[regime] else ("any",)
    return found | dict(ASKED)


def text(formula: Formula, indent: str, bullet: str = "") -> str:
    """A formula as the rulebook language writes it."""
    match formula:
        case str():
            return f"{indent}{bullet}{formula}"
        case ("not", str() as name):
            return f"{indent}{bullet}not {name}"
        case (word, *parts):
            inner = "\n".join(text(part, indent + "  ", "- ") for part in parts)
            return f"{indent}{bullet}{word} of\n{inner}"
    raise ValueError(formula)


_ACT = """\
---
id: {id}
kind: statute
title: {id}
citations: [{{text: "{id}", from: {start}}}]
issuer: Nobody
issued: {start}
in-force: [{{from: {start}{until}}}]
binds: everyone
sources: ["made up"]
confidence: verified
---
# {id}

```rules
{rules}
```
"""
_TERM = "term: {name}\n  type: yes/no\n  about: government\n  ask: Is it so?\n"


def write_rulebook(folder: Path) -> None:
    """The same as a rulebook: an act says that no rule applies; that one does is an exception to it while in force."""
    folder.mkdir(parents=True)
    terms = "\n".join(_TERM.format(name=name) for name in (*FACTS, *STATES_FACTS, *BODIES, *ASKED))
    covers = f"covers: {{from: {DAYS[0]}, until: {UNTIL}}}"
    head = f"---\nid: workload\ntitle: Workload\n{covers}\n---\n# Made up\n"
    (folder / "vocabulary.md").write_text(f"{head}\n```terms\n{terms}```\n")
    plain = [f"rule {name.upper()}: {name}\n  does not hold in every case" for name in BODIES]
    asked = [
        f"rule {name.upper()}: {name}\n  holds if {text(formula, '    ').lstrip()}\n  does not hold otherwise"
        for name, formula in ASKED.items()
    ]
    _write(folder, "act", DAYS[0], None, "\n\n".join((*plain, *asked)))
    for name, body in BODIES.items():
        start = next(day for day, rules in zip(DAYS, IN_FORCE, strict=True) if name in rules)
        end = DAYS[3] if name in ("r3", "r10") else None
        _write(folder, name, start, end, _exception(name, body))
    _write(folder, "r3-amended", DAYS[3], None, _exception("r3", AMENDED))


def _exception(name: str, body: Formula) -> str:
    unless = f"\n  unless {EXCEPTIONS[name]}" if name in EXCEPTIONS else ""
    said = text(body, "    ").lstrip()
    return f"exception X to act#{name.upper()}: it applies\n  holds if {said}{unless}"


def _write(folder: Path, name: str, start: date, end: date | None, rules: str) -> None:
    until = f", until: {end}" if end else ""
    (folder / f"{name}.md").write_text(_ACT.format(id=name, start=start, until=until, rules=rules))


def draw(stream: int, rows: Numbers, most: int) -> Numbers:
    """A number below ``most`` for each row, the same for everybody who asks."""
    with np.errstate(over="ignore"):
        z = np.uint64(20250120 * 2**24) + np.uint64(stream * 2**40) + rows + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return ((z ^ (z >> np.uint64(31))) >> np.uint64(32)) % np.uint64(most)


def three(drawn: Numbers, true: int, unknown: int) -> Numbers:
    """Drawn numbers below 1,000 as 0, 1 or 2: no, unknown, yes."""
    return np.where(drawn < unknown, 1, np.where(drawn < unknown + true, 2, 0)).astype(np.uint8)


@dataclass(frozen=True)
class Entities:
    """So many entities: of each its state's number, and the codes of each fact, 0 no, 1 unknown, 2 yes."""

    rows: int
    state: Numbers
    codes: Mapping[str, Numbers]


def entities(rows: int) -> Entities:
    """Entities whose facts hang together in no way, which is hardest for engines that share equal rows."""
    ids: Numbers = np.arange(rows, dtype=np.uint64)
    state = np.minimum(draw(50, ids, 56), draw(51, ids, 56))
    numbers = zip(FACTS, TRUE_PER_MILLE, strict=True)
    codes = {
        name: three(draw(at, ids, 1000), true, UNKNOWN_PER_MILLE) for at, (name, true) in enumerate(numbers, start=1)
    }
    of_states: Numbers = np.arange(56, dtype=np.uint64)
    for name, stream, true in (("s1", 52, 350), ("s2", 53, 250)):
        codes[name] = three(draw(stream, of_states, 1000), true, UNKNOWN_PER_MILLE)[state]
    return Entities(rows, state, codes)


def checksum(answers: Callable[[int, str], Numbers], rows: int) -> str:
    """The checksum of the codes of all answers, asked for by regime and question."""
    weight = (np.arange(rows, dtype=np.uint64) * np.uint64(2654435761) + np.uint64(12345)) % np.uint64(2**32)
    lines = []
    for regime in range(len(DAYS)):
        for question in QUESTIONS:
            codes = answers(regime, question)
            counts = np.bincount(codes, minlength=3)
            hashed = int((weight * codes).sum(dtype=np.uint64))
            cells = (regime, int(question[1:]), counts[2], counts[0], counts[1], hashed)
            lines.append(",".join(str(int(cell)) for cell in cells))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def kleene(codes: Mapping[str, Numbers], wanted: Sequence[str], regime: int) -> dict[str, Numbers]:
    """What strong Kleene logic makes of codes, by the least and the greatest, a row at a time."""
    known: dict[str, Numbers] = dict(codes)

    def value(formula: Formula) -> Numbers | int:
        match formula:
            case str():
                return known[formula]
            case ("not", part):
                return 2 - value(part)
            case ("all", *parts):
                found: Numbers | int = 2
                for part in parts:
                    found = np.minimum(found, value(part))
                return found
            case (_, *parts):
                found = 0
                for part in parts:
                    found = np.maximum(found, value(part))
                return found
        raise ValueError(formula)

    for name, formula in formulas(regime).items():
        known[name] = np.broadcast_to(np.asarray(value(formula), dtype=np.uint8), codes["e1"].shape)
    return {name: known[name] for name in wanted}
