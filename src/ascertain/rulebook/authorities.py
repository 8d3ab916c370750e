"""Authorities from front matter, and their provisions from headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from ascertain.rulebook.confidence import confidence_in
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.frontmatter import Front, Node, Table
from ascertain.rulebook.markdown import Fence, Heading, Page, Prose, Quote
from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.parties import EVERYONE
from ascertain.rulebook.model.sources import Authority, Citation, Provision
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Text
from ascertain.rulebook.scopes import scope_of
from ascertain.rulebook.texts import ID, after, in_order, moment, well_formed_id

KINDS = (
    "statute", "state statute", "regulation", "executive order", "memorandum", "guidance", "grant terms",
    "court order", "ordinance", "policy", "letter", "statement", "report", "list", "bill", "deadline",
)  # fmt: skip
_REQUIRED = ("id", "kind", "title", "citations", "issuer", "issued", "in-force", "binds", "sources", "confidence")
_OPTIONAL = ("summary", "notes")
_UNKNOWN_DAY = Moment.parse("1900")

_BRACES = re.compile(r"#(?P<id>\S+)(?P<rest>.*)")
_SETTING = re.compile(r'\s+(?P<key>[a-z0-9]+)=(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))')
_SETTINGS = ("from", "until", "binds", "sha256", "confidence")
_HEADING_HELP = 'write {#sec-9a} or {#sec-9a from=2017-09-01 until=2018-01-01 binds="state CA"}'


@dataclass(slots=True)
class Part:
    """A provision while its page is read; ``settings`` stand in its heading's braces."""

    id: str
    heading: Text
    level: int
    parent: str | None
    settings: dict[str, Text] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is an authority, with the fences under each part."""

    id: str
    front: Front
    place: Place
    parts: tuple[Part, ...]
    fences: tuple[tuple[str, Fence], ...]


def draft(page: Page, table: Table | None, names: Names) -> Draft:
    """Read one page's headings; the authority and its provisions enter the tables of names."""
    reporter, top = names.reporter, Place(page.file, 1, 1)
    front = Front(table or Table({}, {}, top), _REQUIRED if table else (), _OPTIONAL, reporter)
    name = front.text("id") if table else None
    if name is None or not well_formed_id(name, reporter):
        stem = page.file.rpartition("/")[2].removesuffix(".md").lower()
        name = Text(stem if ID.fullmatch(stem) else "unnamed", top if name is None else name.place)
    names.declare("A401", "authority", name.text, name.place, "give each authority an id of its own")
    parts, fences = _parts(page, name, front, reporter)
    for part in parts:
        if part.parent is not None:
            names.declare("A402", "provision", part.id, part.heading.place, "give each heading an id of its own")
    return Draft(name.text, front, name.place, parts, fences)


def _parts(
    page: Page, name: Text, front: Front, reporter: Reporter
) -> tuple[tuple[Part, ...], tuple[tuple[str, Fence], ...]]:
    root = Part(name.text, Text(front.plain("title"), Place(page.file, 1, 1)), 1, None)
    parts, fences, open_parts = [root], [], [root]
    for block in page.blocks:
        match block:
            case Heading(level, title, braces):
                while len(open_parts) > 1 and open_parts[-1].level >= level:
                    open_parts.pop()
                if level == 1 and braces is not None:
                    help_line = "its id is the authority's; give ids to the headings below it"
                    reporter.add("A110", "the title takes no id", braces.place, help=help_line)
                elif braces is not None and (settings := _settings(braces, reporter)) is not None:
                    part = Part(f"{name.text}#{settings.pop('id').text}", title, level, open_parts[-1].id, settings)
                    parts.append(part)
                    open_parts.append(part)
            case Quote(text):
                open_parts[-1].quotes.append(text.text)
            case Prose(text):
                open_parts[-1].prose.append(text.text)
            case Fence():
                fences.append((open_parts[-1].id, block))
    return tuple(parts), tuple(fences)


