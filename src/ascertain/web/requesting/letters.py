"""A letter as it is drafted: what it says, to whom and by when, as one text whose digest an approval names."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from ascertain.web.chain.link import canonical
from ascertain.web.mistakes import Code, WebError
from ascertain.web.requesting.deadlines import Deadline, Rule, Terms, check_terms
from ascertain.web.responding.draft import unfit_text

DEADLINE, SENT = "{last day to answer}", "{day of sending}"
"""What stands in a draft for the two days that are known only when it is sent."""
_LONGEST_TITLE, _LONGEST_TEXT = 300, 200_000


@dataclass(frozen=True, slots=True)
class Content:
    """What one version of a letter says. ``to`` are the short ids of the governments that it is sent to."""

    title: str
    text: str
    to: tuple[str, ...]
    terms: Terms

    def canonical(self) -> str:
        """Equal contents, equal texts."""
        terms = self.terms
        return canonical(
            {
                "title": self.title,
                "text": self.text,
                "to": sorted(self.to),
                "rule": terms.rule.value,
                "zone": terms.zone,
                "day": str(terms.day or ""),
                "days": terms.days,
                "rolls": terms.rolls,
                "calendar": terms.calendar,
            }
        )

    def digest(self) -> str:
        """What an approval names: the SHA-256 of the canonical text."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    def filled(self, sent: date, deadline: Deadline) -> str:
        """The text as it is sent."""
        until = f"{deadline.day} (through the end of the day, {deadline.zone})"
        return self.text.replace(DEADLINE, until).replace(SENT, str(sent))


def content_of(text: str) -> Content:
    """The content whose canonical text this is."""
    held = json.loads(text)
    day = date.fromisoformat(held["day"]) if held["day"] else None
    terms = Terms(Rule(held["rule"]), held["zone"], day, held["days"], held["rolls"], held["calendar"])
    return Content(held["title"], held["text"], tuple(held["to"]), terms)


def check_content(content: Content) -> None:
    """Refuse what cannot be sent as it is.

    Raises:
        WebError: Something is missing or too long, or the text does not say by when to answer.
    """
    if not content.title or len(content.title) > _LONGEST_TITLE:
        raise WebError(Code.UNFIT, "a letter needs a subject", f"write one of {_LONGEST_TITLE} characters at most")
    if not content.text.strip() or len(content.text) > _LONGEST_TEXT:
        raise WebError(Code.UNFIT, "a letter needs a text", f"write one of {_LONGEST_TEXT} characters at most")
    if not content.to:
        raise WebError(Code.UNFIT, "the letter goes to nobody", "choose at least one government")
    if wrong := unfit_text(content.title + content.text):
        raise WebError(Code.UNFIT, wrong.rstrip("."), "change it and save again")
    check_terms(content.terms)
    if DEADLINE not in content.text:
        message = "the text does not say by when to answer"
        raise WebError(Code.UNFIT, message, f"write {DEADLINE} where the day belongs; it is put in when it is sent")
