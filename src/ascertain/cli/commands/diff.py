"""``ascertain diff``: two rulebooks, days, definitions or readings: whether they can differ at all, and who changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from ascertain.cli.asked import whom
from ascertain.cli.output import progress, screen, write
from ascertain.cli.versus import Versus, versus
from ascertain.publish.diff.sheets import change_sheet, contents_sheet, proof_sheet, whole_sheet
from ascertain.publish.diff.trees import below, beside, world_cards
from ascertain.publish.diff.words import frame_words, whom_words
from ascertain.publish.sheet import Sheet
from ascertain.record.model import Grade
from ascertain.verify.diff.books import contents
from ascertain.verify.diff.comparing import Comparer, Comparison, Group
from ascertain.verify.diff.governments import Change


def run(options: argparse.Namespace) -> int:
    """Compare the two sides; 1 if they can differ, or the finding of a government changes."""
    sides = versus(options)
    subject = sides.subject
    days = sorted((sides.first.on, sides.second.on))
    members = subject.members(*days) if subject.docket else ()
    asked_for = whom(options, subject) or members
    comparer = Comparer(sides.first, sides.second, asked_for or (None,), _standard(options, sides))
    compare = comparer.compare_if_possible if sides.whole else comparer.compare
    found = []
    for number, asked in enumerate(sides.questions, 1):
        progress(f"question {number} of {len(sides.questions)}")
        found.append(compare(asked))
    progress("")
    write(_lines(options, sides, found), options.output, options.force)
    differs = sides.whole and any(kind.differs for kind in contents(sides.first.rulebook, sides.second.rulebook))
    return 1 if differs or any(one.differs for one in found) else 0


def _standard(options: argparse.Namespace, sides: Versus) -> Grade:
    standard: Grade = options.standard or sides.subject.standard
    return standard


def _lines(options: argparse.Namespace, sides: Versus, found: Sequence[Comparison]) -> Iterator[str]:
    frames = sides.first, sides.second
    if options.format == "json":
        from ascertain.publish.diff.objects import contents_object, difference_object
        from ascertain.publish.jsonout import document

        apart = contents_object(contents(sides.first.rulebook, sides.second.rulebook))
        about = {**sides.subject.about, "against_rulebook": sides.second.rulebook.id, "only_in_one": apart}
        objects = (difference_object(one, frames) for one in found)
        yield from document("ascertain/difference/1", about, "differences", objects)
    elif options.format == "csv":
        from ascertain.publish.csvout import render
        from ascertain.publish.diff.objects import COLUMNS, rows

        yield from render(COLUMNS, (row for one in found for row in rows(one, frames)))
    elif sides.whole:
        yield from _whole(options, sides, found)
    else:
        for number, one in enumerate(found):
            yield from [""] * (number > 0)
            yield from _one(options, sides, one)


def _one(options: argparse.Namespace, sides: Versus, one: Comparison) -> Iterator[str]:
    """One question: both sides in words, the verdicts over all facts, a world that shows a difference, who changes."""
    head = _heading(sides, one.asked.first, one.asked.second)
    yield from _sheets(options, head, [proof_sheet(one.groups)])
    if not one.groups[0].difference.equivalent:
        yield from _world(options, sides, one.groups)
    if one.changes:
        yield from _sheets(
            options, (), [change_sheet(one, (sides.first.rulebook, sides.second.rulebook), _standard(options, sides))]
        )


def _heading(sides: Versus, first: str = "", second: str = "") -> tuple[str, str]:
    digest = sides.first.rulebook is not sides.second.rulebook and sides.first.rulebook.id == sides.second.rulebook.id
    here, there = frame_words(sides.first, first, digest=digest), frame_words(sides.second, second, digest=digest)
    return f"first: {here}", f"second: {there}"


def _world(options: argparse.Namespace, sides: Versus, groups: Sequence[Group]) -> Iterator[str]:
    """A world in which the sides differ, for the first group of those for whom they can."""
    left, right = world_cards(groups[0].difference, sides.subject.governments)
    title = f"A world in which they differ, for {whom_words(groups[0], groups)}"
    if options.format == "md":
        yield from (f"### {title}", "", *below(left, right))
        return
    shown = screen(to_file=options.output is not None)
    yield from ("", shown.strong(title), *beside(left, right, shown))


def _whole(options: argparse.Namespace, sides: Versus, found: Sequence[Comparison]) -> Iterator[str]:
    """Whole rulebooks: what only one has, every question that both answer, and whoever was named under each."""
    books = sides.first.rulebook, sides.second.rulebook
    kinds = contents(*books)
    sheets = [contents_sheet(kinds)] if any(kind.differs for kind in kinds) else []
    sheets.append(whole_sheet(found))
    standard = _standard(options, sides)
    changing = (one for one in found if any(each.change is not Change.NONE for _, each in one.changes))
    sheets += [change_sheet(one, books, standard, one.asked.first) for one in changing]
    yield from _sheets(options, _heading(sides), sheets)


def _sheets(options: argparse.Namespace, head: Sequence[str], sheets: Sequence[Sheet]) -> Iterator[str]:
    if options.format == "md":
        from ascertain.publish.markdown import escape
        from ascertain.publish.markdown import render as render_markdown

        for line in head:
            yield from (escape(line), "")
        for sheet in sheets:
            yield from render_markdown(sheet)
        return
    from ascertain.publish.table import render, wrap

    shown = screen(to_file=options.output is not None)
    for line in head:
        yield from wrap(line, shown.width)
    for sheet in sheets:
        yield ""
        yield from render(sheet, shown)
