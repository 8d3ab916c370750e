"""The responses compared in the report: every cell has a word and leads to its source, and both sides look alike."""

from __future__ import annotations

import re
from dataclasses import replace

from ascertain.docket.comparing import compare
from ascertain.docket.comparison import Saying
from ascertain.publish.html import anchors
from ascertain.publish.html.compared_view import compared
from ascertain.publish.html.names import Names
from ascertain.publish.html.views.compared import Compared
from ascertain.publish.responsestext import told
from ascertain.rulebook.model.book import Rulebook

from .conftest import ON, Made

HOSTILE = '"><script>alert(1)</script>'


def section(made: Made) -> str:
    found = re.search(r'<section id="responses".*?</section>', made.html, re.DOTALL)
    assert found
    return found[0]


def shown(made: Made) -> Compared:
    assert made.report.compared is not None
    return made.report.compared


def test_every_cell_has_its_word_and_leads_to_the_responses_of_its_government(bundled: Made) -> None:
    comparison = compare(bundled.docket, bundled.rulebook, ON)
    responses = {one.government: [entry.number for entry in one.responses] for one in comparison.respondents}
    for line, view in zip(comparison.responding, shown(bundled).matrix, strict=True):
        for cell, said in zip(line.cells, view.cells, strict=True):
            made = [source.entry.number for source in cell.sources]
            assert said.word == cell.saying
            assert [link.anchor for link in said.entries] == [
                anchors.entry(one) for one in made or responses[cell.government]
            ]
    cells = re.findall(r'<td role="cell" class="said.*?</td>', section(bundled), re.DOTALL)
    assert len(cells) == len(comparison.responding) * len(comparison.respondents)
    for cell_text in cells:
        assert re.search(r'<a href="#entry-\d+">', cell_text)
        assert any(f"{saying}</span>" in cell_text for saying in Saying)


def test_every_word_of_a_cell_has_a_shape_of_its_own_and_stands_in_the_legend(bundled: Made) -> None:
    legend = {word: shape for word, shape, _ in shown(bundled).legend}
    assert len(set(legend.values())) == len(legend)
    for line in shown(bundled).matrix:
        for cell in line.cells:
            assert legend[cell.word] == cell.shape
    for shape in legend.values():
        assert f'<symbol id="s-{shape}"' in bundled.html


def test_both_sides_stand_in_tables_of_the_same_shape(bundled: Made) -> None:
    tables = re.findall(r'<table class="stack both".*?</table>', section(bundled), re.DOTALL)
    heads = {re.search(r"<thead.*?</thead>", table, re.DOTALL)[0] for table in tables}  # type: ignore[index]
    assert len(tables) == 3
    assert len(heads) == 1
    for title, lines in shown(bundled).sides[:2]:
        assert title
        assert all(line.reply and line.reply_link for line in lines)


def test_the_sentences_are_those_of_the_command(bundled: Made) -> None:
    parts = told(compare(bundled.docket, bundled.rulebook, ON), bundled.docket, bundled.rulebook)
    on_page = [
        (title, tuple("".join(run.text for run in each) for each in lines)) for title, lines in shown(bundled).text
    ]
    assert on_page == [(part.title, part.sentences) for part in parts]


def test_a_passage_is_shown_with_the_exhibit_it_stands_in(bundled: Made) -> None:
    passage = "information regarding the citizenship or immigration status, lawful or unlawful, of any individual"
    views = [source for line in shown(bundled).matrix for source in line.sources if source.passage]
    assert {source.passage for source in views} == {passage}
    assert all(source.exhibit.startswith("8 U.S.C. 1373") for source in views)


def test_hostile_words_of_an_argument_stay_text(bundled: Made, law: Rulebook) -> None:
    from ascertain.publish.html.report import render

    held = bundled.docket.arguments
    docket = replace(bundled.docket, arguments={**held, "r-complies": replace(held["r-complies"], statement=HOSTILE)})
    page = render(replace(bundled.report, compared=compared(Names(docket, law), ON)))
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_docket_without_arguments_has_no_such_part(bundled: Made, law: Rulebook) -> None:
    entries = tuple(replace(entry, arguments=(), attributions=()) for entry in bundled.docket.entries)
    assert compared(Names(replace(bundled.docket, arguments={}, entries=entries), law), ON) is None
