"""docket.md in; the review's title, rulebook, standard and members out."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.docket.fields import Fields
from ascertain.docket.files import FRONT, Folder
from ascertain.docket.marked import BrokenYaml, Node, Table, front_matter, parse_yaml
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Docket, Frame, Member
from ascertain.record.exhibits import is_sha256
from ascertain.record.grades import parse_standard
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.model.terms import Place

_KEYS = (
    *("id", "title", "reviewer", "rulebook", "standard", "members", "results", "questions"),
    *("origin", "frame", "period", "edition", "readings"),
    *("note", "sources", "confidence"),
)
_Named = tuple[tuple[str, Place], ...]
_MEMBER = ("government", "from", "until", "basis", "note")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What docket.md names with the places where it does, to be checked against the rest: governments as members,
    questions, readings, and the number of the entry that it began with."""

    members: _Named
    questions: _Named
    readings: _Named
    origin: Place


def read_yaml(folder: Folder, name: str, text: str, first_line: int = 1) -> Node | None:
    """The YAML of a file, or ``None`` where it is broken (which is then reported)."""
    try:
        return parse_yaml(text, name, first_line)
    except BrokenYaml as broken:
        message = f"this YAML is broken: {broken.problem}"
        folder.reporter.add(Code.BROKEN_YAML, message, broken.place, help=broken.help)
        return None


def read_front(folder: Folder, name: str, text: str, keys: tuple[str, ...], what: str) -> tuple[Fields, str] | None:
    """The front matter of a Markdown file and its prose, or ``None`` where it has none (which is then reported)."""
    parts = front_matter(text)
    if parts is None:
        message = "this file has no front matter between two lines of three dashes"
        folder.reporter.add(Code.NO_FRONT_MATTER, message, Place(name, 1, 1), help="begin the file with ---, keys, ---")
        return None
    node = read_yaml(folder, name, parts[0], parts[1])
    if isinstance(node, Table):
        return Fields(node, keys, what, folder.reporter), parts[2]
    if node is not None:
        message = "the front matter should be keys with values"
        help_ = f"the keys are {', '.join(keys)}"
        folder.reporter.add(Code.WRONG_SHAPE, message, Place(name, 1, 1), help=help_)
    return None


def read_head(folder: Folder) -> tuple[Docket, Mentioned]:
    """Read docket.md.

    Returns:
        The docket so far, and what it names.

    Raises:
        DocketError: The file cannot be understood so far that the rest could be checked against it.
    """
    text = folder.text(FRONT)
    read = read_front(folder, FRONT, text, _KEYS, "docket.md") if text is not None else None
    if read is None:
        folder.stop_if_any()
        raise AssertionError("what cannot be read is reported")
    fields, prose = read
    word = fields.choice("standard", [grade.word for grade in STANDARDS], default=Grade.DOCUMENTED.word)
    members, named = _members(fields)
    head = Docket(
        id=fields.text("id", required=True),
        title=fields.text("title", required=True),
        reviewer=fields.text("reviewer", required=True),
        rulebook=fields.text("rulebook", required=True),
        standard=parse_standard(word),
        members=members,
        results=fields.words("results"),
        questions=fields.words("questions"),
        origin=fields.number("origin"),
        frame=_frame(fields),
        period=_period(fields),
        edition=_edition(fields),
        readings=tuple(_parted(text) for text in fields.words("readings")),
        text=prose,
        note=fields.text("note"),
        sources=fields.words("sources"),
        confidence=fields.choice("confidence", CONFIDENCES),
        folder=str(folder.path),
    )
    if not head.rulebook:
        folder.stop_if_any()
    return head, Mentioned(named, fields.texts("questions"), fields.texts("readings"), fields.at("origin"))


def _frame(fields: Fields) -> Frame | None:
    frame = fields.table("frame", ("words", "source"), "the sampling frame")
    return Frame(frame.text("words", required=True), frame.text("source")) if frame else None


def _period(fields: Fields) -> Interval:
    period = fields.table("period", ("from", "until"), "the period under review")
    return period.period() if period else Interval(None, None)


def _edition(fields: Fields) -> str:
    edition = fields.text("edition")
    if edition and not is_sha256(edition):
        help_ = "write the digest of the rulebook, or leave the key out"
        fields.add(Code.BAD_HASH, "the edition of the rulebook is no SHA-256", "edition", help_)
    return edition


def _parted(text: str) -> tuple[str, str]:
    point, _, name = text.partition("=")
    return point.strip(), name.strip()


def _members(fields: Fields) -> tuple[tuple[Member, ...], _Named]:
    members: list[tuple[Member, Place]] = []
    for one in fields.tables("members", _MEMBER, "a member"):
        who = one.text("government", required=True)
        member = Member(who, one.period(), one.text("basis"), one.text("note"))
        for earlier, place in members:
            if earlier.government == who and _overlap(earlier, member):
                message = f'"{who}" is a member twice at the same time'
                help_ = "keep one of the two, or part their periods"
                one.reporter.add(Code.TWICE, message, one.at("government"), place, help=help_)
        members.append((member, one.at("government")))
    named = tuple((member.government, place) for member, place in members if member.government)
    return tuple(member for member, _ in members), named


def _overlap(one: Member, other: Member) -> bool:
    def over(first: Member, then: Member) -> bool:
        end, start = first.period.end, then.period.start
        return end is not None and start is not None and end.latest <= start.latest

    return not over(one, other) and not over(other, one)
