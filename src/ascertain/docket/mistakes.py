"""A docket with mistakes, and the codes of its kinds of mistake."""

from __future__ import annotations

from enum import StrEnum

from ascertain.rulebook.mistakes import BadInput, Mistake


class DocketError(BadInput):
    """A docket that cannot be used as it is."""


class Code(StrEnum):
    """Stable codes: D1 files, D2 YAML, D3 values, D4 tables, D5 names, D6 numbering, D7 exhibits, D8 writing."""

    NO_DOCKET = "D101"
    NOT_UTF_8 = "D102"
    NO_FRONT_MATTER = "D103"
    UNREADABLE = "D104"
    CONTROL = "D105"
    BROKEN_YAML = "D201"
    TWICE_A_KEY = "D202"
    UNKNOWN_KEY = "D203"
    MISSING = "D204"
    WRONG_SHAPE = "D205"
    NO_DATE = "D301"
    BACKWARDS = "D302"
    NO_CHOICE = "D303"
    NO_NUMBER = "D304"
    NO_YES_OR_NO = "D305"
    UNFIT_VALUE = "D306"
    COLUMNS = "D401"
    CELLS = "D402"
    TWICE = "D403"
    ABOVE_ITSELF = "D404"
    SAME_NAME = "D405"
    BAD_ID = "D406"
    CONTRADICTS = "D407"
    UNKNOWN_GOVERNMENT = "D501"
    UNKNOWN_PROGRAM = "D502"
    UNKNOWN_TERM = "D503"
    WRONG_SUBJECT = "D504"
    UNKNOWN_AUTHORITY = "D505"
    UNKNOWN_EXHIBIT = "D506"
    UNKNOWN_ARGUMENT = "D507"
    UNKNOWN_READING = "D508"
    UNKNOWN_RESULT = "D509"
    UNKNOWN_CLAIM = "D510"
    FILE_NAME = "D601"
    NUMBER_TAKEN = "D602"
    GAP = "D603"
    NO_SUCH_REQUEST = "D604"
    NOBODY = "D605"
    NO_SUCH_ENTRY = "D606"
    EXHIBIT_CHANGED = "D701"
    EXHIBIT_MISSING = "D702"
    BAD_HASH = "D703"
    OUTSIDE = "D704"
    NOT_EMPTY = "D801"
    CANNOT_WRITE = "D802"


def refusal(code: Code, message: str, help_: str) -> DocketError:
    """What refuses a docket as a whole, without a place in it."""
    return DocketError((Mistake(code, message, (), (), help_),))
