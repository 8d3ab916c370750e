"""The remarks of the check: as text with places and examples, as rows, and as objects for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ascertain.law.model import ForceState
from ascertain.publish.jsonout import Json, plain
from ascertain.publish.sheet import Column, Sheet
from ascertain.publish.table import wrap
from ascertain.publish.words import value_words
from ascertain.rulebook.mistakes import Mistake, render
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Place
from ascertain.verify.lints.model import Remark, Witness

COLUMNS = ("code", "lint", "severity", "about", "sentence", "places", "examples", "accepted")

Lines = Mapping[str, Sequence[str]]
"""The lines of the rulebook's files, by file name."""


def as_text(remark: Remark, rulebook: Rulebook, lines: Lines, width: int) -> Iterator[str]:
    """Yield the remark as a person reads it: sentence, places with their lines, examples, what could be done."""
    shown = tuple(_line(place, lines) for place in remark.places)
    told = Mistake(f"{remark.code} {remark.severity}", remark.sentence, remark.places, shown, "")
    yield from render(told).split("\n")
    for witness in remark.witnesses:
        yield from (f"  {row}" for row in wrap(f"example: {example_words(witness, rulebook)}", width - 2, hang=9))
    if remark.help:
        yield from (f"  {row}" for row in wrap(f"help: {remark.help}", width - 2, hang=6))
    yield f"  name: {remark.name}"


def sheet(remarks: Sequence[Remark], rulebook: Rulebook) -> Sheet:
    """The remarks as a table."""
    columns = (Column("Code", 12), Column("Place", 30), Column("Remark"), Column("Example"))
    rows = (
        (
            f"{remark.code} {remark.severity}",
            _where(remark.places[0]),
            remark.sentence,
            " / ".join(example_words(witness, rulebook) for witness in remark.witnesses),
        )
        for remark in remarks
    )
    return Sheet("Remarks", columns, rows)


def row(item: Json) -> Json:
    """The object of a remark as one row of a CSV file."""
    places, examples = item["places"], item["examples"]
    assert isinstance(places, list)
    assert isinstance(examples, list)
    at = [f"{place['file']}:{place['line']}:{place['column']}" for place in places]
    return {**item, "places": at, "examples": [example["text"] for example in examples]}


def remark_object(remark: Remark, rulebook: Rulebook, lines: Lines, accepted: str | None) -> Json:
    """A remark for programs; ``accepted`` is the reason that the rulebook gives for leaving it so."""
    return {
        "code": remark.code,
        "lint": remark.lint,
        "severity": remark.severity.value,
        "name": remark.name,
        "about": list(remark.about),
        "sentence": remark.sentence,
        "places": [
            {"file": place.file, "line": place.line, "column": place.column, "text": _line(place, lines)}
            for place in remark.places
        ],
        "examples": [_example_object(witness, rulebook) for witness in remark.witnesses],
        "help": remark.help or None,
        "accepted": accepted,
    }


def example_words(witness: Witness, rulebook: Rulebook) -> str:
    """An example in one line: who, when, which facts are enough, and what the term then comes to."""
    matter = witness.matter
    who = matter.government.name if matter.government else "any government that no order names"
    program = f" under {matter.program.name}" if matter.program else ""
    facts = ((rulebook.terms[phrase], value) for phrase, value in witness.facts.items())
    given = [f"{term.short or term.phrase} = {value_words(value, term)}" for term, value in facts]
    given += [f"reading {name} of {point}" for point, name in witness.readings.items()]
    given += [f"{doubt.question} {'yes' if yes else 'no'}" for doubt, yes in witness.doubts.items()]
    states = {ForceState.NOT_YET: "not yet in force"}
    stands = [f"{provision} is {states.get(state, state.value)}" for provision, state in witness.forces.items()]
    comes = " and ".join([*dict.fromkeys(outcome.value for outcome in witness.outcomes.values()), *stands])
    supposed = ", ".join(given) or ("whatever the facts" if witness.outcomes else "")
    return f"{who}{program} on {matter.on}{f', {supposed}' if supposed else ''}: {comes}"


def _example_object(witness: Witness, rulebook: Rulebook) -> Json:
    matter = witness.matter
    return {
        "government": matter.government.id or None if matter.government else None,
        "who": matter.government.name if matter.government else None,
        "program": matter.program.id if matter.program else None,
        "on": matter.on.isoformat(),
        "facts": [{"term": term, "value": plain(value, rulebook.terms[term])} for term, value in witness.facts.items()],
        "readings": [{"point": point, "reading": reading} for point, reading in witness.readings.items()],
        "doubts": [{"id": doubt.id, "ask": doubt.question, "answer": yes} for doubt, yes in witness.doubts.items()],
        "outcomes": [{"question": term, "outcome": outcome.value} for term, outcome in witness.outcomes.items()],
        "forces": [{"provision": one, "state": state.value} for one, state in witness.forces.items()],
        "text": example_words(witness, rulebook),
    }


def _line(place: Place, lines: Lines) -> str:
    known = lines.get(place.file, ())
    return known[place.line - 1] if 0 < place.line <= len(known) else ""


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}:{place.column}"
