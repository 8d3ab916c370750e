"""The small rulebooks that show one lesson each, in the language of rulebooks."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from ascertain.law.force import LawOn
from ascertain.law.model import Force, Matter
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook


@cache
def small(name: str) -> Rulebook:
    """The rulebook in the folder of this name beside this file."""
    return load_rulebook(Path(__file__).parent / "rulebooks" / name)


def law(name: str, on: str, who: str = "", program: str = "", known: str = "") -> LawOn:
    """The law of a small rulebook for one matter, known as of its own day unless said otherwise."""
    book = small(name)
    day = date.fromisoformat(on)
    matter = Matter(
        book.governments[who] if who else None,
        book.programs[program] if program else None,
        day,
        date.fromisoformat(known) if known else day,
    )
    return LawOn(book, matter)


def force(name: str, provision: str, on: str, who: str = "", program: str = "") -> Force:
    return law(name, on, who, program).force(provision)
