"""Which entries of a docket are asked for: by kind, by government and by words, newest first or oldest."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from ascertain.docket.model import EntryKind
from ascertain.web.asking.choosing import like, words_in
from ascertain.web.records.models import Entry, EntryParty, Government
from ascertain.web.records.words import having


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the docket is asked for; what no docket has is left out, so that any address shows a page.

    ``government`` is a short id, or words of a name that several may bear.
    """

    kind: str
    government: str
    words: str
    oldest: bool

    def of(self, entries: QuerySet[Entry], governments: QuerySet[Government]) -> QuerySet[Entry]:
        """The entries asked for, in the order asked for.

        Args:
            entries: Those that whoever asks may read.
            governments: Those that they may see.
        """
        if self.kind:
            entries = entries.filter(kind=self.kind)
        if self.government:
            one = governments.filter(key=self.government)
            meant = one if one.exists() else like(governments, self.government)
            entries = entries.filter(Exists(EntryParty.objects.filter(entry=OuterRef("pk"), government__in=meant)))
        entries = having(entries, self.words)
        sign = "" if self.oldest else "-"
        return entries.order_by(f"{sign}date_latest", f"{sign}number")

    def query(self, **changed: str) -> str:
        """The address of the same, with something changed."""
        asked = {
            "kind": self.kind,
            "government": self.government,
            "q": self.words,
            "order": "oldest" if self.oldest else "",
        }
        return "?" + urlencode({key: value for key, value in (asked | changed).items() if value})


def wanted_of(request: HttpRequest) -> Wanted:
    """What the address asks for."""
    kind = request.GET.get("kind", "")
    return Wanted(
        kind=kind if kind in set(EntryKind) else "",
        government=words_in(request.GET.get("government")),
        words=request.GET.get("q", "").replace("\x00", "").strip(),
        oldest=request.GET.get("order") == "oldest",
    )
