"""The timeline of the law, drawn to scale: lanes of force, hatched suspensions, numbered orders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ascertain.law.model import ForceState
from ascertain.publish.html import words
from ascertain.publish.html.scale import Scale, Tick

WIDTH = 1080.0
LEFT = 10.0
HEAD = 46.0
BAR = 15.0
STEP = 42.0
MARK = 9.0
LABEL_ROOM = 158
LETTER = 6.6


@dataclass(frozen=True, slots=True)
class Happening:
    """Something the law did on a day; ``number`` keys its mark to the list. ``targets`` are provisions it acts on."""

    number: int
    on: date
    when: str
    title: str
    issuer: str
    kind: str
    anchor: str
    deeds: tuple[str, ...]
    targets: frozenset[str]
    later: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The force of a provision for some governments over the period; ``since`` is its first day if earlier."""

    provisions: frozenset[str]
    label: str
    anchor: str
    whom: str
    since: str
    spans: tuple[tuple[date, date, ForceState], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    x: float
    width: float
    shape: str
    word: str
    label: str
    label_x: float
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered ring; ``day`` is where its day stands, ``x`` where the ring has room."""

    x: float
    y: float
    day: float
    number: int
    title: str
    anchor: str
    later: bool


@dataclass(frozen=True, slots=True)
class Lane:
    y: float
    label: str
    full: str
    anchor: str
    whom: str
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing: lanes of one kind of law, or (no lanes) all the happenings as marks."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    height: float


@dataclass(frozen=True, slots=True)
class LawChart:
    panels: tuple[Panel, ...]
    happenings: tuple[Happening, ...]
    ticks: tuple[Tick, ...]
    on: float | None
    known: float | None
    start: str
    end: str
    right: float
    bar: float = BAR
    head: float = HEAD
    width: float = WIDTH


def draw(
    kinds: Iterable[tuple[str, Sequence[Course]]],
    happenings: tuple[Happening, ...],
    *,
    start: date,
    end: date,
    on: date,
    known: date,
) -> LawChart:
    """Lay out the whole timeline.

    Args:
        kinds: For each kind of law its courses, in the order to be drawn.
        happenings: What happened in the period, oldest first.
        start: First day drawn.
        end: First day no longer drawn.
        on: The day asked about.
        known: The last day whose law and record count; marked where it is another day.
    """
    scale = Scale(start, end, LEFT, WIDTH - 2 * LEFT)
    panels = [_crowd(happenings, scale)] if happenings else []
    panels += [_panel(number, title, courses, happenings, scale) for number, (title, courses) in enumerate(kinds)]
    return LawChart(
        tuple(panels),
        happenings,
        scale.ticks(),
        scale.x(on) if scale.shows(on) else None,
        scale.x(known) if scale.shows(known) and known != on else None,
        words.day(start),
        words.day(end - timedelta(days=1)),
        scale.right,
    )


def _crowd(happenings: tuple[Happening, ...], scale: Scale) -> Panel:
    """All marks on one band; one that would touch its neighbor drops to the next row."""
    ends: list[float] = []
    marks = []
    for each in happenings:
        x = scale.x(each.on)
        row = next((row for row, end in enumerate(ends) if x - end >= 2 * MARK + 2), len(ends))
        ends[row : row + 1] = [x]
        marks.append(_mark(each, x, HEAD + 14 + row * (2 * MARK + 4)))
    return Panel("orders", "Everything issued, by day", (), tuple(marks), HEAD + 18 + len(ends) * (2 * MARK + 4))


def _panel(
    number: int, title: str, courses: Sequence[Course], happenings: tuple[Happening, ...], scale: Scale
) -> Panel:
    lanes = tuple(_lane(course, HEAD + 8 + row * STEP, happenings, scale) for row, course in enumerate(courses))
    return Panel(f"law-{number}", title, lanes, (), HEAD + 12 + len(lanes) * STEP)


def _lane(course: Course, y: float, happenings: tuple[Happening, ...], scale: Scale) -> Lane:
    idle = (ForceState.NOT_YET, ForceState.NOT_LAW, ForceState.OUT_OF_SCOPE)
    shown = [span for span in course.spans if span[2] not in idle]
    marks: list[Mark] = []
    for each in happenings:
        if each.targets & course.provisions:
            free = marks[-1].x + 2 * MARK + 1 if marks else 0.0
            marks.append(_mark(each, scale.x(each.on), y + 17 + BAR / 2, free))
    room = LABEL_ROOM - len(course.whom) - 3
    label = course.label if len(course.label) <= room else course.label[: max(room, 24) - 1].rstrip() + "…"
    return Lane(
        y,
        label,
        course.label,
        course.anchor,
        course.whom,
        tuple(_segment(span, course.since, scale, marks) for span in shown if span[2] is not ForceState.ENDED),
        tuple(marks),
        tuple((_days(start, end, course.since, scale), state.value) for start, end, state in shown),
    )


def _days(start: date, end: date, since: str, scale: Scale) -> str:
    begins = since if start <= scale.start and since else words.day(start)
    ends = "to the end of the period shown" if end >= scale.end else f"through {words.day(end - timedelta(days=1))}"
    return f"from {begins} {ends}"


def _segment(span: tuple[date, date, ForceState], since: str, scale: Scale, marks: Sequence[Mark]) -> Segment:
    start, end, state = span
    left, right = scale.x(start), scale.x(end)
    before = start <= scale.start and bool(since)
    labels = [f"{state.value} since {since}"] if before and state is ForceState.IN_FORCE else []
    label, at = _fitting([*labels, state.value], left, right, marks)
    shape = words.FORCE_SHAPES[state]
    return Segment(left, round(right - left, 2), shape, state.value, label, at, before, end >= scale.end)


def _fitting(labels: Sequence[str], left: float, right: float, marks: Sequence[Mark]) -> tuple[str, float]:
    """The first label that has room in the bar clear of the marks on it, and where it begins."""
    for label in labels:
        width = LETTER * len(label) + 14
        at = left + 7
        for mark in marks:
            if mark.x - MARK < at + width and mark.x + MARK > at:
                at = mark.x + MARK + 4
        if at + width <= right:
            return label, round(at, 2)
    return "", left


def _mark(each: Happening, x: float, y: float, free: float = 0.0) -> Mark:
    """A mark whose point is at its day; its number moves right where it would cover the one before."""
    title = f"{each.number}. {each.when}: {each.title}"
    return Mark(round(max(x, free), 2), y, x, each.number, title, f"order-{each.number}", each.later)
