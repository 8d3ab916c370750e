"""The site from the command line: started, used, stopped, verified, and what stands in its way."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascertain.rulebook.bundled import bundled_folder
from web.served import COMMAND, Served, ascertain, environment, serving

CASE = bundled_folder("dockets") / "doj-1373-2017"
# These start sites of their own, on SQLite; the other database needs them no second time.
pytestmark = pytest.mark.skipif(
    os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres", reason="starts sites of its own on SQLite"
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("site") / "data") as served:
        yield served


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - the site's own address
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_demonstration_names_a_person_for_each_role_and_answers(served: Served) -> None:
    assert len(re.findall(r"@demo\.example", served.said)) == 8
    assert status(served.address) == 200
    assert status(f"{served.address}/reviews/doj-1373-2017") == 404  # for whoever is not signed in
    assert status(f"{served.address}/static/site.css") == status(f"{served.address}/static/report/style.css") == 200


def test_nobody_but_the_owner_can_read_the_data_folder(served: Served) -> None:
    folder = served.folder
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "secret").stat().st_mode & 0o077 == 0


def test_every_answer_carries_the_strict_headers(served: Served) -> None:
    with urllib.request.urlopen(served.address, timeout=30) as answer:  # noqa: S310 - the site's own address
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_what_was_written_past_the_site_is_found(served: Served) -> None:
    folder = served.folder
    whole = ascertain("record", "verify", "--data", str(folder))
    assert (whole.returncode, whole.stdout.strip().endswith("all are what was written")) == (0, True)
    database = sqlite3.connect(folder / "docket.sqlite3")
    with database:
        database.execute("DROP TRIGGER records_entry_update")
        database.execute("UPDATE records_entry SET text = text || ' ' WHERE number = 5")
    broken = ascertain("record", "verify", "--data", str(folder))
    assert broken.returncode == 1
    assert "entries/0005-policy-milwaukee-county-resolution-12-135.md is not what was filed" in broken.stdout
    with database:
        database.execute("UPDATE records_entry SET text = substr(text, 1, length(text) - 1) WHERE number = 5")
    database.close()


def test_a_review_is_exported_and_what_is_not_there_is_not(served: Served, tmp_path: Path) -> None:
    folder = served.folder
    out = tmp_path / "copy"
    done = ascertain("record", "export", "doj-1373-2017", "--out", str(out), "--data", str(folder))
    assert done.returncode == 0, done.stderr
    assert (out / "docket.md").read_bytes() == (CASE / "docket.md").read_bytes()
    for words, said in (
        (("export", "no-such", "--out", str(tmp_path / "x")), "A972: there is no review"),
        (("export", "doj-1373-2017", "--out", str(out)), "exists and is not empty"),
        (("import", str(CASE), "--as", "nobody@demo.example"), "A971: nobody has the address"),
        (("import", str(CASE), "--as", "reviewer@demo.example"), "A971: reviewer@demo.example may not"),
        (("import", str(CASE), "--as", "lead@demo.example"), "W201: there is a review with the id"),
        (("import", str(CASE), "--as", "administrator@demo.example"), "W201: there is a review with the id"),
        (("import", str(tmp_path / "no"), "--as", "administrator@demo.example"), "D101: there is no folder"),
        (("import", str(CASE)), "A950: importing needs"),
    ):
        refused = ascertain("record", *words, "--data", str(folder))
        assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr


def test_what_stands_in_the_way_of_serving_is_one_clear_error(served: Served, tmp_path: Path) -> None:
    port = served.address.rpartition(":")[2]
    (tmp_path / "file").write_text("")
    data = ("--data", str(tmp_path / "data"))
    for words, more, said in (
        (("--data", str(tmp_path / "file")), {}, "W102: the data folder"),
        ((*data, "--port", port), {}, f"W104: 127.0.0.1:{port} cannot be listened on: address already in use"),
        ((*data, "--port", "70000"), {}, "70000 is no port"),
        (data, {"ASCERTAIN_DATABASE": "mysql://localhost/x"}, "W103: this is no URL of a PostgreSQL database"),
        (data, {"ASCERTAIN_DATABASE": f"postgresql://localhost:{free_port()}/x"}, "W103: the database cannot be used"),
    ):
        refused = ascertain("serve", *words, **more)
        assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr
        assert "Traceback" not in refused.stderr


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_site_stops_in_good_order_also_where_it_was_started_in_the_background(
    tmp_path: Path, sent: signal.Signals
) -> None:
    command = (*COMMAND, "serve", "--data", str(tmp_path / "data"), "--port", "0")
    ignoring = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        site = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())
    finally:
        signal.signal(signal.SIGINT, ignoring)
    with site:
        assert site.stdout is not None
        assert "the docket is at" in site.stdout.readline()
        site.send_signal(sent)
        assert site.wait(timeout=30) == 0
