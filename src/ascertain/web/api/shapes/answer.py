"""What a government prepares: responses, the claims in them, and its documents."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field


class Task(Schema):
    """A fact that is asked for, and how far its answer has come."""

    place: int = Field(description="Its place in the list, which stands in addresses.")
    term: str
    program: str | None
    ask: str = Field(description="The question.")
    why: list[str]
    state: str = Field(examples=["draft"])
    version: int = Field(description="How often it was saved.")


class Response(Schema):
    """A response to a request, as a government prepares it, or as it was sent."""

    response: int = Field(description="Its number, which stands in addresses.")
    government: str
    request: int = Field(description="The entry that it answers.")
    corrects: int | None = Field(description="The response that it corrects.")
    entry: int | None = Field(description="The entry that it became; null until it is certified and submitted.")


class ResponseInFull(Response):
    """A response with its tasks."""

    tasks: list[Task]


class NewResponse(Schema):
    """Which request is to be answered, and for whom."""

    government: str = Field(max_length=200, examples=["chicago"])
    request: int = Field(ge=1, le=999_999_999, examples=[32])


class Citation(Schema):
    """A document that a claim rests on, and the exact words in it."""

    upload: int = Field(ge=1, le=999_999_999, description="The number of the upload.")
    quote: str = ""
    page: str = ""


class DraftedClaim(Schema):
    """A claim as it is drafted; every part as typed."""

    value: str = Field("", examples=["yes"])
    since: str = Field("", description="A day, a month or a year.", examples=["2012-07"])
    until: str = ""
    explanation: str = ""
    arguments: list[str] = Field([], max_length=200, description="Ids of the docket's arguments that it makes.")
    argument: str = Field("", description="What it argues besides.")
    citations: list[Citation] = Field([], max_length=100)


class ClaimToSave(DraftedClaim):
    """A claim to save over the version that was read."""

    version: int = Field(ge=0, le=999_999_999, description="The version that was read; 0 for the first.")
    complete: bool = Field(False, description="Whether it is taken for complete; else it is kept as a draft.")


class Lack(Schema):
    """What a claim lacks to be complete."""

    where: str = Field(examples=["value"])
    what: str


class SavedClaim(Task):
    """A task with the claim that answers it."""

    claim: DraftedClaim
    saved_by: str | None
    saved_at: str | None
    lacks: list[Lack] = Field(description="What it lacks, where it was taken for complete.")


class Document(Schema):
    """A version of a document that a government has ready to show."""

    upload: int = Field(description="The number of the upload, by which claims cite it.")
    government: str
    document: int
    version: int
    title: str
    name: str = Field(description="What its sender's file was called.")
    kind: str = Field(examples=["pdf"])
    size: int
    sha256: str
    uploaded: str
    by: str
    download: str = Field(description="Where its bytes are.")


class Certifier(Schema):
    """Who certified a response."""

    name: str
    title: str


class SentDocument(Schema):
    """A document that went with a response."""

    exhibit: str
    name: str
    size: int
    sha256: str


class Written(Schema):
    """An event that was written with a submission."""

    number: int
    kind: str
    subject: str
    digest: str


class Receipt(Schema):
    """What was received, when, and the digests by which anybody can tell that it is this."""

    review: str
    government: str
    answers: int
    corrects: int
    entry: int
    received: str
    certified_by: Certifier
    statements: list[str]
    certified_sha256: str
    documents: list[SentDocument]
    events: list[Written]
