"""The roles that a person can have, and what each may do. This table is the whole policy; the rest applies it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What someone is to a review. ``ADMINISTRATOR`` keeps the site and decides nothing in any review."""

    PUBLIC = "public"
    RESPONDENT_VIEWER = "respondent's viewer"
    RESPONDENT_EDITOR = "respondent's editor"
    CERTIFYING_OFFICIAL = "certifying official"
    REVIEWER = "reviewer"
    LEAD = "lead"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


TEAM = (Role.LEAD, Role.REVIEWER, Role.PUBLISHER)
RESPONDENTS = (Role.RESPONDENT_VIEWER, Role.RESPONDENT_EDITOR, Role.CERTIFYING_OFFICIAL)


class Act(StrEnum):
    """What can be done, in the words in which a refusal names it."""

    OPEN_A_REVIEW = "open a review"
    SEE_THE_REVIEW = "see the review"
    SEE_THE_WHOLE_DOCKET = "see entries that do not concern one's own government"
    SEE_FINDINGS = "see findings"
    SEE_THE_HISTORY = "see the history"
    FILE_AN_ENTRY = "file an entry"
    INVITE_TO_THE_TEAM = "invite people to the team"
    INVITE_RESPONDENTS = "invite people of a government under review"
    EXPORT_THE_DOCKET = "export the docket"


_TEAM = frozenset(TEAM)

POLICY: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.OPEN_A_REVIEW: frozenset({Role.ADMINISTRATOR}),
        Act.SEE_THE_REVIEW: _TEAM | frozenset(RESPONDENTS),
        Act.SEE_THE_WHOLE_DOCKET: _TEAM,
        Act.SEE_FINDINGS: _TEAM,
        Act.SEE_THE_HISTORY: _TEAM,
        Act.FILE_AN_ENTRY: frozenset({Role.LEAD}),
        Act.INVITE_TO_THE_TEAM: frozenset({Role.LEAD}),
        Act.INVITE_RESPONDENTS: frozenset({Role.LEAD, Role.CERTIFYING_OFFICIAL}),
        Act.EXPORT_THE_DOCKET: frozenset({Role.LEAD, Role.PUBLISHER}),
    }
)
