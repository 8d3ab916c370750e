"""What a command is about: a docket with its rulebook, or a rulebook alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ascertain.cli.misuse import Misuse
from ascertain.docket.model import Docket
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.mistakes import BadInput, NotFound, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government

_DOCKET, _RULEBOOK = "docket.md", "vocabulary.md"
_KINDS = ("rulebooks", "dockets")


@dataclass(frozen=True, slots=True)
class Subject:
    """A rulebook and, where the subject is a docket, the record of its review."""

    rulebook: Rulebook
    record: Record
    docket: Docket | None
    governments: Mapping[str, Government]

    def members(self, first: date, last: date) -> tuple[Government, ...]:
        """The governments under review on some day from the first through the last, those open included.

        Of a bare rulebook, all its governments.
        """
        if self.docket is None:
            return tuple(self.governments.values())
        names = dict.fromkeys(one.government for one in self.docket.members if _meets(one.period, first, last))
        return tuple(self.governments[name] for name in names)

    @property
    def standard(self) -> Grade:
        """The standard that counts unless a run says otherwise."""
        return self.docket.standard if self.docket else Grade.DOCUMENTED

    @property
    def about(self) -> dict[str, object]:
        """What it is, for the head of a document."""
        return {"rulebook": self.rulebook.id, "docket": self.docket.id if self.docket else None}


def _meets(period: Interval, first: date, last: date) -> bool:
    """Whether the period may take in one of the days."""
    begun = period.start is None or period.start.earliest <= last
    return begun and (period.end is None or period.end.latest > first)


def open_subject(text: str | None) -> Subject:
    """Load the docket or rulebook that was named.

    Args:
        text: A folder or a bundled name; ``None`` is what lies in the current folder, else the bundled docket.

    Raises:
        BadInput: Nothing bears the name, or what does has mistakes.
    """
    return load(locate(text))


def locate(text: str | None) -> Path:
    """The folder of the docket or rulebook that was named.

    Raises:
        BadInput: There is none.
    """
    if text is None:
        return _here()
    path = Path(text)
    if path.name in (_DOCKET, _RULEBOOK) and path.is_file():
        path = path.parent
    if _holds_one(path):
        return path
    if path.exists():
        hint = f"a docket's folder holds {_DOCKET}, a rulebook's {_RULEBOOK}"
        raise Misuse(f"{text} is neither a docket nor a rulebook", hint, "A955")
    named = {folder.name: folder for kind in _KINDS for folder in _folders(kind)}
    if text in named:
        return named[text]
    if other := _other(text):
        what, where = other
        raise NotFound(f'there is no docket or rulebook "{text}": that is {what}', where, "A956")
    raise NotFound(
        f'there is no docket or rulebook "{text}"',
        did_you_mean(text, named, f"give a folder, or one of: {', '.join(sorted(named))}"),
        "A956",
    )


def names_something(text: str) -> bool:
    """Whether a word on the command line names a docket or a rulebook."""
    return _holds_one(Path(text)) or any(folder.name == text for kind in _KINDS for folder in _folders(kind))


def _other(text: str) -> tuple[str, str] | None:
    """What else a name stands for in the docket that is meant where none is named, and how to ask about it."""
    from ascertain.cli.namehelp import belongs

    try:
        return belongs(load(_here()), text)
    except BadInput:
        return None


def _here() -> Path:
    if _holds_one(Path()):
        return Path()
    from ascertain.cli.bundle import bundle

    return bundled_folder("dockets") / bundle().docket


def load(path: Path) -> Subject:
    """Load a folder that holds a docket or a rulebook, from the cache where it has not changed.

    Raises:
        BadInput: It has mistakes.
    """
    if not (path / _DOCKET).exists():
        from ascertain.rulebook.cache import cached_rulebook

        rulebook = cached_rulebook(path)
        return Subject(rulebook, Record((), ""), None, rulebook.governments)
    from ascertain.docket.cache import open_docket

    docket, rulebook = open_docket(path)
    return Subject(rulebook, docket.record, docket, {**rulebook.governments, **docket.governments})


def _holds_one(path: Path) -> bool:
    return (path / _DOCKET).is_file() or (path / _RULEBOOK).is_file()


def _folders(kind: str) -> list[Path]:
    """Dockets or rulebooks that have a name here: those in a folder of the kind, and the bundled ones."""
    roots = (bundled_folder(kind), Path(kind))
    return [folder for root in roots if root.is_dir() for folder in sorted(root.iterdir()) if _holds_one(folder)]
