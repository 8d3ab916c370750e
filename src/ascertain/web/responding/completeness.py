"""A drafted claim and what is asked in; what it still lacks to be complete out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from ascertain.docket.values import Unfit, kind_of_value, parse_value
from ascertain.record.model import Passage
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.terms import Term
from ascertain.web.responding.draft import Citation, Draft

_MOST_PAGES = 6
_A_DAY = "write a day, a month or a year, such as 2017-06-30, 2017-06 or 2017"


def missing(draft: Draft, term: Term, uploads: Collection[int], arguments: Collection[str]) -> list[tuple[str, str]]:
    """What a claim lacks, each with the name of the field that it is about.

    Args:
        draft: The claim, tidied.
        term: The term that it is about.
        uploads: The numbers of the documents that may be cited.
        arguments: The ids of the arguments that may be made.
    """
    return [*_value(draft, term), *_period(draft), *_named(draft, uploads, arguments)]


def period_of(draft: Draft) -> Interval:
    """The period of a complete claim.

    Raises:
        ValueError: A bound is no day.
    """
    first, last = (Moment.parse(text) if text else None for text in (draft.since, draft.until))
    return Interval(first, last)


def passage_of(citation: Citation) -> Passage | None:
    """The passage that a complete claim quotes, or ``None`` where it names the document only."""
    page = int(citation.page) if citation.page else None
    return Passage(citation.quote, page=page) if citation.quote else None


def _value(draft: Draft, term: Term) -> Iterator[tuple[str, str]]:
    if not draft.value:
        yield "value", f"Give the answer: {kind_of_value(term)}."
        return
    try:
        parse_value(term, draft.value)
    except Unfit as unfit:
        yield "value", f"“{draft.value}” is not {kind_of_value(term)}: {unfit.help}."


def _period(draft: Draft) -> Iterator[tuple[str, str]]:
    if not draft.since:
        yield "since", f"Say from when on this has been so: {_A_DAY}."
    found: list[Moment] = []
    for key, text in (("since", draft.since), ("until", draft.until)):
        try:
            found += [Moment.parse(text)] if text else []
        except ValueError:
            yield key, f"“{text}” is no date: {_A_DAY}."
            return
    for first, last in pairwise(found):
        if last.latest <= first.earliest:
            yield "until", f"This ends on {last}, before it begins on {first}: swap the two, or leave the end out."


def _named(draft: Draft, uploads: Collection[int], arguments: Collection[str]) -> Iterator[tuple[str, str]]:
    for one in draft.arguments:
        if one not in arguments:
            yield "arguments", f"There is no argument “{one}”; choose among those listed."
    for citation in draft.citations:
        if citation.upload not in uploads:
            yield "quote", "A passage names no document; choose one, or clear the passage."
        if citation.page and not citation.quote:
            yield "quote", "A page is given and no passage: copy the words that stand there."
        if citation.page and not (
            citation.page.isascii() and citation.page.isdigit() and len(citation.page) < _MOST_PAGES
        ):
            yield "page", f"“{citation.page}” is no page number: write digits only, such as 12."
