"""The responses side by side: what is made, what is not, and of what the record does not let anyone say either."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ascertain.docket.comparing import compare
from ascertain.docket.comparison import Comparison, Line, Saying
from ascertain.docket.load import load_docket
from ascertain.docket.model import Argument, Attribution, Basis, Docket, Entry, EntryKind, Member, Side
from ascertain.record.model import Passage
from ascertain.rulebook.dates import Interval, Moment
from docket.build import GOOD, RULEBOOK

KNOWN = date(2016, 12, 31)
WHO = ("springfield", "shelby-county", "ogden")
ARGUMENTS = ("r-one", "r-two", "v-one")
CATALOGUE = {
    "r-one": Argument("r-one", Side.RESPONDENT, "One.", reply="v-one"),
    "r-two": Argument("r-two", Side.RESPONDENT, "Two.", reply="v-one", confidence="verified"),
    "v-one": Argument("v-one", Side.REVIEWER, "Answer.", reply="r-one"),
}
BASE = load_docket(GOOD, RULEBOOK)


def response(number: int, about: Iterable[str], arguments: Iterable[str] = (), **more: object) -> Entry:
    made = Moment.parse("2016-06-28")
    entry = Entry(number, EntryKind.RESPONSE, "r", "A response", made, made, "Someone")
    return replace(entry, about=tuple(about), arguments=tuple(arguments), **more)  # type: ignore[arg-type]


def docket(*entries: Entry) -> Docket:
    members = tuple(Member(one, Interval(None, None)) for one in WHO)
    return replace(BASE, members=members, entries=entries, arguments=CATALOGUE)


def line(comparison: Comparison, argument: str) -> Line:
    every = (*comparison.responding, *comparison.reviewing, *comparison.others)
    return next(one for one in every if one.argument.id == argument)


def sayings(comparison: Comparison, argument: str) -> list[str]:
    return [cell.saying.value for cell in line(comparison, argument).cells]


def test_silence_says_something_only_of_a_document_that_was_seen() -> None:
    for basis, silence in (
        (Basis.DOCUMENT, "not made"),
        (Basis.QUOTATIONS, "not shown"),
        (Basis.SUMMARY, "not shown"),
        (None, "not shown"),
    ):
        entry = response(1, ["springfield"], ["r-one"], basis=basis)
        compared = compare(docket(entry), RULEBOOK, KNOWN)
        assert sayings(compared, "r-one") == ["made", "no response", "no response"]
        assert sayings(compared, "r-two") == [silence, "no response", "no response"]


def test_of_two_responses_one_that_was_not_seen_leaves_silence_unsure() -> None:
    seen = response(1, ["springfield"], basis=Basis.DOCUMENT)
    unseen = response(2, ["springfield"], ["r-one"], basis=Basis.SUMMARY)
    compared = compare(docket(seen, unseen), RULEBOOK, KNOWN)
    assert sayings(compared, "r-one")[0] == "made"
    assert sayings(compared, "r-two")[0] == "not shown"


def test_a_document_found_later_makes_its_silence_count() -> None:
    before = response(1, ["springfield"], ["r-one"], basis=Basis.SUMMARY, exhibit="letter")
    found = response(2, ["springfield"], ["r-one"], basis=Basis.DOCUMENT, exhibit="letter")
    assert sayings(compare(docket(before), RULEBOOK, KNOWN), "r-two")[0] == "not shown"
    assert sayings(compare(docket(before, found), RULEBOOK, KNOWN), "r-two")[0] == "not made"


def test_a_response_that_may_have_been_filed_later_does_not_count_and_is_named() -> None:
    june = Moment.parse("2016-06")
    entry = response(1, ["ogden"], ["r-one"], date=june, filed=june)
    early = compare(docket(entry), RULEBOOK, date(2016, 6, 20))
    assert sayings(early, "r-one")[2] == "no response"
    assert [one.number for one in early.respondents[2].perhaps] == [1]
    assert sayings(compare(docket(entry), RULEBOOK, date(2016, 6, 30)), "r-one")[2] == "made"


def test_whoever_responded_is_compared_though_no_member() -> None:
    entry = response(1, ["ogden"], ["r-one"])
    compared = compare(replace(docket(entry), members=()), RULEBOOK, KNOWN)
    assert [one.government for one in compared.respondents] == ["ogden"]


def test_a_cell_rests_on_its_own_attribution_and_else_on_the_entry() -> None:
    passage = Passage("shall publish")
    own = Attribution("r-one", "code-5", passage, "A note.", "memory")
    entry = response(
        3, ["ogden"], ["r-one", "r-two"], attributions=(own,), exhibit="letter", confidence="verified-in-part"
    )
    compared = compare(docket(entry), RULEBOOK, KNOWN)
    (first,), (second,) = (line(compared, one).cells[2].sources for one in ("r-one", "r-two"))
    assert (first.exhibit, first.passage, first.note, first.confidence) == ("code-5", passage, "A note.", "memory")
    assert (second.exhibit, second.passage, second.confidence) == ("letter", None, "verified-in-part")


def test_confidence_is_never_more_than_that_of_argument_or_entry() -> None:
    marks = ("verified", "", "verified-in-part", "memory")
    for of_entry in marks:
        for of_argument in marks:
            made = docket(response(1, ["ogden"], ["r-one"], confidence=of_entry))
            argument = replace(CATALOGUE["r-one"], confidence=of_argument)
            compared = compare(replace(made, arguments={"r-one": argument}), RULEBOOK, KNOWN)
            (source,) = line(compared, "r-one").cells[2].sources
            assert marks.index(source.confidence) == max(marks.index(of_entry), marks.index(of_argument))


def test_the_reviewers_arguments_stand_by_the_entries_that_make_them() -> None:
    statement = replace(response(1, []), kind=EntryKind.STATEMENT, arguments=("v-one", "r-two"))
    compared = compare(docket(statement, response(2, ["ogden"], ["r-two"])), RULEBOOK, KNOWN)
    assert [one.number for one in line(compared, "v-one").entries] == [1]
    assert [one.number for one in line(compared, "r-two").entries] == [1]
    assert line(compared, "v-one").reply == CATALOGUE["r-one"]


def test_a_decision_issued_later_is_not_yet_listed_and_a_bare_citation_has_no_day() -> None:
    law = RULEBOOK.authorities["ca9-2019-04-18"]
    compared = [compare(BASE, RULEBOOK, day) for day in (date(2019, 4, 17), law.issued.latest)]
    assert [[one.court for one in line(each, "r-narrow").accepted] for each in compared] == [
        ["Doe v. Roe (7th Cir. 1999)"],
        ["ca9-2019-04-18", "Doe v. Roe (7th Cir. 1999)"],
    ]
    assert line(compared[0], "r-narrow").accepted[0].issued is None


filed = st.lists(
    st.tuples(
        st.sampled_from(WHO),
        st.sets(st.sampled_from(ARGUMENTS)),
        st.sampled_from([None, *Basis]),
        st.sampled_from(["2016-06-28", "2016-12", "2017-01-01"]),
    ),
    max_size=4,
)


def made_of(listed: list[tuple[str, set[str], Basis | None, str]]) -> Docket:
    entries = (
        response(number, [who], sorted(arguments), basis=basis, date=Moment.parse(day), filed=Moment.parse(day))
        for number, (who, arguments, basis, day) in enumerate(listed, 1)
    )
    return docket(*entries)


@given(filed)
def test_shared_some_alone_and_unmade_part_the_arguments_between_them(
    listed: list[tuple[str, set[str], Basis | None, str]],
) -> None:
    compared = compare(made_of(listed), RULEBOOK, KNOWN)
    kinds = (compared.shared, compared.some, compared.alone, compared.unmade)
    found = sorted(line.argument.id for kind in kinds for line in kind)
    assert found == sorted(line.argument.id for line in compared.responding)
    for each in compared.shared:
        assert each.who(Saying.MADE) == compared.responded


@given(filed, st.sampled_from(WHO))
def test_a_new_response_never_unmakes_an_argument(
    listed: list[tuple[str, set[str], Basis | None, str]], who: str
) -> None:
    before, after = made_of(listed), made_of([*listed, (who, {"r-one"}, Basis.DOCUMENT, "2016-06-28")])
    for each in compare(before, RULEBOOK, KNOWN).responding:
        assert set(each.who(Saying.MADE)) <= set(
            line(compare(after, RULEBOOK, KNOWN), each.argument.id).who(Saying.MADE)
        )


@given(filed)
def test_sources_stand_exactly_where_an_argument_is_made(
    listed: list[tuple[str, set[str], Basis | None, str]],
) -> None:
    for each in compare(made_of(listed), RULEBOOK, KNOWN).responding:
        for cell in each.cells:
            assert bool(cell.sources) is (cell.saying is Saying.MADE)
            assert all(each.argument.id in source.entry.arguments for source in cell.sources)


def test_silence_leads_to_the_responses_that_it_was_found_in() -> None:
    compared = compare(docket(response(1, ["springfield"], ["r-one"]), response(2, ["springfield"])), RULEBOOK, KNOWN)
    made, silent = line(compared, "r-one").cells[0], line(compared, "r-two").cells[0]
    assert [entry.number for entry in silent.judged] == [1, 2]
    assert made.judged == ()
    assert all(cell.judged == () for cell in line(compared, "r-two").cells[1:])
