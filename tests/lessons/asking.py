"""Questions put to the record of the worked case as it stood on a day, or to that record with further evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ascertain.docket.model import Docket
from ascertain.findings.find import find
from ascertain.findings.model import Finding
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Value

THE_DAY = date(2017, 7, 6)
TEN = (
    "california",
    "chicago",
    "clark-county",
    "connecticut",
    "cook-county",
    "miami-dade",
    "milwaukee-county",
    "new-orleans",
    "new-york-city",
    "philadelphia",
)
RESTRICTS_NOTHING: Mapping[str, Value] = {
    "status-text": "none",
    "release-text": "none",
    "practice-status": False,
    "practice-release": False,
    "bars-asking": False,
    "bars-requesting": False,
    "restricts-exchange": False,
}


class Case:
    """Questions put to the record as it stood on the day, or to that record with further evidence."""

    def __init__(self, rulebook: Rulebook, docket: Docket, record: Record | None = None) -> None:
        self.rulebook, self.docket, self.record = rulebook, docket, record or docket.record

    def ask(
        self,
        short: str,
        who: str,
        program: str = "",
        standard: Grade = Grade.DOCUMENTED,
        readings: Mapping[str, str] | None = None,
        on: date = THE_DAY,
    ) -> Finding:
        return find(
            self.rulebook,
            self.record,
            self.docket.governments[who],
            find_term(self.rulebook, short).phrase,
            on=on,
            known=on,
            standard=standard,
            program=self.rulebook.programs.get(program),
            readings=readings,
        )

    def force(self, provision: str, on: str, who: str, program: str = "") -> str:
        """The state of force of a provision of the bundled law, known as of its own day."""
        day = date.fromisoformat(on)
        matter = Matter(self.rulebook.governments[who], self.rulebook.programs.get(program), day, day)
        return LawOn(self.rulebook, matter).force(provision).state.value

    def showing(self, who: str, facts: Mapping[str, Value], program: str = "") -> Case:
        """The same case, had these facts been found by a court."""
        found = tuple(
            Claim(
                id=f"supposed.{number}",
                government=who,
                program=program,
                term=find_term(self.rulebook, short).phrase,
                value=value,
                period=Interval(None, None),
                said_by="supposed",
                filed=Moment.on(THE_DAY),
                grade=Grade.FOUND,
            )
            for number, (short, value) in enumerate(facts.items())
        )
        return Case(self.rulebook, self.docket, replace(self.record, claims=(*self.record.claims, *found)))
