"""Many at the same moment, before a site that answers several at once: a response is filed once, no save is lost."""

from __future__ import annotations

import http.cookiejar
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from web.served import Served, ascertain, serving

AT_ONCE = 6
pytestmark = pytest.mark.skipif(
    bool(os.environ.get("ASCERTAIN_TEST_POSTGRES")), reason="makes a site in a database that has to be empty"
)


class Browser:
    """Somebody who is signed in and sends forms, as a browser without scripts does."""

    def __init__(self, site: str, who: str, password: str) -> None:
        jar = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)).open
        self._site, self._jar = site, jar
        self.post("sign-in", {"login": f"{who}@demo.example", "password": password})

    def get(self, path: str) -> tuple[int, str, str]:
        return self._ask(path, None)

    def post(self, path: str, data: Mapping[str, object]) -> tuple[int, str, str]:
        if not any(cookie.name == "csrftoken" for cookie in self._jar):
            self.get(path)
        token = next(str(cookie.value) for cookie in self._jar if cookie.name == "csrftoken")
        return self._ask(path, urllib.parse.urlencode(dict(data) | {"csrfmiddlewaretoken": token}, doseq=True).encode())

    def _ask(self, path: str, data: bytes | None) -> tuple[int, str, str]:
        try:
            with self._open(f"{self._site}{path}", data, timeout=60) as answer:
                return answer.status, answer.url, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.url, refused.read().decode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("site") / "data", os.environ["ASCERTAIN_DATABASE"]) as served:
        yield served


def together(browsers: list[Browser], path: str, data: list[Mapping[str, object]]) -> list[tuple[int, str, str]]:
    """What each gets who sends at the same moment as the others."""
    ready = Barrier(len(browsers))

    def send(one: tuple[Browser, Mapping[str, object]]) -> tuple[int, str, str]:
        ready.wait()
        return one[0].post(path, one[1])

    with ThreadPoolExecutor(len(browsers)) as pool:
        return list(pool.map(send, zip(browsers, data, strict=True)))


def test_many_at_once_begin_save_and_submit_and_each_thing_happens_once(site: Served) -> None:
    address, password = f"{site.address}/", site.password
    review = "reviews/doj-1373-2017"
    editors = [Browser(address, "editor", password) for _ in range(AT_ONCE)]
    officials = [Browser(address, "official", password) for _ in range(AT_ONCE)]
    page = editors[0].get(f"{review}/answers")[2]
    government = re.search(r'name="government" value="([^"]+)"', page)
    number = re.search(r'name="request" value="(\d+)"', page)
    assert government is not None and number is not None

    begin: Mapping[str, object] = {"government": government[1], "request": number[1]}
    begun = together(editors, f"{review}/answers", [begin] * AT_ONCE)
    assert len({where for _, where, _ in begun}) == 1
    answer = begun[0][1].removeprefix(address)

    claims: list[Mapping[str, object]] = [
        {"version": 0, "value": "yes", "since": "2017", "explanation": f"Said by number {one}.", "done": "yes"}
        for one in range(AT_ONCE)
    ]
    saved = together(editors, f"{answer}/claims/1", claims)
    assert sorted(status for status, _, _ in saved) == [200] + [409] * (AT_ONCE - 1)
    for one, (_, _, shown) in enumerate(saved):
        assert f"Said by number {one}." in shown or one == [status for status, _, _ in saved].index(200)

    page = officials[0].get(f"{answer}/certify")[2]
    digest = re.search(r'name="digest" value="([0-9a-f]+)"', page)
    assert digest is not None
    ticked = re.findall(r'name="statement" value="([^"]+)"', page)
    assert officials[0].post(f"{answer}/certify", {"digest": digest[1], "statement": ticked})[0] == 200
    for official in officials:
        assert official.post("account/again", {"password": password})[0] == 200
    signed: Mapping[str, object] = {"name": "Jo Doe", "title": "Counsel"}
    sent = together(officials, f"{answer}/sign", [signed] * AT_ONCE)
    assert {(status, where) for status, where, _ in sent} == {(200, f"{address}{answer}/receipt")}
    listed = officials[0].get(f"{review}/entries?kind=response&q=Jo+Doe")[2]
    assert "1 entry." in listed
    history = Browser(address, "lead", password).get(f"{review}/history")[2]
    assert history.count("response submitted") == 1


def test_what_falls_due_is_done_by_several_at_once_beside_the_site(site: Served) -> None:
    with ThreadPoolExecutor(3) as pool:
        command = ("record", "due", "--digest", "--data", str(site.folder))
        runs = list(pool.map(lambda _: ascertain(*command, ASCERTAIN_DATABASE=site.database), range(3)))
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 3
    assert {run.stdout for run in runs} == {"doj-1373-2017: 0 reminded, 0 messages and 0 digests mailed\n"}
