"""The report as a whole: self-contained, true to the findings, and safe with any name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ascertain.docket.model import Docket
from ascertain.findings.find import find
from ascertain.findings.timelines.timeline import timeline
from ascertain.publish.html import anchors
from ascertain.publish.html.board import questions_of
from ascertain.publish.html.finding_view import RUNNING_ON
from ascertain.publish.html.report import publish_report
from ascertain.publish.html.strip import strip
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.model.book import Rulebook

from .conftest import ON, Made, made

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)> & \'"'
VOID = {"meta", "link", "img", "br", "hr", "input"}


class Reader(HTMLParser):
    """Collects what the tests look at, and that every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.outside: list[str] = []
        self.headings: list[int] = []
        self.handlers: list[str] = []
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            if name in {"href", "src", "srcset", "action", "data", "poster", "xlink:href"}:
                (self.links if (value or "").startswith("#") else self.outside).append(value or "")
            if name.startswith("on") or name == "style":
                self.handlers.append(f"{tag} {name}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert not reader.open
    return reader


@pytest.fixture(scope="session")
def page(bundled: Made) -> Reader:
    return read(bundled.html)


def test_the_page_asks_nothing_of_the_network(bundled: Made, page: Reader) -> None:
    assert page.outside == []
    assert not page.tags["link"] and not page.tags["img"] and not page.tags["iframe"]
    assert "@import" not in bundled.html
    assert not re.search(r"url\((?!#)", bundled.html)
    assert "default-src 'none'" in bundled.html


def test_every_link_leads_to_one_place_in_the_page(page: Reader) -> None:
    assert [name for name, count in page.ids.items() if count > 1] == []
    assert {link[1:] for link in page.links} - set(page.ids) == set()
    assert len(page.links) > 500


def test_headings_never_skip_a_level(page: Reader) -> None:
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_every_cell_of_the_matrix_says_what_find_says(bundled: Made) -> None:
    asked = questions_of(bundled.docket, bundled.rulebook, ON)
    members = [bundled.docket.governments[member.government] for member in bundled.docket.members]
    rows = bundled.report.matrix.rows
    assert len(rows) == len(members)
    for who, row in zip(members, rows, strict=True):
        for term, cell in zip(asked.plain, row.cells, strict=True):
            for standard, answer in zip(STANDARDS, cell.answers, strict=True):
                finding = find(
                    bundled.rulebook, bundled.docket.record, who, term.phrase, on=ON, known=ON, standard=standard
                )
                assert (answer.standard, answer.word) == (standard.word, finding.word)


def test_no_program_is_shown_that_nobody_could_know_of_on_the_day(bundled: Made) -> None:
    programs = {program.id for program in questions_of(bundled.docket, bundled.rulebook, ON).programs}
    assert "byrne-jag-fy2017" in programs and "byrne-jag-fy2018" not in programs
    columns = {link.text for table in bundled.report.by_program for link in table.columns}
    assert not any("2018" in column or "2019" in column or "2020" in column for column in columns)


def test_where_the_standards_part_is_marked_in_words(bundled: Made) -> None:
    cells = [
        cell
        for table in (bundled.report.matrix, *bundled.report.by_program)
        for row in table.rows
        for cell in row.cells
    ]
    marked = sum(cell.parts for cell in cells) + sum(c.parts for p in bundled.report.governments for c in p.headline)
    briefly = sum(one.cell.parts for p in bundled.report.governments for _, all_ in p.by_program for one in all_)
    assert 0 < marked < len(cells)
    assert bundled.html.count(">Standards differ<") == marked + briefly


def test_ten_are_under_review_nine_were_written_to_and_ten_answered(bundled: Made) -> None:
    review = bundled.report.review
    assert len(review) == 10
    assert [row.head.text for row in review if not row.sent] == ["State of Connecticut"]
    assert all(row.answered for row in review)


def test_a_suspended_part_is_drawn_hatched_and_the_rest_in_force(bundled: Made) -> None:
    lanes = {lane.full: lane for panel in bundled.report.chart.panels for lane in panel.lanes}
    whole = next(lane for name, lane in lanes.items() if name.startswith("E.O. 13768 ·"))
    part = next(lane for name, lane in lanes.items() if name.startswith("E.O. 13768, § 9(a)"))
    assert [segment.word for segment in whole.segments] == ["in force"]
    assert [segment.word for segment in part.segments] == ["in force", "suspended"]


def test_what_came_after_the_known_day_is_shown_and_marked(bundled: Made) -> None:
    acts = bundled.report.chart.happenings
    assert {act.later for act in acts} == {True, False}
    assert all(act.later == (act.on > ON) for act in acts if act.on.day > 1)


def test_no_evidence_of_non_compliance_is_never_turned_into_compliance(bundled: Made) -> None:
    said = [event for page in bundled.report.governments for event in page.results if "no evidence" in event.result]
    assert said and all(event.result in bundled.html for event in said)
    assert "“no evidence of non-compliance” is not “compliant”" in bundled.html


def test_both_sides_have_the_same_shape(bundled: Made) -> None:
    for government in bundled.report.governments:
        sides = [side for side, _ in government.arguments]
        assert "Argued by governments under review" in sides and "Argued by the reviewer" in sides


def test_no_decision_shows_beside_an_argument_before_it_was_issued(bundled: Made) -> None:
    told = (one for page in bundled.report.governments for _, every in page.arguments for one in every)
    rulings = (on for one in told for on in one.rulings)
    shown = {link.anchor for on in rulings for link in (*on.courts_for, *on.courts_against)}
    every = bundled.docket.arguments.values()
    listed = {holding.court for one in every for holding in (*one.courts_for, *one.courts_against)}
    issued = {court for court in listed if bundled.rulebook.authorities[court].issued.reached(ON) is True}
    assert issued < listed
    assert shown and shown <= set(map(anchors.authority, issued))


def test_every_program_asked_about_tells_what_it_was_encoded_from(bundled: Made) -> None:
    programs = {one.name: one for one in bundled.report.programs}
    assert programs and all(one.sources and one.confidence for one in programs.values())
    assert all(f"Sources: {'; '.join(one.sources)}" in bundled.html for one in programs.values())


def test_a_timeline_says_that_assertions_run_on_where_they_count(bundled: Made) -> None:
    """Under a standard above assertions nothing of the kind is so, and nothing is said."""
    assert RUNNING_ON not in bundled.html
    members = tuple(one for one in bundled.docket.members if one.government == "clark-county")
    asserted = replace(bundled.docket, members=members, questions=("complies",), standard=Grade.ASSERTED)
    assert RUNNING_ON in made(asserted, bundled.rulebook).html


def test_every_confidence_mark_is_carried_over(bundled: Made) -> None:
    marks = {law.confidence for law in bundled.rulebook.authorities.values()}
    shown = {page.authority.confidence for _, pages in bundled.report.authorities for page in pages}
    assert shown == marks
    assert 'class="tag tag-memory"' in bundled.html


def test_a_part_and_a_point_seen_less_well_than_the_rest_say_so(bundled: Made) -> None:
    pages = {page.authority.id: page for _, pages in bundled.report.authorities for page in pages}
    parts = [(part.heading, part.confidence) for part in pages["jag-fy2017-conditions"].provisions[1:]]
    assert parts == [("Certification", "verified-in-part"), ("Access", ""), ("Notice", "verified-in-part")]
    points = {point.question: point.confidence for point in pages["usc-8-1373"].points}
    held = bundled.rulebook.points
    assert points[held["usc-8-1373#info-scope"].question] == "verified-in-part"
    assert points[held["usc-8-1373#text-or-practice"].question] == ""
    assert [each.confidence for each in pages["usc-8-1373"].provisions[0].untranslated] == ["verified-in-part"]
    assert re.search(r'<h4 class="part">Notice <span class="tag tag-verified-in-part">', bundled.html)


def test_a_question_says_where_its_meaning_was_seen_in_part(bundled: Made) -> None:
    findings = [finding for one in bundled.report.governments for finding in one.findings]
    marks = {turn.name: turn.confidence for finding in findings for turn in finding.turns}
    assert marks["usc-8-1373#info-scope"] == "verified-in-part"
    assert marks["government's practice restricts sending status information"] == ""


def test_every_authority_and_every_entry_has_its_place(bundled: Made, page: Reader) -> None:
    pages = [one for _, pages in bundled.report.authorities for one in pages]
    assert {one.authority.id for one in pages} == set(bundled.rulebook.authorities)
    assert all(f"entry-{entry.number}" in page.ids for entry in bundled.docket.entries)


@pytest.fixture(scope="session")
def hostile(bundled: Made, law: Rulebook) -> str:
    docket = bundled.docket
    first = docket.members[0]
    small = replace(
        docket,
        title=HOSTILE,
        reviewer=HOSTILE,
        members=(first,),
        questions=("complies",),
        governments={
            **docket.governments,
            first.government: replace(docket.governments[first.government], name=HOSTILE),
        },
        entries=tuple(replace(entry, title=HOSTILE, by=HOSTILE, text=HOSTILE) for entry in docket.entries),
        arguments={one: replace(each, statement=HOSTILE, notes=HOSTILE) for one, each in docket.arguments.items()},
    )
    return made(small, law).html


def test_a_hostile_name_stays_text(hostile: str, page: Reader) -> None:
    reader = read(hostile)
    assert reader.tags["script"] == 1 and not reader.tags["img"]
    assert reader.handlers == [] and reader.outside == []
    assert HOSTILE in "".join(reader.text)
    assert page.handlers == []


def test_a_docket_without_members_questions_or_entries_is_still_a_page(bundled: Made, law: Rulebook) -> None:
    bare = Docket("bare", "A bare docket", "Nobody", "section-1373", bundled.docket.standard, questions=("complies",))
    reader = read(made(bare, law).html)
    assert {link[1:] for link in reader.links} <= set(reader.ids)


def test_a_known_day_before_the_day_asked_about_is_drawn_apart(bundled: Made, law: Rulebook) -> None:
    docket = replace(bundled.docket, members=bundled.docket.members[:1], questions=("complies",))
    apart = made(docket, law, known=date(2017, 4, 1))
    assert "known by April 1, 2017" in apart.html
    assert all(not row.sent for row in apart.report.review)


def test_the_same_docket_gives_the_same_page_and_replaces_it_whole(
    bundled: Made, law: Rulebook, tmp_path: Path
) -> None:
    docket = replace(bundled.docket, members=bundled.docket.members[:1], questions=("complies",))
    out = tmp_path / "new" / "folder"
    heard: list[str] = []
    first = publish_report(docket, law, on=ON, known=ON, out=out, progress=heard.append).read_bytes()
    assert publish_report(docket, law, on=ON, known=ON, out=out).read_bytes() == first
    assert [path.name for path in out.iterdir()] == ["index.html"]
    assert len(heard) >= 4


def test_the_strip_names_the_entry_that_ended_what_had_been_shown(bundled: Made, law: Rulebook) -> None:
    start, end, known = date(2018, 8, 1), date(2018, 10, 1), date(2019, 12, 31)
    (who,) = [each for each in bundled.rulebook.governments.values() if each.id == "milwaukee-county"]
    asked = "government is a sanctuary jurisdiction under the memorandum of 22 May 2017"
    spans = timeline(
        law, bundled.docket.record, who, asked, start=start, end=end, known=known, standard=Grade.DOCUMENTED
    )
    first, *_ = strip(spans, start, end, start, law).pieces
    assert "(ended by entry 75)" in first.ended_by
    assert "entry 42" not in first.ended_by
