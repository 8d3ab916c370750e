"""Requests, their deadlines, and whose turn it is."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field


class Request(Schema):
    """A request: a letter that asks for evidence by a day."""

    entry: int
    title: str
    date: str
    by: str
    to: list[str] = Field(description="The governments that it went to, of those one may see.")
    deadline: str | None = Field(description="The last day to answer, as filed.")
    zone: str | None = Field(description="The zone of that day; null where the letter was not sent from here.")
    closes: str | None = Field(description="The moment from which on an answer is late, in UTC.")


class Extension(Schema):
    """More time."""

    day: str
    reason: str
    at: str


class Asked(Schema):
    """Where a request stands with one government."""

    government: str
    response: int | None = Field(description="The entry that answers it.")
    date: str | None
    late_days: list[int] | None = Field(
        description="By at least and at most how many days it is late; of a letter that was sent from here, progress "
        "says whether it is, by the government's own last day."
    )
    day: str | None = Field(description="Its own last day, extensions included.")
    progress: str | None = Field(description="What became of it; null where it was not sent from here.")
    turn: str | None = Field(description="Whose turn it is, and to do what.")
    extensions: list[Extension]


class RequestInFull(Request):
    """A request with how its deadline came about and where it stands with each government that one may see."""

    steps: list[str] = Field(description="How the deadline was counted.")
    replies: list[Asked]


class Reminded(Schema):
    """How many governments were written to."""

    written: int
