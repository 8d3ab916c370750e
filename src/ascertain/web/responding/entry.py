"""What was certified in; the entry that it becomes on the docket out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ascertain.docket.model import Basis, Entry, EntryKind
from ascertain.docket.values import parse_value
from ascertain.record.model import Claim, Exhibit, Grade
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.terms import Term
from ascertain.web.responding.certified import Content, digest_of
from ascertain.web.responding.completeness import passage_of, period_of
from ascertain.web.responding.draft import Citation, Draft
from ascertain.web.responding.sniffing import ending_of


@dataclass(frozen=True, slots=True)
class Signature:
    """Who certifies, for whom, on which day: ``government`` is its name, ``title`` the official's office."""

    government: str
    name: str
    title: str
    day: date


def entry_of(content: Content, signature: Signature, terms: Mapping[str, Term]) -> Entry:
    """The response as an entry that asks for the next number.

    A claim that quotes several documents is filed once for each. It is graded *documented* where it quotes the words of
    one, else *asserted*: what weight a document has is for the reviewer.

    Args:
        content: What was certified.
        signature: Who certified it.
        terms: The vocabulary.
    """
    on = Moment.on(signature.day)
    corrects = content["corrects"]
    title = f"{signature.government}: {'corrected ' if corrects else ''}response to request {content['request']}"
    if corrects:
        title += f", corrects entry {corrects}"
    arguments = {name for one in content["claims"] for name in one["arguments"]}
    return Entry(
        number=0,
        kind=EntryKind.RESPONSE,
        slug="",
        title=title,
        date=on,
        filed=on,
        by=signature.government,
        about=(content["government"],),
        answers=content["request"],
        arguments=tuple(sorted(arguments)),
        claims=tuple(_claims(content, signature, on, terms)),
        basis=Basis.DOCUMENT,
        text="\n\n".join(_paragraphs(content, signature)),
    )


def exhibits_of(content: Content, signature: Signature) -> tuple[Exhibit, ...]:
    """The documents as exhibits. Their files are named by the exhibit and by what they are, not as the sender did."""
    return tuple(
        Exhibit(
            id=one["exhibit"],
            title=one["title"],
            citation=f"sent as “{one['name']}”",
            sha256=one["sha256"],
            file=f"{one['exhibit']}.{ending_of(one['name'], one['kind'])}",
            source=signature.government,
        )
        for one in content["documents"]
    )


def _claims(content: Content, signature: Signature, on: Moment, terms: Mapping[str, Term]) -> Iterator[Claim]:
    for one in content["claims"]:
        for cited in one["citations"] or ({"exhibit": "", "quote": "", "page": ""},):
            yield _claim(content["government"], one, cited, signature, on, terms[one["term"]])


def _claim(
    government: str, one: Mapping[str, Any], cited: Mapping[str, Any], signature: Signature, on: Moment, term: Term
) -> Claim:
    passage = passage_of(Citation(0, cited["quote"], cited["page"]))
    return Claim(
        id="",
        government=government,
        program=one["program"],
        term=term.phrase,
        value=parse_value(term, one["value"]),
        period=period_of(Draft(since=one["since"], until=one["until"])),
        said_by=signature.government,
        filed=on,
        grade=Grade.DOCUMENTED if passage else Grade.ASSERTED,
        exhibit=cited["exhibit"],
        passage=passage,
        note=one["explanation"],
    )


def _paragraphs(content: Content, signature: Signature) -> Iterator[str]:
    if content["corrects"]:
        yield f"Corrects entry {content['corrects']}. What that entry says stands on the record as it was filed."
    for one in content["claims"]:
        if one["argument"]:
            yield f"On the law, about “{one['term']}”: {one['argument']}"
    if content["unanswered"]:
        yield "Asked, and not answered: " + "; ".join(content["unanswered"]) + "."
    yield (
        f"Certified by {signature.name}, {signature.title}, on {signature.day}. "
        f"SHA-256 of what was certified: {digest_of(content)}."
    )
