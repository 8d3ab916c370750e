"""A problem (RFC 9457), as every refusal tells it."""

from __future__ import annotations

from ninja import Schema
from pydantic import ConfigDict, Field


class WrongPart(Schema):
    """One thing that is wrong."""

    where: str = Field(description="The field, or the file, line and column.", examples=["body.sent.value"])
    what: str
    remedy: str | None
    code: str | None = Field(description="The code of the mistake, as docs/reference/errors.md lists it.")


class ProblemDetails(Schema):
    """What went wrong, where, and what to do about it."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="What kind it is: an address that explains it.", examples=["/api/#not-found"])
    title: str
    status: int
    detail: str
    instance: str = Field(description="The address that was asked.")
    remedy: str
    errors: list[WrongPart]
