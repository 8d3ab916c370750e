"""What claims show: the best evidence decides, a tie that disagrees is disputed, and statements are no facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ascertain.record.facts import Record, as_known, counts, fact_of
from ascertain.record.model import STANDARDS, Claim, Ending, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Between, Place, Subject, Term, TermType

AT = Place("vocabulary.md", 1, 1)
DAY = date(2017, 7, 6)
ASKS = Term("government bars asking", TermType.YES_NO, Subject.GOVERNMENT, "Does it?", AT)
CARRIES = Term("program carries the condition", TermType.YES_NO, Subject.PROGRAM, "Does it?", AT)
PAID = Term("the award was paid", TermType.YES_NO, Subject.AWARD, "Was it?", AT)
PROGRAMS = {"jag": Program("jag", "JAG"), "jag-2016": Program("jag-2016", "JAG 2016", parent="jag")}
ALWAYS = Interval(None, None)


def claim(value: object = True, grade: Grade = Grade.DOCUMENTED, **changes: object) -> Claim:
    base = Claim("1.1", "chicago", "", ASKS.phrase, True, ALWAYS, "someone", Moment.parse("2016-05-31"), grade)
    return replace(base, value=value, **changes)  # type: ignore[arg-type] # per test


def shown(*claims: Claim, on: date = DAY, known: date = DAY) -> object:
    return fact_of(claims, ASKS.phrase, "chicago", "", on, known).value


moments = st.dates(date(2015, 1, 1), date(2019, 1, 1)).flatmap(
    lambda day: st.sampled_from([Moment.on(day), Moment.parse(f"{day:%Y-%m}"), Moment.parse(f"{day:%Y}")])
)
claims_of_any_kind = st.lists(
    st.builds(
        claim,
        st.sampled_from([True, False]),
        st.sampled_from(STANDARDS),
        filed=moments,
        period=st.builds(Interval, st.none() | moments, st.none() | moments),
        ending=st.none() | st.builds(Ending, st.just("1.1"), moments, moments),
    ),
    max_size=6,
)


@given(claims_of_any_kind, moments)
def test_raising_the_standard_only_unsettles_a_fact_and_never_flips_it(claims: list[Claim], on: Moment) -> None:
    fact = fact_of(claims, ASKS.phrase, "chicago", "", on.earliest, DAY)
    under = [fact.under(standard) for standard in STANDARDS]
    settled = [value for value in under if value is not None]
    assert len(set(settled)) <= 1
    assert under == settled + [None] * (len(under) - len(settled))


@given(claims_of_any_kind, st.randoms())
def test_the_order_of_the_claims_changes_no_fact(claims: list[Claim], chance: object) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    one, other = (fact_of(some, ASKS.phrase, "chicago", "", DAY, DAY) for some in (claims, shuffled))
    assert (one.value, one.grade) == (other.value, other.grade)
    assert sorted(map(repr, one.support)) == sorted(map(repr, other.support))


@given(claims_of_any_kind)
def test_every_claim_that_counts_is_either_support_or_contrary_or_agrees_at_a_lower_grade(claims: list[Claim]) -> None:
    fact = fact_of(claims, ASKS.phrase, "chicago", "", DAY, DAY)
    heard = [as_known(c, DAY) for c in claims if counts(c, DAY, DAY)]
    told = [*fact.support, *fact.contrary]
    assert all(c in heard for c in told)
    assert all(c in told or (c.value == fact.value and c.grade < fact.grade) for c in heard)


@given(claims_of_any_kind)
def test_a_fact_changes_only_at_the_records_boundaries(claims: list[Claim]) -> None:
    record = Record(tuple(claims), "")
    days = (date.min, *record.boundaries("chicago"), date.max)
    for start, end in pairwise(days):
        last = end - timedelta(days=1)
        if last > start:
            first_fact = record.fact(ASKS, "chicago", "", start, DAY)
            assert first_fact.value == record.fact(ASKS, "chicago", "", last, DAY).value


def test_nothing_claimed_is_unknown_not_false() -> None:
    fact = fact_of((), ASKS.phrase, "chicago", "", DAY, DAY)
    assert fact.value is None
    assert fact.grade is Grade.NONE
    assert fact.under(Grade.ASSERTED) is None


def test_a_document_outweighs_assertions_and_they_are_shown_as_contrary() -> None:
    claims = (claim(False, Grade.ASSERTED, id="a"), claim(True, id="b"), claim(False, Grade.ASSERTED, id="c"))
    fact = fact_of(claims, ASKS.phrase, "chicago", "", DAY, DAY)
    assert fact.value is True
    assert [c.id for c in fact.support] == ["b"]
    assert [c.id for c in fact.contrary] == ["a", "c"]


def test_two_documents_that_disagree_are_disputed_even_where_an_assertion_agrees_with_one() -> None:
    claims = (claim(True, id="a"), claim(False, id="b"), claim(True, Grade.ASSERTED, id="c"))
    fact = fact_of(claims, ASKS.phrase, "chicago", "", DAY, DAY)
    assert fact.value is None
    assert fact.grade is Grade.DISPUTED
    assert [c.id for c in fact.support] == ["a", "b"]
    assert [c.id for c in fact.contrary] == ["c"]
    assert all(fact.under(standard) is None for standard in STANDARDS)


def test_yes_is_not_the_number_one() -> None:
    assert fact_of((claim(True), claim(1)), ASKS.phrase, "chicago", "", DAY, DAY).grade is Grade.DISPUTED


def test_what_was_filed_later_is_not_known_yet() -> None:
    late = claim(filed=Moment.parse("2017-07-07"))
    assert shown(late) is None
    assert shown(late, known=date(2017, 7, 7)) is True


def test_what_was_filed_some_day_of_a_month_counts_when_the_month_is_over() -> None:
    some_day = claim(filed=Moment.parse("2017-07"))
    assert shown(some_day, known=date(2017, 7, 30)) is None
    assert shown(some_day, known=date(2017, 7, 31)) is True


def test_a_policy_that_began_some_day_of_a_year_is_a_fact_only_from_its_end() -> None:
    policy = claim(period=Interval(Moment.parse("2016"), None))
    assert shown(policy, on=date(2016, 12, 30)) is None
    assert shown(policy, on=date(2016, 12, 31)) is True


def test_a_policy_reversed_on_a_day_is_another_fact_from_that_day() -> None:
    day = Moment.parse("2017-01-26")
    before, after = claim(False, period=Interval(None, day)), claim(True, period=Interval(day, None))
    assert shown(before, after, on=date(2017, 1, 25)) is False
    assert shown(before, after, on=date(2017, 1, 26)) is True


ENDED = claim(ending=Ending("1.1", Moment.parse("2019-10-01"), Moment.parse("2019-05-30"), "80"))


def test_an_end_that_a_later_entry_reports_is_not_known_before_that_entry_was_filed() -> None:
    after = date(2020, 1, 1)
    assert shown(ENDED, on=after, known=date(2019, 5, 29)) is True
    assert shown(ENDED, on=after, known=date(2019, 5, 30)) is None
    assert shown(ENDED, on=date(2019, 9, 30), known=after) is True
    assert shown(ENDED, on=date(2019, 10, 1), known=after) is None


def test_whoever_reads_the_claim_before_its_end_was_filed_does_not_see_it() -> None:
    ending = [
        fact_of((ENDED,), ASKS.phrase, "chicago", "", DAY, known).support[0].ending
        for known in (DAY, date(2019, 5, 30))
    ]
    assert ending == [None, ENDED.ending]


def test_a_claim_is_not_relied_on_beyond_an_end_that_may_have_been_filed() -> None:
    some_day = claim(ending=Ending("1.1", Moment.parse("2017"), Moment.parse("2017"), "24"))
    assert shown(some_day, known=date(2016, 12, 31)) is True
    assert shown(some_day, known=DAY) is None
    assert shown(some_day, on=date(2016, 12, 31), known=DAY) is True


@given(claims_of_any_kind, moments, moments)
def test_an_end_unsettles_the_days_from_it_on_and_no_day_before(claims: list[Claim], day: Moment, on: Moment) -> None:
    ended = [replace(c, ending=Ending(c.id, day, Moment.parse("2016"), "2")) for c in claims]
    open_ = [replace(c, ending=None) for c in claims]
    if on.earliest < day.earliest:
        assert shown(*ended, on=on.earliest) == shown(*open_, on=on.earliest)
    else:
        assert shown(*ended, on=on.earliest) is None


def test_what_is_claimed_of_a_program_holds_for_its_parts_unless_they_have_claims_of_their_own() -> None:
    of_parent = claim(True, term=CARRIES.phrase, government="", program="jag")
    of_part = claim(False, Grade.ASSERTED, term=CARRIES.phrase, government="", program="jag-2016")
    assert Record((of_parent,), "", PROGRAMS).fact(CARRIES, "chicago", "jag-2016", DAY, DAY).value is True
    assert Record((of_parent, of_part), "", PROGRAMS).fact(CARRIES, "", "jag-2016", DAY, DAY).value is False
    assert Record((of_part,), "", PROGRAMS).fact(CARRIES, "", "jag", DAY, DAY).value is None


def test_an_awards_fact_needs_its_government_and_its_program() -> None:
    record = Record((claim(term=PAID.phrase, program="jag"),), "", PROGRAMS)
    assert record.fact(PAID, "chicago", "jag-2016", DAY, DAY).value is True
    assert record.fact(PAID, "chicago", "", DAY, DAY).value is None
    assert record.fact(PAID, "cook-county", "jag-2016", DAY, DAY).value is None


def test_a_governments_fact_is_the_same_whatever_program_is_asked_about() -> None:
    record = Record((claim(),), "", PROGRAMS)
    fact = record.fact(ASKS, "chicago", "jag-2016", DAY, DAY)
    assert fact.value is True
    assert fact.program == ""


def test_a_claim_of_law_is_said_but_is_no_fact() -> None:
    record = Record((claim(grade=Grade.ASSERTED), claim(id="1.2")), "", PROGRAMS, frozenset({ASKS.phrase}))
    assert record.fact(ASKS, "chicago", "", DAY, DAY).value is None
    assert [c.grade for c in record.said(ASKS, "chicago", "", DAY, DAY)] == [Grade.DOCUMENTED, Grade.ASSERTED]


def test_programs_that_are_parts_of_each_other_do_not_hang_a_question() -> None:
    around = {"a": Program("a", "A", parent="b"), "b": Program("b", "B", parent="a")}
    assert Record((), "", around).fact(CARRIES, "", "a", DAY, DAY).value is None


def test_a_month_and_a_day_within_it_agree_on_the_day() -> None:
    june = Between(date(2016, 6, 1).toordinal(), date(2016, 6, 30).toordinal())
    within, beyond = date(2016, 6, 15).toordinal(), date(2016, 7, 1).toordinal()
    assert shown(claim(june), claim(within)) == within
    assert shown(claim(june)) is None
    fact = fact_of([claim(june), claim(Between(within, None))], ASKS.phrase, "chicago", "", DAY, DAY)
    assert fact.between == Between(within, june.most)
    assert fact.grade is Grade.DOCUMENTED
    assert fact_of([claim(june), claim(beyond)], ASKS.phrase, "chicago", "", DAY, DAY).grade is Grade.DISPUTED
