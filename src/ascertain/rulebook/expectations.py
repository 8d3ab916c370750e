"""What a case expects: outcomes of a yes/no question, what a quantity is, or the force of a provision."""

from __future__ import annotations

from collections.abc import Sequence

from ascertain.rulebook.fields import Fields
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.book import Expectation
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Term, Value
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import RawEntry, Text
from ascertain.rulebook.texts import after
from ascertain.rulebook.values import value_of

FORCES = ("in force", "not law", "not yet", "ended", "suspended", "out of scope", "open")
_OF_QUANTITY = ("is VALUE", "silent", "conflict", "open")


def expectation_of(
    entry: RawEntry, fields: Fields, question: Term | None, authority: str, names: Names
) -> Expectation | None:
    """What a case expects, or ``None`` where that is wrong (then it was reported).

    Args:
        entry: The case.
        fields: Its lines.
        question: The term that it asks for, if it asks for a known one.
        authority: Where it stands.
        names: The tables of names.
    """
    expect, force = fields.get("expect"), fields.get("force")
    if expect is None:
        help_line = 'add a line "expect: holds", or "expect: holds or does not hold" where it is open'
        names.reporter.add("A801", "this case expects nothing", entry.kind.place, help=help_line)
    provision = "" if force is None else names.provision(force) or ""
    turns = tuple(turn for text in fields.all("turns on") if (turn := _turn(text, authority, names)))
    if expect is None:
        return None
    asked = fields.get("ask")
    if question is None and asked is not None and force is None:
        return None  # what it asks for is wrong, and was reported
    if question is not None and question.type in QUANTITIES and force is None:
        return _of_quantity(expect, question, turns, names)
    words = [expect.text] if force else [word.strip() for word in expect.text.split(" or ")]
    known = FORCES if force else tuple(outcome.value for outcome in Outcome)
    for word in words:
        if word not in known:
            _no_such(word, "state of force" if force else "outcome", known, expect, names)
            return None
    if fields.all("turns on") and not force and len(words) == 1:
        message = "a finding with one outcome turns on nothing"
        help_line = 'expect several outcomes with "or", or leave "turns on" out'
        names.reporter.add("A809", message, fields.all("turns on")[0].place, expect.place, help=help_line)
    if force:
        return Expectation(provision=provision, force=words[0], turns_on=turns)
    return Expectation(tuple(outcome for outcome in Outcome if outcome.value in words), turns_on=turns)


def _of_quantity(expect: Text, question: Term, turns: tuple[str, ...], names: Names) -> Expectation | None:
    """A quantity is expected to be some value, to be nothing (*silent* or *conflict*), or to be *open*."""
    if expect.text == "open":
        return Expectation(turns_on=turns, unsettled=True)
    outcomes: list[Outcome] = []
    worths: list[Value] = []
    offset = 0
    for word in expect.text.split(" or "):
        text = after(Text(expect.text[: offset + len(word)], expect.place), offset)
        offset += len(word) + len(" or ")
        if text.text.startswith("is "):
            value = value_of(question, after(text, len("is")), names.reporter)
            if value is None:
                return None
            worths.append(value)
        elif text.text in (Outcome.SILENT, Outcome.CONFLICT):
            outcomes.append(Outcome(text.text))
        else:
            _no_such(text.text, "outcome of a quantity", _OF_QUANTITY, expect, names)
            return None
    said = [Outcome.HOLDS] if worths else []
    return Expectation((*said, *outcomes), turns_on=turns, worths=tuple(worths))


def _no_such(word: str, kind: str, known: Sequence[str], expect: Text, names: Names) -> None:
    help_line = did_you_mean(word, known, f"write {', '.join(known)}")
    names.reporter.add("A803", f'there is no {kind} "{word[:60]}"', expect.place, help=help_line)


def _turn(text: Text, authority: str, names: Names) -> str | None:
    """A fact's phrase, a point's id, or the id of a provision whose force is open."""
    for point in (text.text, f"{authority}#{text.text}"):
        if point in names.points:
            return point
    if text.text in names.provisions:
        return text.text
    elsewhere = [point for point in names.points if point.endswith(f"#{text.text}")]
    if len(elsewhere) == 1:
        return elsewhere[0]
    term = names.term(text, short=True)
    return None if term is None else term.phrase
