"""What later entries report of the end of earlier claims, so that no entry need know what came after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ascertain.docket.fields import Fields
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Entry
from ascertain.record.model import Claim, Ending
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import Place

_END = ("claim", "on", "note")


@dataclass(frozen=True, slots=True)
class Reported:
    """The end of one claim, and where the claim and the day stand."""

    ending: Ending
    at_claim: Place
    at_day: Place


def read_ends(entry: Entry, fields: Fields) -> tuple[Reported, ...]:
    """The ends that an entry reports, one for each claim that a line lists."""
    found: list[Reported] = []
    for one in fields.tables("ends", _END, "an end"):
        if not one.has("claim"):
            one.add(Code.MISSING, 'an end needs "claim"', "claim", 'add a line "claim: …"')
        on = one.moment("on", required=True)
        if on is None:
            continue
        for name, place in one.texts("claim"):
            ending = Ending(name, on, entry.filed, str(entry.number), one.text("note"))
            found.append(Reported(ending, place, one.at("on")))
    return tuple(found)


def end_claims(
    entries: Iterable[Entry], reported: Mapping[int, tuple[Reported, ...]], reporter: Reporter
) -> tuple[Entry, ...]:
    """The entries with the end of each claim that a later one of them reports; what cannot be so is reported.

    Args:
        entries: All entries by number, their claims as filed.
        reported: The ends that each entry reports, by its number.
        reporter: Where mistakes go.
    """
    entries = tuple(entries)
    ended: dict[str, Reported] = {}
    earlier: dict[str, Claim] = {}
    for entry in entries:
        for one in reported.get(entry.number, ()):
            _check(one, earlier, ended.get(one.ending.claim), reporter)
            ended.setdefault(one.ending.claim, one)
        earlier.update((claim.id, claim) for claim in entry.claims)
    return tuple(replace(entry, claims=tuple(_ended(claim, ended) for claim in entry.claims)) for entry in entries)


def _check(one: Reported, earlier: Mapping[str, Claim], before: Reported | None, reporter: Reporter) -> None:
    name, on = one.ending.claim, one.ending.on
    claim = earlier.get(name)
    if claim is None:
        help_ = did_you_mean(name, earlier, "name the entry and the claim's place in it, counted from 1: 7.2")
        reporter.add(Code.UNKNOWN_CLAIM, f'no earlier entry has a claim "{name}"', one.at_claim, help=help_)
        return
    first, last = claim.period.start, claim.period.end
    if before is not None or claim.ending is not None:
        by = before.ending.entry if before is not None else claim.ending.entry if claim.ending else ""
        places = (one.at_claim, before.at_claim) if before is not None else (one.at_claim,)
        help_ = "a claim ends once; if the first report was wrong, file a claim for the rest of the time"
        reporter.add(Code.TWICE, f"the claim {name} has been ended before, by entry {by}", *places, help=help_)
    elif first is not None and on.latest <= first.earliest:
        message = f"the claim {name} cannot end on {on}: it begins only on {first}"
        reporter.add(Code.BACKWARDS, message, one.at_day, help="give the first day on which it no longer holds")
    elif last is not None and last.latest <= on.earliest:
        message = f"the claim {name} cannot end on {on}: it ended by itself on {last}"
        reporter.add(Code.BACKWARDS, message, one.at_day, help="leave this end out, or give an earlier day")


def _ended(claim: Claim, ended: Mapping[str, Reported]) -> Claim:
    return replace(claim, ending=ended[claim.id].ending) if claim.id in ended else claim
