"""Thousands of governments in; the few that a form shows to choose among, and those chosen already, out.

A form with a button that finds needs no script: what was typed comes back with what was found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from ascertain.web.asking.numbers import number_in
from ascertain.web.records.models import Government

FEW = 40
"""So many are shown without anything to find them by."""
_MOST_CHARACTERS = 200
_FIND, _TURN = "find", "turn-"


@dataclass(frozen=True, slots=True)
class Choosing:
    """What a form shows: who is ``chosen``, a page of whom the ``words`` find beside them, and of ``how_many``."""

    chosen: tuple[Government, ...]
    found: Page[Government]
    words: str
    how_many: int

    @property
    def few(self) -> bool:
        """Whether all of them are shown."""
        return self.how_many <= FEW


def finds(sent: Mapping[str, object]) -> bool:
    """Whether a form was sent only to find somebody, or to turn a page, and nothing is to be done yet."""
    act = str(sent.get("act", ""))
    return act == _FIND or act.startswith(_TURN)


def like(governments: QuerySet[Government], words: str) -> QuerySet[Government]:
    """The governments with these words in their name or their short id; all of them where there are none."""
    for word in words.split():
        governments = governments.filter(Q(name__icontains=word) | Q(key__icontains=word))
    return governments


def choosing(governments: QuerySet[Government], sent: Mapping[str, object], chosen: Collection[str]) -> Choosing:
    """Whom a form shows.

    Args:
        governments: Those that can be chosen.
        sent: What the form sent, with the words to find by and the page to turn to.
        chosen: The short ids of those that are chosen already.
    """
    how_many = governments.count()
    words = words_in(sent.get("find")) if how_many > FEW else ""
    already = tuple(governments.filter(key__in=chosen))
    others = like(governments, words).exclude(key__in=chosen)
    page = number_in(str(sent.get("act", "")).removeprefix(_TURN), 1)
    return Choosing(already, Paginator(others, FEW).get_page(page), words, how_many)


def words_in(sent: object) -> str:
    """The words that somebody finds by."""
    return " ".join(str(sent or "").replace("\x00", "").split())[:_MOST_CHARACTERS]
