"""Some entries of a review in; a docket of these alone, to be asked for the state of the review, out.

Reading the whole of a large docket takes minutes, and a page needs the entries about the governments that it shows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from django.db.models import QuerySet

from ascertain.docket.basis import rulebook_of
from ascertain.docket.entries import read_entry
from ascertain.docket.files import FRONT, GOVERNMENTS
from ascertain.docket.governments import read_governments
from ascertain.docket.head import read_head
from ascertain.docket.model import Docket
from ascertain.docket.model import Entry as Filed
from ascertain.docket.names import Names
from ascertain.docket.papers import Papers
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.dockets.kept import Kept
from ascertain.web.place import Place
from ascertain.web.records.models import Entry, Review, Sheet

_FRAMES, _ENTRIES = 16, 20_000
# By the digests of the events that filed them: the numbers of rows that a failed transaction used are given out again.
_read: Kept[str, Filed] = Kept(_ENTRIES)
_frames: Kept[tuple[str, ...], tuple[dict[str, str], Docket, Rulebook]] = Kept(_FRAMES)


def part_of(review: Review, place: Place, entries: QuerySet[Entry], governments: Collection[str]) -> Docket:
    """A docket that holds these entries and these governments and nothing else.

    Args:
        review: The review.
        place: Where rulebooks that are named by a path are looked for.
        entries: The entries, those that whoever asks may read.
        governments: The governments by their short ids; what the entries say of others is left out.

    Raises:
        BadInput: The rulebook is not found or has mistakes.
    """
    texts, head, rulebook = frame_of(review, place)
    wanted = dict(entries.order_by("number").values_list("pk", "event__digest"))
    found = {pk: filed for pk, digest in wanted.items() if (filed := _read.get(digest)) is not None}
    papers = Papers(texts, {}, place.folder)
    names = Names(rulebook, head.governments, papers.reporter)
    missing = [pk for pk in wanted if pk not in found]
    for pk, name, text in Entry.objects.filter(pk__in=missing).values_list("pk", "file_name", "text"):
        read = read_entry(papers, name, text, names)
        assert read is not None, "nothing is filed that cannot be read"
        found[pk] = _read.keep(wanted[pk], read.entry)
    named = frozenset(governments)
    return replace(
        head,
        members=tuple(member for member in head.members if member.government in named),
        governments={key: one for key, one in head.governments.items() if key in named},
        entries=tuple(_about(found[pk], named) for pk in wanted),
    )


def law_of(review: Review, place: Place) -> Rulebook:
    """The rulebook of a review, without reading its entries.

    Args:
        review: The review.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        BadInput: It is not found or has mistakes.
    """
    return frame_of(review, place)[2]


def frame_of(review: Review, place: Place) -> tuple[dict[str, str], Docket, Rulebook]:
    """The sheets that entries are read against, and what they say; they change when a new version of one is filed.

    Args:
        review: The review.
        place: Where rulebooks that are named by a path are looked for.

    Returns:
        The texts of ``docket.md`` and ``governments.csv``, the docket without what is filed in it, and its rulebook.
    """
    sheets = Sheet.objects.filter(review=review, name__in=(FRONT, GOVERNMENTS))
    newest = tuple(sorted(dict(sheets.order_by("version").values_list("name", "event__digest")).values()))
    held = _frames.get(newest)
    if held is None:
        texts = dict(sheets.filter(event__digest__in=newest).values_list("name", "text"))
        papers = Papers(texts, {}, place.folder)
        head = replace(read_head(papers)[0], governments=read_governments(papers).governments)
        held = _frames.keep(newest, (texts, head, rulebook_of(head)))
    return held


def _about(entry: Filed, governments: frozenset[str]) -> Filed:
    if governments.issuperset((*entry.to, *entry.about, *(one.government for one in entry.results))):
        return entry
    return replace(
        entry,
        to=tuple(one for one in entry.to if one in governments),
        about=tuple(one for one in entry.about if one in governments),
        results=tuple(one for one in entry.results if one.government in governments),
    )
