"""Injunctions, stays, reversals and revocations, one rule of law at a time."""

from __future__ import annotations

from ascertain.law.force import force_of
from ascertain.law.model import Branch, ForceState
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government

from .build import (
    CALIFORNIA,
    CHICAGO,
    CONNECTICUT,
    EVANSTON,
    HOUSING,
    JAG_2017,
    SAN_FRANCISCO,
    authority,
    effect,
    group,
    matter,
    part,
    rulebook,
)

TERMS = (
    authority("terms", "2017-07-25", kind="grant terms"),
    part("terms#notice", "terms"),
    part("terms#oath", "terms"),
)


def state(
    book: Rulebook, provision: str, on: str, government: Government | None = CHICAGO, known: str | None = None
) -> str:
    return force_of(book, provision, matter(on, government, known=known)).state.value


def decisive(book: Rulebook, provision: str, on: str, government: Government | None = CHICAGO) -> list[str]:
    chain = force_of(book, provision, matter(on, government)).chain
    return [f"{link.provision} {link.verb}" for link in chain if link.decisive and link.verb != "issued"]


def test_an_injunction_suspends_a_part_and_leaves_the_rest() -> None:
    book = rulebook(*TERMS, authority("order", "2017-09-15"), effect("order suspends terms#notice", "2017-09-15"))
    assert state(book, "terms#notice", "2017-09-14") == "in force"
    assert state(book, "terms#notice", "2017-09-15") == "suspended"
    assert state(book, "terms#oath", "2017-09-15") == "in force"
    assert state(book, "terms", "2017-09-15") == "in force"


def test_what_suspends_the_whole_suspends_its_parts_but_for_what_it_carves_out() -> None:
    carving = effect("order suspends terms", "2017-09-15", carves=["terms#oath"])
    book = rulebook(*TERMS, part("terms#oath-form", "terms#oath"), authority("order", "2017-09-15"), carving)
    assert state(book, "terms#notice", "2017-10-01") == "suspended"
    assert state(book, "terms#oath", "2017-10-01") == "in force"
    assert state(book, "terms#oath-form", "2017-10-01") == "in force"


def test_a_stay_revives_what_was_enjoined_for_the_scope_of_the_stay_only() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2017-09-15"),
        authority("stay", "2018-06-26"),
        effect("order suspends terms#notice", "2017-09-15"),
        effect("stay stays order", "2018-06-26", reach="everyone except chicago"),
    )
    assert state(book, "terms#notice", "2018-07-01", CHICAGO) == "suspended"
    assert state(book, "terms#notice", "2018-07-01", EVANSTON) == "in force"
    assert decisive(book, "terms#notice", "2018-07-01", EVANSTON) == ["stay stays"]


def test_a_lifted_stay_revives_the_injunction() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2018-08-09"),
        part("order#stay", "order"),
        authority("lift", "2018-08-29"),
        effect("order suspends terms#notice", "2018-08-09"),
        effect("order#stay stays order", "2018-08-09", reach="group mayors"),
        effect("lift lifts order#stay", "2018-08-29"),
        group("mayors", evanston="2000-01-01.."),
    )
    assert state(book, "terms#notice", "2018-08-10", CHICAGO) == "suspended"
    assert state(book, "terms#notice", "2018-08-10", EVANSTON) == "in force"
    assert state(book, "terms#notice", "2018-08-29", EVANSTON) == "suspended"


def test_an_injunction_that_runs_out_revives_its_target() -> None:
    order = authority("order", "2017-09-15", in_force="2017-09-15..2018-07-27")
    book = rulebook(*TERMS, order, effect("order suspends terms#notice", "2017-09-15"))
    assert state(book, "terms#notice", "2018-07-26") == "suspended"
    assert state(book, "terms#notice", "2018-07-27") == "in force"
    assert decisive(book, "terms#notice", "2018-07-27") == ["order ends by its own terms"]


def test_revoking_a_revoker_revives_nothing() -> None:
    kind = "executive order"
    book = rulebook(
        authority("first", "2017-01-25", kind=kind),
        authority("second", "2021-01-20", kind=kind),
        authority("third", "2025-01-20", kind=kind),
        effect("second revokes first", "2021-01-20"),
        effect("third revokes second", "2025-01-20"),
    )
    assert state(book, "first", "2021-01-19") == "in force"
    assert state(book, "first", "2022-01-01") == "ended"
    assert state(book, "second", "2025-01-20") == "ended"
    assert state(book, "first", "2025-01-20") == "ended"


