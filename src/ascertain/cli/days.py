"""The days that the options name: the day or period asked about, and what was known by then."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta

from ascertain.cli.misuse import Misuse
from ascertain.cli.subject import Subject
from ascertain.rulebook.model.book import Rulebook


@dataclass(frozen=True, slots=True)
class Days:
    """The day asked about and what was known, and the half-open period of a timeline, if one was asked for."""

    on: date
    known: date
    period: tuple[date, date] | None = None

    @property
    def through(self) -> tuple[date, date]:
        """The first and the last day asked about."""
        return (self.on, self.on) if self.period is None else (self.period[0], self.period[1] - timedelta(days=1))


def days(options: argparse.Namespace, subject: Subject) -> Days:
    """The dates that the options name, checked against what the rulebook covers.

    Raises:
        Misuse: The rulebook does not answer for them, or they run backwards.
    """
    today = date.today()
    known = options.known or today
    start, end = getattr(options, "start", None), getattr(options, "end", None)
    if start is None and end is None:
        on = options.on or today
        if options.on is None and not _covers(on, subject.rulebook):
            raise _outside(
                "today", on, subject.rulebook, f"--on {_shown_day(subject) or subject.rulebook.covers.nearest(on)}"
            )
        refuse_outside("--on", on, subject.rulebook)
        return Days(on, known)
    if options.on is not None:
        raise Misuse("--on is a day and --from/--to a period", "give one or the other", "A957")
    first, last = subject.rulebook.covers.bounds
    start, end = start or first, end or last
    if end < start:
        raise Misuse(
            f"the period ends on {end}, before it starts on {start}", "give --from DAY --to DAY in that order", "A958"
        )
    refuse_outside("--from", start, subject.rulebook)
    refuse_outside("--to", end, subject.rulebook)
    return Days(start, known, (start, min(end, date.max - timedelta(days=1)) + timedelta(days=1)))


def refuse_outside(option: str, day: date, rulebook: Rulebook) -> None:
    """Let no day pass that the rulebook does not answer for.

    Args:
        option: What named the day.
        day: The day.
        rulebook: The law.

    Raises:
        Misuse: It does not.
    """
    if not _covers(day, rulebook):
        raise _outside(option, day, rulebook, f"{option} {rulebook.covers.nearest(day)}")


def dated(start: date, end: date, item: dict[str, object]) -> dict[str, object]:
    """The object of an answer with the half-open interval that it holds for."""
    return {"from": start.isoformat(), "until": end.isoformat(), **item}


def _outside(named: str, day: date, rulebook: Rulebook, instead: str) -> Misuse:
    return Misuse(
        f"{named} is {day}, and the rulebook {rulebook.id} answers {rulebook.covers}",
        f"name a day inside that period, such as {instead}",
        "A959",
    )


def _covers(day: date, rulebook: Rulebook) -> bool:
    return rulebook.covers.covers(day) is True


def _shown_day(subject: Subject) -> date | None:
    """The day as of which the bundled docket is shown, if this is it."""
    from ascertain.cli.bundle import bundle

    shown = bundle()
    bundled = subject.docket is not None and subject.docket.id == shown.docket
    return shown.on if bundled and _covers(shown.on, subject.rulebook) else None
