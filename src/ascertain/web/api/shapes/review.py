"""Reviews, the governments in them, and who one is to them."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field
from typing_extensions import TypedDict

Period = TypedDict("Period", {"from": str | None, "until": str | None})
"""From a day, a month or a year; until is the first day that is no longer in it."""


class Review(Schema):
    """A review."""

    review: str = Field(description="Its id, which stands in addresses.", examples=["doj-1373-2017"])
    title: str
    reviewer: str
    rulebook: str = Field(description="The rulebook that it is under.", examples=["section-1373"])


class ReviewInFull(Review):
    """A review, and what one may know of it."""

    standard: str = Field(description="The lowest grade of a fact that counts.", examples=["documented"])
    questions: list[str] = Field(description="The questions that findings answer, by their phrases.")
    roles: list[str] = Field(description="What one is in it.", examples=[["respondent's editor"]])
    governments: int = Field(description="How many one may see.")
    entries: int = Field(description="How many one may read.")


Membership = TypedDict("Membership", {"from": str | None, "until": str | None, "basis": str | None})
"""From when until when a government is under review, and on what basis."""


class Government(Schema):
    """A government of a review, and where it stands."""

    government: str = Field(description="Its short id.", examples=["chicago"])
    name: str
    kind: str = Field(examples=["city"])
    state: str = Field(description="The postal abbreviation of its State.", examples=["IL"])
    ids: list[str] = Field(description="Open Civic Data ids and others.")
    member: list[Membership]
    stage: str = Field(description="How far it has come, as known today.", examples=["answered late"])
    turn: str = Field(description="Whose turn it is.", examples=["the reviewer's turn"])


class Standing(Schema):
    """What one entry determined of one government, in its author's own words."""

    government: str
    result: str
    provisional: bool
    quote: str | None
    entry: int
    date: str
    by: str


class GovernmentInFull(Government):
    """A government, what it was asked, what it answered, and what was determined of it."""

    requests: list[int] = Field(description="The entries by which it was asked.")
    responses: list[int] = Field(description="The entries by which it answered.")
    determination: Standing | None
    superseded: list[Standing] = Field(description="Earlier determinations.")


class RoleHere(Schema):
    """What somebody is to a review or to a government in it."""

    review: str
    government: str | None
    role: str


class TokenInUse(Schema):
    """The token that the request was made with."""

    label: str
    writes: bool
    expires: str


class Caller(Schema):
    """Who asks."""

    name: str
    email: str
    administrator: bool
    roles: list[RoleHere]
    token: TokenInUse | None = Field(description="Null where a session was used.")


class Happening(Schema):
    """An event of the review's chain."""

    number: int
    at: str
    kind: str = Field(examples=["entry filed"])
    subject: str
    by: str | None = Field(description="Null where the system acted by itself.")
    digest: str
