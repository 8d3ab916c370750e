"""A docket and verdicts in; the docket as the team takes it after weighing, to be asked for findings, out.

Nothing is filed by this: the docket itself says what it said until the lead files the verdicts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ascertain.docket.load import record_of
from ascertain.docket.model import Docket, Entry
from ascertain.record.model import Claim
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.weighing.verdicts import Weight, grade_after


def weighed_docket(
    docket: Docket, rulebook: Rulebook, weights: Mapping[str, Weight], copies: Collection[str] = ()
) -> Docket:
    """The docket with what the verdicts make of its claims.

    Args:
        docket: The docket as filed.
        rulebook: Its rulebook.
        weights: The verdicts that count, by the ids of claims.
        copies: The claims by which verdicts were filed earlier; what they say is in ``weights`` if it still stands.
    """
    if not weights and not copies:
        return docket
    entries = tuple(_weighed(entry, weights, copies) for entry in docket.entries)
    told = repr((docket.digest, sorted(weights.items(), key=lambda one: one[0]), sorted(copies)))
    digest = hashlib.sha256(told.encode()).hexdigest()
    return replace(docket, entries=entries, record=record_of(entries, digest, rulebook), digest=digest)


def contrary_claim(claim: Claim, weight: Weight, filed: Moment) -> Claim:
    """What contradicts a claim, as a claim of the same time."""
    contrary = weight.contrary
    assert contrary is not None, "only a contradicted claim has it"
    return replace(
        claim,
        id=f"{claim.id} contradicted",
        value=contrary.value,
        said_by=weight.by,
        filed=filed,
        grade=contrary.grade,
        exhibit=contrary.exhibit,
        passage=contrary.passage,
        note=weight.note,
    )


def _weighed(entry: Entry, weights: Mapping[str, Weight], copies: Collection[str]) -> Entry:
    return replace(entry, claims=tuple(one for claim in entry.claims for one in _after(claim, weights, copies)))


def _after(claim: Claim, weights: Mapping[str, Weight], copies: Collection[str]) -> Iterator[Claim]:
    if claim.id in copies:
        return
    weight = weights.get(claim.id)
    if weight is None:
        yield claim
        return
    yield replace(claim, grade=grade_after(claim, weight.word))
    if weight.contrary is not None:
        yield contrary_claim(claim, weight, claim.filed)
