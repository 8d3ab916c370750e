"""All that somebody may see in; the part that was asked for, with the address of the next, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

Found = TypeVar("Found")
Row = TypeVar("Row", bound=Model)
Shaped = TypeVar("Shaped")
_FURTHEST = 1_000_000_000


class Window(Schema):
    """Which part of a list is asked for."""

    limit: int = Field(50, ge=1, le=200, description="How many at most.", examples=[50])
    offset: int = Field(0, ge=0, le=_FURTHEST, description="How many to pass over.", examples=[0])


class Page(Schema, Generic[Shaped]):
    """A part of a list."""

    items: list[Shaped]
    count: int = Field(description="How many there are in all.")
    next: str | None = Field(description="The address of the next part; null where this is the last.")


def page_of(
    request: HttpRequest,
    window: Window,
    found: QuerySet[Any] | Sequence[Found],
    shape: Callable[[Sequence[Any]], Iterable[object]],
) -> dict[str, object]:
    """A part of a list.

    Args:
        request: What was asked.
        window: Which part of it.
        found: All of it, in order.
        shape: Gives the part its shape, all at once, so that what belongs to it is looked up once.
    """
    count = found.count() if isinstance(found, QuerySet) else len(found)
    until = window.offset + window.limit
    part = list(found[window.offset : until])
    asked = request.GET.copy()
    asked["limit"], asked["offset"] = str(window.limit), str(until)
    following = request.build_absolute_uri(f"{request.path}?{asked.urlencode()}") if until < count else None
    return {"items": list(shape(part)), "count": count, "next": following}
