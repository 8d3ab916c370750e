"""The generated text of the comparison says nothing that its cells do not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.docket.comparing import compare
from ascertain.docket.comparison import Comparison, Saying
from ascertain.docket.load import load_docket
from ascertain.docket.model import Argument, Basis, Docket, Entry, EntryKind, Holding, Member, Side
from ascertain.publish.responsestext import decided_on, told
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook

ROOT = Path(__file__).parents[2]
ON = date(2017, 7, 6)
WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = rf"(?:{'|'.join(WORDS)}|\d+)"
GOLDEN = """\
What is on record
Two of three governments have a response on record by July 6, 2017.
None is on record for one: State of California.
Not counted, as the record gives only a month or a year that was not yet over: entry 3 (State of California).
Of the responses of one, the document itself was seen: City of Chicago.
Of the responses of one, only a summary by others was seen: Cook County.
What is not shown for it may have been argued all the same.
What all share
Both that responded argue: “We comply” (r-complies).
What one is alone shown to argue
City of Chicago, one argument: “A detainer is a request” (r-request).
Others may have made these too where the document of their response was not seen.
What no response on record shows
One argument of governments: “We record nothing” (r-nothing).
What the reviewer and others argue
Of two arguments of the reviewer, entries on record by then make one.
“To say so is not enough” (v-enough): entry 4 [recorded from sources seen in part].
“Jails matter” (v-jails): in no entry by then.
What courts said of either side
Of three arguments of governments, decisions listed accepted one: r-request, in Galarza v. Szalczyk (2014-03-04) \
[encoded from memory, not seen in a source].
Of three arguments of governments, decisions listed rejected none.
Of two arguments of the reviewer, decisions listed accepted none.
Of two arguments of the reviewer, decisions listed rejected one: v-enough, in Doe v. Roe (1999) (day not on record) \
[recorded from sources seen in part].
How far a decision goes, and for whom, it says itself."""


@pytest.fixture(scope="module")
def law() -> Rulebook:
    return load_rulebook(ROOT / "rulebooks" / "section-1373")


@pytest.fixture(scope="module")
def real(law: Rulebook) -> Docket:
    return load_docket(ROOT / "dockets" / "doj-1373-2017", law)


def entry(number: int, kind: EntryKind, day: str, about: str, *arguments: str) -> Entry:
    made = Moment.parse(day)
    whom = (about,) if about else ()
    return Entry(number, kind, "e", "An entry", made, made, "Someone", about=whom, arguments=arguments)


@pytest.fixture(scope="module")
def small(real: Docket) -> Docket:
    """Three governments of the bundled docket with invented responses."""
    arguments = (
        Argument("r-complies", Side.RESPONDENT, "We comply.", reply="v-enough"),
        Argument("r-request", Side.RESPONDENT, "A detainer is a request.", "v-jails", (Holding("ca3-2014-galarza"),)),
        Argument("r-nothing", Side.RESPONDENT, "We record nothing.", reply="v-enough"),
        Argument(
            "v-enough",
            Side.REVIEWER,
            "To say so is not enough.",
            "r-complies",
            (),
            (Holding("Doe v. Roe (1999)"),),
            confidence="verified-in-part",
        ),
        Argument("v-jails", Side.REVIEWER, "Jails matter.", reply="r-request"),
    )
    entries = (
        replace(entry(1, EntryKind.RESPONSE, "2017-06-01", "chicago", "r-complies", "r-request"), basis=Basis.DOCUMENT),
        replace(entry(2, EntryKind.RESPONSE, "2017-06", "cook-county", "r-complies"), basis=Basis.SUMMARY),
        entry(3, EntryKind.RESPONSE, "2017-07", "california", "r-request"),
        entry(4, EntryKind.STATEMENT, "2017-07-01", "", "v-enough"),
    )
    members = tuple(Member(one, Interval(None, None)) for one in ("chicago", "cook-county", "california"))
    return replace(real, members=members, entries=entries, arguments={one.id: one for one in arguments})


def sentences(docket: Docket, law: Rulebook, known: date = ON) -> list[str]:
    return [line for part in told(compare(docket, law, known), docket, law) for line in part.sentences]


def number(word: str) -> int:
    return WORDS.index(word.lower()) if word.lower() in WORDS else int(word)


def without(docket: Docket, argument: str) -> Docket:
    """The docket as it would be had nobody made the argument."""
    entries = tuple(
        replace(one, arguments=tuple(each for each in one.arguments if each != argument)) for one in docket.entries
    )
    held = {
        one: replace(each, reply="" if each.reply == argument else each.reply)
        for one, each in docket.arguments.items()
        if one != argument
    }
    return replace(docket, entries=entries, arguments=held)


def test_the_text_of_a_small_review(small: Docket, law: Rulebook) -> None:
    parts = told(compare(small, law, ON), small, law)
    assert "\n".join(line for part in parts for line in (part.title, *part.sentences)) == GOLDEN


def test_the_text_is_the_same_each_time(real: Docket, law: Rulebook) -> None:
    assert sentences(real, law) == sentences(real, law)


def test_who_is_only_recalled_to_make_an_argument_is_told_with_it(real: Docket, law: Rulebook) -> None:
    recalled = [
        (line.argument.id, real.governments[cell.government].name)
        for line in compare(real, law, ON).responding
        for cell in line.cells
        if cell.sources and {source.confidence for source in cell.sources} == {"memory"}
    ]
    assert ("r-no-collection", "City of Chicago") in recalled
    for argument, name in recalled:
        (text,) = [each for each in sentences(real, law) if f"({argument})" in each]
        assert re.search(rf"\({argument}\).*\[recorded from memory, not seen in a source: [^]]*{name}", text)


@pytest.mark.parametrize("title", ["Galarza v. Szalczyk", "City of New York v. United States"])
def test_a_decision_that_is_only_recalled_is_told_so(title: str, real: Docket, law: Rulebook) -> None:
    after = [text.split(title, 1)[1] for text in sentences(real, law) if title in text]
    assert after
    assert all(re.match(r" \([\d-]+\) \[encoded from memory", rest) for rest in after)


def test_the_counts_of_who_makes_what_are_those_of_the_cells(real: Docket, law: Rulebook) -> None:
    compared = compare(real, law, ON)
    lines = {line.argument.id: line for line in compared.responding}
    names = {one.name: government for government, one in real.governments.items()}
    counted = 0
    for text in sentences(real, law):
        shared = re.search(r"\((r-[\w-]+)\): made by", text)
        for phrase, many, whom in re.findall(rf"(made by|not made by|not shown for) ({COUNT}) \(([^)]+)\)", text):
            assert shared is not None
            saying = Saying(phrase.rsplit(" ", 1)[0])
            who = re.split(r", | and ", whom)
            assert len(who) == number(many)
            assert [names[one] for one in who] == list(lines[shared[1]].who(saying))
            counted += 1
    assert counted == sum(
        bool(line.who(saying)) for line in compared.some for saying in (Saying.MADE, Saying.NOT_MADE, Saying.NOT_SHOWN)
    )


def counts_of(compared: Comparison) -> set[int]:
    """Every count that a sentence may give: of governments, arguments or decisions."""
    respondents = compared.respondents
    bases = [len([one for one in respondents if one.responses and one.bases == (basis,)]) for basis in (*Basis, None)]
    both = (compared.responding, compared.reviewing, compared.others)
    own = [line.who(Saying.MADE) for line in compared.alone]
    return {
        len(respondents),
        len(compared.responded),
        len(respondents) - len(compared.responded),
        len([one for one in respondents if one.silence is Saying.NOT_SHOWN]),
        sum(len(one.bases) > 1 for one in respondents),
        *bases,
        *(len(compared.unmade),),
        *(own.count(one) for one in own),
        *(len(line.who(saying)) for line in compared.responding for saying in Saying),
        *(len(lines) for lines in both),
        *(len([line for line in lines if line.entries]) for lines in both),
        *(len([line for line in lines if line.accepted]) for lines in both),
        *(len([line for line in lines if line.rejected]) for lines in both),
    }


def said_numbers(text: str) -> Iterable[int]:
    bare = re.sub(r"“[^”]*”|\([^)]*\)|, in .*|entr(y|ies) [\d, and]+|by \w+ \d+, \d{4}", "", text)
    bare = re.sub(r"^None is|What one is", "", bare)
    return (number(word) for word in re.findall(rf"\b{COUNT}\b", bare, re.IGNORECASE))


@pytest.mark.parametrize("known", [date(2017, 1, 1), date(2017, 6, 15), date(2017, 6, 28), ON, date(2025, 1, 1)])
def test_every_number_is_a_count_of_the_comparison(real: Docket, law: Rulebook, known: date) -> None:
    allowed = counts_of(compare(real, law, known))
    found = [one for text in sentences(real, law, known) for one in said_numbers(text)]
    assert found
    assert set(found) <= allowed


def test_an_argument_taken_out_of_the_record_is_gone_from_the_text(real: Docket, law: Rulebook) -> None:
    for argument in real.arguments:
        named = re.compile(rf"(?<![\w-]){argument}(?![\w-])")
        assert any(map(named.search, sentences(real, law)))
        assert not any(map(named.search, sentences(without(real, argument), law)))


def test_the_text_quotes_every_argument_once(real: Docket, law: Rulebook) -> None:
    text = "\n".join(sentences(real, law))
    for argument in real.arguments.values():
        assert text.count(f"“{argument.statement.rstrip('.')}”") == 1


def test_who_is_not_known_from_the_document_is_never_said_not_to_argue(real: Docket, law: Rulebook) -> None:
    unseen = [
        real.governments[one.government].name
        for one in compare(real, law, ON).respondents
        if set(one.bases) != {Basis.DOCUMENT}
    ]
    assert unseen
    for text in sentences(real, law):
        for whom in re.findall(rf"not made by {COUNT} \(([^)]+)\)", text):
            assert not set(re.split(r", | and ", whom)) & set(unseen)


@given(known=st.dates(date(2016, 1, 1), date(2018, 1, 1)))
def test_nothing_filed_later_changes_the_text(real: Docket, law: Rulebook, known: date) -> None:
    early = tuple(one for one in real.entries if one.filed.earliest <= known)
    assert sentences(replace(real, entries=early), law, known) == sentences(real, law, known)


@pytest.mark.parametrize(
    ("readings", "decided", "words"),
    [
        ((), (), ""),
        ((("p", "A"),), (("p", "A"),), ""),
        ((("p", "A"),), (), " (on no reading that is on record)"),
        ((("p", "A"), ("q", "B")), (("q", "B"),), " (on q = B)"),
        ((("p", "A"), ("q", "B")), (("p", "A"), ("q", "B")), " (on p = A and q = B)"),
    ],
)
def test_a_decision_says_on_which_reading_where_the_argument_does_not(
    readings: tuple[tuple[str, str], ...], decided: tuple[tuple[str, str], ...], words: str
) -> None:
    assert decided_on(decided, Argument("r", Side.RESPONDENT, "So.", readings=readings)) == words
