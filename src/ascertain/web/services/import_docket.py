"""A docket's folder becomes a review, with every paper of it on the record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from ascertain.docket.files import EXHIBITS, Folder
from ascertain.docket.load import read_docket
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.recording import begin_review, record_papers
from ascertain.web.place import Place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act, Role
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Review, User
from ascertain.web.services.give_role import give_team_role


def import_docket(
    user: User, path: Path, place: Place, progress: Callable[[str], None], lead: User | None = None
) -> Review:
    """Take over a docket's folder: all of it, or nothing.

    Args:
        user: Who does it.
        path: The docket's folder.
        place: Where exhibits are kept.
        progress: Told in a few words what is being done.
        lead: Who leads the review from now on; whoever takes it over, unless somebody else is named.

    Raises:
        Refused: They may not open a review.
        DocketError: The folder is no docket, or has mistakes.
        WebError: There is a review of that id.
    """
    require(principal_of(user), Act.OPEN_A_REVIEW)
    folder = Folder(path)
    progress(f"reading {path}")
    docket = read_docket(folder)
    held = {one.file: folder.path / EXHIBITS / one.file for one in docket.exhibits.values() if one.file}
    with transaction.atomic():
        review = begin_review(user, docket, Happened.REVIEW_IMPORTED)
        give_team_role(user, review, lead or user, Role.LEAD)
        record_papers(user, review, docket, folder.text, held, place, progress)
    return review
