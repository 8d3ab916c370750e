"""The page as a whole, and its part for one government."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.publish.html.lawchart import LawChart
from ascertain.publish.html.prose import Block
from ascertain.publish.html.views.basics import Cell, Difference, Matrix
from ascertain.publish.html.views.compared import Compared
from ascertain.publish.html.views.findings import FindingView
from ascertain.publish.html.views.law import AuthorityPage
from ascertain.publish.html.views.record import ArgumentView, AwardView, Event, ReviewRow, TermView


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
class ProgramView:
    """A grant program, who administers it, and what it was encoded from."""

    name: str
    agency: str
    listing: str
    sources: tuple[str, ...]
    confidence: str


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
    programs: tuple[ProgramView, ...]
    about: tuple[Block, ...]
    differences: tuple[Difference, ...]
    review: tuple[ReviewRow, ...]
    chart: LawChart
    compared: Compared | None
    governments: tuple[GovernmentPage, ...]
    authorities: tuple[tuple[str, tuple[AuthorityPage, ...]], ...]
    entries: tuple[Event, ...]
    receipts: tuple[tuple[str, str], ...]
    covers: str
    version: str
