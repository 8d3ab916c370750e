"""A term in; why it matters, and the law that uses it with its own words and its contested readings, out."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.docket.model import Docket
from ascertain.findings.reaching.index import rule_leaves, terms_looked_at
from ascertain.findings.reaching.reach import reach
from ascertain.publish.html.board import questions_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.rules import Rule, UnderReading
from ascertain.rulebook.model.sources import Point, Provision
from ascertain.rulebook.model.terms import Term
from ascertain.web.dockets.kept import Kept

_KEPT, _MOST_PROGRAMS = 256, 3
_told: Kept[tuple[str, str, tuple[str, ...]], LawSide] = Kept(_KEPT)


@dataclass(frozen=True, slots=True)
class LawSide:
    """The law beside a claim: its term, the review's ``questions`` that can turn on it, the provisions whose rules look
    at it, each with the titles of these rules, and the points that those rules leave contested."""

    term: Term
    questions: tuple[Term, ...]
    provisions: tuple[tuple[Provision, tuple[str, ...]], ...]
    points: tuple[Point, ...]


def law_side(docket: Docket, rulebook: Rulebook, phrase: str) -> LawSide:
    """The law that uses a term.

    Args:
        docket: The docket, whose questions count.
        rulebook: Its rulebook.
        phrase: The term.
    """
    key = (rulebook.digest, phrase, docket.questions)
    held = _told.get(key)
    return held if held is not None else _told.keep(key, _law_side(docket, rulebook, phrase))


def asked_of(
    docket: Docket, rulebook: Rulebook, side: LawSide, government: str, program: str
) -> list[tuple[Term, Program | None]]:
    """The questions to put: those that can turn on the term, of the claim's program or those it has awards under."""
    asked = questions_of(docket, rulebook, max(entry.filed.latest for entry in docket.entries))
    awarded = [award.program for award in docket.awards if award.government == government]
    programs = [program] if program else list(dict.fromkeys(awarded))[:_MOST_PROGRAMS]
    found: list[tuple[Term, Program | None]] = [(term, None) for term in asked.plain if term in side.questions]
    for term in asked.of_programs:
        if term in side.questions:
            found += [(term, rulebook.programs[one]) for one in programs if one in rulebook.programs]
    return found


def _law_side(docket: Docket, rulebook: Rulebook, phrase: str) -> LawSide:
    using = [rule for rule in rulebook.rules.values() if phrase in terms_looked_at(rule)]
    titles: dict[str, list[str]] = {}
    for rule in using:
        titles.setdefault(rule.provision, []).append(rule.title)
    points = dict.fromkeys(point for rule in using for point in _points(rule))
    asked = questions_of(docket, rulebook, max(entry.filed.latest for entry in docket.entries))
    return LawSide(
        term=rulebook.terms[phrase],
        questions=tuple(
            term for term in (*asked.plain, *asked.of_programs) if phrase in reach(rulebook, term.phrase).facts
        ),
        provisions=tuple(
            (rulebook.provisions[one], tuple(dict.fromkeys(filter(None, said)))) for one, said in titles.items()
        ),
        points=tuple(rulebook.points[one] for one in points),
    )


def _points(rule: Rule) -> list[str]:
    found = [rule.reading[0]] if rule.reading else []
    return found + [leaf.point for leaf in rule_leaves(rule) if isinstance(leaf, UnderReading)]
