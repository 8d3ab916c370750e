"""The verdicts on a government's claims and its docket in; where each claim stands, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Docket
from ascertain.docket.values import parse_value
from ascertain.record.model import Claim, Grade, Passage
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.records.models import Declaration, Government, Verdict
from ascertain.web.weighing.verdicts import Contrary, Weight, Word, digest_of

NOT_WEIGHED, STALE = "not weighed yet", "stale"
_GRADES = {grade.word: grade for grade in Grade}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with its verdicts, the last one first. ``stale`` says why the last one no longer counts, if it does not;
    ``filed`` is the number of the entry in which it was filed, if it was."""

    claim: Claim
    verdicts: tuple[Verdict, ...] = ()
    stale: str = ""
    filed: int = 0

    @property
    def verdict(self) -> Verdict | None:
        """The last verdict."""
        return self.verdicts[0] if self.verdicts else None

    @property
    def counts(self) -> bool:
        """Whether there is a verdict on exactly this claim."""
        return bool(self.verdicts) and not self.stale

    @property
    def state(self) -> str:
        """How far it was weighed, in a word."""
        if not self.verdicts:
            return NOT_WEIGHED
        return STALE if self.stale else self.verdicts[0].word


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is weighed of a government: its claims about facts, in the order of the docket.

    ``statements`` are its claims about the law itself, which are never evidence and are not weighed; ``copies`` the ids
    of the claims by which verdicts were filed.
    """

    claims: tuple[Weighed, ...]
    statements: tuple[Claim, ...]
    copies: frozenset[str]

    @property
    def done(self) -> int:
        """How many have a verdict that counts."""
        return sum(one.counts for one in self.claims)

    @property
    def last(self) -> int:
        """The number of the last verdict of all; 0 without one."""
        return max((one.pk for each in self.claims for one in each.verdicts), default=0)

    @property
    def to_file(self) -> tuple[Weighed, ...]:
        """The claims whose verdict counts and was not filed."""
        return tuple(one for one in self.claims if one.counts and not one.filed)


def standing_of(government: Government, docket: Docket, verdicts: Iterable[Verdict]) -> Standing:
    """Where the claims about a government stand.

    Args:
        government: The government.
        docket: The docket of its review.
        verdicts: The verdicts on its claims that may be read, with their exhibits, filings, events and people.
    """
    found: dict[str, list[Verdict]] = {}
    for one in sorted(verdicts, key=lambda each: -each.pk):
        found.setdefault(one.claim, []).append(one)
    filings = [one.filed for each in found.values() for one in each if hasattr(one, "filed")]
    copies = frozenset(f"{one.entry.number}.{one.place}" for one in filings if one.place)
    interests = dict(Declaration.objects.filter(government=government).order_by("pk").values_list("user", "interest"))
    own = [claim for claim in docket.record.claims if claim.government == government.key and claim.id not in copies]
    facts = [claim for claim in own if claim.term not in docket.record.concluded]
    return Standing(
        claims=tuple(_weighed(claim, docket, found.get(claim.id, ()), interests) for claim in facts),
        statements=tuple(claim for claim in own if claim.term in docket.record.concluded),
        copies=copies,
    )


def weights_of(standing: Standing, rulebook: Rulebook, known: date | None = None) -> dict[str, Weight]:
    """The verdicts that count, by the ids of claims.

    Args:
        standing: Where the claims stand.
        rulebook: The law, which says how values are written.
        known: Only verdicts that were given by this day; all of them without one.
    """
    return {
        one.claim.id: weight_of(one.claim, one.verdict, rulebook)
        for one in standing.claims
        if one.verdict and one.counts and (known is None or one.verdict.event.at.date() <= known)
    }


def weight_of(claim: Claim, verdict: Verdict, rulebook: Rulebook) -> Weight:
    """A verdict as the findings take it."""
    contrary = None
    if verdict.contrary is not None:
        value = parse_value(rulebook.terms[claim.term], verdict.value)
        passage = Passage(verdict.quote) if verdict.quote else None
        contrary = Contrary(value, _GRADES[verdict.contrary_grade], verdict.contrary.key, passage)
    return Weight(Word(verdict.word), verdict.user.name, verdict.note, contrary)


def _weighed(claim: Claim, docket: Docket, verdicts: Iterable[Verdict], interests: Mapping[int, bool]) -> Weighed:
    kept = tuple(verdicts)
    if not kept:
        return Weighed(claim)
    last = kept[0]
    filed = last.filed.entry.number if hasattr(last, "filed") else 0
    return Weighed(claim, kept, _stale(claim, docket, last, interests), filed)


def _stale(claim: Claim, docket: Docket, last: Verdict, interests: Mapping[int, bool]) -> str:
    if last.digest != digest_of(claim, docket.exhibits):
        return "the claim, its end, its passage or its exhibit is no longer what was weighed"
    contrary = docket.exhibits.get(last.contrary.key) if last.contrary else None
    if last.contrary_sha256 != (contrary.sha256 if contrary else ""):
        return "the exhibit that contradicts it is no longer what was weighed"
    if interests.get(last.user_id):
        return f"{last.user.name} has declared an interest since"
    return ""
