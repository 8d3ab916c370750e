"""An entry goes on the docket as its file in a folder says it."""

from __future__ import annotations

from ascertain.web.dockets.texts import entry_of_text
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Entry, Review, User
from ascertain.web.services.file_entry import file_entry

_LONGEST = {"title": 1000, "by": 500, "file_name": 200}


def file_text(user: User, review: Review, name: str, text: str, place: Place) -> Entry:
    """File an entry from its text. Its number has to be the next free one, so that whoever wrote it knew the docket.

    Args:
        user: Who files it.
        review: The review.
        name: The name of its file, such as ``0057-order-stay.md``.
        text: What the file says: front matter in YAML, and text in Markdown.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        Refused: They may not file.
        DocketError: The text has mistakes, or its number is taken or leaves a gap.
        WebError: Its title, its author or its name is too long.
    """
    require(principal_of(user), Act.FILE_AN_ENTRY, Thing(review.pk))
    entry = entry_of_text(review, name, text, place)
    for part, most in _LONGEST.items():
        if len(getattr(entry, part)) > most:
            word = part.replace("_", " ")
            raise WebError(Code.UNFIT, f"the {word} of this entry has more than {most} characters", "shorten it")
    return file_entry(user, review, entry, place)
