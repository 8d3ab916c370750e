"""Complete claims in; exactly what an official certifies, its digest, and what changed since, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ascertain.docket.values import parse_value, show_value
from ascertain.rulebook.model.terms import Term
from ascertain.web.chain.link import canonical
from ascertain.web.responding.draft import Draft

Content = Mapping[str, Any]
_WORDS = {"since": "from", "until": "until", "explanation": "the explanation", "argument": "what it argues"}


@dataclass(frozen=True, slots=True)
class Document:
    """A version of a document as it is certified, and the id that it bears as an exhibit."""

    exhibit: str
    title: str
    name: str
    kind: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Heading:
    """Which response it is: the review, whose, to which request, and the entry that it corrects, 0 for none."""

    review: str
    government: str
    request: int
    corrects: int = 0


def content_of(
    heading: Heading, claims: Iterable[tuple[Term, str, Draft]], unanswered: Iterable[str], held: Mapping[int, Document]
) -> Content:
    """What is certified; in whatever order the claims come, it is the same.

    Args:
        heading: Which response it is.
        claims: Each complete claim: its term, the program it is under or nothing, and what is claimed.
        unanswered: The terms that nothing is claimed of.
        held: The documents that claims may cite, by the number of their upload.
    """
    listed = sorted((_claim(*one, held) for one in claims), key=lambda one: (one["term"], one["program"]))
    cited = {citation["exhibit"] for claim in listed for citation in claim["citations"]}
    documents = {one.exhibit: asdict(one) for one in held.values() if one.exhibit in cited}
    return asdict(heading) | {
        "claims": listed,
        "unanswered": sorted(unanswered),
        "documents": [documents[key] for key in sorted(documents)],
    }


def _claim(term: Term, program: str, draft: Draft, held: Mapping[int, Document]) -> dict[str, Any]:
    return {
        "term": term.phrase,
        "program": program,
        "value": show_value(term, parse_value(term, draft.value)),
        "since": draft.since,
        "until": draft.until,
        "explanation": draft.explanation,
        "arguments": sorted(draft.arguments),
        "argument": draft.argument,
        "citations": [
            {"exhibit": held[one.upload].exhibit, "quote": one.quote, "page": one.page} for one in draft.citations
        ],
    }


def digest_of(content: Content) -> str:
    """The SHA-256 of the canonical JSON (RFC 8785), in lower-case hexadecimal."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def changes(before: Content, after: Content) -> list[str]:
    """What is another than it was, each as a sentence; none where both have the same digest."""
    found: list[str] = []
    old, new = ({(one["term"], one["program"]): one for one in each["claims"]} for each in (before, after))
    for key in sorted(old.keys() | new.keys()):
        named = key[0] + (f" [{key[1]}]" if key[1] else "")
        if key not in new:
            found.append(f"“{named}” is no longer claimed")
        elif key not in old:
            found.append(f"“{named}” is claimed: {new[key]['value']}")
        else:
            found += [f"“{named}”: {what}" for what in _differences(old[key], new[key])]
    if before["unanswered"] != after["unanswered"] and not found:
        found.append("the list of unanswered questions changed")
    if not found and digest_of(before) != digest_of(after):
        found.append("what the response answers changed")
    return found


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    found = []
    if old["value"] != new["value"]:
        found.append(f"the answer was {old['value']}, and is {new['value']}")
    for key, word in _WORDS.items():
        if old[key] != new[key]:
            short = key in {"since", "until"}
            was, is_ = old[key] or "not given", new[key] or "not given"
            found.append(f"“{word}” was {was}, and is {is_}" if short else f"{word} changed")
    if old["arguments"] != new["arguments"]:
        found.append("the arguments chosen changed")
    if old["citations"] != new["citations"]:
        found.append("its documents or passages changed")
    return found
