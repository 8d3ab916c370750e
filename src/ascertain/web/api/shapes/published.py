"""What is published of a review, and what is being prepared."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field


class Publication(Schema):
    """A numbered snapshot that everybody may read."""

    review: str
    number: int
    title: str
    reviewer: str
    on: str = Field(description="The day of its findings.")
    known: str
    approved: str
    digest: str = Field(description="Of all that it shows.")


class PublicationToCome(Schema):
    """A snapshot as the team sees it."""

    publication: int
    number: int | None = Field(description="Null until it is approved.")
    on: str
    known: str
    digest: str


class Withheld(Schema):
    """An entry that a snapshot does not show, and why."""

    entry: int
    reason: str


class PublishedExhibit(Schema):
    """An exhibit of a snapshot."""

    exhibit: str
    title: str
    sha256: str | None = Field(description="Of the file as it is published, which can be redacted.")
    download: str | None = Field(description="Where its bytes are; null where it is withheld or only cited.")
    reason: str | None = Field(description="What was removed, or why it is withheld.")


class PublicationInFull(Publication):
    """A snapshot with its exhibits and what it withholds."""

    entries: int = Field(description="How many entries it shows.")
    withheld: list[Withheld]
    exhibits: list[PublishedExhibit]
    report: str = Field(description="Where its report is.")


class PublishedEntry(Schema):
    """An entry as everybody may read it."""

    entry: int
    kind: str
    title: str
    date: str
    filed: str
    by: str
    deadline: str | None
    answers: int | None
    digest: str


class PublishedEntryInFull(PublishedEntry):
    """A published entry with its words."""

    text: str
