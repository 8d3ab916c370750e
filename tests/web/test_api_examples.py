"""What the documentation shows of the API is what it answers; three dots stand for anything."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ascertain.web.api.openapi import openapi
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.services.make_token import make_token
from docs.test_examples import as_pattern
from web.answering import begun
from web.people import People

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "how-to/use-the-api.md").read_text("utf-8")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"\$ (curl [^\n]+)\n(.*?)(?=\n\$ |\Z)", re.DOTALL)
ROW = re.compile(r"^\| ([A-Z]+) \| `([^`]+)` \| `([^`]+)` \| (\w+) \|$", re.MULTILINE)
RESPONDENTS = ("/responses", "/documents")


def examples() -> Iterator[tuple[str, str]]:
    for block in BLOCK.findall(PAGE):
        yield from COMMAND.findall(block.strip("\n"))


def run(command: str, client: Client) -> str:
    """What a command of curl prints."""
    words = iter(shlex.split(command)[1:])
    method, headers, body, form, address = "", dict[str, str](), "", dict[str, object](), ""
    for word in words:
        match word:
            case "-s":
                continue
            case "-X":
                method = next(words)
            case "-H":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "-d":
                body = next(words)
            case "-F":
                name, _, value = next(words).partition("=")
                form[name] = SimpleUploadedFile(value[1:], b"Words.") if value.startswith("@") else value
            case _:
                address = word
    if form:
        return client.post(address, form, headers=headers).content.decode()
    send = getattr(client, (method or ("POST" if body else "GET")).lower())
    kind = headers.pop("Content-Type", "")
    more = {"data": body, "content_type": kind} if body else {}
    return str(send(address, headers=headers, **more).content.decode())


@pytest.mark.django_db
def test_a_documented_request_is_answered_as_shown(people: People, place: Place) -> None:
    tokens = {
        who: make_token(people.users[who], "our system", 30, True)[1] for who in (Role.LEAD, Role.RESPONDENT_EDITOR)
    }
    response, client, shown = begun(people, place), Client(headers={"host": "localhost"}), list(examples())
    assert len(shown) >= 8
    for command, output in shown:
        who = Role.RESPONDENT_EDITOR if any(one in command for one in RESPONDENTS) else Role.LEAD
        for name, value in (("$TOKEN", tokens[who]), ("$SITE", ""), ("$RESPONSE", str(response.pk))):
            command = command.replace(name, value)
        answered = run(command, client)
        assert re.fullmatch(as_pattern(output), answered), f"{command}\n{answered}"


def test_the_reference_lists_every_address_of_the_schema() -> None:
    told = {
        (method.upper(), path, one["operationId"], one["tags"][0])
        for path, operations in openapi()["paths"].items()
        for method, one in operations.items()
    }
    assert set(ROW.findall((DOCS / "reference/api.md").read_text("utf-8"))) == told


@pytest.mark.django_db
def test_the_page_shows_no_marks_of_the_words_that_the_schema_marks(client: Client) -> None:
    page = client.get("/api/").content.decode()
    assert "<code>Authorization: Bearer TOKEN</code>" in page
    assert "<em>Tokens for programs</em>" in page
    assert "`" not in page
