"""What a reader of a finding should know besides: untranslated text, disputed and ill-shown facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ascertain.findings.answers.reasons import Reason
from ascertain.findings.diagrams.diagram import Turns
from ascertain.findings.diagrams.space import AtomKind
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.confidence import WEAKER
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.values import written


def notes(
    rulebook: Rulebook,
    facts: Mapping[str, Fact],
    turns: Turns,
    authorities: Iterable[str],
    standard: Grade,
    reason: Reason,
    on: date | None = None,
) -> tuple[str, ...]:
    """Sentences to print under a finding.

    Args:
        rulebook: The law.
        facts: What the record shows of every plain term within reach.
        turns: What the finding turns on.
        authorities: The provisions that it rests on; what they leave untranslated is said.
        standard: The lowest grade that counts.
        reason: The sufficient reason, which may not be known to be the smallest.
        on: The day of the facts, where any play a part.
    """
    rests_on = tuple(authorities)
    found = [*_unbinding(rulebook, rests_on), *_untranslated(rulebook, rests_on)]
    found += _unshown(rulebook, facts, turns, standard)
    if on is not None:
        found += _running_on(facts, reason, on)
    found += unproved_words(turns.unproved)
    if not reason.smallest:
        found.append("no part of the reason given can be spared, but a shorter one may exist")
    return tuple(dict.fromkeys(found))


def unproved_words(names: Iterable[str]) -> Iterator[str]:
    """Yield what is to be said of things named though it is not proved that they matter; nothing where there are none.

    Args:
        names: Phrases of facts and ids of what is open in law, such as those of :class:`Turns`.
    """
    if named := "; ".join(dict.fromkeys(names)):
        yield f"amounts or dates can lie together in too many ways to prove that these matter: {named}"


def _unbinding(rulebook: Rulebook, provisions: Iterable[str]) -> Iterator[str]:
    """Texts that bind no one: asked of them is what they say, not what anybody has to do."""
    for name in dict.fromkeys(rulebook.provisions[provision].authority for provision in provisions):
        authority = rulebook.authorities[name]
        if not authority.in_force:
            yield f"{name} is not law and binds no one: nothing follows from what it says"
        elif authority.binds.is_nobody:
            yield f"{name} by itself binds no one"


def _untranslated(rulebook: Rulebook, authorities: Iterable[str]) -> Iterator[str]:
    for provision in authorities:
        for omitted in rulebook.provisions[provision].untranslated:
            words = WEAKER.get(omitted.confidence)
            known = f" (known from {words})" if words else ""
            yield f"{provision} is encoded without {omitted.text}: {omitted.because}{known}"


def _unshown(rulebook: Rulebook, facts: Mapping[str, Fact], turns: Turns, standard: Grade) -> Iterator[str]:
    for term in turns.facts:
        grade, within = facts[term].grade, facts[term].span_under(standard)
        if within is not None:
            yield f"known only as {written(rulebook.terms[term].type, within)}: {term}"
        elif grade is Grade.DISPUTED:
            yield f"disputed, so taken as unknown: {term}"
        elif grade is not Grade.NONE:
            yield f"only {grade.word}, below the standard {standard.word}, so taken as unknown: {term}"


def _running_on(facts: Mapping[str, Fact], reason: Reason, on: date) -> Iterator[str]:
    """What was asserted before the day and is taken to hold on it only since the record gives no end."""
    resting = (facts[atom.id] for atom in reason.atoms if atom.kind is AtomKind.FACT)
    by_day: dict[Moment, list[str]] = {}
    for fact in resting:
        if fact.support and all(claim.runs_on and claim.filed.latest < on for claim in fact.support):
            last = max((claim.filed for claim in fact.support), key=lambda filed: filed.latest)
            by_day.setdefault(last, []).append(fact.term)
    for filed, terms in by_day.items():
        yield f"asserted {filed}, with no end on record, and so taken to hold on: {'; '.join(terms)}"
