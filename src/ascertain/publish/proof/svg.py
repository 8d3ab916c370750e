"""A proof as a drawing: one box a part, each below and to the right of what rests on it, so that none can overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ascertain.publish.proof.cards import Card
from ascertain.publish.proof.shapes import TAIL, outline
from ascertain.publish.proof.sheet import ProofSheet
from ascertain.publish.proof.text import as_text
from ascertain.publish.proof.typesetting import broken
from ascertain.publish.table import Screen, clean

_WIDTH = 860.0
_MARGIN = 24.0
_STEP = 26.0
_LEAST = 300.0
"""No box is narrower; where a proof goes very deep the drawing grows wider instead."""
_GAP = 12.0
_PAD = 14.0
_SPINE = 10.0
_DESCRIBED = Screen(width=1_000)

_STYLE = """\
text{font-family:"DejaVu Sans","Liberation Sans",Arial,Helvetica,sans-serif;fill:#111}
.paper{fill:#fff}.box{fill:#fff;stroke:#111;stroke-width:1.4}.open{stroke-dasharray:7 4}
.inner{fill:none;stroke:#111;stroke-width:1}.spine{stroke:#111;stroke-width:6;fill:none}.broken{stroke-dasharray:9 4}
.wire{fill:none;stroke:#555;stroke-width:1.4}.dot{fill:#555}
.title{font-size:20px;font-weight:bold}.plain{font-size:13px}.small{font-size:11.5px;fill:#333}
.label{font-size:11px;font-weight:bold;letter-spacing:.6px}.head{font-size:14.5px;font-weight:bold}
.what{font-weight:bold}.quoted{font-style:italic}"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of text: its class, its size, its leading word in bold if any, and what is left of it."""

    css: str
    size: float
    text: str
    lead: str = ""

    @property
    def height(self) -> float:
        return self.size * 1.38


def as_svg(sheet: ProofSheet, name: str = "proof") -> Iterator[str]:
    """The lines of a drawing that needs nothing beside it.

    Args:
        sheet: What to show.
        name: Begins the ids in the drawing, so that several can stand in one page.
    """
    total = max(_WIDTH, _depth(sheet.card) * _STEP + _LEAST + 2 * _MARGIN)
    body: list[str] = []
    y = _MARGIN
    for row in _rows(sheet, total - 2 * _MARGIN):
        y += row.height
        body.append(_text(row, _MARGIN, y))
    y = _card(sheet.card, _MARGIN, y + 22, total, body)
    y += 10
    for row in _after(sheet, total - 2 * _MARGIN):
        y += row.height
        body.append(_text(row, _MARGIN, y))
    height = y + _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{total:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {total:.0f} {height:.0f}" role="img" aria-labelledby="{name}-title {name}-told" '
        'style="max-width:100%;height:auto">'
    )
    yield f'<title id="{name}-title">{_plain(f"{sheet.title}: {sheet.finding}")}</title>'
    told = "\n".join((sheet.heading, *as_text(sheet.card, _DESCRIBED), *sheet.notes, *sheet.sources, sheet.receipt))
    yield f'<desc id="{name}-told">{_plain(told)}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield f'<rect class="paper" width="{total:.0f}" height="{height:.0f}"/>'
    yield from body
    yield "</svg>"


def _rows(sheet: ProofSheet, room: float) -> Iterator[_Row]:
    yield from (_Row("title", 20, line) for line in broken(sheet.title, room, 20, bold=True))
    yield from (_Row("head", 14.5, line) for line in broken(f"Finding, {sheet.finding}", room, 14.5, bold=True))
    turns_on = (f"Turns on {sheet.turns_on}",) if sheet.turns_on else ()
    for text in (*turns_on, sheet.heading):
        yield from (_Row("plain", 13, line) for line in broken(text, room, 13))


def _after(sheet: ProofSheet, room: float) -> Iterator[_Row]:
    for note in sheet.notes:
        yield from _led("note", note, room, "small", 11.5)
    for source in sheet.sources:
        yield from _led("encoded from", source, room, "small", 11.5)
    yield from _led("receipt", sheet.receipt, room, "small", 11.5)


def _card(card: Card, x: float, y: float, total: float, body: list[str]) -> float:
    """Draw a part with all below it; return the lower edge."""
    width = total - _MARGIN - x
    left = x + _PAD + (_SPINE if card.shape in ("rule", "exception") else 0)
    rows = list(_inside(card, x + width - left - _PAD))
    height = sum(row.height for row in rows) + 2 * _PAD
    body += ["<g>", *outline(card.shape, x, y, width, height, is_open=card.is_open)]
    line = y + _PAD - 3
    for row in rows:
        line += row.height
        body.append(_text(row, left, line))
    body.append("</g>")
    lower, wire = y + height, x + _STEP / 2
    last = lower
    for below in card.under:
        top = lower + _GAP
        last = top + 19
        body.append(f'<path class="wire" d="M{wire:.0f} {last:.1f}H{x + _STEP - TAIL.get(below.shape, 0):.0f}"/>')
        lower = _card(below, x + _STEP, top, total, body)
    if card.under:
        body.append(f'<path class="wire" d="M{wire:.0f} {y + height:.1f}V{last:.1f}"/>')
    return lower


def _inside(card: Card, room: float) -> Iterator[_Row]:
    yield from (_Row("label", 11, line) for line in broken(card.label.upper(), room / 1.1, 11, bold=True))
    yield from (_Row("head", 14.5, line) for line in broken(card.head, room, 14.5, bold=True))
    for line in card.lines:
        text = f"“{line.text}”" if line.quoted else line.text
        yield from _led(line.label, text, room, "plain quoted" if line.quoted else "plain", 13)


def _led(lead: str, text: str, room: float, css: str, size: float) -> Iterator[_Row]:
    """A paragraph whose first word says what it is."""
    first, *rest = broken(f"{lead}: {text}", room / 1.03, size)
    yield _Row(css, size, first[len(lead) + 1 :], f"{lead}:")
    yield from (_Row(css, size, line) for line in rest)


def _text(row: _Row, x: float, y: float) -> str:
    lead = f'<tspan class="what" font-style="normal">{_plain(row.lead)}</tspan>' if row.lead else ""
    return f'<text class="{row.css}" x="{x:.1f}" y="{y:.1f}">{lead}{_plain(row.text)}</text>'


def _plain(text: str) -> str:
    return escape(clean(text))


def _depth(card: Card) -> int:
    return 1 + max(map(_depth, card.under), default=0)
