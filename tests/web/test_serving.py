"""The site from the command line: started, used, stopped, verified, and what stands in its way."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascertain.rulebook.bundled import bundled_folder

CASE = bundled_folder("dockets") / "doj-1373-2017"
MAIN = "from ascertain.cli.main import main; raise SystemExit(main())"
# These start sites of their own, on SQLite; the other database needs them no second time.
pytestmark = pytest.mark.skipif(
    os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres", reason="starts sites of its own on SQLite"
)


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ASCERTAIN_", "DJANGO_"))}
    return kept | {"PYTHONUNBUFFERED": "1"}


def ascertain(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", MAIN, *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment() | more, timeout=120, check=False)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, str]]:
    """A demonstration that is being served: its folder, what it said, and its address."""
    folder = tmp_path_factory.mktemp("site") / "data"
    command = [sys.executable, "-c", MAIN, "serve", "--demo", "--data", str(folder), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as site:
        assert site.stdout is not None
        said = ""
        while "the docket is at" not in said:
            line = site.stdout.readline()
            assert line, site.stderr.read() if site.stderr else ""
            said += line
        address = re.search(r"http://\S+/", said)
        assert address is not None
        yield folder, said, address[0]
        site.send_signal(signal.SIGINT)
        assert site.wait(timeout=30) == 0


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - the site's own address
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_demonstration_names_a_person_for_each_role_and_answers(served: tuple[Path, str, str]) -> None:
    _, said, address = served
    assert len(re.findall(r"@demo\.example", said)) == 8
    assert status(address) == 200
    assert status(f"{address}reviews/doj-1373-2017") == 404  # for whoever is not signed in
    assert status(f"{address}static/site.css") == status(f"{address}static/report/style.css") == 200


def test_nobody_but_the_owner_can_read_the_data_folder(served: tuple[Path, str, str]) -> None:
    folder, _, _ = served
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "secret").stat().st_mode & 0o077 == 0


def test_every_answer_carries_the_strict_headers(served: tuple[Path, str, str]) -> None:
    with urllib.request.urlopen(served[2], timeout=30) as answer:  # noqa: S310 - the site's own address
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_what_was_written_past_the_site_is_found(served: tuple[Path, str, str]) -> None:
    folder, _, _ = served
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


def test_a_review_is_exported_and_what_is_not_there_is_not(served: tuple[Path, str, str], tmp_path: Path) -> None:
    folder, _, _ = served
    out = tmp_path / "copy"
    done = ascertain("record", "export", "doj-1373-2017", "--out", str(out), "--data", str(folder))
    assert done.returncode == 0, done.stderr
    assert (out / "docket.md").read_bytes() == (CASE / "docket.md").read_bytes()
    for words, said in (
        (("export", "no-such", "--out", str(tmp_path / "x")), "A972: there is no review"),
        (("export", "doj-1373-2017", "--out", str(out)), "exists and is not empty"),
        (("import", str(CASE), "--as", "nobody@demo.example"), "A971: nobody has the address"),
        (("import", str(CASE), "--as", "lead@demo.example"), "A971: lead@demo.example may not"),
        (("import", str(CASE), "--as", "administrator@demo.example"), "W201: there is a review with the id"),
        (("import", str(tmp_path / "no"), "--as", "administrator@demo.example"), "D101: there is no folder"),
        (("import", str(CASE)), "A950: importing needs"),
    ):
        refused = ascertain("record", *words, "--data", str(folder))
        assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr


def test_what_stands_in_the_way_of_serving_is_one_clear_error(served: tuple[Path, str, str], tmp_path: Path) -> None:
    port = served[2].rstrip("/").rpartition(":")[2]
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
