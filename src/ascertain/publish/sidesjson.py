"""Each side's best case as JSON objects and rows; docs/reference/json.md describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ascertain.docket.pleadings import Pleading, Pleadings
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.changing.bestcase import BestCases, Case
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.choosing.weight import binding_here, bindings, evidence
from ascertain.findings.model import Finding, Ground
from ascertain.law.index import index_of
from ascertain.law.scope import scope_words
from ascertain.publish.changes import change_words, kind_words
from ascertain.publish.jsonout import Json, finding_head, plain, range_object
from ascertain.publish.parties import Parties
from ascertain.publish.proof.jsonproof import sourced_claim
from ascertain.publish.responsemarks import court_confidence
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.book import Rulebook

COLUMNS = (
    *("government", "program", "question", "on", "known", "standard", "finding", "outcome", "is_own"),
    *("way", "kind", "id", "says", "in_own_hands", "for", "against", "complete"),
)


def sides_object(
    answer: Answer, finding: Finding, found: BestCases, parties: Parties, pleadings: Pleadings | None
) -> Json:
    """The best cases of one finding.

    Args:
        answer: The question as it stands.
        finding: The finding.
        found: Its best cases.
        parties: Who had spoken by the day.
        pleadings: The arguments as of the day; ``None`` where there is no docket.
    """
    teller = _Teller(answer, parties, pleadings)
    return {
        **finding_head(finding, parties.rulebook),
        "cases": [teller.case(case) for case in found.cases],
        "complete": found.complete,
    }


def rows(objects: Iterable[Json]) -> Iterator[Json]:
    """The needs of every case, each as an object of its own with what it is a need of; a case without any is one."""
    for item in objects:
        about = {key: value for key, value in item.items() if key != "cases"}
        for case in item["cases"]:  # type: ignore[attr-defined]
            head = {**about, "outcome": case["outcome"], "is_own": case["is_own"]}
            argued = ((f"argued {number}", each["needs"]) for number, each in enumerate(case["argued"], 1))
            ways = (("fewest", case["needs"]), ("better supported", case["better_supported"]), *argued)
            needs = [(way, need) for way, each in ways for need in each]
            for way, need in needs or [("fewest", {})]:
                yield {**head, "way": way, **need}


class _Teller:
    def __init__(self, answer: Answer, parties: Parties, pleadings: Pleadings | None) -> None:
        self._answer = answer
        self._parties = parties
        self._pleadings = pleadings

    def case(self, case: Case) -> Json:
        return {
            "outcome": case.outcome.value,
            "is_own": case.is_own,
            "needs": [self._need(change) for change in case.needs],
            "better_supported": [self._need(change) for change in case.better_supported],
            "rests_on": [self._ground(ground) for ground in case.rests_on],
            "argued": [
                {
                    "needs": [self._need(change) for change in way.needs],
                    "rests_on": [self._ground(ground) for ground in way.rests_on],
                }
                for way in case.argued
            ],
        }

    def _ground(self, ground: Ground) -> Json:
        term = self._parties.rulebook.terms.get(ground.id)
        shown_by = self._answer.facts[ground.id].support if ground.kind == "fact" and term else ()
        return {
            "kind": ground.kind,
            "id": ground.id,
            "value": plain(ground.value, term),
            "by": list(ground.by),
            "shown_by": [sourced_claim(claim, term) for claim in shown_by if term],
        }

    def _need(self, change: Change) -> Json:
        return {
            **change_object(change, self._answer),
            **(self._evidence(change) if change.kind is ChangeKind.FACT else {}),
            **(self._reading(change) if change.kind is ChangeKind.READING else {}),
        }

    def _evidence(self, change: Change) -> Json:
        domain = self._answer.diagram.compiled.domains[change.id]
        found = evidence(self._answer.facts[change.id], domain, change.after, change.range)
        term = self._parties.rulebook.terms[change.id]
        return {
            "for": [sourced_claim(claim, term) for claim in found.supporting],
            "against": [sourced_claim(claim, term) for claim in found.opposing],
        }

    def _reading(self, change: Change) -> Json:
        book, known, name = self._parties.rulebook, self._parties.known, str(change.after)
        reading = next(each for each in book.points[change.id].readings if each.name == name)
        pleaded = self._pleadings.for_reading(change.id, name) if self._pleadings else ()
        return {
            "text": reading.text,
            "confidence": mark_of(reading, book).confidence,
            "held_by": [party for party in reading.held_by if self._parties.is_known(party)],
            "bound_by": [
                {
                    "provision": effect.source,
                    "scope": scope_words(index_of(book).meant(effect)),
                    "issued": str(effect.issued),
                    "here": {True: "yes", None: "open", False: "no"}[binding_here(effect, self._answer.law)],
                }
                for effect in bindings(change.id, name, book, known)
            ],
            "arguments": [
                {**_argument(pleading, book), "reply": _argument(pleading.reply, book) if pleading.reply else None}
                for pleading in pleaded
            ],
        }


def change_object(change: Change, answer: Answer) -> Json:
    """One thing as it would have to be."""
    compiled = answer.diagram.compiled
    term = compiled.rulebook.terms.get(change.id)
    return {
        "kind": change.kind.value,
        "lies_in": kind_words(change),
        "id": change.id,
        "ask": change.ask,
        "before": plain(change.before, term),
        "after": plain(change.after, term),
        **range_object(change.range, term),
        "says": change_words(change, compiled),
        "in_own_hands": change.in_own_hands,
    }


def _argument(pleading: Pleading, rulebook: Rulebook) -> Json:
    argument = pleading.argument
    courts = (pleading.courts_for, pleading.courts_against, pleading.whole_for, pleading.whole_against)
    return {
        "id": argument.id,
        "side": argument.side.value,
        "statement": argument.statement,
        "by": list(pleading.by),
        "courts_for": list(pleading.courts_for),
        "courts_against": list(pleading.courts_against),
        "courts_for_argument": list(pleading.whole_for),
        "courts_against_argument": list(pleading.whole_against),
        "confidence_of_courts": [
            {"court": court, "confidence": court_confidence(court, rulebook, argument) or None}
            for court in dict.fromkeys(court for each in courts for court in each)
        ],
        "source": list(argument.source),
        "confidence": argument.confidence or None,
    }
