"""A government's rows in; where its determination stands, and what comes next, out."""

from __future__ import annotations

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
    """Where the determination on a government stands on a day.

    Args:
        government: The government.
        today: The day.
    """
    reviewers = {
        one.part: one.user
        for one in Assignment.objects.filter(government=government, ended=None).select_related("user")
    }
    determinations = list(
        Determination.objects.filter(government=government)
        .select_related("entry", "reconsideration")
        .prefetch_related("effects__order", "drafts__opinions")
    )
    issued = tuple(one for one in determinations if one.entry_id is not None)
    making = next((one for one in determinations if one.entry_id is None), None)
    draft = max(making.drafts.all(), key=lambda one: one.version, default=None) if making else None
    agrees = _opinion(draft)
    stage, awaited = next_stage(tuple(_issued(one) for one in issued), today)
    if making is not None:
        stage, awaited = Stage(making.stage), ""
    told = Drafted(agrees, _since(government, draft), draft.cure_until) if draft else None
    return Standing(
        first=reviewers.get(Part.FIRST),
        second=reviewers.get(Part.SECOND),
        issued=issued,
        making=making,
        draft=draft,
        agrees=agrees,
        stage=stage,
        awaited=awaited,
        hindered=hindrance(stage, told, today) if stage else awaited,
    )


def last_entry(government: Government) -> int:
    """The number of the last entry that concerns a government, or none in particular; 0 without one."""
    entries = Entry.objects.filter(review_id=government.review_id)
    concerning = entries.filter(parties__government=government) | entries.filter(parties__isnull=True)
    return concerning.order_by("-number").values_list("number", flat=True).first() or 0


def has_interest(government: Government, user: User) -> bool | None:
    """What a person last declared; ``None`` where they have not."""
    last = Declaration.objects.filter(government=government, user=user).order_by("-pk").first()
    return last.interest if last else None


def _opinion(draft: Draft | None) -> bool | None:
    said = list(draft.opinions.all()) if draft else []
    return said[-1].agrees if said else None


def _issued(determination: Determination) -> Issued:
    drafts = sorted(determination.drafts.all(), key=lambda one: one.version)
    asked = hasattr(determination, "reconsideration")
    return Issued(Stage(determination.stage), drafts[-1].cure_until, asked)


def _since(government: Government, draft: Draft | None) -> int:
    if draft is None:
        return 0
    entries = Entry.objects.filter(review_id=government.review_id, number__gt=draft.record)
    return (entries.filter(parties__government=government) | entries.filter(parties__isnull=True)).distinct().count()
