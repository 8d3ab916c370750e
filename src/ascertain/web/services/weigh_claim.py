"""A reviewer of a government says of one of its claims, exactly as it is, whether its evidence bears it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from ascertain.docket.model import Docket
from ascertain.docket.values import Unfit, kind_of_value, parse_value, show_value
from ascertain.record.model import Claim, Passage
from ascertain.record.passages import AnchorState
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import TermType
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.papers import docket_of
from ascertain.web.dockets.placing import hold
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of, visible_verdicts
from ascertain.web.records.models import Assignment, Entry, Exhibit, Government, User, Verdict
from ascertain.web.responding.draft import LONGEST_TEXT, unfit_text
from ascertain.web.weighing.reading import open_text, read_text
from ascertain.web.weighing.standing import Weighed, standing_of
from ascertain.web.weighing.verdicts import Word, digest_of, grade_after, grade_of_exhibit


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found: the verdict and why; where it is contradicted, by which exhibit, in which words, and what that
    says instead. Of a claim that says yes or no, the contrary is the other of the two."""

    word: Word
    note: str = ""
    exhibit: str = ""
    quote: str = ""
    value: str = ""


def weigh_claim(user: User, government: Government, claim: str, found: Finding, after: int, place: Place) -> Verdict:
    """Give a verdict on a claim. It takes the place of the one before it, which is kept.

    Args:
        user: The first or the second reviewer of the government.
        government: The government.
        claim: The id of the claim.
        found: What they find.
        after: How many verdicts on it they had seen.
        place: Where documents are kept.

    Raises:
        Refused: They are no reviewer.
        WebError: They do not review this government, there is no such claim, somebody weighed it meanwhile, it is not
            said why, or what contradicts it does not.
    """
    require(principal_of(user), Act.WEIGH_CLAIMS, Thing(government.review_id))
    if found.quote:
        _read_before(government, found.exhibit, place)
    with transaction.atomic():
        review = hold(government.review)
        if not Assignment.objects.filter(government=government, user=user, ended=None).exists():
            help_ = "the lead assigns reviewers, once they have declared that they have no interest in it"
            raise WebError(Code.NOT_YET, f"only a reviewer of {government.name} weighs its claims", help_)
        docket, rulebook = docket_of(review, place)
        weighed = _weighed(user, government, docket, claim)
        last = weighed.verdict
        if (last.number if last else 0) != after:
            if last is not None and last.number == after + 1 and _same(last, user, found):
                return last
            raise WebError(Code.TAKEN, "somebody weighed this claim meanwhile", "read their verdict, and weigh it then")
        row = _row(government, weighed.claim, docket, rulebook, found, place)
        row.number, row.user = after + 1, user
        data = {
            "verdict": row.word, "grade": row.grade, "number": row.number, "sha256": row.digest, "note": row.note,
            "exhibit": row.sha256, "contrary": row.contrary_sha256, "value": row.value, "quote": row.quote,
            "government": government.key,
        }  # fmt: skip
        row.event = happened(review.chain, Happened.CLAIM_WEIGHED, user, f"claims/{claim}", data)
        row.save(force_insert=True)
        return row


def _weighed(user: User, government: Government, docket: Docket, claim: str) -> Weighed:
    verdicts = visible_verdicts(principal_of(user), government.review).select_related(
        "user", "contrary", "filed__entry"
    )
    standing = standing_of(government, docket, verdicts.filter(government=government))
    found = next((one for one in standing.claims if one.claim.id == claim), None)
    if found is None:
        message = f"{government.name} has no claim {claim} that is weighed"
        raise WebError(Code.UNKNOWN, message, "choose one of the list")
    return found


def _same(last: Verdict, user: User, found: Finding) -> bool:
    """Whether this was sent twice."""
    return (last.user_id, last.word, last.note) == (user.pk, found.word, found.note)


def _row(
    government: Government, claim: Claim, docket: Docket, rulebook: Rulebook, found: Finding, place: Place
) -> Verdict:
    exhibits = {one.key: one for one in Exhibit.objects.filter(review=government.review_id)}
    exhibit = exhibits.get(claim.exhibit)
    for text in (found.note, found.quote, found.value):
        if len(text) > LONGEST_TEXT or unfit_text(text):
            raise WebError(Code.UNFIT, "this text is too long, or no text", "shorten it, and write it in plain words")
    if not found.note and (found.word is not Word.ADEQUATE or exhibit is None or exhibit.blob_id is None):
        raise WebError(Code.UNFIT, "it is not said why", "say in a note what the verdict rests on")
    row = Verdict(
        government=government,
        entry=Entry.objects.get(review=government.review_id, number=int(claim.entry)),
        claim=claim.id,
        word=found.word,
        note=found.note,
        grade=grade_after(claim, found.word).word,
        digest=digest_of(claim, docket.exhibits),
        exhibit=exhibit,
        sha256=(exhibit.blob_id or "") if exhibit else "",
    )
    if found.word is Word.CONTRADICTED:
        contrary = exhibits.get(found.exhibit)
        if contrary is None or contrary.blob_id is None:
            raise WebError(Code.UNFIT, "no exhibit is named that contradicts it", "name one that the docket holds")
        row.value = _contrary(claim, rulebook, found)
        row.quote = _quote(found.quote, place, contrary.blob_id)
        row.contrary, row.contrary_sha256 = contrary, contrary.blob_id
        row.contrary_grade = grade_of_exhibit(docket, contrary.key).word
    return row


def _contrary(claim: Claim, rulebook: Rulebook, found: Finding) -> str:
    """What is so instead, as people write it."""
    term = rulebook.terms[claim.term]
    if term.type is TermType.YES_NO:
        return show_value(term, not claim.value)
    try:
        value = parse_value(term, found.value)
    except Unfit as unfit:
        message = f"it is not said what the exhibit shows instead, which is {kind_of_value(term)}"
        raise WebError(Code.UNFIT, message, unfit.help) from None
    if not found.value or value == claim.value:
        raise WebError(Code.UNFIT, "the exhibit would show the same as the claim", "write what it shows instead")
    return show_value(term, value)


def _quote(quote: str, place: Place, sha256: str) -> str:
    """The words that contradict; where the exhibit's text can be read, they have to stand in it."""
    text = read_text(place.blob(sha256), sha256)
    if quote and text.pages and open_text(text, Passage(quote)).anchor is AnchorState.DETACHED:
        message = "the words that you quote do not stand in the exhibit that you name"
        raise WebError(Code.UNFIT, message, "copy them from the exhibit, or leave them out")
    return quote


def _read_before(government: Government, exhibit: str, place: Place) -> None:
    """Read the exhibit before others have to wait for the chain; its text is kept."""
    held = Exhibit.objects.filter(review=government.review_id, key=exhibit, blob__isnull=False).first()
    if held is not None and held.blob_id is not None:
        read_text(place.blob(held.blob_id), held.blob_id)
