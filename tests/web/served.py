"""A demonstration that is being served by a process of its own, for tests that need a real one."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COMMAND = (sys.executable, "-c", "from ascertain.cli.main import main; raise SystemExit(main())")


@dataclass(frozen=True, slots=True)
class Served:
    """A site: its data folder, everybody's password, and what it said.

    ``database`` is the URL of its database, empty for SQLite; ``address`` has no slash at its end.
    """

    folder: Path
    database: str
    address: str
    password: str
    said: str


def ascertain(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command without what other tests serve."""
    ran = environment() | more
    return subprocess.run((*COMMAND, *words), capture_output=True, text=True, env=ran, timeout=120, check=False)


def environment() -> dict[str, str]:
    """The environment without what other tests serve."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ASCERTAIN_", "DJANGO_"))}
    return kept | {"PYTHONUNBUFFERED": "1"}


def another_database(name: str) -> str:
    """The URL of a new database on the server of these tests, empty where they are on SQLite.

    Args:
        name: What it is for.
    """
    url = os.environ["ASCERTAIN_DATABASE"]
    if not url:
        return ""
    import psycopg

    named = f"{name}_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {named}")
        server.execute(f"CREATE DATABASE {named}")
    return re.sub(r"/[^/?]*(\?|$)", rf"/{named}\1", url, count=1) if url.count("/") > 2 else url


@contextmanager
def serving(folder: Path, database: str = "", **settings: str) -> Iterator[Served]:
    """Serve the worked case from an empty folder and database until done with; it then ends as it should.

    Args:
        folder: The folder.
        database: The URL of the database, empty for SQLite.
        settings: What else the environment says.
    """
    command = (*COMMAND, "serve", "--demo", "--data", str(folder), "--port", "0")
    kept = environment() | settings | {"ASCERTAIN_DATABASE": database}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=kept) as site:
        assert site.stdout is not None
        said = ""
        while "the docket is at" not in said:
            line = site.stdout.readline()
            assert line, site.stderr.read() if site.stderr else ""
            said += line
        address, password = re.search(r"http://\S+(?=/)", said), re.search(r"password (\S+),", said)
        assert address is not None and password is not None, said
        try:
            yield Served(folder, database, address[0], password[1], said)
        finally:
            site.send_signal(signal.SIGINT)
            ended = site.wait(timeout=30)
        assert ended == 0
