"""A comparison in words: sides, verdict, what has to be so for the sides to differ, what lies beneath a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ascertain.findings.model import Finding
from ascertain.publish.words import turn_words, value_words
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import TermType
from ascertain.rulebook.values import written
from ascertain.verify.diff.comparing import Frame, Group, Whom
from ascertain.verify.diff.difference import Difference
from ascertain.verify.diff.governments import Cause, Compared
from ascertain.verify.diff.unspoken import unspoken
from ascertain.verify.diff.witness import Given, Witness

_MOST_NAMED = 4


def frame_words(frame: Frame, question: str, *, digest: bool = False) -> str:
    """A side in a line: question, day, readings taken, rulebook.

    Args:
        frame: The side.
        question: What is asked; empty for every question.
        digest: Whether the rulebook needs its digest to be told apart.
    """
    parts = [f"{question or 'every question'}, on {frame.on}, known by {frame.known}"]
    parts += [f"if {_point(point)} is {name}" for point, name in frame.readings.items()]
    version = f" ({frame.rulebook.digest[:12]})" if digest else ""
    return f"{', '.join(parts)}; rulebook {frame.rulebook.id}{version}"


def verdict(difference: Difference) -> str:
    """How the two sides stand to each other."""
    here = any(pair[0] is Outcome.HOLDS for pair in difference.pairs)
    there = any(pair[1] is Outcome.HOLDS for pair in difference.pairs)
    if difference.equivalent:
        return "equivalent"
    if difference.first.of_quantity:
        return f"can differ: {_more(difference)}"
    if not here or not there:
        nowhere = "neither ever holds" if not (here or there) else f"the {'second' if here else 'first'} never holds"
        return f"can differ: {nowhere}"
    if difference.apart:
        return "can differ: never do both hold"
    match difference.first_within_second, difference.second_within_first:
        case True, True:
            return "can differ, though they hold in the same cases"
        case True, False:
            return "can differ: wherever the first holds the second does, not conversely"
        case False, True:
            return "can differ: wherever the second holds the first does, not conversely"
        case _:
            return "can differ: either can hold without the other"


def _more(difference: Difference) -> str:
    """On which side a quantity is more, where both say what it is."""
    more, less = comparatives(difference)
    if (Outcome.HOLDS, Outcome.HOLDS) not in difference.pairs:
        return "never do both sides say what it is"
    match difference.more_first is not None, difference.more_second is not None:
        case True, True:
            return f"it can be {more} on either side"
        case True, False:
            return f"it is never {less} on the first side than on the second"
        case False, True:
            return f"it is never {more} on the first side than on the second"
        case _:
            return "wherever both sides say what it is they say the same"


def comparatives(difference: Difference) -> tuple[str, str]:
    """*more* and *less* for the quantity that is asked about."""
    kind = difference.first.rulebook.terms[difference.first.question].type
    return ("later", "earlier") if kind is TermType.DATE else ("more", "less")


def outcome_words(witness: Witness, at: int, rulebook: Rulebook, question: str) -> str:
    """What a question comes to on one side of a witness: an outcome, or what a quantity is."""
    said = witness.worths[at]
    return witness.outcomes[at].value if said is None else written(rulebook.terms[question].type, said)


def unspoken_words(difference: Difference) -> Iterator[str]:
    """That nothing which concludes the question speaks on a side, such as a definition of an order that has ended."""
    for which, side in (("first", difference.first), ("second", difference.second)):
        states = unspoken(side)
        if states:
            named = "; ".join(f"{provision} is {state}" for provision, state in states[:_MOST_NAMED])
            more = f"; and {len(states) - _MOST_NAMED} more" if len(states) > _MOST_NAMED else ""
            yield (
                f"on the {which} side nothing that concludes it speaks on {side.on}: {named}{more}; "
                "to compare what it says, ask on a day on which it is in force"
            )


def proof_words(difference: Difference) -> str:
    """What the proof of a verdict has gone through."""
    proof = difference.proof
    match len(proof.facts), proof.combinations:
        case 0, _:
            parts = ["no fact at all"]
        case 1, int(values):
            parts = [f"{_many(values, 'value')} of the one fact looked at"]
        case count, None:
            parts = [f"ways that {count} facts can be, too many to count"]
        case count, ways:
            parts = [f"{ways:,} ways that {count} facts can be"]
    parts += [_many(len(proof.points), "contested point")] if proof.points else []
    parts += [_many(len(proof.doubts), "doubt of law")] if proof.doubts else []
    return f"proved, not sampled: over all {' × '.join(parts)}, the same facts on both sides"


def given_words(witness: Witness | None, difference: Difference) -> str:
    """What has to be so, in a line."""
    if witness is None:
        return ""
    books = difference.first.rulebook, difference.second.rulebook
    if not witness.given:
        here, there = (
            outcome_words(witness, at, side.rulebook, side.question)
            for at, side in enumerate((difference.first, difference.second))
        )
        return f"nothing more: {here} against {there}"
    return "; ".join(_given(given, books) for given in witness.given)


def causes_words(one: Compared, books: Sequence[Rulebook]) -> str:
    """What lies beneath a change in a line; where law and record are the same, what only either finding rests on."""
    if one.causes or one.findings is None:
        return "; ".join(_cause(cause, books) for cause in one.causes)
    for rests, words in ((_turns, "turns on"), (_authorities, "rests on")):
        here, there = (rests(finding, book) for finding, book in zip(one.findings, books, strict=True))
        apart = [
            f"only the {which} {words} {_listed([name for name in mine if name not in other])}"
            for which, mine, other in (("first", here, there), ("second", there, here))
            if set(mine) - set(other)
        ]
        if apart:
            return "; ".join(apart)
    return "the rules"


def _turns(finding: Finding, rulebook: Rulebook) -> list[str]:
    return [turn_words(turn.id, rulebook) for turn in (*finding.law_turns, *finding.fact_turns)]


def _authorities(finding: Finding, _: Rulebook) -> list[str]:
    return list(finding.authorities)


def whom_words(group: Group, groups: Sequence[Group]) -> str:
    """All for whom a verdict holds.

    Args:
        group: The verdict.
        groups: All verdicts on the question.
    """
    if group.difference.equivalent and len(groups) > 1 and len(group.whom) > _MOST_NAMED:
        return f"the {len(group.whom)} others"
    everyone = {_name(whom) for each in groups for whom in each.whom}
    every_program = {_under(whom) for each in groups for whom in each.whom}
    names, programs = (list(dict.fromkeys(map(what, group.whom))) for what in (_name, _under))
    if len(names) * len(programs) != len(group.whom):
        return _listed([f"{_name(whom)} [{_under(whom)}]" for whom in group.whom])
    who = _every(len(names), "governments") if 1 < len(names) == len(everyone) else _listed(names)
    if programs == [""]:
        return who
    every = 1 < len(programs) == len(every_program)
    return f"{who}, under {_every(len(programs), 'programs')}" if every else f"{who} [{_listed(programs)}]"


def _every(count: int, what: str) -> str:
    return f"both {what}" if count == 2 else f"all {count} {what}"


def _name(whom: Whom) -> str:
    return whom[0].name if whom[0] else "anyone"


def _under(whom: Whom) -> str:
    here, there = (program.id if program else "" for program in whom[1])
    return here if here == there else f"{here} against {there}"


def _listed(names: Sequence[str]) -> str:
    more = [f"{len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    return ", ".join([*names[:_MOST_NAMED], *more])


def _given(given: Given, books: Sequence[Rulebook]) -> str:
    term = next((book.terms[given.id] for book in books if given.id in book.terms), None)
    value = value_words(given.value, term)
    match given.kind.value:
        case "fact":
            return f"{given.id} = {value}"
        case "reading":
            return f"{_point(given.id)} is {value}"
        case _:
            return f"{given.ask} {value}"


def _cause(cause: Cause, books: Sequence[Rulebook]) -> str:
    here, there = (
        value_words(value, book.terms.get(cause.id))
        for value, book in zip((cause.first, cause.second), books, strict=True)
    )
    by = f" ({', '.join(cause.by)})" if cause.by else ""
    name = cause.id if cause.kind == "force" else turn_words(cause.id, books[0])
    return f"{cause.kind} {name}: {here} against {there}{by}"


def _point(point: str) -> str:
    """A point without its authority."""
    return point.partition("#")[2] or point


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")
