"""The docket's entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from ascertain.docket.model import EntryKind
from ascertain.web.api.callers import known
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Number, Text
from ascertain.web.api.shapes import docket as shapes
from ascertain.web.asking.wanted import Wanted
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_exhibits, visible_governments
from ascertain.web.records.models import Entry, EntryParty
from ascertain.web.services.file_text import file_text

router = Router(tags=["Docket"])


class EntriesWanted(Schema):
    """Which entries are asked for, and in which order."""

    kind: EntryKind | None = Field(None, description="Of this kind.")
    government: Text = Field("", description="About this one: its id, or words of its name.", examples=["chicago"])
    q: Text = Field("", description="With words that begin so.", examples=["detainer"])
    order: Literal["newest", "oldest"] = Field("newest", description="Which come first.")


@router.get("/reviews/{review}/entries", response=Page[shapes.Entry])
def entries(
    request: HttpRequest, review: Name, wanted: Query[EntriesWanted], window: Query[Window]
) -> dict[str, object]:
    """The entries that one may read, by kind, by government and by words."""
    who = asking(request, review)
    asked = Wanted(wanted.kind or "", wanted.government, wanted.q.strip(), wanted.order == "oldest")
    governments = visible_governments(who.principal, who.review)
    found = asked.of(visible_entries(who.principal, who.review), governments).defer("text")
    return page_of(request, window, found, lambda part: entries_of(who, part))


@router.post("/reviews/{review}/entries", response={201: shapes.EntryInFull})
def file(request: HttpRequest, review: Name, sent: shapes.NewEntry) -> Status[dict[str, object]]:
    """File an entry, given as its file in a docket's folder would hold it. It is filed as a whole or not at all, and a
    mistake is told with its line. Of two who file at once the second gets 409, and reads what the first filed."""
    who = asking(request, review)
    require(who.principal, Act.FILE_AN_ENTRY, who.thing)
    filed = file_text(known(request), who.review, sent.file, sent.text, the_place())
    return Status(201, _in_full(who, filed))


@router.get("/reviews/{review}/entries/{number}", response=shapes.EntryInFull)
def one_entry(request: HttpRequest, review: Name, number: Number) -> dict[str, object]:
    """An entry with its words, its exhibits, and its place on the chain."""
    who = asking(request, review)
    readable = visible_entries(who.principal, who.review)
    return _in_full(who, get_object_or_404(readable.select_related("event"), number=number))


def entries_of(who: Asking, part: Sequence[Entry]) -> Iterator[dict[str, object]]:
    """Entries in brief, with the governments that they concern, of those that whoever asks may see."""
    own = visible_governments(who.principal, who.review)
    about: dict[int, list[str]] = defaultdict(list)
    parties = EntryParty.objects.filter(entry__in=part, government__in=own).order_by("government__key")
    for entry, key in parties.values_list("entry", "government__key"):
        about[entry].append(key)
    for one in part:
        yield {
            "entry": one.number,
            "kind": one.kind,
            "title": one.title,
            "date": one.date,
            "filed": one.filed,
            "by": one.by,
            "about": about[one.pk],
            "deadline": one.deadline or None,
            "answers": one.answers,
        }


def _in_full(who: Asking, one: Entry) -> dict[str, object]:
    readable = visible_entries(who.principal, who.review)
    exhibits = visible_exhibits(who.principal, who.review).filter(cited_by__entry=one)
    return {
        **next(entries_of(who, [one])),
        "file": one.file_name,
        "text": one.text,
        "exhibits": list(exhibits.values_list("key", flat=True)),
        "responses": list(readable.filter(answers=one.number).order_by("number").values_list("number", flat=True)),
        "digest": one.event.digest,
        "event": one.event.number,
    }
