"""A rulebook with many open facts, whose words hold every sign that a document format could trip over."""

from __future__ import annotations

from pathlib import Path

COUNT = 40
SIGNS = '§ 1, “curly” and "straight" quotes, an en – dash, a # sign, *stars*, <tags> & ampersands, ʻokina, 🏛'
NAME = "Consolidated City-County of Lānaʻi-on-the-Doña 🏛 " + "with a very long name " * 8
_LIES_IN = ("policy text", "practice", "act of the government", "act of another", "circumstance")
_HEAD = """---
id: act
kind: statute
title: The Odd Act & <More>
citations:
  - {text: "1 Odd 1"}
  - {text: "2 Odd 2", from: 2018-01-01}
  - {text: "3 Odd 3", from: 2020-01-01}
issuer: Legislature
issued: 2017-01-01
in-force: [{from: 2017-01-01}]
binds: everyone
sources: [none]
confidence: memory
summary: It asks for many things.
---
# The Odd Act & <More>

Commentary.

## § 1 {#s1}
"""


def write_odd_book(folder: Path) -> Path:
    """Write the rulebook into a folder that is made for it."""
    folder.mkdir(parents=True)
    terms = "\n".join(
        f"term: {phrase(at)}\n  type: {kind(at)}\n  about: government\n  short: f{at}\n"
        f"  lies in: {_LIES_IN[at % len(_LIES_IN)]}\n  ask: Is it so, {at}, with {SIGNS}{' and more' * (at % 5) * 9}?\n"
        for at in range(COUNT)
    )
    (folder / "vocabulary.md").write_text(
        "---\nid: odd\ntitle: Odd\ncovers: {from: 2017-01-01}\n---\n# Words\n\n```terms\n"
        f"{terms}\nterm: government meets the odd act\n  type: yes/no\n  about: government\n  short: meets\n"
        f"  ask: Does it?\n\ngovernment odd: {NAME}\n  kind: city\n```\n",
        "utf-8",
    )
    conditions = "\n".join(f"    - {phrase(at)}{'' if kind(at) == 'yes/no' else ' >= $750,000'}" for at in range(COUNT))
    quote = "> Nobody may “ever” – in any way – " + "clause upon clause, " * 400 + "& so on."
    (folder / "act.md").write_text(
        f"{_HEAD}\n{quote}\n\n```rules\nrule MEETS: government meets the odd act\n  holds if all of\n{conditions}\n"
        "  does not hold otherwise\n```\n",
        "utf-8",
    )
    return folder


def phrase(at: int) -> str:
    """The phrase of one of the facts."""
    return f"the {'very ' * (at % 7)}long fact {at}"


def kind(at: int) -> str:
    """Its type."""
    return "yes/no" if at % 3 else "money"
