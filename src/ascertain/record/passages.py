"""Exact passages of a document by W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors).

A quotation, with the words around it, is found again even where line breaks or the page layout changed; one that no
longer stands in the text is shown as detached, never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ascertain.record.model import Passage

PAGE_BREAK = "\f"
_PAGE_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"


class AnchorState(StrEnum):
    FOUND = "found"
    MOVED = "moved"
    DETACHED = "detached"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands in a text, as half-open character positions; ``None`` where it no longer does.

    *Moved* means that the words stand there still, but not at the recorded place or not among the recorded words.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None


def anchor(text: str, passage: Passage) -> Anchor:
    """Find the passage in the text, whatever the white space between the words.

    Of several equal quotations the one among the recorded surroundings is taken, then the one on the recorded page,
    then the nearest to the recorded position, then the first.
    """
    flat, origin = _flatten(text)
    exact, prefix, suffix = (_flatten(part)[0] for part in (passage.exact, passage.prefix, passage.suffix))
    places = _occurrences(flat, exact)
    if not places:
        return Anchor(AnchorState.DETACHED)

    def begins(place: int) -> int:
        return origin[place]

    def framed(place: int) -> bool:
        end = place + len(exact)
        return flat[:place].rstrip().endswith(prefix) and flat[end:].lstrip().startswith(suffix)

    def fitness(place: int) -> tuple[bool, bool, int, int]:
        on_page = passage.page is None or text.count(PAGE_BREAK, 0, begins(place)) + 1 == passage.page
        far = 0 if passage.start is None else abs(begins(place) - passage.start)
        return not framed(place), not on_page, far, place

    best = min(places, key=fitness)
    start, end = begins(best), origin[best + len(exact) - 1] + 1
    kept = passage.start in {None, start} and passage.end in {None, end}
    same_page = PAGE_BREAK not in text or not fitness(best)[1]
    return Anchor(AnchorState.FOUND if kept and framed(best) and same_page else AnchorState.MOVED, start, end)


def _flatten(text: str) -> tuple[str, list[int]]:
    """The text with each run of white space as one space and none at the ends, and where each character came from."""
    kept: list[str] = []
    origin: list[int] = []
    gap: int | None = None
    for position, character in enumerate(text):
        if character.isspace():
            gap = position if gap is None else gap
            continue
        if gap is not None and kept:
            kept.append(" ")
            origin.append(gap)
        gap = None
        kept.append(character)
        origin.append(position)
    return "".join(kept), origin


def _occurrences(flat: str, exact: str) -> list[int]:
    places: list[int] = []
    at = flat.find(exact) if exact else -1
    while at >= 0:
        places.append(at)
        at = flat.find(exact, at + 1)
    return places


def to_w3c(passage: Passage, source: str) -> dict[str, Any]:
    """The passage as a *specific resource* of the Web Annotation model.

    Args:
        passage: What to point at.
        source: What it is a passage of, such as the exhibit's ``urn:sha256:…``.
    """
    quote = {"type": "TextQuoteSelector", "exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
    selectors: list[dict[str, Any]] = [{key: value for key, value in quote.items() if value}]
    if passage.start is not None and passage.end is not None:
        selectors.append({"type": "TextPositionSelector", "start": passage.start, "end": passage.end})
    if passage.page is not None:
        page = f"page={passage.page}"
        selectors.append({"type": "FragmentSelector", "conformsTo": _PAGE_FRAGMENT, "value": page})
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def from_w3c(resource: Mapping[str, Any]) -> Passage:
    """Read a specific resource; selectors of other kinds are passed over.

    Raises:
        ValueError: It has no text quote selector, or a selector is not what its type promises.
    """
    listed = resource.get("selector", [])
    by_type = {one.get("type"): one for one in ([listed] if isinstance(listed, Mapping) else listed)}
    quote = by_type.get("TextQuoteSelector")
    if not quote or not quote.get("exact"):
        raise ValueError("a passage needs a TextQuoteSelector with the exact words")
    position = by_type.get("TextPositionSelector", {})
    fragment = str(by_type.get("FragmentSelector", {}).get("value", ""))
    page = fragment.removeprefix("page=") if fragment.startswith("page=") else ""
    try:
        start, end = (int(position[key]) if key in position else None for key in ("start", "end"))
        number = int(page) if page else None
    except (TypeError, ValueError):
        raise ValueError("positions and pages of a passage are whole numbers") from None
    return Passage(quote["exact"], quote.get("prefix", ""), quote.get("suffix", ""), start, end, number)
