"""Entries are found by their words, the same ones on every database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ascertain.web.dockets.papers import docket_of
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Entry
from ascertain.web.records.words import having, words_of
from ascertain.web.services.file_entry import file_entry
from web.people import People

ODD = (
    "Zażółć gęślą jaźń",
    "مراجعة الامتثال",
    "日本語の表題",
    "Ｆｕｌｌ width",
    "ﬁnding 1e3 12abc",
    "x" * 300,
    "it''s & | ! :* (b)",
)


def found(people: People, words: str) -> set[int]:
    return set(having(Entry.objects.filter(review=people.review), words).values_list("number", flat=True))


def having_them(people: People, words: str) -> set[int]:
    """The same, by reading every text."""
    wanted = words_of(words)
    rows = Entry.objects.filter(review=people.review)
    texts = {row.number: words_of(f"{row.title} {row.by} {row.text}") for row in rows}
    return {number for number, has in texts.items() if all(any(one.startswith(word) for one in has) for word in wanted)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "Chicago",
        "chicago ordinance",
        "sanct",
        "8 U.S.C. § 1373",
        "2017-07-06",
        "JAG",
        "zzyzx",
        "*",
        '"',
    ],
)
def test_the_index_finds_what_reading_every_text_finds(people: People, words: str) -> None:
    expected = having_them(people, words) if words_of(words) else set()
    assert found(people, words) == expected
    assert bool(expected) == (words not in {"zzyzx", "*", '"'})


@pytest.mark.django_db
@pytest.mark.parametrize("title", ODD)
def test_an_entry_is_found_by_each_word_of_a_title_in_any_script(people: People, place: Place, title: str) -> None:
    entry = replace(docket_of(people.review, place)[0].entries[0], number=0, slug="", title=title, claims=(), ends=())
    filed = file_entry(people.users[Role.LEAD], people.review, entry, place)
    for word in title.split():
        if words_of(word):
            assert filed.number in found(people, word.upper())
            assert filed.number in found(people, word[: max(1, len(word) // 2)]) or not words_of(word[: len(word) // 2])
    assert filed.number in found(people, title)


@pytest.mark.django_db
def test_a_page_of_entries_reads_no_text(people: People) -> None:
    client = people.client(Role.LEAD)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(reverse("entries", args=(people.review.slug,)), {"q": "chicago"})
    assert not [one for one in asked if '."text"' in one["sql"]]


@pytest.mark.django_db
def test_words_lead_to_no_entry_that_their_reader_may_not_read(people: People) -> None:
    page = reverse("entries", args=(people.review.slug,))
    for who, told in ((Role.LEAD, True), ("other", False)):
        answer = people.client(who).get(page, {"q": "Chicago response", "kind": "response"}).content.decode()
        assert ("Chicago: response<" in answer) == told
