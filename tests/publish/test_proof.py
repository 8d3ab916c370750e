"""A proof as a drawing and as a page: nothing overlaps, nothing leaves its box, and what a record says stays text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ascertain.publish.proof.cards import Card, Line
from ascertain.publish.proof.page import as_page
from ascertain.publish.proof.sheet import ProofSheet
from ascertain.publish.proof.svg import as_svg
from ascertain.publish.proof.text import as_markdown, as_text
from ascertain.publish.table import Screen
from browsing import IN_A_BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHAPES = ("question", "term", "rule", "exception", "fact", "force", "reading", "matter")
EVIL = '<script>alert(1)</script> & "quotes" \x1b[31m ]]> <!-- '
LONG = "Whatever the text says, WIDE WORDS AND MANY OF THEM, do officers in fact refuse or fail; " * 8
WIDE = "全角文字が続く文章は幅が広い" * 12


def cards(depth: int) -> Card:
    """A proof of every shape, deep, with long words, long quotes, wide letters and what could be mistaken for code."""
    lines = (
        Line("law", LONG, quoted=True),
        Line("words", WIDE, quoted=True),
        Line("by", "https://example.org/" + "x" * 300),
        Line("said", EVIL),
    )
    under = (cards(depth - 1),) if depth else ()
    leaves = tuple(Card(shape, f"open {shape}", f"{shape} {EVIL}", lines, is_open=True) for shape in SHAPES[4:])
    return Card(SHAPES[depth % len(SHAPES)], "a part", LONG, lines, under=(*under, *(leaves if depth % 6 == 0 else ())))


SHEET = ProofSheet(
    f"Somewhere: {EVIL}", "on a day", "as documented: open", LONG, cards(18), (LONG, WIDE), (LONG,), "receipt " + LONG
)


def test_a_drawing_is_well_formed_and_tells_its_content_in_words() -> None:
    root = ET.fromstring("\n".join(as_svg(SHEET)))  # noqa: S314 - our own output
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("role") == "img"
    named = {child.get("id"): child for child in root if child.get("id")}
    title, told = (named[name] for name in (root.get("aria-labelledby") or "").split())
    assert (title.tag.rpartition("}")[2], told.tag.rpartition("}")[2]) == ("title", "desc")
    assert "A PART Whatever the text says" in (told.text or "")
    assert not root.findall(".//{*}script")


def test_what_is_open_differs_by_more_than_colour() -> None:
    drawn = "\n".join(as_svg(SHEET))
    assert drawn.count('class="box open"') == 16
    assert "OPEN FACT" in drawn
    style = drawn.partition("<style>")[2].partition("</style>")[0]
    assert ".open{stroke-dasharray" in style


def test_the_ids_of_two_drawings_in_one_page_differ() -> None:
    names = [
        {element.get("id") for element in ET.fromstring("\n".join(as_svg(SHEET, name)))}  # noqa: S314 - our own output
        for name in ("one", "two")
    ]
    assert not (names[0] & names[1]) - {None}


def test_a_page_needs_nothing_from_elsewhere_and_keeps_text_as_text() -> None:
    page = as_page([SHEET, SHEET])
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "&lt;script&gt;" in page
    assert "http" not in page.replace("https://example.org/", "").replace("http-equiv", "")


@pytest.mark.parametrize("width", [40, 60, 120])
def test_text_keeps_to_the_screen_however_deep_it_goes(width: int) -> None:
    lines = list(as_text(SHEET.card, Screen(width=width)))
    assert max(map(len, lines)) <= width
    assert "\x1b" not in "".join(lines)


def test_markdown_nests_each_part_under_what_rests_on_it() -> None:
    lines = list(as_markdown(SHEET.card))
    assert lines[0].startswith("- **a part** ")
    assert max(len(line) - len(line.lstrip()) for line in lines) == 2 * 20
    assert not any("<script" in line for line in lines)


def shown(browser: Browser, file: Path, text: str, width: int) -> Page:
    file.write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("mark", [pytest.param("", marks=IN_A_BROWSER)])
def test_no_text_leaves_its_box_and_no_boxes_overlap(browser: Browser, tmp_path: Path, mark: str) -> None:
    page = shown(browser, tmp_path / "proof.svg", "\n".join(as_svg(SHEET)), 1280)
    boxes: list[Any] = page.evaluate(
        """[...document.querySelectorAll('g')].map(g => ({
            box: (({x, y, width, height}) => [x, y, x + width, y + height])(g.querySelector('.box').getBBox()),
            texts: [...g.querySelectorAll('text')].map(
                t => (({x, y, width, height}) => [x, y, x + width, y + height])(t.getBBox())),
        }))"""
    )
    assert len(boxes) >= 19
    for one in boxes:
        left, top, right, bottom = one["box"]
        for x, y, end, lower in one["texts"]:
            assert left <= x
            assert top <= y
            assert end <= right
            assert lower <= bottom
    ordered = sorted((one["box"] for one in boxes), key=lambda box: box[1])
    assert all(upper[3] < lower[1] for upper, lower in pairwise(ordered))
    size = page.evaluate("(({width, height}) => [width, height])(document.documentElement.viewBox.baseVal)")
    assert max(one["box"][2] for one in boxes) < size[0]
    assert max(one["box"][3] for one in boxes) < size[1]


@pytest.mark.parametrize("width", [pytest.param(width, marks=IN_A_BROWSER) for width in (320, 768, 1280)])
def test_a_page_is_never_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    page = shown(browser, tmp_path / "proof.html", as_page([SHEET]), width)
    across = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert across[0] <= across[1]
