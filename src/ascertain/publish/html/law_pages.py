"""The law of a docket as pages: its course over time, and each authority."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Docket
from ascertain.publish.html import lawchart
from ascertain.publish.html.board import period
from ascertain.publish.html.forces import Forces
from ascertain.publish.html.happenings import KINDS, courses, happenings
from ascertain.publish.html.law_view import authority_page
from ascertain.publish.html.names import Names
from ascertain.publish.html.views.law import AuthorityPage
from ascertain.rulebook.model.book import Rulebook


@dataclass(frozen=True, slots=True)
class LawPages:
    """The timeline, and the authorities by kind."""

    chart: lawchart.LawChart
    authorities: tuple[tuple[str, tuple[AuthorityPage, ...]], ...]


def law_pages(docket: Docket, rulebook: Rulebook, on: date, known: date, progress: Callable[[str], None]) -> LawPages:
    """Tell the law for the governments under review.

    Args:
        docket: The record of the review.
        rulebook: The law.
        on: The day asked about.
        known: Only what had been issued by then counts on that day; the timeline shows what came after, too.
        progress: Told in a few words what is being done.
    """
    names = Names(docket, rulebook)
    members = {member.government: docket.governments[member.government] for member in docket.members}
    titles = {one: who.name for one, who in members.items()}
    start, end, last = period(rulebook, on)
    forces = Forces(rulebook, tuple(members.values()), start, end, on, known, hindsight=last)
    progress("drawing the law over time")
    acts = happenings(names, forces)
    lanes = courses(names, forces, titles)
    chart = lawchart.draw(lanes, acts, start=start, end=end, on=on, known=known)
    progress(f"writing a page for each of {len(rulebook.authorities)} authorities")
    pages = (authority_page(authority, names, forces, titles) for authority in rulebook.authorities.values())
    return LawPages(chart, _by_kind(pages))


def _by_kind(pages: Iterable[AuthorityPage]) -> tuple[tuple[str, tuple[AuthorityPage, ...]], ...]:
    """The authorities by kind, oldest first; kinds in the order of the timeline, then the others."""
    ranks = [kind for _, kinds in KINDS for kind in kinds]
    found: dict[str, list[AuthorityPage]] = {}
    for page in sorted(pages, key=lambda page: page.authority.issued.earliest):
        found.setdefault(page.authority.kind, []).append(page)
    ordered = sorted(found, key=lambda kind: ranks.index(kind) if kind in ranks else len(ranks))
    return tuple((kind, tuple(found[kind])) for kind in ordered)
