"""The words of the record: claims, exhibits, passages, grades, and facts under a standard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.terms import Between, Shown, Value


class Grade(IntEnum):
    """How well a fact is shown. A standard is the lowest grade a run accepts: asserted, documented or found."""

    NONE = 0
    DISPUTED = 1
    ASSERTED = 2
    DOCUMENTED = 3
    FOUND = 4

    @property
    def word(self) -> str:
        return self.name.lower()


STANDARDS = (Grade.ASSERTED, Grade.DOCUMENTED, Grade.FOUND)


@dataclass(frozen=True, slots=True)
class Passage:
    """An exact passage by W3C Web Annotation selectors: a quote with its surroundings, a position, a page."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document in evidence. ``sha256`` and ``file`` are empty where it is cited but not held."""

    id: str
    title: str
    citation: str = ""
    sha256: str = ""
    file: str = ""
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """What a later entry reports: from the day ``on`` an earlier claim no longer holds.

    ``claim`` is the id of that claim, ``filed`` when its end entered the record, ``entry`` the entry it came in.
    """

    claim: str
    on: Moment
    filed: Moment
    entry: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Someone's statement that a term has a value for an entity over a period.

    ``government`` is empty for a claim about a program alone, ``program`` for one about a government alone.
    ``filed`` is when it entered the record; ``entry`` the docket entry it came in. ``period`` is what was claimed when
    it was filed; ``ending`` is what was filed later of its end.
    """

    id: str
    government: str
    program: str
    term: str
    value: Shown
    period: Interval
    said_by: str
    filed: Moment
    grade: Grade
    entry: str = ""
    exhibit: str = ""
    passage: Passage | None = None
    note: str = ""
    confidence: str = ""
    sources: tuple[str, ...] = ()
    ending: Ending | None = None

    @property
    def runs_on(self) -> bool:
        """Whether it was asserted and nothing on record says until when, so that it is taken to hold on."""
        return self.grade is Grade.ASSERTED and self.period.end is None and self.ending is None


@dataclass(frozen=True, slots=True)
class Fact:
    """What the record shows of one term on one day, before any standard is applied.

    ``value`` is ``None`` where nothing was claimed or the best evidence is disputed; ``grade`` says which.
    ``support`` are the claims at the deciding grade that give the value (all of them if disputed),
    ``contrary`` every other claim that speaks of the day with another value. Where the best evidence only says between
    what a quantity lies, ``between`` does, and there is no value.
    """

    term: str
    government: str
    program: str
    value: Value | None
    grade: Grade
    support: tuple[Claim, ...] = ()
    contrary: tuple[Claim, ...] = ()
    between: Between | None = None

    def under(self, standard: Grade) -> Value | None:
        """The value if it is shown at least to ``standard``, else ``None``: unknown."""
        return self.value if self.grade >= standard else None

    def known_under(self, standard: Grade) -> Shown | None:
        """The value, or between what it lies, if that much is shown at least to ``standard``, else ``None``."""
        return self.span_under(standard) if self.value is None else self.under(standard)

    def span_under(self, standard: Grade) -> Between | None:
        """Between what it lies if that much is shown at least to ``standard``, else ``None``."""
        return self.between if self.grade >= standard else None
