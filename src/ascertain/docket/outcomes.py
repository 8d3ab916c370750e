"""The outcomes of a determination where a docket names none of its own, and what each says of the condition."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Says(StrEnum):
    """What an outcome says of the condition."""

    MET = "met"
    NOT_MET = "not met"
    NOT_SHOWN = "not shown to be met"
    NOTHING = "nothing"


OUTCOMES: Mapping[str, Says] = MappingProxyType(
    {
        "no evidence of non-compliance": Says.NOTHING,
        "insufficient evidence": Says.NOT_SHOWN,
        "appears not to comply": Says.NOT_SHOWN,
        "does not comply": Says.NOT_MET,
        "complies": Says.MET,
        "not applicable": Says.NOTHING,
    }
)
"""That nothing was found against a government says nothing of whether it complies."""
