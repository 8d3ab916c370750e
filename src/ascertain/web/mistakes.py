"""What stops a web docket from being served or used as asked, and the codes of its kinds."""

from __future__ import annotations

from enum import StrEnum

from ascertain.rulebook.mistakes import BadInput, Mistake


class Code(StrEnum):
    """Stable codes: W1 where it is served from, W2 what was asked of it, W3 what was to be redacted."""

    NOT_INSTALLED = "W101"
    NO_PLACE = "W102"
    NO_DATABASE = "W103"
    NO_ADDRESS = "W104"
    NO_MAIL = "W105"
    NO_ENTRANCE = "W106"
    TAKEN = "W201"
    UNKNOWN = "W202"
    UNFIT = "W203"
    NOT_YET = "W204"
    TOO_LARGE = "W205"
    TOO_OFTEN = "W206"
    NOT_REDACTABLE = "W301"
    UNREADABLE = "W302"
    TOO_MUCH = "W303"
    UNFIT_MARK = "W304"
    NOT_FOUND = "W305"
    UNPLACED = "W306"
    SURVIVED = "W307"
    NOT_WRITTEN = "W308"


class WebError(BadInput):
    """What was asked cannot be done as it is; nothing was changed.

    Args:
        code: Which kind it is.
        message: One plain sentence.
        help_: What to do instead.
    """

    def __init__(self, code: Code, message: str, help_: str) -> None:
        super().__init__((Mistake(code, message, (), (), help_),))