def test_only_express_words_reinstate() -> None:
    book = rulebook(
        authority("first"),
        part("first#a", "first"),
        part("first#b", "first"),
        authority("second", "2010-01-01"),
        authority("third", "2012-01-01"),
        effect("second revokes first", "2010-01-01"),
        effect("second revokes first#b", "2010-01-01"),
        effect("third reinstates first", "2012-01-01"),
    )
    assert state(book, "first#a", "2011-01-01") == "ended"
    assert state(book, "first#a", "2012-01-01") == "in force"
    assert state(book, "first#b", "2012-01-01") == "ended", "what was itself revoked needs its own words"


def test_a_reversal_stays_done_though_the_source_is_later_stayed() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2017-09-15"),
        authority("appeal", "2018-01-10"),
        authority("later", "2018-03-01"),
        effect("order suspends terms#notice", "2017-09-15"),
        effect("appeal reverses order", "2018-01-10"),
        effect("later stays appeal", "2018-03-01"),
    )
    assert state(book, "order", "2018-04-01") == "ended"
    assert state(book, "terms#notice", "2018-04-01") == "in force"


def test_a_reversal_stayed_before_its_day_never_happens() -> None:
    book = rulebook(
        authority("order", "2017-09-15"),
        authority("appeal", "2018-01-10"),
        authority("stay", "2018-01-15"),
        effect("appeal reverses order", "2018-01-10", "2018-02-01"),
        effect("stay stays appeal", "2018-01-15", until="2018-03-01"),
    )
    assert state(book, "order", "2018-02-01") == "in force"
    assert state(book, "order", "2018-06-01") == "in force"


def test_a_reversal_takes_effect_on_the_mandate_not_the_opinion() -> None:
    known_mandate = effect("appeal reverses order", "2020-02-26", "2020-04-01")
    book = rulebook(authority("order", "2018-11-30"), authority("appeal", "2020-02-26"), known_mandate)
    assert state(book, "order", "2020-03-31") == "in force"
    assert state(book, "order", "2020-04-01") == "ended"


def test_an_unknown_mandate_leaves_the_force_open_on_one_doubt() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2018-11-30"),
        authority("appeal", "2020-02-26"),
        effect("order suspends terms", "2018-11-30"),
        effect("appeal reverses order", "2020-02-26", None),
    )
    assert state(book, "terms#notice", "2020-02-25") == "suspended"
    trees = [force_of(book, name, matter("2021-03-19")).tree for name in ("terms#notice", "terms#oath", "order")]
    notice, oath, order = trees
    assert isinstance(notice, Branch)
    assert isinstance(order, Branch)
    assert notice.doubt == order.doubt
    assert notice.doubt.id == "effective:appeal"
    assert "mandate" in notice.doubt.question
    assert (notice.if_yes, notice.if_no) == (ForceState.IN_FORCE, ForceState.SUSPENDED)
    assert oath == notice


def test_narrowing_ends_an_injunction_for_everyone_outside() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2017-11-20"),
        authority("appeal", "2018-08-01", binds="circuit 9"),
        effect("order suspends terms", "2017-11-20"),
        effect("appeal narrows order", "2018-08-01", to="state CA"),
    )
    assert state(book, "terms", "2018-08-01", SAN_FRANCISCO) == "suspended"
    assert state(book, "terms", "2018-08-01", CHICAGO) == "in force"
    assert state(book, "order", "2018-08-01", CHICAGO) == "ended"
    assert decisive(book, "terms", "2018-08-01", CHICAGO) == ["appeal narrows"]
    assert state(book, "terms", "2018-08-01", None) == "in force"


def test_extending_an_injunction_protects_those_it_did_not_reach() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2018-08-09", binds="chicago"),
        authority("more", "2018-08-29"),
        effect("order suspends terms", "2018-08-09", reach="chicago"),
        effect("more extends order", "2018-08-29", to="evanston"),
    )
    assert state(book, "terms", "2018-08-28", EVANSTON) == "in force"
    assert state(book, "order", "2018-08-28", EVANSTON) == "out of scope"
    assert state(book, "terms", "2018-08-29", EVANSTON) == "suspended"
    assert state(book, "terms", "2018-08-29", CONNECTICUT) == "in force"


def test_a_scope_that_sources_leave_open_leaves_the_force_open() -> None:
    narrowed = effect("appeal narrows order", "2018-08-01", to="san-francisco, perhaps state CA")
    book = rulebook(authority("order", "2017-11-20"), authority("appeal", "2018-08-01"), narrowed)
    tree = force_of(book, "order", matter("2018-09-01", CALIFORNIA)).tree
    assert isinstance(tree, Branch)
    assert tree.doubt.id == "reach:appeal:state CA"
    assert state(book, "order", "2018-09-01", SAN_FRANCISCO) == "in force"


def test_a_month_without_a_day_is_open_inside_the_month_only() -> None:
    book = rulebook(authority("terms", "2016-09"))
    assert state(book, "terms", "2016-08-31", known="2020-01-01") == "not yet"
    assert state(book, "terms", "2016-09-15", known="2020-01-01") == "open"
    assert state(book, "terms", "2016-09-30", known="2020-01-01") == "in force"


def test_what_was_not_yet_issued_is_not_yet_law() -> None:
    book = rulebook(
        authority("order", "2017-09-15"),
        authority("appeal", "2018-01-10"),
        effect("appeal reverses order", "2018-01-10"),
    )
    assert state(book, "order", "2018-06-01", known="2017-09-14") == "not yet"
    assert state(book, "order", "2018-06-01", known="2018-01-09") == "in force"
    assert state(book, "order", "2018-06-01", known="2018-01-10") == "ended"


def test_what_never_was_law_is_never_in_force() -> None:
    book = rulebook(authority("bill", "2017-06", in_force="never", kind="bill"), part("bill#test", "bill"))
    for provision in ("bill", "bill#test"):
        assert state(book, provision, "2017-05-31") == "not yet"
        assert state(book, provision, "2017-06-15") == "open"
        assert state(book, provision, "2017-07-01") == "not law"
        assert state(book, provision, "2017-07-01", known="2017-05-31") == "not yet"


def test_a_part_ends_with_its_whole_unless_it_has_an_end_of_its_own() -> None:
    book = rulebook(
        authority("terms", "2017-01-01", in_force="2017-01-01..2018-01-01"),
        part("terms#late", "terms", in_force="2017-06-01.."),
        part("terms#tail", "terms", in_force="2017-01-01..2018-06-01"),
    )
    assert state(book, "terms#late", "2017-05-31") == "not yet"
    assert state(book, "terms#late", "2018-01-01") == "ended"
    assert state(book, "terms#tail", "2018-05-31") == "in force"


def test_a_memorandum_neither_lifts_an_injunction_nor_ends_an_order() -> None:
    book = rulebook(
        authority("order", kind="executive order"),
        authority("injunction", "2017-04-25"),
        authority("memo", "2017-05-22", kind="memorandum", binds="agency doj"),
        effect("injunction suspends order", "2017-04-25"),
        effect("memo lifts injunction", "2017-05-22", reach="everyone"),
        effect("memo revokes order", "2017-05-22", reach="everyone"),
    )
    force = force_of(book, "order", matter("2017-07-06"))
    assert force.state is ForceState.SUSPENDED
    assert [link.note for link in force.chain if link.provision == "memo"] == [
        "without effect: such an instrument cannot do this"
    ] * 2


def test_a_memorandum_binds_only_its_issuers_components() -> None:
    book = rulebook(authority("memo", kind="memorandum", binds="agency doj"))
    assert force_of(book, "memo", matter("2017-07-06", program=JAG_2017)).state is ForceState.IN_FORCE
    assert force_of(book, "memo", matter("2017-07-06", program=HOUSING)).state is ForceState.OUT_OF_SCOPE
    assert force_of(book, "memo", matter("2017-07-06")).state is ForceState.IN_FORCE


def test_two_injunctions_are_explained_by_the_oldest_that_suffices() -> None:
    book = rulebook(
        *TERMS,
        authority("one", "2017-09-15"),
        authority("two", "2017-10-15"),
        effect("one suspends terms", "2017-09-15"),
        effect("two suspends terms", "2017-10-15"),
    )
    assert decisive(book, "terms", "2017-11-01") == ["one suspends"]


