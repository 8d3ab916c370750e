"""Proofs as one web page that needs no network: nested lists that reflow on a phone and print on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ascertain.publish.proof.sheet import ProofSheet

_TEMPLATES = Path(__file__).with_name("templates")


def as_page(sheets: Sequence[ProofSheet]) -> str:
    """The page. Everything that comes from a docket or a rulebook is escaped.

    Args:
        sheets: The proofs, in the order of the page.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    styles = (_TEMPLATES / "proof.css", _TEMPLATES.with_name("style") / "cards.css")
    style = Markup("".join(style.read_text("utf-8") for style in styles))  # noqa: S704 - our own files
    return environment.get_template("proof.html.j2").render(sheets=sheets, style=style)
