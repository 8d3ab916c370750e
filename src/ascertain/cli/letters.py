"""The letter that ``ascertain ask`` drafts: what the options order, and the file that it is written to."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ascertain.cli.asked import Question
from ascertain.cli.days import Days
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import ANOTHER_FILE, refuse_to_lose, write_file
from ascertain.cli.subject import Subject
from ascertain.findings.asking.agenda import Agenda
from ascertain.publish.letter.model import Letter
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Subject as About

_WRITERS = {".md": "markdown", ".docx": "word", ".pdf": "pdf"}
"""The endings of a letter's file, each with the module that writes it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A letter as the options ask for it, checked before any work is done."""

    path: Path
    due: date
    sender: str
    addressee: tuple[str, ...]
    replace: bool


def wish(options: argparse.Namespace, subject: Subject, named: Sequence[Government], when: Days) -> Wish:
    """The letter that the options ask for.

    Raises:
        Misuse: They do not come to one letter that can be written.
    """
    if not options.letter:
        raise Misuse("--due, --to and --sender are about a letter, and none is asked for", "add --letter FILE", "A985")
    if options.output or options.format != "table":
        raise Misuse("--letter writes the letter alone", "leave out --output and --format, or run ask twice", "A986")
    path = Path(options.letter)
    if path.suffix.lower() not in _WRITERS:
        endings = ", ".join(_WRITERS)
        raise Misuse(f"{path} does not end as a letter does ({endings})", "name a file such as request.pdf", "A980")
    if len(named) != 1:
        said = f"{len(named)} are named" if named else "none is named"
        raise Misuse(f"a letter goes to one government, and {said}", "name one with --who", "A981")
    if options.due is None:
        raise Misuse("a letter says by when to answer", f"add --due DAY, a day after {when.known}", "A982")
    if options.due <= when.known:
        raise Misuse(
            f"the answer would be due on {options.due}, and the letter is of {when.known}",
            "give --due a later day; the letter bears the day of --known",
            "A982",
        )
    sender = options.sender or (subject.docket.reviewer if subject.docket else "")
    if not sender:
        raise Misuse(f"{subject.rulebook.id} is a rulebook and names nobody to send a letter", "add --sender", "A987")
    refuse_to_lose(path, options.force, ANOTHER_FILE)
    addressee = options.addressee or named[0].name
    return Wish(path, options.due, sender, tuple(filter(str.strip, addressee.splitlines())), options.force)


def of_own_awards(
    asked: Sequence[Question], subject: Subject, government: Government, when: Days
) -> tuple[Question, ...]:
    """The questions without those about the money of programs under which the record has no award of the government.

    Whom a letter asks about an award, it tells that there is one. A rulebook alone knows of no award, and leaves all.

    Raises:
        Misuse: Nothing else is asked.
    """
    if subject.docket is None:
        return tuple(asked)
    phrases = {term.phrase for term in subject.rulebook.terms.values() if term.about is About.AWARD}
    held = {award.program for award in subject.docket.awards if award.government == government.id}
    held |= set(subject.record.awarded(government.id, phrases, when.on, when.known))
    left = tuple(question for question in asked if question.program is None or question.program.id in held)
    if not left:
        raise Misuse(
            f"the record has no award of {government.name} under a program that the questions are about",
            "name the program with --program",
            "A983",
        )
    return left


def draft(wanted: Wish, agenda: Agenda, subject: Subject) -> Path:
    """Write the letter.

    Returns:
        Where it lies.

    Raises:
        Misuse: There is nothing to ask, what writes such a file is not installed, or the file cannot be written.
    """
    if not agenda.items:
        raise Misuse(
            f"there is no fact to ask {agenda.government.name} for: every question is settled or turns on law alone",
            "the same command without --letter shows how each question stands",
            "A983",
        )
    write_file(wanted.path, _written(wanted.path, _letter(wanted, agenda, subject)), wanted.replace)
    return wanted.path


def _letter(wanted: Wish, agenda: Agenda, subject: Subject) -> Letter:
    from ascertain.docket.state import state_on
    from ascertain.publish.letter.compose import compose
    from ascertain.publish.letter.order import Order

    docket = subject.docket
    return compose(
        Order(
            agenda,
            subject.rulebook,
            wanted.sender,
            wanted.addressee,
            wanted.due,
            review=docket.title if docket else "",
            docket=docket.id if docket else "",
            record=subject.record.digest,
            exhibits=docket.exhibits if docket else {},
            state=state_on(docket, agenda.known) if docket else None,
        )
    )


def _written(path: Path, letter: Letter) -> Iterable[bytes]:
    """The letter as its file holds it."""
    try:
        writer = importlib.import_module(f"ascertain.publish.letter.{_WRITERS[path.suffix.lower()]}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("ascertain"):
            raise
        raise Misuse(
            f"what writes letters as {path.suffix} is not installed: there is no module {missing.name}",
            "run: make letters (or pip install 'ascertain[letters]'); a letter as .md needs neither",
            "A984",
        ) from None
    parts: Iterable[bytes] = writer.write(letter)
    return parts
