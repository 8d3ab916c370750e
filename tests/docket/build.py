"""A small rulebook and docket about audits, for the tests; nothing in it is real."""

from __future__ import annotations

import shutil
from pathlib import Path

from ascertain.rulebook.load import load_rulebook

HERE = Path(__file__).parent
GOOD = HERE / "good"
BAD = HERE / "bad"
LAW = HERE / "rulebooks" / "audits"
RULEBOOK = load_rulebook(LAW)
PUBLISHES = RULEBOOK.terms["government publishes its audit"]
COST = RULEBOOK.terms["the audit's cost"]
REQUIRED = RULEBOOK.terms["the program requires an audit"]
REPORT = RULEBOOK.terms["the award requires a report"]
MEETS = RULEBOOK.terms["government meets the audit condition"]


def copy_of_good(folder: Path) -> Path:
    """A copy of the good docket, with its rulebook beside it, that a test may change."""
    shutil.copytree(LAW, folder / "rulebooks" / LAW.name)
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
