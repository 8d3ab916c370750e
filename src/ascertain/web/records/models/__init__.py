"""The tables: people, reviews, the papers of a docket, and the chain of what happened, and how is decided."""

from ascertain.web.records.models.chain import Chain, Event
from ascertain.web.records.models.deciding import (
    Assignment,
    Declaration,
    Determination,
    Draft,
    Opinion,
    OrderEffect,
    Reconsideration,
)
from ascertain.web.records.models.papers import Blob, Entry, EntryExhibit, EntryParty, Exhibit, Sheet
from ascertain.web.records.models.people import Invitation, User
from ascertain.web.records.models.reviews import Government, Member, Respondent, Review, TeamMember

__all__ = [
    "Assignment",
    "Blob",
    "Chain",
    "Declaration",
    "Determination",
    "Draft",
    "Entry",
    "EntryExhibit",
    "EntryParty",
    "Event",
    "Exhibit",
    "Government",
    "Invitation",
    "Member",
    "Opinion",
    "OrderEffect",
    "Reconsideration",
    "Respondent",
    "Review",
    "Sheet",
    "TeamMember",
    "User",
]
