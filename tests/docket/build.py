"""A small rulebook and docket about audits, for the tests; nothing in it is real."""

from __future__ import annotations

import shutil
from pathlib import Path

from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model import (
    EVERYONE,
    Authority,
    Clause,
    Outcome,
    Place,
    Point,
    Program,
    Reading,
    Rule,
    Rulebook,
    Subject,
    Term,
    TermType,
)

HERE = Path(__file__).parent
GOOD = HERE / "good"
BAD = HERE / "bad"
AT = Place("vocabulary.md", 1, 1)

PUBLISHES = Term("government publishes its audit", TermType.YES_NO, Subject.GOVERNMENT, "Does it?", AT)
SCOPE = Term(
    "the audit's scope", TermType.ONE_OF, Subject.GOVERNMENT, "Which?", AT, values=("full", "program", "none at all")
)
COST = Term("the audit's cost", TermType.MONEY, Subject.GOVERNMENT, "How much?", AT)
COUNT = Term("number of the audit's findings", TermType.NUMBER, Subject.GOVERNMENT, "How many?", AT)
DAY = Term("the day of the audit", TermType.DATE, Subject.GOVERNMENT, "When?", AT)
AUDITOR = Term("the auditor", TermType.TEXT, Subject.GOVERNMENT, "Which office?", AT)
REQUIRED = Term("the program requires an audit", TermType.YES_NO, Subject.PROGRAM, "Does it?", AT)
REPORT = Term("the award requires a report", TermType.YES_NO, Subject.AWARD, "Does it?", AT)
MEETS = Term("government meets the audit condition", TermType.YES_NO, Subject.GOVERNMENT, "Does it?", AT)
TERMS = (PUBLISHES, SCOPE, COST, COUNT, DAY, AUDITOR, REQUIRED, REPORT, MEETS)


def _authority(name: str) -> Authority:
    since = Moment.parse("2010")
    return Authority(name, "statute", name, (), "", since, (Interval(since, None),), EVERYONE, (), "verified", AT)


RULEBOOK = Rulebook(
    id="audits",
    title="Audit conditions",
    covers=Interval(None, None),
    digest="0" * 64,
    authorities={name: _authority(name) for name in ("audit-act", "letters-2016-04-01", "ca9-2019-04-18")},
    terms={term.phrase: term for term in TERMS},
    programs={
        "roads": Program("roads", "Roads"),
        "roads-2016": Program("roads-2016", "Roads, fiscal year 2016", parent="roads"),
    },
    points={
        "audit-act#reach": Point(
            "audit-act#reach",
            "What does it reach?",
            "audit-act",
            (
                Reading("audit-act#reach", "WIDE", "all accounts", (), AT),
                Reading("audit-act#reach", "NARROW", "grant accounts", (), AT),
            ),
            AT,
        )
    },
    rules={
        "audit-act#MEETS": Rule(
            "audit-act#MEETS", "audit-act", "meets", (Clause(Outcome.HOLDS, None, AT),), AT, term=MEETS.phrase
        )
    },
)


def copy_of_good(folder: Path) -> Path:
    """A copy of the good docket that a test may change."""
    return Path(shutil.copytree(GOOD, folder / "docket"))


def broken(name: str, folder: Path) -> Path:
    """The good docket with the changes of a bad example: its files laid over, what ``remove.txt`` lists taken out."""
    docket = copy_of_good(folder)
    changes = BAD / name
    removed = changes / "remove.txt"
    for line in removed.read_text(encoding="utf-8").splitlines() if removed.exists() else ():
        (docket / line).unlink()
    for file in changes.rglob("*"):
        if file.is_file() and file.name not in {"remove.txt", "expected.txt"}:
            # What is no text carries a suffix, so that formatters leave it alone.
            target = docket / str(file.relative_to(changes)).removesuffix(".raw")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    return docket
