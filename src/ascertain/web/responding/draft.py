"""A claim as somebody drafts it: every part as typed, so that it can be saved at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from ascertain.rulebook.source import code_point, control_character
from ascertain.web.chain.link import canonical

LONGEST_WORD, LONGEST_TEXT = 500, 20_000
MOST_CITATIONS = 20


class State(StrEnum):
    """How far a task has come, in the words in which it is shown."""

    NOT_BEGUN = "not begun"
    DRAFT = "draft"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that a claim rests on, by the number of its upload, and the exact words in it."""

    upload: int
    quote: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as typed. ``arguments`` are ids of the docket's, ``argument`` is what is said of the law besides."""

    value: str = ""
    since: str = ""
    until: str = ""
    explanation: str = ""
    arguments: tuple[str, ...] = ()
    argument: str = ""
    citations: tuple[Citation, ...] = ()

    def text(self) -> str:
        """As canonical JSON; :func:`draft_of` reads it."""
        return canonical(asdict(self))


def draft_of(text: str) -> Draft:
    """The draft from its JSON; an empty text is an empty draft."""
    data: Mapping[str, Any] = json.loads(text) if text else {}
    citations = tuple(Citation(**one) for one in data.get("citations", ()))
    return Draft(**(dict(data) | {"arguments": tuple(data.get("arguments", ())), "citations": citations}))


def tidied(draft: Draft) -> Draft:
    """The same with line ends as they are kept, no space around any part, and nothing twice."""
    kept: dict[Citation, None] = {}
    for one in draft.citations:
        kept[Citation(one.upload, _tidy(one.quote), _tidy(one.page))] = None
    words = {key: _tidy(getattr(draft, key)) for key in ("value", "since", "until", "explanation", "argument")}
    return Draft(**words, arguments=tuple(sorted(set(draft.arguments))), citations=tuple(kept))


def unfit(draft: Draft) -> list[tuple[str, str]]:
    """What of a draft cannot be kept even as a draft, by the name of its field: too long, or no text."""
    found = [(key, _wrong(getattr(draft, key), LONGEST_WORD)) for key in ("value", "since", "until")]
    found += [(key, _wrong(getattr(draft, key), LONGEST_TEXT)) for key in ("explanation", "argument")]
    for one in draft.citations:
        found += [("quote", _wrong(one.quote, LONGEST_TEXT)), ("page", _wrong(one.page, LONGEST_WORD))]
    if len(draft.citations) > MOST_CITATIONS:
        found.append(("quote", f"A claim can name {MOST_CITATIONS} passages; leave some out."))
    return [(key, message) for key, message in found if message]


def unfit_text(text: str) -> str:
    """Why a text cannot stand on the record; empty where it can."""
    control = control_character(text)
    if control is not None:
        return f"This holds the control character {code_point(control[0])}; take it out."
    lone = next((one for one in text if "\ud800" <= one <= "\udfff"), "")
    return f"This holds half a character, {code_point(lone)}; take it out." if lone else ""


def _wrong(text: str, longest: int) -> str:
    if len(text) > longest:
        return f"This has {len(text):,} characters; {longest:,} are kept. Shorten it, or upload it as a document."
    return unfit_text(text)


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
