"""A comparison as JSON objects; docs/reference/json.md describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ascertain.publish.diff.words import causes_words, given_words, outcome_words, verdict
from ascertain.publish.jsonout import Json, finding_object, marks_object, plain
from ascertain.publish.proof.jsonproof import proof_object
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.verify.diff.books import Contents
from ascertain.verify.diff.comparing import Comparison, Frame, Group, Whom
from ascertain.verify.diff.difference import Difference
from ascertain.verify.diff.governments import Change, Compared
from ascertain.verify.diff.proofs import proofs
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.witness import Given, Witness

COLUMNS = (
    "question",
    "against_question",
    "government",
    "program",
    "against_program",
    "verdict",
    "given",
    "change",
    "first",
    "second",
    "because",
    *("first_unseen.of", "first_unseen.confidence", "second_unseen.of", "second_unseen.confidence"),
)


_Ids = tuple[str | None, str | None, str | None]
"""A government's id, and a program's on either side."""


def difference_object(one: Comparison, frames: tuple[Frame, Frame]) -> Json:
    """A question on both sides."""
    books = frames[0].rulebook, frames[1].rulebook
    return {
        "question": one.asked.first,
        "against_question": one.asked.second,
        "first": _frame(frames[0]),
        "second": _frame(frames[1]),
        "not_comparable": one.apart or None,
        "proofs": [_proof(group) for group in one.groups],
        "governments": [_compared(government, each, books) for government, each in one.changes],
    }


def rows(one: Comparison, frames: tuple[Frame, Frame]) -> Iterator[Json]:
    """Yield a row for each government and program, or for the law at large."""
    books = frames[0].rulebook, frames[1].rulebook
    by_whom = {_ids(whom): group.difference for group in one.groups for whom in group.whom}
    changes: dict[_Ids, Compared] = {
        (government.id, each.programs[0] or None, each.programs[1] or None): each for government, each in one.changes
    }
    for whom, found in by_whom.items():
        change = changes.get(whom)
        yield {
            "question": one.asked.first,
            "against_question": one.asked.second,
            "government": whom[0],
            "program": whom[1],
            "against_program": whom[2],
            "verdict": verdict(found),
            "given": given_words(found.witness, found),
            "change": change.change.value if change else None,
            "first": change.words[0] if change else None,
            "second": change.words[1] if change else None,
            "because": causes_words(change, books) if change and change.change is not Change.NONE else None,
            **_unseen(change),
        }
    if one.apart:
        yield {
            "question": one.asked.first,
            "against_question": one.asked.second,
            "verdict": f"not comparable: {one.apart}",
        }


def _unseen(change: Compared | None) -> Json:
    """What either finding rests on that was not wholly seen in a source, where the two are told."""
    findings = change.findings if change and change.findings else ()
    return {
        f"{side}_unseen": marks_object(each.unseen) for side, each in zip(("first", "second"), findings, strict=False)
    }


def _ids(whom: Whom) -> _Ids:
    government, (here, there) = whom
    return government.id if government else None, here.id if here else None, there.id if there else None


def _frame(frame: Frame) -> Json:
    return {
        "rulebook": frame.rulebook.id,
        "digest": frame.rulebook.digest,
        "on": frame.on.isoformat(),
        "known": frame.known.isoformat(),
        "readings": [{"point": point, "reading": name} for point, name in frame.readings.items()],
    }


def _proof(group: Group) -> Json:
    difference = group.difference
    proof = difference.proof
    keys = ("government", "program", "against_program")
    return {
        "for": [dict(zip(keys, _ids(whom), strict=True)) for whom in group.whom],
        "equivalent": difference.equivalent,
        "verdict": verdict(difference),
        "first_within_second": difference.first_within_second,
        "second_within_first": difference.second_within_first,
        "outcomes": [{"first": here.value, "second": there.value} for here, there in difference.pairs],
        "proved_over": {
            "facts": list(proof.facts),
            "points": list(proof.points),
            "doubts": list(proof.doubts),
            "combinations_of_facts": proof.combinations,
        },
        "witness": _witness(difference, difference.witness, proved=True),
        "only_first": _witness(difference, difference.only_first),
        "only_second": _witness(difference, difference.only_second),
        "more_first": _witness(difference, difference.more_first),
        "more_second": _witness(difference, difference.more_second),
    }


def _compared(government: Government, one: Compared, books: tuple[Rulebook, Rulebook]) -> Json:
    return {
        "government": government.id,
        "program": one.programs[0] or None,
        "against_program": one.programs[1] or None,
        "change": one.change.value,
        "first": _side(one, 0, books),
        "second": _side(one, 1, books),
        "because": [
            {
                "kind": cause.kind,
                "id": cause.id,
                "first": plain(cause.first, books[0].terms.get(cause.id)),
                "second": plain(cause.second, books[1].terms.get(cause.id)),
                "by": list(cause.by),
            }
            for cause in one.causes
        ],
    }


def _side(one: Compared, at: int, books: tuple[Rulebook, Rulebook]) -> Json:
    """A finding in full where something changes, else its word alone."""
    return {"finding": one.words[at]} if one.findings is None else finding_object(one.findings[at], books[at])


def contents_object(kinds: Iterable[Contents]) -> Json:
    """What only one of two rulebooks has, by kind."""
    return {one.kind: {"only_first": list(one.only_first), "only_second": list(one.only_second)} for one in kinds}


def _witness(difference: Difference, witness: Witness | None, *, proved: bool = False) -> Json | None:
    if witness is None:
        return None
    sides = (difference.first, difference.second)
    books = (sides[0].rulebook, sides[1].rulebook)
    worlds = [_world(side, witness, at) for at, side in enumerate(sides)]
    if proved:
        for world, one, book in zip(worlds, proofs(*sides, witness), books, strict=True):
            world["proof"] = proof_object(one.part, book)
    return {
        "given": [_given(given, books) for given in witness.given],
        "smallest": witness.smallest,
        "first": worlds[0],
        "second": worlds[1],
    }


def _given(given: Given, books: Sequence[Rulebook]) -> Json:
    term = next((book.terms[given.id] for book in books if given.id in book.terms), None)
    kind = "force" if given.kind.value == "doubt" else given.kind.value
    return {"kind": kind, "id": given.id, "ask": given.ask, "value": plain(given.value, term)}


def _world(side: Side, witness: Witness, at: int) -> Json:
    world = witness.worlds[at]
    terms = side.rulebook.terms
    return {
        "outcome": witness.outcomes[at].value,
        "worth": None if witness.worths[at] is None else outcome_words(witness, at, side.rulebook, side.question),
        "facts": [{"term": fact, "value": plain(value, terms.get(fact))} for fact, value in world.facts.items()],
        "readings": [{"point": point, "reading": name} for point, name in world.readings.items()],
        "doubts": [{"id": doubt, "value": value} for doubt, value in world.doubts.items()],
    }
