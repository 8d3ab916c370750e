"""Authorities and their provisions, and whether one binds."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import Field
from typing_extensions import TypedDict

CitedAs = TypedDict("CitedAs", {"text": str, "from": str | None})
"""A dated alias of an authority."""


class Authority(Schema):
    """A source of law."""

    authority: str = Field(examples=["usc-8-1373"])
    kind: str = Field(examples=["statute"])
    title: str
    citations: list[CitedAs]
    issuer: str
    issued: str
    confidence: str = Field(description="How much of it its encoders saw.", examples=["verified"])
    sources: list[str]


class Provision(Schema):
    """An addressable part of an authority."""

    provision: str = Field(examples=["usc-8-1373#a"])
    heading: str
    quote: str | None = Field(description="Its own words; null where the rulebook quotes none.")
    confidence: str


class AuthorityInFull(Authority):
    """An authority with its provisions."""

    summary: str | None
    provisions: list[Provision]


class Force(Schema):
    """Whether a provision binds a government on a day, and the acts that say so; as ``ascertain force`` gives it."""

    provision: str
    government: str | None
    program: str | None
    on: str
    known: str
    confidence: str
    state: str = Field(examples=["suspended"])
    possible: list[str]
    turns_on: list[dict[str, Any]]
    chain: list[dict[str, Any]] = Field(description="The acts that explain it, the oldest first.")
    law_sources: list[dict[str, Any]]
    receipt: dict[str, Any]
