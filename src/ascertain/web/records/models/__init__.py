"""The tables: people, reviews, the papers of a docket, answers, how is decided, and the chain of what happened."""

from ascertain.web.records.models.attempts import Attempt
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
from ascertain.web.records.models.publishing import Publication, PublishedEntry, PublishedExhibit
from ascertain.web.records.models.responses import Certification, Response, SavedClaim, Submission, Task, Upload
from ascertain.web.records.models.reviews import Government, Member, Respondent, Review, TeamMember
from ascertain.web.records.models.weighing import FiledVerdict, Verdict

__all__ = [
    "Assignment",
    "Attempt",
    "Blob",
    "Certification",
    "Chain",
    "Declaration",
    "Determination",
    "Draft",
    "Entry",
    "EntryExhibit",
    "EntryParty",
    "Event",
    "Exhibit",
    "FiledVerdict",
    "Government",
    "Invitation",
    "Member",
    "Opinion",
    "OrderEffect",
    "Publication",
    "PublishedEntry",
    "PublishedExhibit",
    "Reconsideration",
    "Respondent",
    "Response",
    "Review",
    "SavedClaim",
    "Sheet",
    "Submission",
    "Task",
    "TeamMember",
    "Upload",
    "User",
    "Verdict",
]
