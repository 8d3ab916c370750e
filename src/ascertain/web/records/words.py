"""Words in; the entries that have them out, without reading the entries: by an index that the database keeps.

An index holds what :func:`words_of` makes of a text, on SQLite (FTS5) and on PostgreSQL (tsvector) alike, so that both
find the same. It is derived, and no part of the record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ascertain.web.records.models import Entry

_WORD = re.compile(r"[^\W_]+")
_LONGEST, _MOST = 100, 20_000
_MARK = "z"


def words_of(text: str) -> tuple[str, ...]:
    """The different words of a text, in the form in which they are looked up.

    Case and typographic variants count for nothing. Signs outside ASCII become their numbers, so that no database takes
    a word apart in a way of its own. Of a text with very many different words the first count.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = dict.fromkeys(_form(found[0]) for found in _WORD.finditer(plain))
    return tuple(words)[:_MOST]


def _form(word: str) -> str:
    """The beginning of a word has the beginning of its form."""
    word = word[:_LONGEST]
    return word if word.isascii() and _MARK not in word else "".join(map(_sign, word))


def _sign(sign: str) -> str:
    if sign == _MARK:
        return _MARK + _MARK
    return sign if sign.isascii() else f"{_MARK}x{ord(sign):06x}"


def index_words(entries: Iterable[Entry]) -> None:
    """Let entries be found by their words. Called in the transaction that files them."""
    index_rows(connection, [(entry.pk, f"{entry.title} {entry.by} {entry.text}") for entry in entries])


def index_rows(database: BaseDatabaseWrapper, rows: Sequence[tuple[int, str]]) -> None:
    """As :func:`index_words`, of the numbers of entries and what is to be found of each."""
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            sql = "INSERT INTO records_words (entry_id, words) VALUES (%s, array_to_tsvector(%s::text[]))"
            cursor.executemany(sql, [(pk, list(words_of(text))) for pk, text in rows])
        else:
            sql = "INSERT INTO records_words (rowid, words) VALUES (%s, %s)"
            cursor.executemany(sql, [(pk, " ".join(words_of(text))) for pk, text in rows])


def having(entries: QuerySet[Entry], words: str) -> QuerySet[Entry]:
    """Those of these entries that have every one of the words, or words that begin so.

    Args:
        entries: The entries.
        words: The words; signs between them count for nothing. Where there are only signs, nothing is found.
    """
    wanted = words_of(words)
    if not wanted:
        return entries.none() if words.strip() else entries
    return entries.filter(pk__in=_found(wanted))


def _found(wanted: Sequence[str]) -> RawSQL:
    if connection.vendor == "postgresql":
        query = " & ".join(f"'{word}':*" for word in wanted)
        return RawSQL("SELECT entry_id FROM records_words WHERE words @@ %s::tsquery", (query,))
    query = " ".join(f'"{word}"*' for word in wanted)
    return RawSQL("SELECT rowid FROM records_words WHERE records_words MATCH %s", (query,))
