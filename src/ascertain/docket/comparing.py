"""A docket and a day in; the responses side by side out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ascertain.docket.comparison import Cell, Comparison, Line, Respondent, Ruling, Saying, Source
from ascertain.docket.model import Argument, Attribution, Docket, Entry, EntryKind, Holding, Side
from ascertain.docket.state import state_on
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.model.book import Rulebook


def compare(docket: Docket, rulebook: Rulebook, known: date) -> Comparison:
    """Set the responses side by side.

    Args:
        docket: The docket.
        rulebook: The law, which says when the courts decided.
        known: Only what had surely been filed or issued by this day counts.
    """
    filed = [entry for entry in docket.entries if entry.filed.reached(known) is True]
    others = [entry for entry in filed if entry.kind is not EntryKind.RESPONSE]
    respondents = _respondents(docket, filed, known)
    argued = {one for respondent in respondents for entry in respondent.responses for one in entry.arguments}
    sides: dict[Side, list[Line]] = {side: [] for side in Side}
    for argument in docket.arguments.values():
        side = Side.RESPONDENT if argument.id in argued else argument.side
        cells = [_cell(argument, one) for one in respondents] if side is Side.RESPONDENT else []
        line = Line(
            argument,
            tuple(cells),
            tuple(entry for entry in others if argument.id in entry.arguments),
            docket.arguments.get(argument.reply),
            _rulings(argument.courts_for, rulebook, known),
            _rulings(argument.courts_against, rulebook, known),
        )
        sides[side].append(line)
    return Comparison(known, respondents, *(tuple(sides[side]) for side in Side))


def _respondents(docket: Docket, filed: list[Entry], known: date) -> tuple[Respondent, ...]:
    state = state_on(docket, known)
    responses = [entry for entry in filed if entry.kind is EntryKind.RESPONSE]
    perhaps = [entry for entry in state.undated if entry.kind is EntryKind.RESPONSE]
    members = [member.government for member in (*state.members, *state.perhaps)]
    answering = [government for entry in responses for government in entry.about]
    return tuple(
        Respondent(
            one,
            tuple(entry for entry in responses if one in entry.about),
            tuple(entry for entry in perhaps if one in entry.about),
        )
        for one in dict.fromkeys((*members, *answering))
    )


def _cell(argument: Argument, respondent: Respondent) -> Cell:
    sources = tuple(_source(argument, entry) for entry in respondent.responses if argument.id in entry.arguments)
    if sources:
        return Cell(argument.id, respondent.government, Saying.MADE, sources)
    return Cell(argument.id, respondent.government, respondent.silence, judged=respondent.responses)


def _source(argument: Argument, entry: Entry) -> Source:
    own = next((one for one in entry.attributions if one.argument == argument.id), Attribution(argument.id))
    return Source(
        entry=entry,
        exhibit=own.exhibit or entry.exhibit,
        passage=own.passage,
        confidence=own.confidence or _weaker((argument.confidence, entry.confidence)),
        note=own.note,
    )


def _weaker(marks: Iterable[str]) -> str:
    """The weaker of two marks; one that is missing is taken for no better than *verified*."""
    order = (CONFIDENCES[0], "", *CONFIDENCES[1:])
    return max(marks, key=order.index)


def _rulings(holdings: Iterable[Holding], rulebook: Rulebook, known: date) -> tuple[Ruling, ...]:
    held = ((each, rulebook.authorities.get(each.court)) for each in holdings)
    rulings = (Ruling(each.court, authority.issued if authority else None, each.readings) for each, authority in held)
    return tuple(one for one in rulings if one.issued is None or one.issued.reached(known) is True)
