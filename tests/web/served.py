"""A demonstration that is being served, for tests that need a real one."""

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

MAIN = "from ascertain.cli.main import main; raise SystemExit(main())"


@dataclass(frozen=True, slots=True)
class Served:
    """Where it is, and the password of everybody in it."""

    address: str
    password: str


def environment() -> dict[str, str]:
    """The environment without what other tests serve."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ASCERTAIN_", "DJANGO_"))}
    return kept | {"PYTHONUNBUFFERED": "1"}


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve the worked case from a folder of its own until done with."""
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
        address, password = re.search(r"http://\S+(?=/)", said), re.search(r"password (\S+),", said)
        assert address is not None and password is not None, said
        try:
            yield Served(address[0], password[1])
        finally:
            site.send_signal(signal.SIGINT)
            site.wait(timeout=30)
