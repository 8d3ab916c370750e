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
    ADD_MEMBERS = "put governments under review"
    SEE_THE_REVIEW = "see the review"
    SEE_THE_WHOLE_DOCKET = "see entries that do not concern one's own government"
    SEE_FINDINGS = "see findings"
    SEE_THE_HISTORY = "see the history"
    FILE_AN_ENTRY = "file an entry"
    INVITE_TO_THE_TEAM = "invite people to the team"
    INVITE_RESPONDENTS = "invite people of a government under review"
    EXPORT_THE_DOCKET = "export the docket"
    SEE_THE_DECIDING = "see how a determination is made"
    DECLARE_AN_INTEREST = "declare whether one has an interest in a government"
    ASSIGN_REVIEWERS = "assign reviewers"
    DRAFT_A_DETERMINATION = "draft a determination"
    GIVE_AN_OPINION = "give an opinion on a draft"
    ISSUE_A_DETERMINATION = "issue a determination"
    ASK_FOR_RECONSIDERATION = "ask for reconsideration"
    ENTER_THE_EFFECT_OF_AN_ORDER = "enter the effect of an order"
    READ_DRAFTS = "read what a government prepares"
    EDIT_A_RESPONSE = "edit a government's response"
    SUBMIT_A_RESPONSE = "certify and submit a government's response"
    SEE_PUBLICATIONS_TO_COME = "see publications that are being prepared"
    PREPARE_A_PUBLICATION = "prepare a publication"
    APPROVE_A_PUBLICATION = "approve a publication"
    SEE_LETTERS_TO_COME = "see letters that are being prepared"
    DRAFT_A_LETTER = "draft a letter"
    APPROVE_A_LETTER = "approve a letter"
    SEND_A_LETTER = "send a letter"
    EXTEND_A_DEADLINE = "extend a deadline"
    ACCEPT_A_LATE_ANSWER = "accept a late answer"
    SEND_REMINDERS = "send reminders"
    SEE_THE_WEIGHING = "see how claims are weighed"
    WEIGH_CLAIMS = "weigh claims"
    FILE_VERDICTS = "file verdicts"


_TEAM = frozenset(TEAM)

POLICY: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.OPEN_A_REVIEW: frozenset({Role.ADMINISTRATOR, Role.LEAD}),
        Act.ADD_MEMBERS: frozenset({Role.LEAD}),
        Act.SEE_THE_REVIEW: _TEAM | frozenset(RESPONDENTS),
        Act.SEE_THE_WHOLE_DOCKET: _TEAM,
        Act.SEE_FINDINGS: _TEAM | frozenset(RESPONDENTS),
        Act.SEE_THE_HISTORY: _TEAM,
        Act.FILE_AN_ENTRY: frozenset({Role.LEAD}),
        Act.INVITE_TO_THE_TEAM: frozenset({Role.LEAD}),
        Act.INVITE_RESPONDENTS: frozenset({Role.LEAD, Role.CERTIFYING_OFFICIAL}),
        Act.EXPORT_THE_DOCKET: frozenset({Role.LEAD, Role.PUBLISHER}),
        Act.SEE_THE_DECIDING: _TEAM,
        Act.DECLARE_AN_INTEREST: frozenset({Role.REVIEWER}),
        Act.ASSIGN_REVIEWERS: frozenset({Role.LEAD}),
        Act.DRAFT_A_DETERMINATION: frozenset({Role.REVIEWER}),
        Act.GIVE_AN_OPINION: frozenset({Role.REVIEWER}),
        Act.ISSUE_A_DETERMINATION: frozenset({Role.LEAD}),
        Act.ASK_FOR_RECONSIDERATION: frozenset({Role.CERTIFYING_OFFICIAL}),
        Act.ENTER_THE_EFFECT_OF_AN_ORDER: frozenset({Role.LEAD}),
        Act.READ_DRAFTS: frozenset(RESPONDENTS),
        Act.EDIT_A_RESPONSE: frozenset({Role.RESPONDENT_EDITOR, Role.CERTIFYING_OFFICIAL}),
        Act.SUBMIT_A_RESPONSE: frozenset({Role.CERTIFYING_OFFICIAL}),
        Act.SEE_PUBLICATIONS_TO_COME: _TEAM,
        Act.PREPARE_A_PUBLICATION: frozenset({Role.PUBLISHER}),
        Act.APPROVE_A_PUBLICATION: frozenset({Role.LEAD, Role.PUBLISHER}),
        Act.SEE_LETTERS_TO_COME: _TEAM,
        Act.DRAFT_A_LETTER: frozenset({Role.LEAD, Role.REVIEWER}),
        Act.APPROVE_A_LETTER: frozenset({Role.LEAD, Role.REVIEWER}),
        Act.SEND_A_LETTER: frozenset({Role.LEAD}),
        Act.EXTEND_A_DEADLINE: frozenset({Role.LEAD}),
        Act.ACCEPT_A_LATE_ANSWER: frozenset({Role.LEAD}),
        Act.SEND_REMINDERS: frozenset({Role.LEAD}),
        Act.SEE_THE_WEIGHING: _TEAM,
        Act.WEIGH_CLAIMS: frozenset({Role.REVIEWER}),
        Act.FILE_VERDICTS: frozenset({Role.LEAD}),
    }
)
