"""The state of a review in; how far each government has come in it, and whose turn it is, out."""

from __future__ import annotations

from enum import StrEnum

from ascertain.docket.state import DocketState, Reply


class Turn(StrEnum):
    """Who has to act next."""

    REVIEWER = "the reviewer's turn"
    GOVERNMENT = "the government's turn"
    NOBODY = "nobody's turn"


class Stage(StrEnum):
    """How far a government has come in a review, by what is on record."""

    NOT_ASKED = "never asked"
    ASKED = "asked"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered late"
    ANSWERED_UNASKED = "answered unasked"
    PROVISIONAL = "provisionally determined"
    DETERMINED = "determined"

    @property
    def turn(self) -> Turn:
        """Whose turn it is in this stage. After a provisional determination, the government may still be heard."""
        if self is Stage.DETERMINED:
            return Turn.NOBODY
        waits = {Stage.ASKED, Stage.OVERDUE, Stage.PROVISIONAL}
        return Turn.GOVERNMENT if self in waits else Turn.REVIEWER


def stage_of(state: DocketState, government: str) -> Stage:
    """How far a government has come.

    A determination counts until the reviewer asks anew, and a provisional one until the government answers; nothing
    that is not on record is concluded: a member need not have been asked, and one that answered need not have been.

    Args:
        state: The state of the review on a day.
        government: The government's id.
    """
    replies = [(one.entry, reply) for one in state.requests for reply in one.replies if reply.government == government]
    answers = state.responses(government)
    last = max((entry.date.latest for entry, _ in replies), default=None)
    determined = next((one for one in state.determinations if one.government == government), None)
    if determined is not None and (last is None or last <= determined.entry.date.latest):
        day = determined.entry.date.latest
        heard_since = any(answer.date.latest > day for answer in answers)
        if not determined.result.provisional:
            return Stage.DETERMINED
        if not heard_since:
            return Stage.PROVISIONAL
    if not replies:
        return Stage.ANSWERED_UNASKED if answers else Stage.NOT_ASKED
    return _of_last(max(replies, key=lambda one: (one[0].date.latest, one[0].number))[1])


def _of_last(reply: Reply) -> Stage:
    late = reply.late is not None
    if reply.response is None:
        return Stage.OVERDUE if late else Stage.ASKED
    return Stage.ANSWERED_LATE if late else Stage.ANSWERED
