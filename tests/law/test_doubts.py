"""What the sources leave open is one question each, in words that can be put to someone."""

from __future__ import annotations

from dataclasses import replace

from ascertain.law.force import LawOn, force_of
from ascertain.law.model import doubts_in
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.sources import Authority, Effect

from .build import CHICAGO, EVANSTON, authority, effect, group, interval, matter, part, point, rulebook, scope

TERMS = authority("terms", "2017-07-25", kind="grant terms")
CHICAGO_ONLY = scope("chicago")


def doubts(book: Rulebook, on: str, government: Government = CHICAGO, known: str = "2019-01-01") -> dict[str, str]:
    tree = force_of(book, "terms", matter(on, government, known=known)).tree
    return {doubt.id: doubt.question for doubt in doubts_in(tree).values()}


def under(change: Effect, order: Authority | None = None) -> Rulebook:
    return rulebook(TERMS, order or authority("order", "2017-09-15"), change, group("mayors", chicago="2017-10.."))


def test_an_open_day_of_a_court_order_is_a_question_about_its_mandate() -> None:
    book = under(effect("order suspends terms", "2017-09-15", None))
    assert doubts(book, "2017-09-14") == {}
    question = "Had the mandate of Matter of order (order) issued by then?"
    assert doubts(book, "2017-09-15") == {"effective:order": question}


def test_an_open_day_of_another_authority_is_a_question_about_its_effect() -> None:
    statute = authority("order", "2017-09-15", kind="statute")
    book = under(effect("order suspends terms", "2017-09-15", None), statute)
    assert doubts(book, "2017-10-01") == {"effective:order": "Had Matter of order (order) taken effect by then?"}


def test_a_day_known_by_its_month_is_a_question_only_within_the_month() -> None:
    book = under(effect("order suspends terms", "2017-09-15", "2017-11"))
    question = "Had Matter of order taken effect by then (known only as 2017-11)?"
    assert [doubts(book, day) for day in ("2017-10-31", "2017-11-10", "2017-11-30")] == [
        {},
        {"from:order:2017-11": question},
        {},
    ]


def test_an_end_known_by_its_month_is_a_question_only_within_the_month() -> None:
    book = under(effect("order suspends terms", "2017-09-15", until="2017-11"))
    question = "Had Matter of order come to its end by then (known only as 2017-11)?"
    assert doubts(book, "2017-11-10") == {"until:order:2017-11": question}
    assert doubts(book, "2017-12-01") == {}


def test_an_issue_known_by_its_month_is_a_question_of_what_was_known() -> None:
    book = under(effect("order suspends terms", "2017-09", "2017-08-01"), authority("order", "2017-08-01"))
    question = "Had Matter of order been issued by 2017-09-10 (known only as 2017-09)?"
    assert doubts(book, "2017-09-10", known="2017-09-10") == {"issued:order:2017-09": question}


def test_a_reach_left_open_is_a_question_about_the_authority() -> None:
    book = under(effect("order suspends terms", "2017-09-15", reach="perhaps circuit 7"))
    assert doubts(book, "2017-10-01") == {"reach:order:circuit 7": "Does Matter of order reach the 7th Circuit?"}


def test_a_reach_left_open_by_what_an_authority_binds_is_a_question_about_it() -> None:
    order = authority("order", "2017-09-15", binds="perhaps circuit 7")
    book = under(effect("order suspends terms", "2017-09-15"), order)
    assert doubts(book, "2017-10-01") == {"reach:order:circuit 7": "Does Matter of order reach the 7th Circuit?"}


def test_a_provisions_own_time_known_by_its_month_is_a_question_about_its_authority() -> None:
    book = rulebook(authority("terms", "2017-07-25", in_force="2017-08..2017-11"))
    begins = "Had Matter of terms taken effect by then (known only as 2017-08)?"
    ends = "Had Matter of terms come to its end by then (known only as 2017-11)?"
    assert doubts(book, "2017-08-10") == {"from:terms:2017-08": begins}
    assert doubts(book, "2017-11-10") == {"until:terms:2017-11": ends}
    states = [force_of(book, "terms", matter(f"2017-{day}")).state.value for day in ("07-30", "08-31", "12-01")]
    assert states == ["not yet", "in force", "ended"]


