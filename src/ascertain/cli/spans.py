"""The force of a provision as the commands tell it: on a day, or as the intervals of a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ascertain.law.course import force_timeline
from ascertain.law.force import LawOn
from ascertain.law.parts import parts_otherwise, parts_over
from ascertain.publish.answers import Span


def spans(law: LawOn, provision: str, period: tuple[date, date] | None) -> Iterator[Span]:
    """Yield the force on the day of the law, or in each interval of a period, with the parts that stand otherwise.

    Args:
        law: The law for whom and when it is asked.
        provision: The provision's id.
        period: The first day and the day after the last, where a period is asked about.
    """
    if period is None:
        yield Span(None, None, law.force(provision), parts=tuple(parts_otherwise(law, provision)))
        return
    for each in force_timeline(law.rulebook, provision, law.matter, *period):
        parts = parts_over(law.rulebook, provision, law.matter, each.force.state, each.start, each.end)
        yield Span(*each, parts=tuple(parts))
