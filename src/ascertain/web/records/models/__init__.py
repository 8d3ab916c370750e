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
from ascertain.web.records.models.publishing import Publication, PublishedEntry, PublishedExhibit, Redaction
from ascertain.web.records.models.requests import (
    CalendarAddress,
    Delivery,
    Digest,
    Extension,
    LateAcceptance,
    Letter,
    LetterApproval,
    LetterVersion,
    Message,
    Sending,
)
from ascertain.web.records.models.responses import Certification, Response, SavedClaim, Submission, Task, Upload
from ascertain.web.records.models.reviews import Government, Member, Respondent, Review, TeamMember
from ascertain.web.records.models.tokens import Token
from ascertain.web.records.models.weighing import FiledVerdict, Verdict

__all__ = [
    "Assignment",
    "Attempt",
    "Blob",
    "CalendarAddress",
    "Certification",
    "Chain",
    "Declaration",
    "Delivery",
    "Determination",
    "Digest",
    "Draft",
    "Entry",
    "EntryExhibit",
    "EntryParty",
    "Event",
    "Exhibit",
    "Extension",
    "FiledVerdict",
    "Government",
    "Invitation",
    "LateAcceptance",
    "Letter",
    "LetterApproval",
    "LetterVersion",
    "Member",
    "Message",
    "Opinion",
    "OrderEffect",
    "Publication",
    "PublishedEntry",
    "PublishedExhibit",
    "Reconsideration",
    "Redaction",
    "Respondent",
    "Response",
    "Review",
    "SavedClaim",
    "Sending",
    "Sheet",
    "Submission",
    "Task",
    "TeamMember",
    "Token",
    "Upload",
    "User",
    "Verdict",
]
