"""Entries, exhibits and claims as they are filed."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import Field
from typing_extensions import TypedDict

from ascertain.docket.model import EntryKind
from ascertain.web.api.shapes.review import Period


class Entry(Schema):
    """An entry of the docket."""

    entry: int = Field(description="Its number.", examples=[32])
    kind: EntryKind
    title: str
    date: str = Field(description="A day, a month or a year.", examples=["2017-06-30"])
    filed: str = Field(description="From when on it counts as known.")
    by: str
    about: list[str] = Field(description="The governments that it is addressed to or concerns, of those one may see.")
    deadline: str | None
    answers: int | None = Field(description="The request that it answers.")


class EntryInFull(Entry):
    """An entry with its words and its place on the chain."""

    file: str = Field(description="The name of its file.", examples=["0032-request-letter.md"])
    text: str = Field(description="What its file holds: front matter in YAML, and text in Markdown.")
    exhibits: list[str]
    responses: list[int] = Field(description="The entries that answer it.")
    digest: str = Field(description="The digest of the event that filed it.")
    event: int = Field(description="The number of that event on the review's chain.")


class NewEntry(Schema):
    """An entry to file, as its file in a docket's folder would hold it."""

    file: str = Field(
        max_length=200,
        description="NNNN-kind-slug.md; the number is the next free one, else somebody filed meanwhile.",
        examples=["0057-order-stay.md"],
    )
    text: str = Field(
        max_length=1_000_000,
        examples=["---\nnumber: 57\nkind: order\ntitle: A stay\ndate: 2017-11-01\nby: The court\n---\n\nThe order.\n"],
    )


class Exhibit(Schema):
    """A document in evidence."""

    exhibit: str = Field(description="Its id.", examples=["usc-8-1373"])
    title: str
    file: str | None = Field(description="The name of its file; null where it is only cited.")
    sha256: str | None
    size: int | None = Field(description="In bytes.")
    download: str | None = Field(description="Where its bytes are.")


class Ended(TypedDict):
    on: str
    entry: str


"""What was reported of the end of a claim."""


class Claim(Schema):
    """A claim as it was filed: somebody's statement that a term has a value over a period."""

    id: str = Field(examples=["33.2"])
    government: str | None = Field(description="Null for a claim about a program alone.")
    program: str | None
    term: str = Field(description="The phrase of the term.")
    value: Any
    said_by: str
    grade: str = Field(examples=["documented"])
    filed: str
    period: Period
    ended: Ended | None
    entry: str | None
    exhibit: str | None
    passage: str | None = Field(description="The exact words of the exhibit.")
    note: str | None
    confidence: str | None
    sources: list[str]
