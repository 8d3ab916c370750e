"""A docket written as a folder and read again is the same docket, and writing never touches what is there."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascertain.docket.folder import write_docket
from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import Code, DocketError
from ascertain.docket.model import (
    Argument,
    Attribution,
    Award,
    Basis,
    Docket,
    Entry,
    EntryKind,
    Frame,
    Holding,
    Member,
    Result,
    Side,
)
from ascertain.record.model import STANDARDS, Claim, Ending, Exhibit, Passage
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Subject, Term, TermType, Value
from docket.build import GOOD, RULEBOOK

GOVERNMENTS = {
    name: Government(name, name.title(), ids=(geoid, f"{name} city"))
    for name, geoid in {"ogden": "100", "springfield": "200"}.items()
}

# One line of text as a writer would put it, with words and signs that YAML might take for something else.
traps = ["yes", "null", "~", "2017", "2017-06", "- a", "a: b", "# no", "'", '"', "1.50", "é § 9(a)", "{x}"]
words = st.text(st.characters(exclude_categories=["C"]), max_size=8).map(str.strip).filter(bool)
lines = st.sampled_from(traps) | words
blank_or_line = st.just("") | lines
prose = st.lists(lines, max_size=3).map("\n\n".join).filter(lambda text: not text.startswith("---"))
several = st.lists(lines, max_size=2).map(tuple)
confidences = st.sampled_from(["", *CONFIDENCES])
READINGS = [("audit-act#reach", "WIDE"), ("audit-act#reach", "NARROW")]
days = st.dates(date(2012, 1, 1), date(2019, 12, 31))
moments = days.flatmap(
    lambda day: st.sampled_from([Moment.on(day), Moment.parse(f"{day:%Y-%m}"), Moment.parse(f"{day:%Y}")])
)
periods = st.builds(Interval, st.none() | st.just(Moment.parse("2011")), st.none() | moments)
who = st.sampled_from(sorted(GOVERNMENTS))
subsets = st.lists(who, unique=True, max_size=2).map(tuple)


def values_of(term: Term) -> st.SearchStrategy[Value]:
    amounts = st.integers(-(10**12), 10**12)
    by_type: dict[TermType, st.SearchStrategy[Any]] = {
        TermType.YES_NO: st.booleans(),
        TermType.NUMBER: amounts,
        TermType.MONEY: amounts,
        TermType.DATE: days.map(date.toordinal),
        TermType.ONE_OF: st.sampled_from(term.values or ("none",)),
        TermType.TEXT: lines,
    }
    return by_type[term.type]


@st.composite
def claims(draw: st.DrawFn, entry: Entry, number: int) -> Claim:
    term = draw(st.sampled_from(sorted(RULEBOOK.terms.values(), key=lambda one: one.phrase)))
    exhibit = draw(st.sampled_from(["", "held", "cited"]))
    position = st.none() | st.just(7)
    passages = st.builds(Passage, lines, blank_or_line, blank_or_line, position, position, position)
    return Claim(
        id=f"{entry.number}.{number}",
        government=draw(who) if term.about is not Subject.PROGRAM else "",
        program=draw(st.sampled_from(["roads", "roads-2016"])) if term.about is not Subject.GOVERNMENT else "",
        term=term.phrase,
        value=draw(values_of(term)),
        period=draw(periods),
        said_by=draw(st.just(entry.by) | lines),
        filed=entry.filed,
        grade=draw(st.sampled_from(STANDARDS)),
        entry=str(entry.number),
        exhibit=exhibit,
        passage=draw(st.none() | passages) if exhibit else None,
        note=draw(blank_or_line),
        confidence=draw(confidences) or entry.confidence,
        sources=draw(several) or entry.sources,
    )


@st.composite
def attributions(draw: st.DrawFn) -> Attribution:
    exhibit = draw(st.sampled_from(["", "held", "cited"]))
    passages = st.builds(Passage, lines, blank_or_line, blank_or_line)
    passage = draw(st.none() | passages) if exhibit else None
    return Attribution("one", exhibit, passage, draw(blank_or_line), draw(confidences))


@st.composite
def entries(draw: st.DrawFn, number: int, requests: list[int]) -> Entry:
    kind = draw(st.sampled_from(EntryKind))
    made = draw(moments)
    needed = st.lists(who, unique=True, min_size=1, max_size=2).map(tuple)
    results = [Result(name, draw(lines), draw(blank_or_line), draw(st.booleans())) for name in draw(subsets)]
    entry = Entry(
        number=number,
        kind=kind,
        slug=draw(st.sampled_from(["a", "letter-2", "of_the_city"])),
        title=draw(lines),
        date=made,
        filed=draw(st.sampled_from([made, Moment.parse("2020-01-01")])),
        by=draw(lines),
        to=draw(needed if kind is EntryKind.REQUEST else subsets),
        about=draw(needed if kind is EntryKind.RESPONSE else subsets),
        authority=draw(st.sampled_from(["", "audit-act"])),
        deadline=draw(st.none() | st.just(Moment.parse("2020"))),
        answers=draw(st.sampled_from([None, *requests])),
        results=tuple(results),
        arguments=draw(st.sampled_from([(), ("one",)])),
        exhibit=draw(st.sampled_from(["", "held", "cited"])),
        basis=draw(st.sampled_from([None, *Basis])),
        text=draw(prose),
        note=draw(blank_or_line),
        sources=draw(several),
        confidence=draw(confidences),
    )
    if entry.arguments:
        entry = replace(entry, attributions=draw(st.sampled_from([(), (draw(attributions()),)])))
    count = draw(st.integers(0, 2))
    return replace(entry, claims=tuple(draw(claims(entry, at + 1)) for at in range(count)))


def ending(filed: list[Entry], note: str) -> list[Entry]:
    """The entries, the last of which reports the end of every claim before it."""
    *earlier, last = filed
    at, by = Moment.parse("2011-06"), str(last.number)
    ends = {claim.id: Ending(claim.id, at, last.filed, by, note) for one in earlier for claim in one.claims}
    ended = [replace(one, claims=tuple(replace(each, ending=ends[each.id]) for each in one.claims)) for one in earlier]
    return [*ended, replace(last, ends=tuple(ends.values()))]


@st.composite
def dockets(draw: st.DrawFn) -> Docket:
    filed: list[Entry] = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        filed.append(draw(entries(number, [one.number for one in filed if one.kind is EntryKind.REQUEST])))
    ends = draw(st.booleans())
    if filed and ends:
        filed = ending(filed, draw(blank_or_line))
    readings = tuple(draw(st.lists(st.sampled_from(READINGS), unique=True)))
    subset = st.lists(st.sampled_from(readings), unique=True).map(tuple) if readings else st.just(())
    argument = Argument(
        "one",
        draw(st.sampled_from(Side)),
        draw(lines),
        reply=draw(st.sampled_from(["", "one"])),
        courts_for=tuple(Holding(court, draw(subset)) for court in ("ca9-2019-04-18", "Doe v. Roe (1999)")),
        used_by=draw(subsets),
        readings=readings,
        source=draw(several),
        confidence=draw(confidences),
        notes=draw(blank_or_line),
    )
    amounts = st.none() | st.integers(0, 10**12)
    awards = st.builds(
        Award, who, st.just("roads"), amounts, st.booleans(), st.booleans(), blank_or_line, confidences, blank_or_line
    )
    return Docket(
        id=draw(lines),
        title=draw(lines),
        reviewer=draw(lines),
        rulebook="audits",
        standard=draw(st.sampled_from(STANDARDS)),
        members=tuple(Member(name, draw(periods), draw(blank_or_line), draw(blank_or_line)) for name in draw(subsets)),
        governments=GOVERNMENTS,
        entries=tuple(filed),
        exhibits={
            "held": Exhibit("held", draw(lines), sha256=hashlib.sha256(b"text").hexdigest(), file="in/held.txt"),
            "cited": Exhibit("cited", draw(lines), draw(blank_or_line), "", "", draw(blank_or_line), draw(confidences)),
        },
        arguments={"one": argument},
        awards=tuple(draw(st.lists(awards, max_size=2))),
        questions=draw(st.sampled_from([(), ("meets",)])),
        origin=draw(st.sampled_from([None, *(one.number for one in filed)])),
        frame=draw(st.none() | st.builds(Frame, lines, blank_or_line)),
        period=draw(periods),
        edition=draw(st.sampled_from(["", "0" * 64])),
        readings=readings,
        text=draw(prose),
        note=draw(blank_or_line),
        sources=draw(several),
        confidence=draw(confidences),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dockets())
def test_a_docket_written_and_read_again_is_the_same(docket: Docket) -> None:
    with TemporaryDirectory() as temporary:
        source, target = Path(temporary, "source"), Path(temporary, "target")
        held = source / "exhibits" / "in" / "held.txt"
        held.parent.mkdir(parents=True)
        held.write_bytes(b"text")
        write_docket(replace(docket, folder=str(source)), target, RULEBOOK)
        assert load_docket(target, RULEBOOK) == docket


def test_a_folder_read_written_and_read_again_is_the_same_docket(tmp_path: Path) -> None:
    docket = load_docket(GOOD)
    write_docket(docket, tmp_path / "copy")
    copied = load_docket(tmp_path / "copy", RULEBOOK)
    assert copied == docket
    assert copied.record.claims == docket.record.claims
    held = "exhibits/code-5.txt"
    assert (tmp_path / "copy" / held).read_bytes() == (GOOD / held).read_bytes()


def test_writing_the_same_docket_twice_gives_the_same_files(tmp_path: Path) -> None:
    docket = load_docket(GOOD)
    for name in ("one", "other"):
        write_docket(docket, tmp_path / name, RULEBOOK)
    one, other = (load_docket(tmp_path / name, RULEBOOK) for name in ("one", "other"))
    assert one.digest == other.digest


def test_a_folder_with_anything_in_it_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DocketError) as caught:
        write_docket(load_docket(GOOD), tmp_path, RULEBOOK)
    assert caught.value.mistakes[0].code == Code.NOT_EMPTY
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_may_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_docket(load_docket(GOOD), tmp_path / "empty", RULEBOOK)
    assert load_docket(tmp_path / "empty", RULEBOOK) == load_docket(GOOD)


def test_a_docket_whose_exhibit_is_gone_leaves_no_half_written_folder(tmp_path: Path) -> None:
    docket = replace(load_docket(GOOD), folder=str(tmp_path / "elsewhere"))
    with pytest.raises(DocketError) as caught:
        write_docket(docket, tmp_path / "copy", RULEBOOK)
    assert caught.value.mistakes[0].code == Code.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []
