"""The words in which a chain tells how a provision came to its force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ascertain.law.course import force_timeline
from ascertain.law.force import LawOn, force_of
from ascertain.law.model import Link
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.sources import Authority, CarveOut, Effect, Provision

from .build import CHICAGO, EVANSTON, authority, effect, group, interval, matter, part, point, rulebook


def told(book: Rulebook, provision: str, on: str, known: str | None = None) -> list[str]:
    chain = force_of(book, provision, matter(on, CHICAGO, known=known)).chain
    return [f"{link.provision} {link.verb} {link.target}|{link.date}|{link.scope}|{link.note}" for link in chain]


def test_a_provision_that_begins_when_issued_is_only_said_to_be_issued() -> None:
    assert told(rulebook(authority("order", "2017-01-25")), "order", "2017-02-01") == [
        "order issued |2017-01-25|everyone|"
    ]


def test_what_is_not_yet_issued_is_told_of_the_day_as_known() -> None:
    book = rulebook(authority("order", "2017-01-25", binds="circuit 7"))
    assert told(book, "order", "2017-02-01", known="2017-01-24") == ["order not yet issued |2017-01-24|circuit 7|"]


def test_what_takes_effect_later_is_told_with_its_own_day_and_before_that_as_to_come() -> None:
    book = rulebook(authority("order", "2017-01-25", in_force="2017-03-01..", binds="chicago"))
    issued = "order issued |2017-01-25|chicago|"
    assert told(book, "order", "2017-02-28") == [issued, "order is to take effect |2017-03-01|chicago|"]
    assert told(book, "order", "2017-03-01") == [issued, "order takes effect |2017-03-01|chicago|"]


def test_what_may_have_taken_effect_on_a_day_known_by_its_month_is_told_as_taking_effect() -> None:
    book = rulebook(authority("order", "2017-01-25", in_force="2017-03..2017-09-01"))
    assert told(book, "order", "2017-03-15")[1] == "order takes effect |2017-03|everyone|"


def test_what_never_was_law_is_told_so_beside_the_day_of_its_issue() -> None:
    book = rulebook(authority("draft", "2017-01", in_force="never"))
    assert told(book, "draft", "2017-02-01") == [
        "draft issued |2017-01|everyone|",
        "draft never was law |2017-01|everyone|",
    ]


def test_what_has_run_out_is_told_with_its_last_end_and_decides() -> None:
    twice = replace(
        authority("order", "2017-01-25"), in_force=(interval("2017-01-25..2017-02-01"), interval("2017-03-01..2017-04"))
    )
    book = rulebook(twice)
    ended = Link("order", "ends by its own terms", "2017-04", "everyone", decisive=True, whom="everyone")
    assert force_of(book, "order", matter("2017-05-01")).chain[-1] == ended
    assert not [line for line in told(book, "order", "2017-03-15") if "ends" in line]
    assert told(book, "order", "2017-02-15")[1].startswith("order ends by its own terms |2017-02-01")


def test_the_end_of_a_whole_is_told_of_its_part() -> None:
    book = rulebook(authority("order", in_force="2017-01-25..2017-04-01"), part("order#a", "order"))
    assert "order ends by its own terms |2017-04-01|everyone|" in told(book, "order#a", "2017-05-01")


def test_the_ends_of_a_part_and_of_its_whole_are_both_told() -> None:
    order = authority("order", in_force="2017-01-25..2017-04-01")
    book = rulebook(order, part("order#a", "order", in_force="2017-01-25..2017-03-01"))
    ended = [line for line in told(book, "order#a", "2017-05-01") if "ends by its own terms" in line]
    assert ended == [
        "order#a ends by its own terms |2017-03-01|everyone|",
        "order ends by its own terms |2017-04-01|everyone|",
    ]


def test_that_a_provision_was_issued_always_decides() -> None:
    (issued,) = force_of(rulebook(authority("order", "2017-01-25")), "order", matter("2017-02-01", CHICAGO)).chain
    assert issued == Link("order", "issued", "2017-01-25", "everyone", decisive=True, whom="everyone")


def suspension(change: Effect, *more: Authority | Provision) -> str:
    book = rulebook(authority("terms", "2017-07-25"), authority("order", "2017-09-15"), change, *more)
    return told(book, "terms", "2017-10-01")[-1]


def test_an_act_is_told_with_its_target_day_and_whom_it_reaches() -> None:
    plain = effect("order suspends terms", "2017-09-15", reach="chicago")
    assert suspension(plain) == "order suspends terms|2017-09-15|chicago|"


def test_an_act_without_a_scope_of_its_own_is_told_with_that_of_its_authority() -> None:
    order = authority("order", "2017-09-15", binds="state IL")
    assert suspension(effect("order suspends terms", "2017-09-15"), order).endswith("|state IL|")


def test_an_act_that_narrows_is_told_with_what_it_narrows_to() -> None:
    narrowing = effect("order narrows terms", "2017-09-15", to="circuit 7", reach="everyone")
    assert suspension(narrowing) == "order narrows terms|2017-09-15|circuit 7|"


def test_an_act_whose_day_is_open_is_told_from_the_first_day_it_can_be() -> None:
    waiting = effect("order suspends terms", "2017-09-15", None, not_before="2017-09-20")
    assert suspension(waiting) == "order suspends terms|open from 2017-09-20|everyone|issued 2017-09-15"


def test_the_notes_of_an_act_are_told_in_one_order() -> None:
    act = replace(
        effect("order suspends terms", "2017-09-15", "2017-09-16", until="2018-01-01"),
        note="pending appeal.",
        carve_outs=(CarveOut("terms#a", "the first part"), CarveOut("terms#b", "")),
    )
    parts = (part("terms#a", "terms"), part("terms#b", "terms"))
    note = "pending appeal; issued 2017-09-15; until 2018-01-01; carved out: the first part; carved out: terms#b"
    assert suspension(act, *parts) == f"order suspends terms|2017-09-16|everyone|{note}"


def test_an_act_beyond_the_power_of_its_instrument_is_told_to_be_without_effect() -> None:
    memo = authority("order", "2017-09-15", kind="memorandum")
    note = "without effect: such an instrument cannot do this"
    assert suspension(effect("order suspends terms", "2017-09-15"), memo).endswith(f"|{note}")


def test_what_cannot_touch_a_whole_cannot_touch_a_part_of_it() -> None:
    book = rulebook(
        authority("law", kind="statute"),
        part("law#a", "law"),
        authority("memo", kind="memorandum"),
        effect("memo revokes law#a", "2017-09-15"),
    )
    assert force_of(book, "law#a", matter("2017-10-01")).state.value == "in force"


def test_an_act_by_what_never_was_law_changes_nothing() -> None:
    draft = authority("order", "2017-09-15", in_force="never")
    book = rulebook(authority("terms", "2017-07-25"), draft, effect("order suspends terms", "2017-09-15"))
    assert force_of(book, "terms", matter("2017-10-01")).state.value == "in force"


def test_an_act_by_what_has_several_times_of_its_own_is_told_from_the_first() -> None:
    twice = replace(
        authority("order", "2017-01-25"), in_force=(interval("2017-11-01..2017-12-01"), interval("2017-09-20..2017-10"))
    )
    book = rulebook(authority("terms"), twice, effect("order suspends terms", "2017-01-25", None))
    assert [str(force_of(book, "terms", matter(day)).state) for day in ("2017-09-19", "2017-09-20", "2017-10-15")] == [
        "in force",
        "open",
        "open",
    ]
    assert told(book, "terms", "2017-09-25")[-1].split("|")[1] == "open from 2017-09-20"


def test_an_act_that_has_not_come_or_reaches_another_is_not_told() -> None:
    for act in (
        effect("order suspends terms", "2017-09-15", "2017-10-02"),
        effect("order suspends terms", "2017-10-02"),
        effect("order suspends terms", "2017-09-15", reach="evanston"),
    ):
        assert suspension(act).startswith("terms issued"), act


def test_an_act_on_its_first_day_is_told() -> None:
    assert suspension(effect("order suspends terms", "2017-10-01")).startswith("order suspends")


def test_what_acts_on_an_act_is_told_with_it() -> None:
    book = rulebook(
        authority("terms", "2017-07-25"),
        authority("order", "2017-09-15"),
        authority("stay", "2017-09-20"),
        effect("order suspends terms", "2017-09-15"),
        effect("stay stays order", "2017-09-20"),
    )
    assert [line.partition("|")[0] for line in told(book, "terms", "2017-10-01")] == [
        "terms issued ",
        "order suspends terms",
        "stay stays order",
    ]


def test_the_law_for_another_day_shares_its_open_trees() -> None:
    book = rulebook(
        authority("terms"), authority("order", "2017-09-15"), effect("order suspends terms", "2017-09-15", None)
    )
    law = LawOn(book, matter("2017-09-15", known="2018-01-01"))
    assert law.on(matter("2017-09-16", known="2018-01-01")).tree("terms") is law.tree("terms")


def test_the_law_for_another_day_is_of_that_day_and_for_another_government_of_that_one() -> None:
    order = effect("order suspends terms", "2017-09-15", reach="chicago")
    book = rulebook(authority("terms", "2017-07-25"), authority("order", "2017-09-15"), order, point("terms#p", "A"))
    law = LawOn(book, matter("2017-09-14", CHICAGO, known="2018-01-01"))
    later = law.on(matter("2017-09-15", CHICAGO, known="2018-01-01"))
    other = law.on(matter("2017-09-15", EVANSTON, known="2018-01-01"))
    earlier_known = law.on(matter("2017-09-15", CHICAGO, known="2017-09-14"))
    assert [str(of.force("terms").state) for of in (law, later, other, earlier_known)] == [
        "in force",
        "suspended",
        "in force",
        "in force",
    ]
    assert later.rulebook is book
    assert (later.force("terms"), later.tree("terms")) == (later.force("terms"), later.force("terms").tree)


def test_of_an_act_on_many_those_are_named_that_take_the_government_in() -> None:
    """Asked of nobody, all are: what reaches whom is then the question itself."""
    binds = "perhaps state IL, california, connecticut, state OR, state WA, state HI, perhaps chicago"
    stay = authority("stay", "2017-02-01", binds=binds)
    book = rulebook(authority("act"), stay, effect("stay suspends act", "2017-02-01"))

    def whom(who: Government | None) -> str:
        return force_of(book, "act", matter("2017-03-01", who)).chain[-1].whom

    subdivisions = "perhaps State of Illinois and its subdivisions"
    assert whom(CHICAGO) == f"{subdivisions}, perhaps City of Chicago, and 5 others"
    assert whom(EVANSTON) == "perhaps State of Illinois and its subdivisions, and 6 others"


def test_an_interval_does_not_end_where_only_the_names_of_those_reached_would_change() -> None:
    parties = "group mayors, state CA, state OR, state WA, state HI, chicago"
    book = rulebook(
        authority("act"),
        group("mayors", chicago="2017-06-01.."),
        authority("stay", "2017-02-01", binds=parties),
        effect("stay suspends act", "2017-02-01"),
    )
    course = force_timeline(
        book, "act", matter("2017-01-01", CHICAGO, known="2018-01-01"), date(2017, 1, 1), date(2018, 1, 1)
    )
    assert [each.start for each in course] == [date(2017, 1, 1), date(2017, 2, 1)]


def test_of_many_states_that_of_the_county_is_named_to_a_city_whose_own_is_not_recorded() -> None:
    book = rulebook(
        authority("act"),
        authority("stay", "2017-02-01", binds="state IL, state CA, state OR, state WA, state HI, state CT"),
        effect("stay suspends act", "2017-02-01"),
    )
    city = replace(CHICAGO, state="")
    told = force_of(book, "act", matter("2017-03-01", city)).chain[-1].whom
    assert told == "State of Illinois and its subdivisions, and 5 others"


def test_of_many_whom_a_provision_binds_the_government_asked_about_is_named_where_its_issue_is_told() -> None:
    book = rulebook(
        authority("act", "2017-02-01", binds="evanston, cook-county, california, state OR, state WA, chicago")
    )
    (issued,) = force_of(book, "act", matter("2017-03-01")).chain
    assert issued.whom == "City of Chicago, and 5 others"


def test_an_act_that_spares_a_part_but_does_not_reach_the_government_is_not_told_of_it() -> None:
    book = rulebook(
        *(authority("act"), part("act#1", "act"), authority("stay", "2017-02-01")),
        effect("stay suspends act", "2017-02-01", carves=["act#1"], reach="evanston"),
    )
    assert [link.split("|")[0] for link in told(book, "act#1", "2017-03-01")] == ["act#1 issued "]


def test_acts_of_one_source_on_one_day_are_told_in_one_order_however_they_are_written() -> None:
    both = (
        effect("ruling narrows stay", "2017-03-01", to="state IL"),
        effect("ruling narrows stay", "2017-03-01", to="chicago"),
    )
    laws = authority("act"), authority("stay", "2017-02-01"), effect("stay suspends act", "2017-02-01")
    chains = [
        told(rulebook(*laws, authority("ruling", "2017-03-01"), *acts), "act", "2017-04-01")
        for acts in (both, both[::-1])
    ]
    assert chains[0] == chains[1]
    assert len(chains[0]) == 4