def test_an_injunction_that_was_ended_explains_nothing_where_two_later_ones_each_suffice() -> None:
    orders = [
        authority(name, day) for name, day in (("one", "2017-09-15"), ("end", "2018-06-01"), ("two", "2018-10-05"))
    ]
    book = rulebook(
        *TERMS,
        *orders,
        authority("three", "2018-11-01"),
        effect("one suspends terms", "2017-09-15"),
        effect("end ends one", "2018-06-01"),
        effect("two suspends terms", "2018-10-05"),
        effect("three suspends terms", "2018-11-01"),
    )
    assert decisive(book, "terms", "2018-12-01") == ["two suspends"]


def test_a_part_that_an_order_spares_names_the_order_in_its_chain() -> None:
    carving = effect("order suspends terms", "2017-09-15", carves=["terms#oath"])
    book = rulebook(*TERMS, part("terms#oath-form", "terms#oath"), authority("order", "2017-09-15"), carving)
    for spared in ("terms#oath", "terms#oath-form"):
        (link,) = [
            link for link in force_of(book, spared, matter("2017-10-01", CHICAGO)).chain if link.verb != "issued"
        ]
        assert (link.provision, link.verb) == ("order", "suspends all but this part of")
        assert not link.decisive


def test_an_order_may_end_itself() -> None:
    book = rulebook(
        authority("order", "2017-01-01"),
        part("order#end", "order"),
        effect("order#end ends order", "2017-01-01", "2018-01-01"),
    )
    assert state(book, "order", "2017-12-31") == "in force"
    assert state(book, "order", "2018-01-01") == "ended"
    assert state(book, "order#end", "2018-06-01") == "ended"


def test_orders_that_silence_each_other_are_open() -> None:
    book = rulebook(
        authority("one"),
        authority("two"),
        effect("one suspends two", "2017-01-01"),
        effect("two suspends one", "2017-02-01"),
    )
    assert state(book, "two", "2017-01-31") == "suspended"
    assert state(book, "one", "2017-02-01") == "open"
    assert state(book, "two", "2017-02-01") == "open"


def test_a_later_order_against_an_earlier_one_is_no_circle() -> None:
    """Each acted on the other once, years apart: the law of the first day decides the first act."""
    book = rulebook(
        authority("one"), authority("two"), effect("one ends two", "2017-01-01"), effect("two ends one", "2018-01-01")
    )
    assert state(book, "one", "2018-06-01") == "in force"


def doubtful(book: Rulebook, provision: str, on: str) -> set[str]:
    """The states that the provision can be in."""
    return {state.value for state in force_of(book, provision, matter(on, CHICAGO)).states}


def test_what_has_surely_ended_is_not_ended_less_surely_by_a_later_ruling_whose_day_is_open() -> None:
    book = rulebook(
        *TERMS,
        authority("first", "2017-09-15"),
        authority("second", "2017-10-15"),
        effect("first ends terms", "2017-09-15"),
        effect("second ends terms", "2017-10-15", None),
    )
    assert doubtful(book, "terms", "2017-11-01") == {"ended"}


def test_narrowing_twice_leaves_only_whom_both_left() -> None:
    book = rulebook(
        *TERMS,
        authority("first", "2017-09-15"),
        authority("second", "2017-10-15"),
        effect("first narrows terms", "2017-09-15", to="evanston"),
        effect("second narrows terms", "2017-10-15", to="state IL"),
    )
    assert state(book, "terms", "2017-11-01", CHICAGO) == "ended"
    assert state(book, "terms", "2017-11-01", EVANSTON) == "in force"


def test_extending_to_others_later_leaves_those_to_whom_it_was_extended_before() -> None:
    terms = authority("terms", "2017-07-25", kind="grant terms", binds="evanston")
    book = rulebook(
        terms,
        authority("first", "2017-09-15"),
        authority("second", "2017-10-15"),
        effect("first extends terms", "2017-09-15", to="chicago"),
        effect("second extends terms", "2017-10-15", to="san-francisco"),
    )
    bound = [state(book, "terms", "2017-11-01", who) for who in (CHICAGO, SAN_FRANCISCO, EVANSTON, CALIFORNIA)]
    assert bound == ["in force", "in force", "in force", "out of scope"]


