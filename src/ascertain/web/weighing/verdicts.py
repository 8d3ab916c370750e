"""What can be found of a claim, the grade that follows, and what exactly was weighed. Nothing here needs the database.

See docs/decisions/0048.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from ascertain.docket.model import Docket, EntryKind
from ascertain.record.model import Claim, Exhibit, Grade, Passage
from ascertain.rulebook.model.terms import Between, Shown
from ascertain.web.chain.link import canonical


class Word(StrEnum):
    """What a reviewer finds of a claim."""

    ADEQUATE = "adequate"
    INSUFFICIENT = "insufficient"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Contrary:
    """What an exhibit shows instead of what is claimed, and how well."""

    value: Shown
    grade: Grade
    exhibit: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """A verdict with what the findings need of it; ``contrary`` is set where the claim is contradicted."""

    word: Word
    by: str
    note: str = ""
    contrary: Contrary | None = None


def grade_after(claim: Claim, word: Word) -> Grade:
    """The grade of a claim after a verdict, for the team; one that is contradicted keeps its own."""
    if word is Word.ADEQUATE:
        return Grade.FOUND
    return min(claim.grade, Grade.ASSERTED) if word is Word.INSUFFICIENT else claim.grade


def grade_of_exhibit(docket: Docket, exhibit: str) -> Grade:
    """How well an exhibit shows what it says: an order of a court finds it, any other document documents it."""
    orders = (entry.exhibit for entry in docket.entries if entry.kind is EntryKind.ORDER)
    return Grade.FOUND if exhibit in orders else Grade.DOCUMENTED


def digest_of(claim: Claim, exhibits: Mapping[str, Exhibit]) -> str:
    """The SHA-256 of exactly what is weighed: the claim, its end, its passage and the bytes of its exhibit."""
    exhibit = exhibits.get(claim.exhibit)
    ending = claim.ending
    weighed = {
        "id": claim.id,
        "about": [claim.government, claim.program, claim.term],
        "value": asdict(claim.value) if isinstance(claim.value, Between) else claim.value,
        "period": str(claim.period),
        "said-by": claim.said_by,
        "grade": claim.grade.word,
        "exhibit": [claim.exhibit, exhibit.sha256 if exhibit else ""],
        "passage": asdict(claim.passage) if claim.passage else None,
        "ending": [str(ending.on), ending.entry] if ending else None,
    }
    return hashlib.sha256(canonical(weighed).encode()).hexdigest()
