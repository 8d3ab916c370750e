"""How claims are weighed."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from ascertain.web.weighing.verdicts import Word


class Verdict(Schema):
    """What a reviewer found of a claim."""

    claim: str = Field(examples=["33.2"])
    number: int = Field(description="How many verdicts there are on it, with this one.")
    word: Word
    note: str
    grade: str
    by: str
    at: str
    exhibit: str | None = Field(description="The exhibit that contradicts it.")
    quote: str
    value: str = Field(description="What that shows instead.")


class WeighedClaim(Schema):
    """A claim with its last verdict."""

    claim: str
    term: str
    program: str | None
    state: str = Field(examples=["not weighed yet"])
    stale: str | None = Field(description="Why the last verdict no longer counts.")
    filed: int | None = Field(description="The entry in which the verdict was filed.")
    verdicts: int = Field(description="How many there are; what the next has to name as seen.")
    last: Verdict | None


class NewVerdict(Schema):
    """A verdict on a claim exactly as it stands."""

    word: Word
    after: int = Field(ge=0, le=999_999_999, description="How many verdicts on it were seen.")
    note: str = Field("", description="Why; a verdict that is not plain needs it.")
    exhibit: str = Field("", max_length=200, description="Of a contradicted claim: the exhibit that contradicts it.")
    quote: str = Field("", description="Its words.")
    value: str = Field("", description="What it shows instead; needless where the claim says yes or no.")