def test_what_a_ruling_gives_back_whose_day_is_open_may_have_ended_still() -> None:
    book = rulebook(
        *TERMS,
        authority("first", "2017-09-15"),
        authority("second", "2017-10-15"),
        effect("first ends terms", "2017-09-15"),
        effect("second reinstates terms", "2017-10-15", None),
    )
    assert doubtful(book, "terms", "2017-11-01") == {"in force", "ended"}


def test_what_is_reinstated_on_the_very_day_that_it_runs_out_goes_on() -> None:
    book = rulebook(
        authority("terms", "2017-07-25", in_force="2017-07-25..2017-10-15"),
        authority("renewal", "2017-10-15"),
        effect("renewal reinstates terms", "2017-10-15"),
    )
    assert state(book, "terms", "2017-10-14") == state(book, "terms", "2017-10-15") == "in force"


def test_an_order_that_perhaps_reaches_some_stays_doubtful_for_them_when_it_is_extended_to_others() -> None:
    book = rulebook(
        *TERMS,
        authority("order", "2017-09-15"),
        authority("panel", "2017-10-15"),
        effect("order suspends terms", "2017-09-15", reach="perhaps chicago"),
        effect("panel extends order", "2017-10-15", to="evanston"),
    )
    assert doubtful(book, "terms", "2017-11-01") == {"in force", "suspended"}
    assert state(book, "terms", "2017-11-01", EVANSTON) == "suspended"


def test_an_instrument_that_cannot_act_makes_no_circle() -> None:
    """A memorandum that would end the order which ends it has no such power, so that nothing is asked."""
    book = rulebook(
        *TERMS,
        authority("order", "2017-09-15"),
        authority("memo", "2017-09-15", kind="memorandum"),
        effect("order ends memo", "2017-09-15"),
        effect("memo ends order", "2017-09-15"),
    )
    assert doubtful(book, "memo", "2017-09-15") == {"ended"}
    assert doubtful(book, "order", "2017-09-15") == {"in force"}


def test_only_what_no_other_act_makes_up_for_is_decisive() -> None:
    """Two injunctions of one court suspend; the stay of them was lifted, and without its lifting neither would act."""
    book = rulebook(
        *TERMS,
        authority("court", "2017-09-15"),
        authority("stay", "2017-09-20"),
        authority("lift", "2017-09-25"),
        effect("court suspends terms#notice", "2017-09-15"),
        effect("court suspends terms", "2017-09-15"),
        effect("stay stays court", "2017-09-20"),
        effect("lift lifts stay", "2017-09-25"),
    )
    assert state(book, "terms#notice", "2017-10-01") == "suspended"
    assert decisive(book, "terms#notice", "2017-10-01") == ["lift lifts"]


def test_what_reaches_back_to_days_before_its_issue_is_no_law_for_who_knows_only_what_was_before_it() -> None:
    book = rulebook(authority("terms", "2017-05-01", in_force="2017-01-01.."))
    assert state(book, "terms", "2017-04-01", known="2017-06-01") == "in force"
    assert state(book, "terms", "2017-04-01", known="2017-04-15") == "not yet"


def test_an_order_that_silences_another_for_others_only_makes_no_circle_here() -> None:
    book = rulebook(
        authority("one"),
        authority("two"),
        effect("one suspends two", "2017-01-01", reach="chicago"),
        effect("two suspends one", "2017-01-01"),
    )
    assert state(book, "one", "2017-02-01", CHICAGO) == "open"
    assert [state(book, name, "2017-02-01", CALIFORNIA) for name in ("one", "two")] == ["suspended", "in force"]


def test_orders_that_silence_each_other_leave_open_what_one_of_them_silences_and_no_end_is_missed() -> None:
    """The circle is not about what is asked: it is walked round once."""
    book = rulebook(
        *(authority(name) for name in ("one", "two", "third", "act")),
        effect("one suspends two", "2017-01-01"),
        effect("two suspends one", "2017-01-01"),
        effect("two suspends third", "2017-01-01"),
        effect("third suspends act", "2017-01-01"),
        effect("act suspends third", "2016-01-01", until="2016-02-01"),
    )
    assert state(book, "third", "2017-02-01") == "open"
    assert state(book, "act", "2017-02-01") == "open"
