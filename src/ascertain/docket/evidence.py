"""exhibits/manifest.yaml and arguments.yaml in; exhibits, checked against their files, and arguments out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ascertain.docket.fields import Fields, tables_of
from ascertain.docket.files import ARGUMENTS, EXHIBITS, MANIFEST, Folder
from ascertain.docket.head import read_yaml
from ascertain.docket.holdings import holdings
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Argument, Side
from ascertain.docket.names import Names
from ascertain.record.exhibits import SHA256_DIGITS, is_sha256
from ascertain.record.model import Exhibit
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.model.terms import Place

_EXHIBIT = ("id", "title", "citation", "sha256", "file", "source", "confidence")
_ARGUMENT = (
    "id", "side", "statement", "reply", "courts_for", "courts_against", "used_by", "reading", "source", "confidence",
    "notes",
)  # fmt: skip


def read_exhibits(folder: Folder) -> dict[str, Exhibit]:
    """The exhibits by id; a held file that is missing or has changed is reported."""
    found: dict[str, Exhibit] = {}
    held: list[tuple[Exhibit, Fields]] = []
    for fields in _listed(folder, MANIFEST, _EXHIBIT, "an exhibit"):
        exhibit = Exhibit(
            id=fields.text("id", required=True),
            title=fields.text("title", required=True),
            citation=fields.text("citation"),
            sha256=fields.text("sha256").lower(),
            file=fields.text("file"),
            source=fields.text("source"),
            confidence=fields.choice("confidence", CONFIDENCES),
        )
        found[exhibit.id] = exhibit
        if _well_formed(exhibit, fields):
            held.append((exhibit, fields))
    for exhibit, fields in held:
        _check_held(folder, exhibit, fields)
    return found


def _check_held(folder: Folder, exhibit: Exhibit, fields: Fields) -> None:
    try:
        actual = folder.held(exhibit.file)
    except OSError as error:
        folder.unreadable(f"{EXHIBITS}/{exhibit.file}", error)
        return
    if actual == exhibit.sha256:
        return
    if actual:
        message = (
            f'the file "{exhibit.file}" of the exhibit "{exhibit.id}" has changed: '
            f"its SHA-256 is {actual}, the manifest says {exhibit.sha256}"
        )
        help_ = "restore the file that was filed, or file the new text as an exhibit of its own"
        fields.add(Code.EXHIBIT_CHANGED, message, "sha256", help_)
    else:
        message = f'the file "{exhibit.file}" of the exhibit "{exhibit.id}" is missing'
        help_ = f"put it into {EXHIBITS}/, or leave out file and sha256 to cite it only"
        fields.add(Code.EXHIBIT_MISSING, message, "file", help_)


def _well_formed(exhibit: Exhibit, fields: Fields) -> bool:
    if exhibit.sha256 and not is_sha256(exhibit.sha256):
        message = f'the hash of the exhibit "{exhibit.id}" is no SHA-256'
        fields.add(Code.BAD_HASH, message, "sha256", f"write its {SHA256_DIGITS} hexadecimal digits (sha256sum FILE)")
        return False
    if exhibit.file and not exhibit.sha256:
        message = f'the exhibit "{exhibit.id}" has a file but no SHA-256'
        fields.add(Code.BAD_HASH, message, "file", "add sha256 (sha256sum FILE), so that a change is noticed")
        return False
    path = PurePosixPath(exhibit.file)
    if exhibit.file and (path.is_absolute() or ".." in path.parts):
        message = f'the file "{exhibit.file}" of the exhibit "{exhibit.id}" lies outside {EXHIBITS}/'
        fields.add(Code.OUTSIDE, message, "file", f"copy it into {EXHIBITS}/ and name it from there")
        return False
    return bool(exhibit.file)


def read_arguments(folder: Folder, names: Names) -> dict[str, Argument]:
    """The arguments by id, with everything they name checked."""
    read = [(_argument(fields, names), fields) for fields in _listed(folder, ARGUMENTS, _ARGUMENT, "an argument")]
    found = {argument.id: argument for argument, _ in read}
    names.arguments = found
    for argument, fields in read:
        if argument.reply:
            names.argument(argument.reply, fields.at("reply"))
    return found


def _argument(fields: Fields, names: Names) -> Argument:
    for party, place in fields.texts("used_by"):
        names.party(party, place)
    readings = names.readings(fields, "reading")
    return Argument(
        id=fields.text("id", required=True),
        side=Side(fields.choice("side", list(Side), required=True, default=Side.THIRD_PARTY)),
        statement=fields.text("statement", required=True),
        reply=fields.text("reply"),
        courts_for=holdings(fields, "courts_for", readings, names),
        courts_against=holdings(fields, "courts_against", readings, names),
        used_by=fields.words("used_by"),
        readings=readings,
        source=fields.words("source"),
        confidence=fields.choice("confidence", CONFIDENCES),
        notes=fields.text("notes"),
    )


def _listed(folder: Folder, name: str, keys: tuple[str, ...], what: str) -> Iterator[Fields]:
    text = folder.text(name)
    node = read_yaml(folder, name, text) if text is not None else None
    seen: dict[str, Place] = {}
    for fields in tables_of(node, keys, what, folder.reporter) if node else ():
        one = fields.text("id")
        if one in seen:
            message = f'the id "{one}" is given to two in {name}'
            folder.reporter.add(Code.TWICE, message, fields.at("id"), seen[one], help="give each an id of its own")
        elif one:
            seen[one] = fields.at("id")
        yield fields
