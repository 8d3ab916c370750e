"""What a reader of a finding should know besides: text left untranslated, disputed and ill-shown facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ascertain.findings.diagram import Turns
from ascertain.findings.reasons import Reason
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model import Rulebook


def notes(
    rulebook: Rulebook,
    facts: Mapping[str, Fact],
    turns: Turns,
    authorities: Iterable[str],
    standard: Grade,
    reason: Reason,
) -> tuple[str, ...]:
    """Sentences to print under a finding.

    Args:
        rulebook: The law.
        facts: What the record shows of every plain term within reach.
        turns: What the finding turns on.
        authorities: The provisions that it rests on; what they leave untranslated is said.
        standard: The lowest grade that counts.
        reason: The sufficient reason, which may not be known to be the smallest.
    """
    found = [*_untranslated(rulebook, authorities), *_unshown(facts, turns, standard)]
    if not reason.smallest:
        found.append("no part of the reason given can be spared, but a shorter one may exist")
    return tuple(dict.fromkeys(found))


def _untranslated(rulebook: Rulebook, authorities: Iterable[str]) -> Iterator[str]:
    for provision in authorities:
        for omitted in rulebook.provisions[provision].untranslated:
            yield f"{provision} is encoded without {omitted.text}: {omitted.because}"


def _unshown(facts: Mapping[str, Fact], turns: Turns, standard: Grade) -> Iterator[str]:
    for term in turns.facts:
        grade = facts[term].grade
        if grade is Grade.DISPUTED:
            yield f"disputed, so taken as unknown: {term}"
        elif grade is not Grade.NONE:
            yield f"only {grade.word}, below the standard {standard.word}, so taken as unknown: {term}"
