"""Every word that the pages use for a state, taken from the code that decides it, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from ascertain.docket.model import EntryKind
from ascertain.docket.stages import Stage
from ascertain.findings.model import OPEN
from ascertain.law.model import ForceState
from ascertain.publish.html import anchors, words
from ascertain.record.model import Grade
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.model.rules import Outcome
from ascertain.web.policy.roles import Role
from ascertain.web.requesting.progress import Progress
from ascertain.web.weighing.standing import NOT_WEIGHED, STALE
from ascertain.web.weighing.verdicts import Word

MEANINGS: Mapping[str, str] = {
    Stage.NOT_ASKED: "Under review, and no request to it is on record.",
    Stage.ASKED: "A request was sent, and the time to answer has not passed or was not limited.",
    Stage.OVERDUE: "A request was sent, its deadline has passed, and no answer to it is on record.",
    Stage.ANSWERED: "The last request was answered in time, or no time was set; nothing was determined since.",
    Stage.ANSWERED_LATE: "The last request was answered after its deadline; nothing was determined since.",
    Stage.ANSWERED_UNASKED: "It answered, and no request to it is on record.",
    Stage.PROVISIONAL: "The reviewer determined something and left it open; the government may still be heard.",
    Stage.DETERMINED: "The reviewer determined something and left nothing open, and has asked nothing since.",
    Outcome.HOLDS: "Under the rules in force and the facts that count, it is so.",
    Outcome.DOES_NOT_HOLD: "Under the rules in force and the facts that count, it is not so.",
    Outcome.SILENT: "No rule in force speaks to it.",
    Outcome.CONFLICT: "Rules in force say different things, and none of them wins over the other.",
    OPEN: "It depends on a fact that is not shown, or on a question of law that is not settled.",
    "grade none": "Nothing was claimed; the fact is unknown, which is never the same as no.",
    "grade disputed": "The best evidence disagrees; the fact counts as unknown.",
    "grade asserted": "Somebody with standing says so.",
    "grade documented": "A document in evidence shows it.",
    "grade found": "A court or a reviewing body found it to be so.",
    ForceState.IN_FORCE: "The provision binds this government on this day.",
    ForceState.NOT_LAW: "The text never was law; what it says is shown, and it binds no one.",
    ForceState.NOT_YET: "It begins to bind on a later day.",
    ForceState.ENDED: "It was repealed, revoked or vacated, or its time has passed.",
    ForceState.SUSPENDED: "A court has stayed or enjoined it, for some parties and for a time.",
    ForceState.OUT_OF_SCOPE: "It does not reach this government.",
    "force open": "The sources leave it unsettled whether it binds.",
    EntryKind.POLICY: "A law, policy or practice of a government.",
    EntryKind.REQUEST: "A letter by which the reviewer asks for something.",
    EntryKind.RESPONSE: "What a government answered.",
    EntryKind.STATEMENT: "What somebody said publicly; it speaks for its date.",
    EntryKind.DETERMINATION: "What the reviewer concluded, in the reviewer's own words.",
    EntryKind.LIST: "A published list; who is on it is looked up, never inferred.",
    EntryKind.REPORT: "What an inspector, an auditor or another body reported.",
    EntryKind.ORDER: "An order of a court.",
    EntryKind.AWARD: "Money that was awarded.",
    EntryKind.PROGRAM: "A grant program, or its terms.",
    Word.ADEQUATE: "The evidence shows what is claimed, as the reviewer grades it.",
    Word.INSUFFICIENT: "The evidence does not show it well enough; the claim stays what it was, and counts for less.",
    Word.CONTRADICTED: "An exhibit shows something else than what is claimed.",
    STALE: "The claim, its evidence or who may weigh it changed since; the verdict no longer counts.",
    NOT_WEIGHED: "No reviewer has weighed it.",
    f"request {Progress.WAITING}": "There is time to answer, and no answer is on record.",
    f"request {Progress.OVERDUE}": "Its own last day has passed where the request says, and no answer is on record.",
    f"request {Progress.ANSWERED}": "It answered by its own last day.",
    f"request {Progress.LATE}": "It answered after its own last day, and nobody accepted that.",
    f"request {Progress.ACCEPTED}": "It answered after its own last day; the lead accepted that, with a reason.",
    "verified": "Whoever encoded it saw it in the source that is named.",
    "verified-in-part": "Part of it was seen in the source that is named.",
    "memory": "It was not seen in a source, and should be checked first.",
    Role.PUBLIC: "Whoever is not signed in.",
    Role.RESPONDENT_VIEWER: "Reads what concerns one government.",
    Role.RESPONDENT_EDITOR: "Drafts what one government answers.",
    Role.CERTIFYING_OFFICIAL: "Certifies and sends what one government answers, and invites its people.",
    Role.REVIEWER: "Weighs what was answered.",
    Role.LEAD: "Leads the review: files entries and invites people.",
    Role.PUBLISHER: "Decides what of the docket is published.",
    Role.ADMINISTRATOR: "Keeps the site and decides nothing in any review.",
}
"""What each word means. A state of the code that is missing here is a mistake, which a test finds."""


@dataclass(frozen=True, slots=True)
class Status:
    """A word, its place on the page, its shape if it has one, its meaning, and whose turn it is in it, if anybody's."""

    anchor: str
    word: str
    shape: str
    meaning: str
    turn: str = ""


def groups() -> tuple[tuple[str, str, tuple[Status, ...]], ...]:
    """The vocabulary: for each group its title, what it is about, and its words in the order of the code."""
    return (
        (
            "How far a government has come",
            "By what is on record alone. Membership, a request and an answer are three records.",
            tuple(_status(one, one, turn=one.turn.value) for one in Stage),
        ),
        (
            "Findings",
            "What a question comes to on a day, under one standard.",
            tuple(_status(one, one, words.shape(one)) for one in (*Outcome, OPEN)),
        ),
        (
            "Grades of evidence and standards",
            "How well a fact is shown. A standard is the lowest grade that a finding accepts.",
            tuple(_status(f"grade {one.word}", one.word) for one in Grade),
        ),
        (
            "Force of law",
            "Whether a provision binds a government on a day.",
            tuple(_status(_force(one), one.value) for one in ForceState),
        ),
        (
            "Verdicts on claims",
            "What a reviewer found of one claim as it stood. A verdict is not evidence until it is filed.",
            tuple(_status(one, one) for one in (*Word, STALE, NOT_WEIGHED)),
        ),
        (
            "What became of a request",
            "For one government, by its own last day.",
            tuple(_status(f"request {one}", one) for one in Progress),
        ),
        ("Kinds of entries", "What the docket holds.", tuple(_status(one, one) for one in EntryKind)),
        (
            "Confidence",
            "How much of it was seen in a source.",
            tuple(_status(one, one) for one in CONFIDENCES),
        ),
        ("Roles", "What a person is to a review.", tuple(_status(one, one) for one in Role)),
    )


def place_of(state: str) -> str:
    """The place of a word on the page of the vocabulary."""
    return f"status-{anchors.slug(state)}"


def _force(state: ForceState) -> str:
    return "force open" if state is ForceState.OPEN else state.value


def _status(key: str, word: str, shape: str = "", turn: str = "") -> Status:
    plain = key.value if isinstance(key, Enum) else key
    return Status(place_of(plain), str(word), shape, MEANINGS[plain], turn)
