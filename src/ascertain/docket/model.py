"""The words of the docket: members, entries, results, arguments, awards, and the docket that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from ascertain.record.facts import Record
from ascertain.record.model import Claim, Ending, Exhibit, Grade, Passage
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.parties import Government


class EntryKind(StrEnum):
    POLICY = "policy"
    REQUEST = "request"
    RESPONSE = "response"
    STATEMENT = "statement"
    DETERMINATION = "determination"
    LIST = "list"
    REPORT = "report"
    ORDER = "order"
    AWARD = "award"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Frame:
    """The sampling frame: why these governments are under review and no others, and what says so."""

    words: str
    source: str = ""


class Side(StrEnum):
    """Who makes an argument about the law."""

    RESPONDENT = "respondent"
    REVIEWER = "reviewer"
    THIRD_PARTY = "third-party"


@dataclass(frozen=True, slots=True)
class Member:
    """A government's membership of the review: no letter and no answer is implied by it."""

    government: str
    period: Interval
    basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What an entry says of one government, in its author's own words.

    "No evidence of non-compliance" is such a result, and never the same as "compliant": results are kept and shown,
    not translated. ``provisional`` marks what the author left open.
    """

    government: str
    result: str
    quote: str = ""
    provisional: bool = False


class Basis(StrEnum):
    """What an entry was drawn from. What is missing from quotations or a summary may still stand in the document."""

    DOCUMENT = "document"
    QUOTATIONS = "quotations"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an entry's making of one argument rests on, where that is narrower than the entry as a whole."""

    argument: str
    exhibit: str = ""
    passage: Passage | None = None
    note: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered, dated entry. ``filed`` is when it counts as known; ``number`` 0 asks for the next free one.

    ``to`` are the governments addressed, ``about`` those concerned (in a response: those answering), ``answers`` the
    number of the request answered, ``authority`` the rulebook's authority that this entry is, ``exhibit`` the document
    that it records, ``ends`` what it reports of the end of earlier claims. ``basis`` is ``None`` where the record does
    not say; ``attributions`` are of some ``arguments``.
    """

    number: int
    kind: EntryKind
    slug: str
    title: str
    date: Moment
    filed: Moment
    by: str
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    authority: str = ""
    deadline: Moment | None = None
    answers: int | None = None
    results: tuple[Result, ...] = ()
    arguments: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    ends: tuple[Ending, ...] = ()
    exhibit: str = ""
    basis: Basis | None = None
    text: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""

    @property
    def file_name(self) -> str:
        """The name of its file under ``entries/``."""
        return f"{self.number:04d}-{self.kind}-{self.slug}.md"


@dataclass(frozen=True, slots=True)
class Holding:
    """A court's decision on an argument, the court being an authority of the rulebook or a citation.

    ``readings`` are those of the argument's readings that it accepted, or rejected. There are none where the argument
    is for none, and where it is not on record on which of them the court decided.
    """

    court: str
    readings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A claim about the law, as its proponent would put it; ``reply`` is the id of the argument that answers it.

    ``readings`` are the readings of contested points that it argues for, each as the point and the reading's name.
    ``courts_for`` accepted it and ``courts_against`` rejected it, for some of its readings or as a whole.
    """

    id: str
    side: Side
    statement: str
    reply: str = ""
    courts_for: tuple[Holding, ...] = ()
    courts_against: tuple[Holding, ...] = ()
    used_by: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    source: tuple[str, ...] = ()
    confidence: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """Money to a government under a program. ``cents`` is ``None`` where the amount is not known."""

    government: str
    program: str
    cents: int | None
    exact: bool = False
    joint: bool = False
    source: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Docket:
    """The record of one review. Equal dockets say the same, wherever their folders lie.

    ``rulebook`` is a name or a path as written; ``standard`` the lowest grade that counts unless a run says otherwise;
    ``results`` the words that results may use, empty if free; ``questions`` the terms (phrase or short name) that a
    report shows first; ``text`` the description in prose; ``folder`` where it was read from.

    ``origin`` is the number of the entry that records the document the review began with, ``period`` what it is about,
    ``edition`` the digest of the rulebook that it was opened under. ``readings`` are those that the reviewer applies,
    each as the contested point and the reading's name; findings are told under every reading all the same.
    """

    id: str
    title: str
    reviewer: str
    rulebook: str
    standard: Grade
    members: tuple[Member, ...] = ()
    governments: Mapping[str, Government] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    exhibits: Mapping[str, Exhibit] = field(default_factory=dict)
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    awards: tuple[Award, ...] = ()
    results: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    origin: int | None = None
    frame: Frame | None = None
    period: Interval = field(default_factory=lambda: Interval(None, None))
    edition: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    text: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""
    record: Record = field(default_factory=lambda: Record((), ""), compare=False)
    folder: str = field(default="", compare=False)
    digest: str = field(default="", compare=False)

    @property
    def path(self) -> Path:
        """The folder that it was read from."""
        return Path(self.folder)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of their entries."""
        return tuple(claim for entry in self.entries for claim in entry.claims)
