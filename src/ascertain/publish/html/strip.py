"""The timeline of one finding, drawn to scale as a strip of intervals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ascertain.findings.timelines.timeline import Span
from ascertain.publish.html import words
from ascertain.publish.html.scale import Scale, Tick
from ascertain.publish.words import brief_words, events_words
from ascertain.rulebook.model.book import Rulebook

WIDTH = 720.0
LEFT = 8.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One interval: ``label`` is its word where there is room for it; ``when`` its days in print,
    ``turns_on`` how many questions of fact and of law it depends on, ``ended_by`` what made the next one another."""

    x: float
    width: float
    shape: str
    word: str
    label: str
    when: str
    turns_on: str
    ended_by: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip and the day asked about, with what to say below; with no pieces there is nothing to draw."""

    pieces: tuple[Piece, ...]
    ticks: tuple[Tick, ...]
    on: float | None
    notes: tuple[str, ...] = ()
    width: float = WIDTH + 2 * LEFT


def strip(
    spans: Iterable[Span], start: date, end: date, on: date, rulebook: Rulebook, notes: tuple[str, ...] = ()
) -> Strip:
    """Lay out the intervals of a finding between two days."""
    scale = Scale(start, end, LEFT, WIDTH)
    pieces = tuple(_piece(scale, span, rulebook) for span in spans)
    return Strip(pieces, scale.ticks(), scale.x(on) if scale.shows(on) else None, notes)


def _piece(scale: Scale, span: Span, rulebook: Rulebook) -> Piece:
    left, right = scale.x(span.start), scale.x(span.end)
    word = brief_words(span.told.word, span.told.brief)
    room = right - left > 9 * len(word) + 14
    kinds = (("fact", len(span.told.turns.facts)), ("law", len(span.told.turns.law)))
    turns = words.listed(f"{count} of {kind}" for kind, count in kinds if count)
    when = words.through(span.start, span.end)
    ended = events_words(span.ended_by, rulebook)
    shape, width = words.shape(span.told.word), round(right - left, 2)
    return Piece(left, width, shape, word, word if room else "", when, turns, ended)
