"""What addresses and questions are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Name = Annotated[
    str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f/]+$", description="An id of the docket's.")
]
"""The id of a review, a government, an exhibit or an authority; it holds no slash."""

Number = Annotated[int, Field(ge=1, le=999_999_999, description="A number of the docket's.")]

Text = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
"""What somebody looks for."""

Day = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        json_schema_extra={"format": "date"},
        description="Year, month and day.",
        examples=["2017-07-06"],
    ),
]