def _settings(braces: Text, reporter: Reporter) -> dict[str, Text] | None:
    """The id and the settings in a heading's braces, or ``None`` where they hold no id."""
    shape = _BRACES.fullmatch(braces.text)
    if shape is None or not ID.fullmatch(shape["id"]):
        reporter.add("A108", "this heading's braces hold no id", braces.place, help=_HEADING_HELP)
        return None
    found = {"id": Text(shape["id"], braces.place)}
    at = shape.start("rest")
    while setting := _SETTING.match(braces.text, at):
        group = "quoted" if setting["quoted"] is not None else "plain"
        value = after(Text(braces.text[: setting.end(group)], braces.place), setting.start(group))
        if setting["key"] not in _SETTINGS:
            help_line = did_you_mean(setting["key"], _SETTINGS, _HEADING_HELP)
            message = f'a heading has no "{setting["key"][:60]}"'
            reporter.add("A109", message, after(braces, setting.start("key")).place, help=help_line)
        found[setting["key"]] = value
        at = setting.end()
    if rest := braces.text[at:].strip():
        message = f'cannot read "{rest[:60]}" in this heading'
        reporter.add("A109", message, after(braces, at).place, help=_HEADING_HELP)
    return found


def finish(drafted: Draft, names: Names) -> None:
    """Resolve the drafted authority and its provisions, once every name is known."""
    if drafted.id not in names.authorities:
        names.authorities[drafted.id] = _authority(drafted, names)
    for part in drafted.parts:
        names.provisions.setdefault(part.id, _provision(part, drafted.id, names))


def _authority(drafted: Draft, names: Names) -> Authority:
    front, reporter = drafted.front, names.reporter
    _check_kind(front, reporter)
    issued, binds = front.text("issued"), front.text("binds")
    intervals = [front.interval(node) for node in front.listing("in-force")]
    citations = [_citation(node, reporter) for node in front.listing("citations")]
    return Authority(
        drafted.id,
        front.plain("kind"),
        front.plain("title"),
        tuple(citation for citation in citations if citation is not None),
        front.plain("issuer"),
        (moment(issued, reporter) if issued else None) or _UNKNOWN_DAY,
        tuple(interval for interval in intervals if interval is not None),
        (scope_of(binds, names) if binds else None) or EVERYONE,
        tuple(text.text for text in front.texts("sources")),
        confidence_in(front.text("confidence"), reporter),
        drafted.place,
        front.plain("notes"),
        front.plain("summary"),
    )


def _check_kind(front: Front, reporter: Reporter) -> None:
    kind = front.text("kind")
    if kind and kind.text not in KINDS:
        help_line = did_you_mean(kind.text, KINDS, f"write one of {', '.join(KINDS)}")
        reporter.add("A207", f'there is no kind "{kind.text[:60]}"', kind.place, help=help_line)


def _citation(node: Node, reporter: Reporter) -> Citation | None:
    if not isinstance(node, Table):
        help_line = 'write {text: "82 Fed. Reg. 8799 (2017)", from: 2017-01-25}'
        reporter.add("A211", "a citation has a text and may have a from", node.place, help=help_line)
        return None
    front = Front(node, ("text",), ("from",), reporter)
    start = front.text("from")
    return Citation(front.plain("text"), moment(start, reporter) if start else None)


def _provision(part: Part, authority: str, names: Names) -> Provision:
    quote = "\n\n".join(part.quotes)
    digest = sha256(quote.encode()).hexdigest() if quote else ""
    reporter, settings = names.reporter, part.settings
    if (pinned := settings.get("sha256")) and not (len(pinned.text) >= 8 and digest.startswith(pinned.text)):
        message = "the quoted words are not those whose hash stands in the heading"
        help_line = f"restore the quote, or write sha256={digest[:16]}" if digest else "quote the law's words below it"
        reporter.add("A111", message, pinned.place, help=help_line)
    return Provision(
        part.id,
        authority,
        part.heading.text,
        part.parent,
        part.heading.place,
        quote,
        digest,
        "\n\n".join(part.prose),
        _own_time(part, reporter),
        scope_of(settings["binds"], names) if "binds" in settings else None,
        confidence=confidence_in(settings.get("confidence"), reporter),
    )


def _own_time(part: Part, reporter: Reporter) -> tuple[Interval, ...] | None:
    start, end = (moment(part.settings[key], reporter) if key in part.settings else None for key in ("from", "until"))
    if not in_order(start, end):
        help_line = "let the period end after it begins; until is the first day no longer in it"
        message = f"this period ends on {end}, before it begins on {start}"
        reporter.add("A210", message, part.settings["until"].place, part.settings["from"].place, help=help_line)
    return (Interval(start, end),) if start or end else None
