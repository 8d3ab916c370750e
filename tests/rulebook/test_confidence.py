"""How sure an entry is: its own mark, else that of what it is part of."""

from __future__ import annotations

import pytest

from ascertain.rulebook.confidence import Entry, Mark, mark_of, sources_of
from ascertain.rulebook.load import compile_files
from ascertain.rulebook.mistakes import RulebookError
from ascertain.rulebook.model.book import Rulebook

from .small import FILES, as_bytes


def marked(**changes: str) -> Rulebook:
    """The small rulebook, whose law is verified, with a line added after each that is named."""
    files = dict(FILES)
    for line, added in changes.items():
        before = {
            "section": ("### (a) {#sec-1-a", f" {added}"),
            "above": ("## § 1 {#sec-1", f" {added}"),
            "point": ("point scope: What does it reach?\n", f"  confidence: {added}\n"),
            "reading": ("reading NARROW of scope: little\n", f"  confidence: {added}\n"),
            "omitted": ('omits: "as necessary"\n', f"  confidence: {added}\n"),
        }[line]
        files["law.md"] = files["law.md"].replace(before[0], "".join(before))
    return compile_files(as_bytes(files))


def marks(book: Rulebook) -> dict[str, Mark]:
    point = book.points["law#scope"]
    entries: dict[str, Entry] = {
        "law": book.provisions["law"],
        "above": book.provisions["law#sec-1"],
        "section": book.provisions["law#sec-1-a"],
        "point": point,
        "broad": point.readings[0],
        "narrow": point.readings[1],
    }
    return {name: mark_of(entry, book) for name, entry in entries.items()}


LAW = Mark("verified", "law")


def test_without_marks_of_their_own_all_entries_have_their_authoritys() -> None:
    assert set(marks(marked()).values()) == {LAW}
    order = marked()
    assert mark_of(order.provisions["order"], order) == Mark("memory", "order")


def test_a_heading_marks_its_provision_and_what_stands_under_it() -> None:
    part = Mark("verified-in-part", "law#sec-1")
    found = marks(marked(above="confidence=verified-in-part"))
    assert found == {"law": LAW, **dict.fromkeys(("above", "section", "point", "broad", "narrow"), part)}


def test_a_deeper_heading_marks_less() -> None:
    found = marks(marked(above="confidence=memory", section='confidence="verified"'))
    assert (found["above"], found["section"]) == (Mark("memory", "law#sec-1"), Mark("verified", "law#sec-1-a"))


def test_a_point_marks_its_readings_and_a_reading_itself() -> None:
    found = marks(marked(point="verified-in-part", reading="memory"))
    point = Mark("verified-in-part", "law#scope")
    assert (found["section"], found["point"], found["broad"]) == (LAW, point, point)
    assert found["narrow"] == Mark("memory", "law#scope = NARROW")


def test_a_term_has_the_mark_that_stands_at_it_and_no_other() -> None:
    files = FILES | {
        "vocabulary.md": FILES["vocabulary.md"].replace("ask: Does it?", "ask: Does it?\n  confidence: memory")
    }
    book = compile_files(as_bytes(files))
    found = {phrase: mark_of(term, book).confidence for phrase, term in book.terms.items()}
    assert {phrase for phrase, mark in found.items() if mark} == {"information includes release dates"}
    assert mark_of(book.terms["information includes release dates"], book) == Mark(
        "memory", "“information includes release dates”"
    )


def test_a_program_has_its_own_mark_else_that_of_the_one_above_it() -> None:
    def of(text: str) -> dict[str, Mark]:
        book = compile_files(as_bytes(FILES | {"vocabulary.md": text}))
        return {name: mark_of(program, book) for name, program in book.programs.items()}

    words = FILES["vocabulary.md"]
    assert {mark.confidence for mark in of(words).values()} == {""}
    above = words.replace("  listing: 16.738\n", "  listing: 16.738\n  confidence: memory\n")
    assert set(of(above).values()) == {Mark("memory", "jag")}
    both = above.replace("  parent: jag\n", "  parent: jag\n  confidence: verified-in-part\n")
    assert of(both)["jag-2017"] == Mark("verified-in-part", "jag-2017")


def test_what_is_not_encoded_may_be_known_less_well_than_the_rest() -> None:
    (omitted,) = marked(omitted="memory").provisions["law#sec-1"].untranslated
    (as_the_rest,) = marked().provisions["law#sec-1"].untranslated
    assert (omitted.confidence, as_the_rest.confidence) == ("memory", "")


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("verified", ""),
        ("verified-in-part", "sources seen in part"),
        ("memory", "memory, not seen in a source"),
        ("", ""),
    ],
)
def test_only_what_is_less_than_verified_has_words(mark: str, words: str) -> None:
    assert Mark(mark, "law").words == words


def test_a_point_has_no_other_line() -> None:
    with pytest.raises(RulebookError) as caught:
        marked(point="memory\n  held by: law")
    assert [mistake.code for mistake in caught.value.mistakes] == ["A305"]


def test_a_program_says_what_it_was_encoded_from_and_its_parts_with_it() -> None:
    files = dict(FILES)
    top = "program jag: JAG grants\n"
    part = "program jag-2017: JAG, fiscal year 2017\n"
    files["vocabulary.md"] = files["vocabulary.md"].replace(top, f"{top}  sources: a page (1); a letter, seen\n")
    book = compile_files(as_bytes(files))
    said = ("a page (1)", "a letter, seen")
    assert [sources_of(book.programs[name], book) for name in ("jag", "jag-2017")] == [said, said]
    files["vocabulary.md"] = files["vocabulary.md"].replace(part, f"{part}  sources: another page\n")
    book = compile_files(as_bytes(files))
    assert sources_of(book.programs["jag-2017"], book) == ("another page",)
    bare = compile_files(as_bytes(FILES))
    assert sources_of(bare.programs["jag-2017"], bare) == ()
