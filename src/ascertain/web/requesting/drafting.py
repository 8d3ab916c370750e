"""What is open for a government in; the first draft of a letter that asks for it out."""

from __future__ import annotations

from datetime import date

from ascertain.docket.model import Docket
from ascertain.docket.state import state_on
from ascertain.publish.html.words import day
from ascertain.publish.letter.compose import compose
from ascertain.publish.letter.markdown import render
from ascertain.publish.letter.order import Order
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.mistakes import Code, WebError
from ascertain.web.requesting.letters import DEADLINE, SENT
from ascertain.web.responding.tasks import agenda_of

BLANK = f"""To whom it may concern,

Please answer by {DEADLINE}.
"""
"""What a letter begins with that is not drafted from what is open."""


def draft_text(docket: Docket, rulebook: Rulebook, government: str, on: date, known: date) -> str:
    """The letter that ``ascertain ask`` would draft, with marks in place of the days that only the sending brings.

    Args:
        docket: The docket.
        rulebook: Its rulebook.
        government: The government's id.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.

    Raises:
        WebError: Nothing is open that a fact could settle.
        BadInput: The rulebook does not cover the day.
    """
    agenda = agenda_of(docket, rulebook, government, on, known)
    name = docket.governments[government].name
    if not agenda.items:
        message = f"there is no fact to ask {name} for: every question is settled or turns on law alone"
        raise WebError(Code.UNFIT, message, "write the letter by hand, or choose another day")
    # No paper is of the last day that there is, so that the day can be told apart in the finished text.
    order = Order(
        agenda, rulebook, docket.reviewer, (name,), date.max, docket.title, docket.id, docket.record.digest,
        docket.exhibits, state_on(docket, known),
    )  # fmt: skip
    lines = (
        f"**Date:** {SENT}  " if line.startswith("**Date:** ") else line.replace(day(date.max), DEADLINE)
        for line in render(compose(order))
    )
    return "\n".join(lines) + "\n"
