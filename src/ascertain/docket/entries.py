"""The files under entries/ in; entries out, numbered without gaps, each pointing only at what exists."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ascertain.docket.attributions import read_attributions
from ascertain.docket.claims import read_claims
from ascertain.docket.ends import Reported, end_claims, read_ends
from ascertain.docket.fields import Fields
from ascertain.docket.files import ENTRIES, Folder
from ascertain.docket.head import read_front
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Basis, Entry, EntryKind, Result
from ascertain.docket.names import Names
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.terms import Place

ENTRY_KEYS = (
    "number", "kind", "title", "date", "filed", "by", "to", "about", "authority", "deadline", "answers", "results",
    "provisional", "arguments", "attributions", "claims", "ends", "exhibit", "basis", "note", "sources", "confidence",
)  # fmt: skip
_RESULT = ("government", "result", "quote", "provisional")
_NAME = re.compile(rf"(\d{{4,}})-({'|'.join(EntryKind)})-([\w-]+)\.md", re.ASCII)
_UNKNOWN_DAY = Moment.parse("0001")


@dataclass(frozen=True, slots=True)
class Filed:
    """An entry and the front matter it was read from."""

    entry: Entry
    fields: Fields
    ends: tuple[Reported, ...] = ()


def read_entries(folder: Folder, names: Names) -> tuple[Entry, ...]:
    """All entries by number."""
    file_names = folder.entry_names()
    read = [filed for name in file_names if (filed := _read(folder, name, names)) is not None]
    read.sort(key=lambda filed: filed.entry.number)
    if len(read) < len(file_names):
        # What cannot be read would look like a gap, and an answer to it like an answer to nothing.
        return tuple(filed.entry for filed in read)
    _check_numbers(read)
    requests = [filed.entry.number for filed in read if filed.entry.kind is EntryKind.REQUEST]
    for filed in read:
        check_answer(filed, requests)
    ends = {filed.entry.number: filed.ends for filed in read}
    return end_claims((filed.entry for filed in read), ends, folder.reporter)


def _read(folder: Folder, name: str, names: Names) -> Filed | None:
    text = folder.text(f"{ENTRIES}/{name}")
    return read_entry(folder, name, text, names) if text is not None else None


def read_entry(folder: Folder, name: str, text: str, names: Names) -> Filed | None:
    """One entry from the text of its file, or ``None`` where it cannot be understood (which is then reported).

    Args:
        folder: Where mistakes go.
        name: The name of its file.
        text: What the file says.
        names: The names that may be used.
    """
    file = f"{ENTRIES}/{name}"
    shape = _NAME.fullmatch(name)
    if shape is None:
        message = f'"{name}" is not named as an entry is'
        help_ = f"name it NNNN-kind-slug.md, where kind is one of {', '.join(EntryKind)}"
        folder.reporter.add(Code.FILE_NAME, message, Place(file, 1, 1), help=help_)
        return None
    read = read_front(folder, file, text, ENTRY_KEYS, "an entry")
    if read is None:
        return None
    fields, prose = read
    number = fields.number("number", required=True)
    kind = fields.choice("kind", list(EntryKind), required=True)
    if number is None or not kind:
        return None
    for key, in_name, inside in (("number", int(shape[1]), number), ("kind", shape[2], kind)):
        if in_name != inside:
            message = f"the file name says {key} {in_name}, the entry says {inside}"
            fields.add(Code.FILE_NAME, message, key, "make the two agree")
            return None
    entry = _entry(fields, number, EntryKind(kind), shape[3], prose, names)
    ends = read_ends(entry, fields)
    return Filed(replace(entry, ends=tuple(one.ending for one in ends)), fields, ends)


def _entry(fields: Fields, number: int, kind: EntryKind, slug: str, prose: str, names: Names) -> Entry:
    made = fields.moment("date", required=True)
    filed, deadline = fields.moment("filed"), fields.moment("deadline")
    fields.in_order("date", made, "filed", filed)
    fields.in_order("date", made, "deadline", deadline)
    for key in ("to", "about"):
        for government, place in fields.texts(key):
            names.government(government, place)
    for argument, place in fields.texts("arguments"):
        names.argument(argument, place)
    if exhibit := fields.text("exhibit"):
        names.exhibit(exhibit, fields.at("exhibit"))
    if authority := fields.text("authority"):
        names.authority(authority, fields.at("authority"))
    entry = Entry(
        number=number,
        kind=kind,
        slug=slug,
        title=fields.text("title", required=True),
        date=made or _UNKNOWN_DAY,
        filed=filed or made or _UNKNOWN_DAY,
        by=fields.text("by", required=True),
        to=fields.words("to"),
        about=fields.words("about"),
        authority=authority,
        deadline=deadline,
        answers=fields.number("answers"),
        results=_results(fields, names),
        arguments=fields.words("arguments"),
        attributions=read_attributions(fields, names),
        exhibit=fields.text("exhibit"),
        basis=Basis(basis) if (basis := fields.choice("basis", list(Basis))) else None,
        text=prose,
        note=fields.text("note"),
        sources=fields.words("sources"),
        confidence=fields.choice("confidence", CONFIDENCES),
    )
    _check_parties(entry, fields)
    return replace(entry, claims=read_claims(entry, fields, names))


def _results(fields: Fields, names: Names) -> tuple[Result, ...]:
    overall = fields.yes_no("provisional")
    found: list[Result] = []
    for one in fields.tables("results", _RESULT, "a result"):
        who, what = one.text("government", required=True), one.text("result", required=True)
        if who:
            names.government(who, one.at("government"))
        if what:
            names.result(what, one.at("result"))
        if any(earlier.government == who for earlier in found):
            one.add(Code.TWICE, f'"{who}" has two results in one entry', "government", "keep one of the two")
        provisional = one.yes_no("provisional") if one.has("provisional") else overall
        found.append(Result(who, what, one.text("quote"), provisional))
    return tuple(found)


def _check_parties(entry: Entry, fields: Fields) -> None:
    if entry.kind is EntryKind.REQUEST and not entry.to:
        fields.add(Code.NOBODY, "this request is addressed to nobody", "to", "list its addressees under to")
    if entry.kind is EntryKind.RESPONSE and not entry.about:
        fields.add(Code.NOBODY, "this response does not say for whom it answers", "about", "list them under about")


def _check_numbers(read: list[Filed]) -> None:
    expected = 1
    for one, before in zip(read, [None, *read], strict=False):
        number = one.entry.number
        if before and before.entry.number == number:
            message = f"the number {number} is taken twice"
            first = before.fields.at("number")
            help_ = "give the later entry the next free number"
            one.fields.reporter.add(Code.NUMBER_TAKEN, message, one.fields.at("number"), first, help=help_)
        elif number != expected:
            message = f"the numbers have a gap: {expected} is missing before {number}"
            help_ = "restore the missing entry; numbers start at 1 and none is left out"
            one.fields.add(Code.GAP, message, "number", help_)
        expected = number + 1


def check_answer(filed: Filed, requests: list[int]) -> None:
    """Report an answer to something that is none of these requests."""
    answers = filed.entry.answers
    if answers is not None and answers not in requests:
        listed = ", ".join(map(str, requests))
        help_ = f"the requests are {listed}" if listed else "the docket holds no request; leave out answers"
        message = f"this answers entry {answers}, which is no request of this docket"
        filed.fields.add(Code.NO_SUCH_REQUEST, message, "answers", help_)