def test_a_second_time_of_its_own_is_as_good_as_the_first() -> None:
    times = (interval("2017-08-01..2017-09-01"), interval("2017-10-01..2017-11-01"))
    book = rulebook(replace(TERMS, in_force=times))
    days = ("2017-08-15", "2017-09-15", "2017-10-15", "2017-11-15")
    assert [force_of(book, "terms", matter(day)).state.value for day in days] == ["in force", "ended"] * 2


def test_a_membership_on_the_day_of_a_past_event_is_asked_of_that_day_but_a_state_of_none() -> None:
    book = under(effect("order revokes terms", "2017-09-15", "2017-10-15", reach="group mayors"))
    question = "Was City of Chicago in mayors by 2017-10-15 (from 2017-10)?"
    assert doubts(book, "2017-12-01") == {"member:mayors:chicago:by:2017-10-15": question}
    book = under(effect("order revokes terms", "2017-09-15", reach="state IL"))
    assert doubts(book, "2017-12-01", Government("nowhere", "Nowhere")) == {
        "state:nowhere": "In which state is Nowhere?"
    }


def test_a_membership_known_by_its_month_is_a_question_about_the_member() -> None:
    book = under(effect("order suspends terms", "2017-09-15", reach="group mayors"))
    (question,) = doubts(book, "2017-10-15").values()
    assert question == "Was City of Chicago in mayors by then (from 2017-10)?"
    assert doubts(book, "2017-10-15", EVANSTON) == {}


def test_an_unrecorded_state_is_a_question_about_the_government() -> None:
    nowhere = Government("nowhere", "Nowhere")
    book = under(effect("order suspends terms", "2017-09-15", reach="state IL"))
    book = replace(book, governments={**book.governments, "nowhere": nowhere})
    assert doubts(book, "2017-10-01", nowhere) == {"state:nowhere": "In which state is Nowhere?"}


def test_a_doubt_about_the_day_of_a_past_event_is_put_for_that_day_and_stays_the_same_later() -> None:
    book = rulebook(
        TERMS,
        authority("order", "2017-09-15", in_force="2017-09-15..2017-09"),
        effect("order revokes terms", "2017-09-15", "2017-09-20"),
    )
    question = "Had Matter of order come to its end by 2017-09-20 (known only as 2017-09)?"
    for day in ("2017-09-20", "2017-09-25", "2017-12-01"):
        assert doubts(book, day) == {"until:order:2017-09:by:2017-09-20": question}


def test_what_ends_each_other_on_one_day_is_a_question_of_which_holds() -> None:
    book = rulebook(
        TERMS,
        authority("first"),
        authority("second"),
        effect("first suspends terms", "2017-09-15"),
        effect("first revokes second", "2017-09-15"),
        effect("second revokes first", "2017-09-15"),
    )
    asked = doubts(book, "2017-09-15")
    question = "Does it hold that second revokes first, though each bears on the other on the same day?"
    assert question in asked.values()


def test_a_circle_of_acts_that_may_not_have_been_issued_asks_that_too() -> None:
    book = rulebook(
        TERMS,
        authority("first", "2017-08-01"),
        authority("second", "2017-08-01"),
        effect("first suspends terms", "2017-08-15"),
        effect("first revokes second", "2017-08-15", "2017-09-15"),
        effect("second revokes first", "2017-09", "2017-09-15"),
    )
    assert "issued:second:2017-09" in doubts(book, "2017-09-15", known="2017-09-20")


def test_an_order_that_may_not_be_in_force_yet_leaves_open_what_it_suspends() -> None:
    order = authority("order", "2017-09-15", in_force="2017-10..")
    book = under(effect("order suspends terms", "2017-09-15"), order)
    assert [force_of(book, "terms", matter(f"2017-{day}")).state.value for day in ("09-30", "10-15", "10-31")] == [
        "in force",
        "open",
        "suspended",
    ]


