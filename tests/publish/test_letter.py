"""The request for evidence: it asks exactly what the findings turn on, and says the same in every format."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from ascertain.docket.state import state_on
from ascertain.findings.asking.agenda import Enquirer
from ascertain.findings.find import needs_program
from ascertain.law.force import LawOn
from ascertain.law.model import ForceState, Matter
from ascertain.publish.html.words import sentence
from ascertain.publish.letter import markdown, pdf, word
from ascertain.publish.letter.basis import cited, heading_of
from ascertain.publish.letter.compose import compose
from ascertain.publish.letter.model import Heading, Letter, Paragraph, Points, Quote, printable
from ascertain.publish.letter.order import Order
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook

from .conftest import ON, Made
from .odd_book import COUNT, NAME, SIGNS, write_odd_book

Writer = Callable[[Letter], Iterator[bytes]]
WRITERS: dict[str, Writer] = {"md": markdown.write, "docx": word.write, "pdf": pdf.write}
DAYS = (date(2016, 7, 1), ON, date(2018, 12, 1), date(2021, 3, 1), date(2025, 6, 1))


def order_for(made: Made, who: str, on: date = ON, known: date | None = None) -> Order:
    """A letter about everything that the docket asks, money under the awards of 2016."""
    docket, law = made.docket, made.rulebook
    known = known or on
    named = {term.short: term for term in law.terms.values() if term.short}
    program = law.programs["byrne-jag-fy2016"]
    terms = [named[short] for short in docket.questions]
    asked = [(term, program if needs_program(law, term.phrase) else None) for term in terms]
    agenda = Enquirer(law, docket.record, on, known, docket.standard).agenda(docket.governments[who], asked)
    return Order(
        agenda,
        law,
        docket.reviewer,
        (agenda.government.name,),
        known + timedelta(days=14),
        docket.title,
        docket.id,
        docket.record.digest,
        docket.exhibits,
        state_on(docket, known),
    )


def text_of(kind: str, letter: Letter) -> str:
    """What a reader of the file reads, on one line."""
    held = b"".join(WRITERS[kind](letter))
    if kind == "docx":
        text = "\n".join(line.text for line in Document(io.BytesIO(held)).paragraphs)
    elif kind == "pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(held)).pages)
        text = re.sub(r"Request for evidence to [^\n]*\n?Page \d+ of \d+", "", text)
    else:
        text = held.decode("utf-8")
    return " ".join(text.split())


def opened(letter: Letter) -> Any:
    """The PDF, whose objects no type can tell."""
    return PdfReader(io.BytesIO(b"".join(pdf.write(letter))))


def said(letter: Letter) -> Iterator[str]:
    """Every piece of text in a letter."""
    yield letter.title
    for _, text in letter.head:
        yield text
    for block in letter.blocks:
        match block:
            case Heading(_, text) | Quote(text):
                yield text
            case Paragraph(text, label):
                yield from filter(None, (text, label))
            case Points(items):
                yield from items


@pytest.mark.parametrize("who", ["chicago", "clark-county", "california", "connecticut"])
def test_a_letter_asks_for_exactly_the_facts_that_the_findings_turn_on(bundled: Made, who: str) -> None:
    order = order_for(bundled, who)
    asked = [
        block.text.partition(". ")[2]
        for block in compose(order).blocks
        if isinstance(block, Heading) and block.text.startswith("Item ")
    ]
    assert asked == [item.ask for item in order.agenda.items]
    turned_on = {term for one in order.agenda.asked for item in one.asking.items for term in [item.term]}
    assert set(asked) == {bundled.rulebook.terms[term].ask for term in turned_on}


@pytest.mark.parametrize("on", DAYS)
def test_every_provision_cited_was_law_by_then_and_its_force_is_told(bundled: Made, on: date) -> None:
    for who in ("chicago", "california", "miami-dade"):
        order = order_for(bundled, who, on)
        if not order.agenda.items:
            continue
        text = list(said(compose(order)))
        for provision in {provision for item in order.agenda.items for provision in item.because}:
            held = bundled.rulebook.provisions[provision]
            authority = bundled.rulebook.authorities[held.authority]
            assert authority.issued.reached(on) is not False
            matters = [
                Matter(order.agenda.government, bundled.rulebook.programs.get(asked.program), on, on)
                for item in order.agenda.items
                for asked, one in item.serves
                if provision in one.because
            ]
            states = {LawOn(bundled.rulebook, matter).force(provision).state for matter in matters}
            assert states <= {ForceState.IN_FORCE, ForceState.OPEN}
            assert any(one.startswith(f"{cited(authority, on)}.") for one in text)
            if held.quote:
                assert " ".join(held.quote.split()) in text


def test_the_citation_of_the_day_is_taken(tmp_path: Path) -> None:
    act = load_rulebook(write_odd_book(tmp_path / "odd")).authorities["act"]
    days = (date(2017, 1, 1), date(2017, 12, 31), date(2018, 1, 1), date(2019, 12, 31), date(2020, 1, 1))
    assert [cited(act, day) for day in days] == ["1 Odd 1", "1 Odd 1", "2 Odd 2", "2 Odd 2", "3 Odd 3"]


def test_a_letter_prejudges_nothing(bundled: Made) -> None:
    text = " ".join(said(compose(order_for(bundled, "chicago"))))
    assert "This request is not a finding." in text
    assert not re.search(r"violat(?!e § 1373\?)|fail(?:s|ed) to comply|you must|allege", text), text


def test_what_was_received_is_told_with_its_marks(bundled: Made) -> None:
    order = order_for(bundled, "chicago")
    text = " ".join(said(compose(order)))
    for item in order.agenda.items:
        for claim in (*item.fact.support, *item.fact.contrary):
            assert f"{claim.grade.word} by {claim.said_by}" in text
            assert claim.note in text
    assert "from memory, source not checked" in text
    assert "source checked in part" in text


def test_what_was_seen_less_well_than_its_authority_is_told_with_its_mark(bundled: Made) -> None:
    part = "The source was checked in part."
    asked = list(said(compose(order_for(bundled, "chicago"))))
    readings = [text for text in asked if text.startswith("One reading: ")]
    narrow = bundled.rulebook.points["usc-8-1373#info-scope"].readings[1].text
    assert f"One reading: {sentence(narrow)}. {part}" in readings
    practice = bundled.rulebook.points["usc-8-1373#text-or-practice"].readings[0].text
    assert f"One reading: {sentence(practice)}" in readings


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("", ""),
        (" confidence=verified-in-part", "The source was checked in part. "),
        (" confidence=verified", "The source of this part was checked. "),
    ],
)
def test_a_part_has_a_mark_in_the_letter_where_it_has_its_own(tmp_path: Path, mark: str, told: str) -> None:
    folder = write_odd_book(tmp_path / "odd")
    act = (folder / "act.md").read_text("utf-8")
    (folder / "act.md").write_text(act.replace("{#s1}", f"{{#s1{mark}}}"), "utf-8")
    text = list(said(compose(odd_order(load_rulebook(folder)))))
    assert f"In force. {told}It says:" in text
    assert any("Stated from memory; the source was not checked." in one for one in text)


def test_a_term_whose_meaning_was_not_seen_says_so_at_its_item(tmp_path: Path) -> None:
    folder = write_odd_book(tmp_path / "odd")
    words = (folder / "vocabulary.md").read_text("utf-8")
    (folder / "vocabulary.md").write_text(
        words.replace("  short: f1\n", "  short: f1\n  confidence: memory\n"), "utf-8"
    )
    meanings = [
        block.text
        for block in compose(odd_order(load_rulebook(folder))).blocks
        if isinstance(block, Paragraph) and block.label == "What the words mean"
    ]
    assert meanings == ["Stated from memory; the source was not checked."]


def test_nothing_filed_after_the_day_of_the_letter_is_in_it(bundled: Made) -> None:
    early = order_for(bundled, "chicago", date(2017, 5, 1))
    text = " ".join(said(compose(early)))
    assert "The docket holds no answer." in text
    assert "entry 37" not in text
    assert "entry 37" in " ".join(said(compose(order_for(bundled, "chicago"))))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("who", ["clark-county", "chicago"])
def test_every_format_says_all_of_the_letter_with_its_headings_in_order(bundled: Made, kind: str, who: str) -> None:
    letter = compose(order_for(bundled, who))
    text = text_of(kind, letter)

    def shown(piece: str) -> str:
        return markdown._text(piece) if kind == "md" else piece

    assert [piece for piece in said(letter) if shown(piece) not in text] == []
    places = [text.index(shown(block.text)) for block in letter.blocks if isinstance(block, Heading)]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", WRITERS)
def test_equal_letters_give_equal_bytes(bundled: Made, kind: str) -> None:
    first, second = (b"".join(WRITERS[kind](compose(order_for(bundled, "chicago")))) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_file_bears_the_day_of_the_letter_and_its_title(bundled: Made, kind: str) -> None:
    letter = compose(order_for(bundled, "chicago"))
    held = io.BytesIO(b"".join(WRITERS[kind](letter)))
    if kind == "docx":
        about = Document(held).core_properties
        assert (about.title, about.author, about.language) == (letter.title, letter.sender, "en-US")
        assert about.created is not None
        assert about.created.date() == letter.day
        assert about.comments == ""
    else:
        file = PdfReader(held)
        assert file.metadata is not None
        assert (file.metadata.title, file.metadata.author) == (letter.title, letter.sender)
        assert file.metadata.creation_date is not None
        assert file.metadata.creation_date.date() == letter.day


@pytest.fixture(scope="module", name="odd")
def odd_fixture(tmp_path_factory: pytest.TempPathFactory) -> Letter:
    """A letter of forty items to a government with a long name, full of odd signs."""
    order = odd_order(load_rulebook(write_odd_book(tmp_path_factory.mktemp("book") / "odd")))
    assert heading_of(order.rulebook.provisions["act#s1"], order) == "§ 1 (2 Odd 2)"
    return compose(order)


def odd_order(book: Rulebook) -> Order:
    on = date(2019, 1, 1)
    term = next(term for term in book.terms.values() if term.short == "meets")
    enquirer = Enquirer(book, Record((), "none"), on, on, Grade.DOCUMENTED)
    agenda = enquirer.agenda(book.governments["odd"], [(term, None)])
    return Order(agenda, book, "Office \x1b[1m\u202eX\ud800", ("A <b> & \x00 \ufffe",), date(2099, 1, 1))


@pytest.mark.parametrize("kind", WRITERS)
def test_no_sign_breaks_a_letter_and_none_is_lost(odd: Letter, kind: str) -> None:
    text = text_of(kind, odd)
    signs = {"md": markdown._text(SIGNS), "pdf": SIGNS.replace("🏛", "[classical building]")}.get(kind, SIGNS)
    assert text.count(f"with {signs}") == COUNT
    assert ("[classical building]" if kind == "pdf" else "🏛") in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\ufffe]", text)


def test_signs_that_no_page_carries_are_shown_as_replaced() -> None:
    assert printable("a\x00b\u202ec\ud800d\ufffee\nf\tg") == "a�b�c�d�e f g"
    assert printable(NAME) == NAME.strip()


def test_every_page_of_a_pdf_bears_its_number_and_how_many_there_are(odd: Letter) -> None:
    pages = opened(odd).pages
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in " ".join(page.extract_text().split())


def test_an_item_is_not_torn_where_a_page_has_room_for_it(odd: Letter) -> None:
    pages = [page.extract_text() for page in opened(odd).pages]
    items = [page for page in pages if "Item " in page]
    for page in items:
        assert page.count("Item ") == page.count("What answers it:")


def test_a_pdf_is_tagged_with_what_each_piece_is_in_reading_order(bundled: Made) -> None:
    letter = compose(order_for(bundled, "clark-county"))
    root = opened(letter).root_object
    assert root["/Lang"] == "en-US"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    document = root["/StructTreeRoot"]["/K"]
    roles = [kid.get_object()["/S"] for kid in document["/K"]]
    want = ["/H1", *["/P"] * len(letter.head)]
    for block in letter.blocks:
        match block:
            case Heading(level, _):
                want.append(f"/H{level + 1}")
            case Paragraph():
                want.append("/P")
            case Quote():
                want.append("/BlockQuote")
            case Points():
                want.append("/L")
    assert roles == want


def test_every_mark_on_a_page_belongs_to_one_element(odd: Letter) -> None:
    file = opened(odd)
    numbers = file.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for at, page in enumerate(file.pages):
        marked = re.findall(rb"/MCID (\d+)", page.get_contents().get_data())
        assert [int(number) for number in marked] == list(range(len(marked)))
        assert len(numbers[2 * page["/StructParents"] + 1].get_object()) == len(marked)
        assert page["/StructParents"] == at


def test_headings_are_bookmarks(bundled: Made) -> None:
    letter = compose(order_for(bundled, "clark-county"))
    outline = opened(letter).outline
    flat = [one for entry in outline for one in (entry if isinstance(entry, list) else [entry])]
    assert [one.title for one in flat] == [block.text for block in letter.blocks if isinstance(block, Heading)]


def test_a_pdf_embeds_its_typeface(bundled: Made) -> None:
    file = opened(compose(order_for(bundled, "clark-county")))
    fonts = file.pages[0]["/Resources"]["/Font"].values()
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_a_word_document_numbers_its_pages(odd: Letter) -> None:
    foot = Document(io.BytesIO(b"".join(word.write(odd)))).sections[0].footer.paragraphs[0]
    assert re.findall(r'w:instr="(\w+)"', foot._p.xml) == ["PAGE", "NUMPAGES"]
