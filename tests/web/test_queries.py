"""A page asks the database a bounded number of questions, however much is on the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from web.people import People
from web.test_matrix import OK, READING, address

MOST = 15
VISITS = [(name, who) for name in sorted(READING) for who in (Role.LEAD, "other") if READING[name][who] == OK]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "who"), VISITS)
def test_no_page_asks_the_database_more_than_fifteen_questions(
    people: People, place: Place, tmp_path: Path, name: str, who: str
) -> None:
    client, where = people.client(who), address(name, people, place, tmp_path)
    client.get(where)
    with CaptureQueriesContext(connection) as queries:
        client.get(where)
    assert len(queries) <= MOST, [query["sql"][:120] for query in queries]
