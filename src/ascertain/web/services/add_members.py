"""Governments come under a review, hundreds at once or one: all of a list, or none of it."""

from __future__ import annotations

import csv
import hashlib
import io

from django.db import transaction

from ascertain.docket.files import FRONT, GOVERNMENTS
from ascertain.docket.governments import GOVERNMENT_COLUMNS
from ascertain.docket.mistakes import DocketError
from ascertain.docket.model import Member
from ascertain.docket.render import render_governments, render_head
from ascertain.docket.roster import Roster, enlarged, read_roster
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.part import frame_of
from ascertain.web.dockets.placing import hold
from ascertain.web.dockets.recording import list_governments, list_members
from ascertain.web.dockets.rows import add_sheet
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Review, User


def preview_members(review: Review, raw: bytes, usual: Member, place: Place) -> Roster:
    """What would come of a list, with every mistake in it; nothing is changed."""
    _, docket, rulebook = frame_of(review, place)
    return read_roster(raw, docket, rulebook, usual)


def add_members(user: User, review: Review, raw: bytes, usual: Member, place: Place) -> int:
    """Put every government of a list under review.

    Args:
        user: The lead.
        review: The review.
        raw: The list, as :func:`ascertain.docket.roster.read_roster` reads it.
        usual: From when, until when and on what basis, for rows that do not say.
        place: Where rulebooks that are named by a path are looked for.

    Returns:
        How many there are.

    Raises:
        Refused: They may not.
        DocketError: The list has a mistake; nothing was changed.
    """
    require(principal_of(user), Act.ADD_MEMBERS, Thing(review.pk))
    with transaction.atomic():
        review = hold(review)
        texts, docket, _ = frame_of(review, place)
        roster = preview_members(review, raw, usual, place)
        if roster.mistakes:
            raise DocketError(roster.mistakes)
        whole, new = enlarged(docket, roster), [one.government for one in roster.lines if not one.knows]
        data = {"governments": len(roster.lines), "sha256": hashlib.sha256(raw).hexdigest()}
        happened(review.chain, Happened.MEMBERS_ADDED, user, FRONT, data)
        add_sheet(review, user, FRONT, render_head(whole))
        if new:
            add_sheet(review, user, GOVERNMENTS, _with_rows(texts.get(GOVERNMENTS, ""), render_governments(new)))
        list_governments(review, new)
        list_members(review, (one.member for one in roster.lines))
    return len(roster.lines)


def _with_rows(before: str, table: str) -> str:
    """A table with the rows of another below, in the order of its own columns."""
    if not before.strip():
        return table
    columns = [cell.strip() for cell in next(csv.reader(io.StringIO(before, newline="")))]
    assert set(columns) == set(GOVERNMENT_COLUMNS), "it was read as a table of governments"
    out = io.StringIO()
    csv.DictWriter(out, columns, lineterminator="\n").writerows(csv.DictReader(io.StringIO(table, newline="")))
    return before.rstrip("\n") + "\n" + out.getvalue()
