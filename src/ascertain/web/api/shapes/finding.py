"""Findings, with what they turn on; as ``ascertain find --format json`` gives them."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Schema
from pydantic import Field


class Turn(Schema):
    """Something that an open finding turns on."""

    kind: Literal["fact", "reading", "force"]
    id: str
    ask: str
    options: list[str]


class TurnsOn(Schema):
    """What an open finding turns on: facts, and points of law."""

    fact: list[Turn]
    law: list[Turn]


class Ground(Schema):
    """A part of a smallest sufficient reason."""

    kind: str
    id: str
    value: Any
    by: list[str]


class ReadingTaken(Schema):
    """A reading of a contested point."""

    point: str
    reading: str


class Rests(Schema):
    """The receipt: what a finding rested on."""

    rulebook: str
    record: str
    on: str
    law: str
    known: str
    made: str
    standard: str
    readings: list[ReadingTaken]
    version: str


class Finding(Schema):
    """The answer to a question for a government."""

    government: str | None = Field(examples=["chicago"])
    program: str | None
    question: str = Field(examples=["government complies with § 1373"])
    short: str | None = Field(examples=["complies"])
    on: str
    law: str
    known: str
    standard: str
    finding: str = Field(description="An outcome, or open where several are possible.", examples=["open"])
    possible: list[str]
    turns_on: TurnsOn
    authorities: list[str]
    reason: list[Ground]
    amounts: list[dict[str, Any]] | None = Field(None, description="For a quantity: each way in which it is reckoned.")
    same_under_every_reading: bool
    notes: list[str]
    said: list[dict[str, Any]] = Field(description="What was said of the question itself, which is never a fact.")
    receipt: Rests


class Findings(Schema):
    """A part of the findings; of the governments that are withheld none is told, since entries that one may not read
    decide them."""

    items: list[Finding]
    count: int
    next: str | None
    withheld: list[str]


class Question(Schema):
    """A question that findings answer."""

    question: str
    short: str | None
    ask: str
    programs: list[str] = Field(description="The programs that it is asked of, once each; none where it needs none.")


class UnderWay(Schema):
    """What was asked for is still being worked out: ask again."""

    told: str = Field(description="What is being done.")
    seconds: int = Field(description="For how long.")
