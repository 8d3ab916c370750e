"""What to ask one government, as objects for programs: ``ascertain/questions/1``."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.asking.agenda import Agenda, Asked, Wanted
from ascertain.findings.choosing.picking import Given
from ascertain.publish.jsonout import Json, claim_object, plain, range_object, turn_object
from ascertain.publish.questions.words import answers, asked_words, finding_word, on_record, possible_words
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.book import Rulebook


def agenda_object(agenda: Agenda, rulebook: Rulebook) -> Json:
    """What to ask one government, the best first.

    Args:
        agenda: What to ask.
        rulebook: The law it is under.
    """
    return {
        "government": agenda.government.id,
        "on": agenda.on.isoformat(),
        "known": agenda.known.isoformat(),
        "standard": agenda.standard.word,
        "findings": [_finding(asked, rulebook) for asked in agenda.asked],
        "items": [_item(item, rulebook) for item in agenda.items],
        "law": [{**turn_object(turn), "findings": [_named(one) for one in ones]} for turn, ones in agenda.law],
    }


def item_rows(agenda: Agenda, rulebook: Rulebook) -> Iterator[Json]:
    """Each fact to ask for as a flat object, for a spreadsheet."""
    for rank, item in enumerate(agenda.items, 1):
        term = rulebook.terms[item.term]
        yield {
            "government": agenda.government.id,
            "on": agenda.on.isoformat(),
            "known": agenda.known.isoformat(),
            "standard": agenda.standard.word,
            "rank": rank,
            **_fact(item, rulebook),
            "findings": [asked_words(asked, rulebook) for asked, _ in item.serves],
            "settling": sorted(
                {words for _, one in item.serves for words, effect in answers(one, term) if not effect.left}
            ),
            "because": list(item.because),
            "record": on_record(item.fact, agenda.standard, rulebook),
        }


def _named(asked: Asked) -> Json:
    return {"question": asked.question, "program": asked.program or None}


def _finding(asked: Asked, rulebook: Rulebook) -> Json:
    term = rulebook.terms.get(asked.question)
    return {
        **_named(asked),
        "short": (term.short or None) if term else None,
        "finding": finding_word(asked, rulebook),
        "possible": list(possible_words(asked, rulebook)),
        "settled": asked.settled,
        "routes": [
            {
                "outcome": route.outcome.value,
                "answers": [_given(given, rulebook) for given in route.answers],
            }
            for route in asked.asking.routes
        ],
    }


def _given(given: Given, rulebook: Rulebook) -> Json:
    term = rulebook.terms[given.term]
    return {"term": given.term, "value": plain(given.value, term), **range_object(given.range, term)}


def _fact(item: Wanted, rulebook: Rulebook) -> Json:
    term = rulebook.terms[item.term]
    return {
        "term": item.term,
        "short": term.short or None,
        "program": item.fact.program or None,
        "ask": item.ask,
        "lies_in": term.lies_in.value if term.lies_in else None,
        "grade": item.fact.grade.word,
    }


def _item(item: Wanted, rulebook: Rulebook) -> Json:
    term = rulebook.terms[item.term]
    return {
        **_fact(item, rulebook),
        "serves": [
            {
                **_named(asked),
                "answers": [
                    {
                        "answer": words,
                        "value": plain(effect.value, term),
                        **range_object(effect.range, term),
                        "possible": [outcome.value for outcome in effect.possible],
                        "left": list(effect.left),
                    }
                    for words, effect in answers(one, term)
                ],
            }
            for asked, one in item.serves
        ],
        "because": [
            {
                "provision": provision,
                "heading": rulebook.provisions[provision].heading,
                "quote": rulebook.provisions[provision].quote or None,
                "confidence": mark_of(rulebook.provisions[provision], rulebook).confidence,
            }
            for provision in item.because
        ],
        "confidence": term.confidence or None,
        "support": [claim_object(claim, term) for claim in item.fact.support],
        "contrary": [claim_object(claim, term) for claim in item.fact.contrary],
    }
