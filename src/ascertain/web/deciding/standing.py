"""A government's rows in; where its determination stands, and what comes next, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ascertain.web.deciding.stages import Drafted, Issued, Part, Stage, hindrance, next_stage
from ascertain.web.records.models import Assignment, Declaration, Determination, Draft, Entry, Government, User


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the determination on a government stands.

    ``making`` is the determination in the making and ``draft`` its newest draft; ``stage`` what is made or may come
    next, ``None`` while something is ``awaited``; ``hindered`` says why the draft cannot be issued, empty if it can.
    """

    first: User | None
    second: User | None
    issued: tuple[Determination, ...]
    making: Determination | None
    draft: Draft | None
    agrees: bool | None
    stage: Stage | None
    awaited: str
    hindered: str

    @property
    def turn(self) -> str:
        """Whose turn it is, and to do what."""
        if self.stage is None:
            return self.awaited
        if self.first is None or self.second is None:
            return "the lead assigns two reviewers"
        if self.draft is None:
            return f"{self.first.name} drafts the {self.stage} determination"
        if not self.hindered:
            return "the lead issues the determination"
        if self.agrees is None and not self.hindered.startswith(("an entry", "the last day")):
            return f"{self.second.name} gives an opinion on the draft"
        return f"{self.first.name} drafts it anew: {self.hindered}"


def standing_of(government: Government, today: date) -> Standing:
    """As :func:`standings_of`, of one government."""
    return standings_of([government], today)[government.pk]


def standings_of(governments: Collection[Government], today: date) -> dict[int, Standing]:
    """Where the determinations on governments of one review stand on a day, in a fixed number of queries.

    Args:
        governments: The governments.
        today: The day.

    Returns:
        Where each stands, by the government's number.
    """
    reviewers: dict[tuple[int, str], User] = {
        (one.government_id, one.part): one.user
        for one in Assignment.objects.filter(government__in=governments, ended=None).select_related("user")
    }
    found = (
        Determination.objects.filter(government__in=governments)
        .select_related("entry", "reconsideration")
        .prefetch_related("effects__order", "drafts__opinions__user")
    )
    by_government: dict[int, list[Determination]] = {}
    for one in found:
        by_government.setdefault(one.government_id, []).append(one)
    newest = {pk: draft for pk, rows in by_government.items() if (draft := _newest(rows)) is not None}
    since = _since(governments, newest)
    return {
        one.pk: _standing(
            reviewers.get((one.pk, Part.FIRST)),
            reviewers.get((one.pk, Part.SECOND)),
            by_government.get(one.pk, []),
            since.get(one.pk, 0),
            today,
        )
        for one in governments
    }


def _standing(
    first: User | None, second: User | None, determinations: list[Determination], overtaken: int, today: date
) -> Standing:
    issued = tuple(one for one in determinations if one.entry_id is not None)
    making = next((one for one in determinations if one.entry_id is None), None)
    draft = _newest(determinations)
    agrees = _opinion(draft)
    stage, awaited = next_stage(tuple(_issued(one) for one in issued), today)
    if making is not None:
        stage, awaited = Stage(making.stage), ""
    told = Drafted(agrees, overtaken, draft.cure_until) if draft else None
    hindered = hindrance(stage, told, today) if stage else awaited
    return Standing(first, second, issued, making, draft, agrees, stage, awaited, hindered)


def _newest(determinations: list[Determination]) -> Draft | None:
    making = next((one for one in determinations if one.entry_id is None), None)
    return max(making.drafts.all(), key=lambda one: one.version, default=None) if making else None


def last_entry(government: Government) -> int:
    """The number of the last entry that concerns a government, or none in particular; 0 without one."""
    entries = Entry.objects.filter(review_id=government.review_id)
    concerning = entries.filter(parties__government=government) | entries.filter(parties__isnull=True)
    return concerning.order_by("-number").values_list("number", flat=True).first() or 0


def interests_in(government: Government) -> dict[int, bool]:
    """What each person who declared it last said of having an interest in a government, by the person's number."""
    return dict(Declaration.objects.filter(government=government).order_by("pk").values_list("user", "interest"))


def _opinion(draft: Draft | None) -> bool | None:
    said = list(draft.opinions.all()) if draft else []
    return said[-1].agrees if said else None


def _issued(determination: Determination) -> Issued:
    drafts = sorted(determination.drafts.all(), key=lambda one: one.version)
    asked = hasattr(determination, "reconsideration")
    return Issued(Stage(determination.stage), drafts[-1].cure_until, asked)


def _since(governments: Collection[Government], newest: Mapping[int, Draft]) -> dict[int, int]:
    """How many entries that concern each government, or none in particular, came after its newest draft."""
    if not newest:
        return {}
    review = next(iter(governments)).review_id
    oldest = min(draft.record for draft in newest.values())
    entries = Entry.objects.filter(review_id=review, number__gt=oldest)
    of_all = list(entries.filter(parties__isnull=True).values_list("number", flat=True))
    own: dict[int, list[int]] = {}
    for government, number in entries.filter(parties__government__in=list(newest)).values_list(
        "parties__government", "number"
    ):
        own.setdefault(government, []).append(number)
    return {pk: sum(number > draft.record for number in (*of_all, *own.get(pk, ()))) for pk, draft in newest.items()}
