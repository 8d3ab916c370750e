"""Expressions over quantities: read as written, and written as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.quantities.durations import Duration, Rounding
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.expressions import expression_of
from ascertain.rulebook.mistakes import Reporter
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
    words,
)
from ascertain.rulebook.model.terms import Place, Subject, Term, TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Text

HERE = Place("law.md", 1, 1)
TERMS = {
    "money spent": TermType.MONEY,
    "money spent and kept": TermType.MONEY,
    "the year ended on": TermType.DATE,
    "letters": TermType.NUMBER,
}


def names() -> Names:
    made = Names(Reporter({"law.md": [""]}))
    made.terms |= {phrase: Term(phrase, kind, Subject.GOVERNMENT, "?", HERE) for phrase, kind in TERMS.items()}
    made.calendars["federal"] = Calendar("federal", "Federal", frozenset({5, 6}), frozenset(), (1, 1_000_000))
    return made


def read(text: str) -> Expression | None:
    found = expression_of(Text(text, HERE), names())
    return None if found is None else found[0]


SPENT, ENDED = Worth("money spent"), Worth("the year ended on")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("$1,000", Constant(100_000, "$1,000")),
        ("money spent and kept", Worth("money spent and kept")),
        ("money spent + $1 - $2", Difference(Sum(SPENT, Constant(100, "$1")), Constant(200, "$2"))),
        ("3% of money spent", Share(SPENT, 3, 100, "3% of")),
        ("2.5% of money spent", Share(SPENT, 25, 1000, "2.5% of")),
        ("2 times letters", Share(Worth("letters"), 2, 1, "2 times")),
        ("the smaller of money spent and $5", Least((SPENT, Constant(500, "$5")), "smaller")),
        ("the year ended on + 30 days", Shifted(ENDED, Duration(days=30), "+ 30 days")),
        (
            "the year ended on - 1 year rounded down",
            Shifted(ENDED, Duration(months=-12, rounding=Rounding.DOWN), "- 1 year rounded down"),
        ),
        ("the year ended on - 2020-06-30", Difference(ENDED, Constant(737_606, "2020-06-30"))),
        (
            "(the year ended on + 30 days) moved to a working day of federal",
            OnWorkingDay(Shifted(ENDED, Duration(days=30), "+ 30 days"), "federal"),
        ),
    ],
)
def test_an_expression_is_read_as_written(text: str, expression: Expression) -> None:
    assert read(text) == expression


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("money spent + letters", "A519"),
        ("money spent + the year ended on", "A519"),
        ("the later of the year ended on and 12", "A519"),
        ("the year ended on + the year ended on", "A519"),
        ("3% of the year ended on", "A520"),
        ("letters moved to a working day of federal", "A520"),
        ("the year ended on + 1 month", "A521"),
        ("the year ended on moved to a working day of federa", "A422"),
        ("money spnt", "A518"),
        ("money spent +", "A518"),
        ("(money spent", "A518"),
        ("the smaller of money spent", "A518"),
        ("money spent money spent", "A518"),
        ("2020-02-30", "A518"),
    ],
)
def test_what_is_no_expression_is_refused_where_it_goes_wrong(text: str, code: str) -> None:
    known = names()
    assert expression_of(Text(text, HERE), known) is None
    (mistake,) = known.reporter.mistakes
    assert mistake.code == code
    assert mistake.help


MONEY = st.recursive(
    st.sampled_from([SPENT, Worth("money spent and kept"), Constant(100_000, "$1,000")]),
    lambda inner: st.one_of(
        st.builds(Sum, inner, inner),
        st.builds(Difference, inner, inner),
        inner.map(lambda of: Share(of, 3, 100, "3% of")),
        st.tuples(inner, inner).map(lambda of: Least(of, "smaller")),
        st.tuples(inner, inner, inner).map(lambda of: Greatest(of, "largest")),
    ),
    max_leaves=6,
)


@given(MONEY)
def test_an_expression_in_words_reads_back_as_itself(expression: Expression) -> None:
    assert read(words(expression)) == expression
