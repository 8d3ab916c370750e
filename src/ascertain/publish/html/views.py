"""What the page shows, as plain values: the templates set these in type and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.publish.html.lawchart import LawChart
from ascertain.publish.html.prose import Block
from ascertain.publish.html.strip import Strip
from ascertain.rulebook.model import Authority, Untranslated


@dataclass(frozen=True, slots=True)
class Link:
    """Something with a place in the page; ``anchor`` is empty where it has none."""

    text: str
    anchor: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding under one standard.

    ``possible`` are the outcomes that an open one may still have, ``turns_on`` whether *facts*, *law* or both decide.
    """

    standard: str
    word: str
    shape: str
    possible: tuple[str, ...]
    turns_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers to one question under the three standards; ``parts`` says that they are not the same."""

    anchor: str
    question: str
    answers: tuple[Answer, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """Equal where each standard has the same answer, whatever an open one turns on."""
        return tuple((each.word, each.possible) for each in self.answers)

    @property
    def parts(self) -> bool:
        return len(set(self.key)) > 1

    @property
    def alike(self) -> tuple[tuple[Answer, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
        """The different answers, each with the standards that it is given under and what it then turns on."""
        found: dict[tuple[object, ...], list[Answer]] = {}
        for each in self.answers:
            found.setdefault((each.word, each.possible), []).append(each)
        return tuple((same[0], _turning(same, len(self.answers))) for same in found.values())


def _turning(same: list[Answer], every: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[tuple[str, ...], list[str]] = {}
    for each in same:
        found.setdefault(each.turns_on, []).append(each.standard)
    return tuple(
        ("under all three" if len(standards) == every else ", ".join(standards), turns)
        for turns, standards in found.items()
    )


@dataclass(frozen=True, slots=True)
class Row:
    head: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``columns`` are questions, or programs; ``silent`` are programs left out, as no rule speaks for any row."""

    title: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which the standards part on a question, and the governments it is so for."""

    question: str
    program: str
    answers: tuple[Answer, ...]
    governments: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """What an open finding depends on. ``kind`` is *fact* or *law*."""

    kind: str
    name: str
    ask: str
    options: tuple[str, ...]
    note: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Because:
    """One part of a sufficient reason: this, being so, is enough together with the others."""

    kind: str
    name: str
    value: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the explanation: a term or a rule with what it can yield, and what stands under it.

    ``kind`` is *term*, *rule*, *exception* or *fact*; ``speaks`` marks what decided the line above.
    """

    kind: str
    text: str
    shape: str
    word: str
    link: Link | None
    speaks: bool
    notes: tuple[str, ...]
    below: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A question answered for one government; ``chosen`` is the answer under the docket's standard.

    In brief, it has no explanation and no strip.
    """

    anchor: str
    question: str
    ask: str
    program: str
    cell: Cell
    chosen: Answer
    said: tuple[ClaimView, ...]
    because: tuple[Because, ...]
    turns: tuple[Turning, ...]
    authorities: tuple[Link, ...]
    notes: tuple[str, ...]
    explanation: Node | None
    strip: Strip | None
    receipt: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Who said what, when, and where it can be read. ``against`` marks a claim with another value."""

    grade: str
    value: str
    said_by: str
    filed: str
    period: str
    entry: Link | None
    exhibit: str
    held: bool
    passage: str
    page: str
    note: str
    confidence: str
    sources: tuple[str, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """A plain fact under each standard, with the claims that give it and those that contradict it."""

    phrase: str
    ask: str
    program: str
    values: tuple[tuple[str, str], ...]
    disputed: bool
    only_asserted: bool
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """A side's position with its best answer from the other side, and the courts on each."""

    anchor: str
    side: str
    statement: str
    reply: str
    reading: str
    point: Link | None
    courts_for: tuple[Link, ...]
    courts_against: tuple[Link, ...]
    made_in: tuple[Link, ...]
    sources: tuple[str, ...]
    confidence: str
    notes: str


@dataclass(frozen=True, slots=True)
class AwardView:
    program: str
    amount: str
    qualities: str
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated entry that concerns a government, with the result it states if it states one."""

    when: str
    kind: str
    title: str
    by: str
    result: str
    provisional: bool
    quote: str
    link: Link
    authority: Link | None
    later: bool
    confidence: str
    sources: tuple[str, ...]
    text: tuple[Block, ...]
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GovernmentPage:
    anchor: str
    name: str
    kind: str
    identifiers: tuple[tuple[str, str], ...]
    membership: tuple[str, ...]
    headline: tuple[Cell, ...]
    findings: tuple[FindingView, ...]
    by_program: tuple[tuple[str, tuple[FindingView, ...]], ...]
    terms: tuple[TermView, ...]
    silent_terms: tuple[str, ...]
    arguments: tuple[tuple[str, tuple[ArgumentView, ...]], ...]
    awards: tuple[AwardView, ...]
    results: tuple[Event, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ForceLine:
    """Force of a provision over the period shown, for governments for whom it is the same."""

    whom: str
    spans: tuple[tuple[str, str, str], ...]
    today: str
    today_shape: str
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class ChainLink:
    link: Link
    verb: str
    when: str
    whom: str
    note: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of a provision on another, told from either end; ``later`` means after the known day."""

    verb: str
    source: Link
    target: Link
    issued: str
    effective: str
    until: str
    whom: str
    to: str
    carved_out: tuple[str, ...]
    note: str
    later: bool


@dataclass(frozen=True, slots=True)
class ReadingView:
    name: str
    text: str
    held_by: tuple[Link, ...]
    bound: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class PointView:
    anchor: str
    question: str
    readings: tuple[ReadingView, ...]
    live: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProvisionView:
    anchor: str
    heading: str
    depth: int
    quote: str
    commentary: tuple[Block, ...]
    untranslated: tuple[Untranslated, ...]
    rules: tuple[tuple[str, str], ...]
    force: tuple[ForceLine, ...]
    force_of_parent: bool


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    anchor: str
    authority: Authority
    cited: str
    issued: str
    in_force: tuple[str, ...]
    binds: str
    later: bool
    provisions: tuple[ProvisionView, ...]
    does: tuple[Deed, ...]
    undergoes: tuple[Deed, ...]
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One member of the review: whether it was written to, whether it answered, what was then said of it.

    The three are separate records: a member need not have been sent a letter, nor a letter have been answered.
    """

    head: Link
    member: str
    basis: str
    sent: tuple[tuple[str, Link], ...]
    answered: tuple[tuple[str, Link], ...]
    results: tuple[tuple[str, str, Link], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole page."""

    title: str
    reviewer: str
    rulebook: str
    on: str
    known: str
    standard: str
    counts: tuple[tuple[str, str], ...]
    matrix: Matrix
    by_program: tuple[Matrix, ...]
    about: tuple[Block, ...]
    differences: tuple[Difference, ...]
    review: tuple[ReviewRow, ...]
    chart: LawChart
    governments: tuple[GovernmentPage, ...]
    authorities: tuple[tuple[str, tuple[AuthorityPage, ...]], ...]
    entries: tuple[Event, ...]
    receipts: tuple[tuple[str, str], ...]
    covers: str
    version: str