def test_an_extension_whose_day_is_open_leaves_the_reach_open() -> None:
    order = effect("later extends terms", "2017-09-15", None, to="evanston")
    book = rulebook(replace(TERMS, binds=CHICAGO_ONLY), authority("later", "2017-09-15"), order)
    assert force_of(book, "terms", matter("2017-10-01", EVANSTON)).state.value == "open"
    assert force_of(book, "terms", matter("2017-09-14", EVANSTON)).state.value == "out of scope"


def test_an_order_that_is_not_yet_in_force_suspends_nothing() -> None:
    order = authority("order", "2017-09-15", in_force="2017-11-01..")
    book = under(effect("order suspends terms", "2017-09-15"), order)
    assert force_of(book, "terms", matter("2017-10-01")).state.value == "in force"
    assert force_of(book, "terms", matter("2017-11-01")).state.value == "suspended"


def test_live_readings_name_their_point_and_mark_only_what_binds() -> None:
    binding = effect("court binds reading A of terms#p", "2017-09-15")
    affirming = effect("higher affirms court", "2017-09-16")
    book = rulebook(
        TERMS,
        authority("court", "2017-09-15"),
        authority("higher", "2017-09-16"),
        point("terms#p", "A", "B"),
        binding,
        affirming,
    )
    readings = LawOn(book, matter("2017-10-01")).live_readings("terms#p")
    assert (readings.point, readings.names) == ("terms#p", ("A",))
    marks = {(link.provision, link.verb): link.decisive for link in readings.chain}
    assert marks[("court", "binds")] is True
    assert [link.provision for link in readings.chain if link.decisive] == ["court"]


def test_a_part_with_words_of_its_own_about_whom_it_binds_binds_only_those() -> None:
    book = rulebook(TERMS, part("terms#a", "terms", binds="chicago"), part("terms#b", "terms"))
    states = [force_of(book, name, matter("2017-10-01", EVANSTON)).state.value for name in ("terms#a", "terms#b")]
    assert states == ["out of scope", "in force"]


def test_an_extension_keeps_what_the_own_words_leave_open() -> None:
    order = effect("later extends terms", "2017-09-15", to="chicago")
    perhaps = replace(TERMS, binds=scope("perhaps circuit 7"))
    book = rulebook(perhaps, authority("later", "2017-09-15"), order)
    assert force_of(book, "terms", matter("2017-10-01", EVANSTON)).state.value == "open"
    assert force_of(book, "terms", matter("2017-10-01", CHICAGO)).state.value == "in force"


def test_an_act_whose_source_was_extended_still_reaches_those_of_its_own_words() -> None:
    order = authority("order", "2017-09-15", binds="chicago")
    book = rulebook(
        TERMS,
        order,
        authority("later", "2017-09-16"),
        effect("order suspends terms", "2017-09-15"),
        effect("later extends order", "2017-09-16", to="california"),
    )
    found = {who.id: force_of(book, "terms", matter("2017-10-01", who)).state.value for who in (CHICAGO, EVANSTON)}
    assert found == {"chicago": "suspended", "evanston": "in force"}


def test_that_perhaps_everyone_is_reached_is_asked_of_the_government_or_of_the_law_at_large() -> None:
    book = under(effect("order suspends terms", "2017-09-15", reach="perhaps everyone"))
    assert list(doubts(book, "2017-10-01").values()) == ["Does Matter of order reach the government asked about?"]
    (question,) = doubts_in(force_of(book, "terms", matter("2017-10-01", None)).tree).values()
    assert question.question == "Does Matter of order reach everyone?"


def test_what_reaches_back_is_open_while_it_may_not_have_been_issued() -> None:
    book = rulebook(authority("terms", "2017-09", in_force="2017-08-01.."))
    question = "Had Matter of terms been issued by 2017-09-10 (known only as 2017-09)?"
    assert doubts(book, "2017-08-15", known="2017-09-10") == {"issued:terms:2017-09": question}
    assert doubts(book, "2017-08-15", known="2017-10-01") == {}
