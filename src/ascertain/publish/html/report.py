"""Writes the report: one HTML file that can be mailed, read without a network and printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ascertain.docket.model import Docket
from ascertain.publish.files import write_whole
from ascertain.publish.html import anchors, words
from ascertain.publish.html.asking import Answers
from ascertain.publish.html.assemble import assemble
from ascertain.publish.html.views.page import Report
from ascertain.rulebook.model.book import Rulebook

PAGE = "index.html"
_MADE_HERE = b'<meta name="generator" content="Ascertain '
_HEAD = 1_000
_TEMPLATES = Path(__file__).with_name("templates")
_STYLE = Path(__file__).with_name("style")


def _quiet(_: str) -> None:
    """Says nothing."""


def publish_report(
    docket: Docket,
    rulebook: Rulebook,
    *,
    on: date,
    known: date,
    out: Path,
    replace: bool = True,
    progress: Callable[[str], None] = _quiet,
) -> Path:
    """Write the report of a docket for one day.

    Args:
        docket: The record of the review.
        rulebook: The law it is read under.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.
        out: The folder, made where it is missing.
        replace: Whether an earlier report in it may be replaced, which is done in one step.
        progress: Told in a few words what is being done.

    Returns:
        The page, ``index.html`` in the folder.

    Raises:
        BadInput: The rulebook does not cover the day, or a question of the docket is not a term.
        FileExistsError: The folder holds a report that may not be replaced, or is a file itself.
        OSError: The folder cannot be written.
    """
    page = out / PAGE
    report = assemble(docket, rulebook, Answers(docket, rulebook, on, known), on=on, known=known, progress=progress)
    progress("setting the page in type")
    text = render(report)
    out.mkdir(parents=True, exist_ok=True)
    write_whole(page, [text], replace=replace)
    return page


def is_report(page: Path) -> bool:
    """Whether a file is a report that was made here, so that another may take its place unasked."""
    if not page.is_file():
        return False
    with page.open("rb") as file:
        return _MADE_HERE in file.read(_HEAD)


def render(report: Report) -> str:
    """The page as HTML. Everything that comes from a docket or a rulebook is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    from markupsafe import Markup

    style, script = _STYLE / "style.css", _TEMPLATES / "script.js"
    inline = {"style": Markup(style.read_text("utf-8")), "script": Markup(script.read_text("utf-8"))}  # noqa: S704 - our own files
    hashes = {f"{name}_hash": _hash(text) for name, text in inline.items()}
    return environment.get_template("index.html.j2").render(report=report, **inline, **hashes)


def paragraphs(text: str) -> list[str]:
    """Prose parted at its blank lines."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _on_this_page(anchor: str) -> str:
    return f"#{anchor}"


FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "sentence": words.sentence,
        "moment": words.moment,
        "slug": anchors.slug,
        "paragraphs": paragraphs,
        "place": _on_this_page,
    }
)
"""What the templates of the report, and of whoever uses their parts, call by name."""


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
