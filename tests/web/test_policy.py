"""The policy as a table, and that whoever has no part in a review is not told of it."""

from __future__ import annotations

import pytest

from ascertain.web.policy.decide import Refused, Thing, may, require
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import POLICY, RESPONDENTS, TEAM, Act, Role

HERE, ELSEWHERE, OURS, THEIRS = 1, 2, 10, 20


def someone(role: Role) -> Principal:
    """Somebody with this role in the review ``HERE``, for the government ``OURS`` where it is a respondent's."""
    if role in TEAM:
        return Principal(user=1, team={HERE: frozenset({role})})
    if role in RESPONDENTS:
        return Principal(user=1, governments={OURS: role}, reviews={OURS: HERE})
    return Principal(user=1, administrator=role is Role.ADMINISTRATOR)


def test_every_act_has_somebody_who_may_and_the_public_may_nothing_yet() -> None:
    assert set(POLICY) == set(Act)
    assert all(POLICY[act] for act in Act)
    assert not any(may(Principal(), act, Thing(HERE, OURS)) for act in Act)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_role_may_do_what_the_table_says_in_its_own_review_and_nothing_in_another(role: Role, act: Act) -> None:
    principal = someone(role)
    assert may(principal, act, Thing(HERE, OURS)) == (role in POLICY[act])
    anywhere = role is Role.ADMINISTRATOR and role in POLICY[act]
    assert may(principal, act, Thing(ELSEWHERE)) == anywhere
    assert may(principal, act, Thing(HERE, THEIRS)) == (role in POLICY[act] and role not in RESPONDENTS)


def test_a_refusal_says_who_may_and_hides_the_review_from_strangers() -> None:
    with pytest.raises(Refused, match="to file an entry one has to be lead") as open_:
        require(someone(Role.REVIEWER), Act.FILE_AN_ENTRY, Thing(HERE))
    with pytest.raises(Refused) as hidden:
        require(Principal(), Act.FILE_AN_ENTRY, Thing(HERE))
    assert (open_.value.hidden, hidden.value.hidden) == (False, True)
