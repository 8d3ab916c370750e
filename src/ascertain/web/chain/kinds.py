"""Every kind of thing that can happen; there are no others."""

from __future__ import annotations

from enum import StrEnum


class Happened(StrEnum):
    """The kinds of events, in the words in which the history shows them."""

    REVIEW_OPENED = "review opened"
    REVIEW_IMPORTED = "review imported"
    SHEET_FILED = "sheet filed"
    EXHIBIT_FILED = "exhibit filed"
    ENTRY_FILED = "entry filed"
    PERSON_INVITED = "person invited"
    INVITATION_ACCEPTED = "invitation accepted"
    ROLE_GIVEN = "role given"
