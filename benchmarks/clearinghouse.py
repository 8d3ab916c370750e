"""Made-up entities at the boundaries of audit rules, as tables in the layout of the Federal Audit Clearinghouse.

``general.csv`` and ``federal_awards.csv`` have columns of its download of submissions; ``roster.csv`` is what an
auditor of a state knows of all entities, those included that submitted nothing. No entity, and no amount, is real.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

THRESHOLDS = (300_000, 500_000, 750_000, 1_000_000)
"""Dollars from which an audit is or was required."""

YEARS = (
    *(("1997-07-01", "1998-06-30"), ("2002-07-01", "2003-06-30"), ("2003-01-01", "2003-12-31")),
    *(("2013-12-26", "2014-12-25"), ("2014-12-26", "2015-12-25"), ("2015-07-01", "2016-06-30")),
    *(("2019-07-01", "2020-06-30"), ("2024-09-30", "2025-09-29"), ("2024-10-01", "2025-09-30")),
)
"""Fiscal years on both sides of each day on which a rule changed."""

FILED = (("2015-07-01", "2016-06-30"), ("2021-07-01", "2022-06-30"), ("2022-01-01", "2022-12-31"))
"""Fiscal years for which reports come in about the end of the ninth month."""

ROSTER = ("uei", "name", "entity_type", "fy_start_date", "fy_end_date", "federal_expenditures")
GENERAL = (
    *("report_id", "auditee_uei", "audit_year", "auditee_name", "auditee_state", "entity_type"),
    *("fy_start_date", "fy_end_date", "fac_accepted_date", "total_amount_expended"),
)
AWARDS = (
    *("report_id", "auditee_uei", "audit_year", "federal_agency_prefix", "federal_award_extension"),
    *("amount_expended", "is_major"),
)


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity in one fiscal year. ``filed`` is the day its submission was accepted, if there was one."""

    name: str
    start: str
    end: str
    cents: int
    filed: date | None = None


def at_boundaries() -> Iterator[Entity]:
    """Entities a cent below, at and above each threshold in each year, and reports about the last day in time."""
    for (start, end), threshold, cents in product(YEARS, THRESHOLDS, (-1, 0, 1)):
        spent = threshold * 100 + cents
        yield Entity(f"Spends ${spent / 100:,.2f} in the year to {end}", start, end, spent)
    for (start, end), days in product(FILED, (-1, 0, 1, 30)):
        filed = ninth_month_end(date.fromisoformat(end)) + timedelta(days=days)
        yield Entity(f"Files on {filed} for the year to {end}", start, end, 200_000_000, filed)


def many(count: int) -> Iterator[Entity]:
    """So many entities, spread over years, amounts and days of submission, the same in every run."""
    for number in range(count):
        start, end = (*YEARS, *FILED)[number % (len(YEARS) + len(FILED))]
        cents = (number * 7_919_101) % 300_000_000
        filed = None
        if number % 5:
            filed = ninth_month_end(date.fromisoformat(end)) + timedelta(days=number % 61 - 45)
        yield Entity(f"Entity {number}", start, end, cents, filed)


def ninth_month_end(end: date) -> date:
    """The last day of the ninth month after a month's end."""
    month = end.month + 9
    return date(end.year + (month // 12), month % 12 + 1, 1) - timedelta(days=1)


def write(folder: Path, entities: Iterator[Entity], awards: int) -> None:
    """Write the three tables.

    Args:
        folder: Where to.
        entities: The entities.
        awards: The number of award lines of each submission.
    """
    with (
        (folder / "roster.csv").open("w", newline="") as roster,
        (folder / "general.csv").open("w", newline="") as general,
        (folder / "federal_awards.csv").open("w", newline="") as lines,
    ):
        writers = [csv.writer(file, lineterminator="\n") for file in (roster, general, lines)]
        for writer, head in zip(writers, (ROSTER, GENERAL, AWARDS), strict=True):
            writer.writerow(head)
        for number, entity in enumerate(entities, 1):
            uei, year = f"SAMPLE{number:06}", entity.end[:4]
            dates = (entity.start, entity.end)
            writers[0].writerow((uei, entity.name, "local", *dates, _dollars(entity.cents)))
            if entity.filed is not None:
                report = f"{entity.end[:7]}-SAMPLE-{number:010}"
                filed = (entity.filed.isoformat(), entity.cents // 100)
                writers[1].writerow((report, uei, year, entity.name, "IL", "local", *dates, *filed))
                writers[2].writerows((report, uei, year, *line) for line in _lines(entity.cents, awards))


def _lines(cents: int, count: int) -> Iterator[Sequence[str]]:
    left = cents
    for number in range(1, count + 1):
        part = left if number == count else left // 2
        left -= part
        yield ("93", f"{number:03}", _dollars(part), "Y" if number == 1 else "N")


def _dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


if __name__ == "__main__":
    write(Path(__file__).parents[1] / "dockets" / "single-audit-sample", at_boundaries(), awards=3)
