"""Cedar decides the same requests: permits are a rule, forbids its exceptions, and what is not known is unknown."""

from __future__ import annotations

import pytest

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.meaning import possible
from conformance.permits import QUESTION, permits

_EVERY_DAY = 200
_AT_LENGTH = 5_000
_BATCH = 100


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_a_finding_has_the_decisions_of_all_completed_requests(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


@pytest.mark.conformance
@pytest.mark.parametrize("first", range(_EVERY_DAY, _AT_LENGTH, _BATCH))
def test_a_finding_has_the_decisions_of_all_completed_requests_at_length(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


def test_what_a_partial_evaluation_can_decide_is_settled_and_more_is() -> None:
    settled_by_us_alone = 0
    for seed in range(_EVERY_DAY):
        made = permits(seed)
        found = Diagram(made.law, QUESTION).possible(made.known)
        previewed = made.previewed()
        assert previewed is None or found == {previewed}, f"seed {seed}"
        settled_by_us_alone += previewed is None and len(found) == 1
    assert settled_by_us_alone > 0


def assert_same(seed: int) -> None:
    made = permits(seed)
    decided = made.decided()
    assert possible(made.law, QUESTION, made.known) == decided, f"definition, seed {seed}"
    assert Diagram(made.law, QUESTION).possible(made.known) == decided, f"engine, seed {seed}"
