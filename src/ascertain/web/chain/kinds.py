"""Every kind of thing that can happen; there are no others."""

from __future__ import annotations

from enum import StrEnum


class Happened(StrEnum):
    """The kinds of events, in the words in which the history shows them."""

    REVIEW_OPENED = "review opened"
    REVIEW_IMPORTED = "review imported"
    MEMBERS_ADDED = "governments put under review"
    SHEET_FILED = "sheet filed"
    EXHIBIT_FILED = "exhibit filed"
    ENTRY_FILED = "entry filed"
    PERSON_INVITED = "person invited"
    INVITATION_ACCEPTED = "invitation accepted"
    ROLE_GIVEN = "role given"
    INTEREST_DECLARED = "interest declared"
    REVIEWER_ASSIGNED = "reviewer assigned"
    ASSIGNMENT_ENDED = "assignment ended"
    DETERMINATION_DRAFTED = "determination drafted"
    OPINION_GIVEN = "opinion given"
    DETERMINATION_ISSUED = "determination issued"
    RECONSIDERATION_ASKED = "reconsideration asked"
    EFFECT_ENTERED = "effect of an order entered"
    RESPONSE_BEGUN = "response begun"
    CLAIM_SAVED = "claim saved"
    DOCUMENT_UPLOADED = "document uploaded"
    STATEMENTS_CONFIRMED = "statements confirmed"
    RESPONSE_SUBMITTED = "response submitted"
    PUBLICATION_PREPARED = "publication prepared"
    PUBLICATION_APPROVED = "publication approved"
    LETTER_DRAFTED = "letter drafted"
    LETTER_APPROVED = "letter approved"
    REQUEST_SENT = "request sent"
    DEADLINE_EXTENDED = "deadline extended"
    LATE_ANSWER_ACCEPTED = "late answer accepted"
    REMINDER_WRITTEN = "reminder written"
    CALENDAR_ADDRESS_MADE = "calendar address made"
    CLAIM_WEIGHED = "claim weighed"
    VERDICTS_FILED = "verdicts filed"
    EXHIBIT_REDACTED = "exhibit redacted"
    TOKEN_MADE = "token made"  # noqa: S105 - a word of the history
    TOKEN_REVOKED = "token revoked"  # noqa: S105
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - what happened
    PASSWORD_RESET = "password set anew by mail"  # noqa: S105
    ADDRESS_PROVEN = "address proven"
    SECOND_FACTOR_ADDED = "second factor added"
    SECOND_FACTOR_REMOVED = "second factor removed"
    RECOVERY_CODES_MADE = "recovery codes made"
